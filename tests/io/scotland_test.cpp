// SPDX-License-Identifier: Apache-2.0
// The encoded Scotland against the collected facts: every body and every relation of the fact tables stands in the
// models, and none is graded higher than its source allows.
#include "concordat/io/load.hpp"
#include "concordat/model/diff.hpp"
#include "concordat/model/review.hpp"
#include "concordat/study/run.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace concordat;

namespace {

const std::vector<std::string> arrangements{"full", "health-only", "none", "lead-agency"};

model arrangement(const std::string& which) {
    return load_model(std::string(CONCORDAT_MODELS) + "/scotland/" + which + ".toml").value();
}

/// Rows of a golden table, without its heading. Its cells hold no commas.
std::vector<std::vector<std::string>> golden(const std::string& name) {
    std::ifstream file(std::string(CONCORDAT_TEST_DATA) + "/golden/" + name);
    REQUIRE(file);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        auto& row = rows.emplace_back();
        std::stringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

std::map<std::string, model> all_arrangements() {
    std::map<std::string, model> models;
    for (const auto& which : arrangements) {
        auto m = arrangement(which);
        const std::string key = m.key();
        models.emplace(key, std::move(m));
    }
    return models;
}

loaded_study default_study() {
    return load_study(std::string(CONCORDAT_MODELS) + "/studies/ncs-inclusion.toml").value();
}

}  // namespace

TEST_CASE("every body of the fact table stands in every arrangement that has it") {
    const auto models = all_arrangements();
    const auto rows = golden("scotland_actors.csv");
    REQUIRE(rows.size() > 150);
    for (const auto& row : rows) {
        INFO(row[0] << ' ' << row[1]);
        const actor* found = models.at(row[0]).find_actor(row[1]);
        REQUIRE(found != nullptr);
        const auto level = models.at(row[0]).level_of(found->evidence);
        REQUIRE(level.has_value());
        if (row[2] == "low") CHECK(*level <= 1);
    }
}

TEST_CASE("every relation of the fact tables stands in its arrangement, and a low one stays low") {
    const auto models = all_arrangements();
    const auto rows = golden("scotland_relations.csv");
    REQUIRE(rows.size() == 461);
    for (const auto& row : rows) {
        INFO(row[0] << ": " << row[1] << ' ' << row[2] << " -> " << row[3] << " [" << row[4] << ']');
        const auto& m = models.at(row[0]);
        // The facts call the audit of accounts an inspection; the vocabulary has a word of its own for it, since an
        // audit says nothing about care.
        const bool audit = row[1] == "inspects" && row[4] == "audit";
        const auto relations = m.relations(audit ? relation_type::audits : word<relation_type>(row[1]).value());
        const auto same = std::find_if(relations.begin(), relations.end(), [&](const relation& r) {
            const bool services = row[4].empty()
                                      ? r.services.empty()
                                      : std::find(r.services.begin(), r.services.end(), row[4]) != r.services.end();
            return r.from == row[2] && r.to == row[3] && services;
        });
        REQUIRE(same != relations.end());
        const auto level = m.level_of(same->evidence);
        REQUIRE(level.has_value());
        if (row[5] == "low") CHECK(*level <= 1);
        if (row[5] != "low") CHECK(*level >= 2);
    }
}

TEST_CASE("no fact is unsourced, and every arrangement has its personas over all ages") {
    for (const auto& [key, m] : all_arrangements()) {
        INFO(key);
        CHECK(count_evidence(m).unsourced == 0);
        CHECK(m.personas().size() >= 8);
        const auto ages = m.personas();
        CHECK(std::any_of(ages.begin(), ages.end(), [](const persona& p) { return p.age < 1; }));
        CHECK(std::any_of(ages.begin(), ages.end(), [](const persona& p) { return p.age >= 17; }));
        for (const auto& warning : review(m)) CHECK(warning.code != errc::accountability_cycle);
    }
}

TEST_CASE("every number of every arrangement names what it rests on") {
    const auto none = arrangement("none");
    for (const auto& [key, m] : all_arrangements())
        for (const auto& card : catalogue()) {
            INFO(card.key << " on " << key);
            const auto found = make_measure(card.key, {}, &none).value()(m);
            for (const auto& w : found.witnesses) {
                INFO(w.text);
                // A relation that a reform ended is told by its text: it is no longer in the model, and its ends may
                // not be.
                const bool gone = card.key == "disruption" && w.text.starts_with("- ");
                CHECK((gone || !w.relations.empty() || !w.rights.empty() || !w.actors.empty()));
            }
            if (!found.value || (card.key == "disruption" && m == none))
                continue;  // what does not change rests on nothing
            CHECK(std::ranges::any_of(found.witnesses,
                                      [](const witness& w) { return !w.relations.empty() || !w.rights.empty(); }));
        }
}

TEST_CASE("all personas' needs can be reached in every arrangement: structure does not close a route by itself") {
    for (const auto& [key, m] : all_arrangements()) {
        INFO(key);
        const auto reach = make_measure("coverage", {{"handoffs", 3.0}}).value()(m);
        CHECK(reach.value.value() == 1.0);
    }
}

TEST_CASE("every option applies to every baseline, and none makes an accountability circle") {
    const auto loaded = default_study();
    REQUIRE(loaded.study.options.size() == 15);
    REQUIRE(loaded.study.baselines.size() == 4);
    for (const auto& option : loaded.study.options)
        for (const auto& baseline : loaded.study.baselines) {
            INFO(option.key << " on " << baseline.key());
            const auto applied = place(loaded.study, option, &baseline);
            if (!applied) FAIL(to_string(applied.error()));
            for (const auto& warning : review(applied->applied.after))
                CHECK(warning.code != errc::accountability_cycle);
        }
}

TEST_CASE("the options move what the facts say they move") {
    const auto loaded = default_study();
    const auto after = [&](const std::string& option, const std::string& baseline) {
        for (const auto& o : loaded.study.options)
            for (const auto& b : loaded.study.baselines)
                if (o.key == option && b.key() == baseline) return place(loaded.study, o, &b).value().applied.after;
        throw std::logic_error("no such option");
    };
    const auto holds = [](const model& m, const char* service) { return holders(m, service, holding::accountable); };
    using names = std::vector<std::string>;

    const auto moves_nothing = [&](const char* option, const char* which) {
        const auto changes = diff(arrangement(which), after(option, std::string("scotland.") + which));
        return std::ranges::all_of(changes, [](const change& c) { return c.part == changed_part::setting; });
    };
    for (const auto* which : {"full", "health-only", "none", "lead-agency"}) {
        CHECK(moves_nothing("O0", which));
        CHECK(moves_nothing("O8", which));
    }
    CHECK_FALSE(moves_nothing("O6", "none"));
    for (const auto* baseline : {"scotland.full", "scotland.health-only", "scotland.none", "scotland.lead-agency"}) {
        INFO(baseline);
        CHECK(holds(after("O1", baseline), "children_social_work") == names{"care_board"});
        CHECK(holds(after("O1", baseline), "justice_social_work") == names{"care_board"});
        CHECK(holds(after("O3a", baseline), "children_social_work") == names{"care_board"});
        CHECK(holds(after("O3b", baseline), "children_social_work") != names{"care_board"});
        CHECK(holds(after("O3b", baseline), "justice_social_work") == names{"care_board"});
        CHECK(holds(after("O6", baseline), "children_social_work") == names{"ijb"});
        CHECK(holds(after("O9", baseline), "children_social_work") == names{"council"});
        CHECK(holds(after("O10", baseline), "children_social_work") == names{"ijb"});
    }
    CHECK(holds(arrangement("full"), "children_social_work") == names{"ijb"});
    CHECK(holds(arrangement("none"), "children_social_work") == names{"council"});
    CHECK(holds(arrangement("lead-agency"), "children_social_work") == names{"council"});
}

TEST_CASE("the criteria are the nineteen leaves, two gates and the cost axis") {
    const auto tree = load_criteria(std::string(CONCORDAT_MODELS) + "/criteria/promise-girfec.toml").value();
    std::vector<std::string> keys;
    for (const auto& c : tree.criteria) keys.push_back(c.key);
    CHECK(keys == std::vector<std::string>{"A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "D1", "D2", "D3", "E1", "E2",
                                           "F1", "F2", "G1", "G2", "H1", "H2"});
    CHECK(tree.gates.size() == 2);
    CHECK(tree.axes.size() == 1);
    for (const auto& c : tree.criteria) {
        INFO(c.key);
        CHECK(c.evidence.stated());
        REQUIRE(c.benefit.level.has_value());
        CHECK(*c.benefit.level <= 2);  // no measure has an effect claim above level 2 for children's outcomes
        if (c.needs == value_source::graph) CHECK(*c.benefit.level <= 1);
    }
}

TEST_CASE("the weight sets say whose they are, and none is official") {
    const auto loaded = default_study();
    REQUIRE(loaded.study.weights.size() >= 4);
    CHECK(loaded.study.weights[0].how == elicitation::none);
    for (const auto& w : loaded.study.weights) {
        CHECK(w.illustrative);
        CHECK_FALSE(w.whose.empty());
    }
}
