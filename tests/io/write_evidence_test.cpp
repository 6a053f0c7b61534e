// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_evidence.hpp"

#include "concordat/io/json.hpp"
#include "tests/draw.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;

namespace {

constexpr date today{2026, 11, 25};

evidence_ledger small_ledger() {
    auto list = facts_of(testing::draw(R"(
        sources: act plan(secondary) idle
        assumptions: guess(0)
        actors: a({act 4}) b({act plan 2}) c
        accountable_to: a -> b {assuming guess}
    )"));
    list.sources[0].sunset = date{2026, 6, 30};
    list.facts[1].evidence.sunset = date{2026, 1, 1};
    list.conflicts = {{"who answers to whom", {"act", "plan"}, "The Act says b, the plan c.", {{"m.toml", 7, 1}}}};
    return make_ledger(std::vector{list});
}

effect_on_ranking first_of(std::string weights, std::vector<std::string> after) {
    effect_on_ranking r;
    r.weights = std::move(weights);
    r.first_before = {"O1"};
    r.first_after = std::move(after);
    r.changed_option = "O1";
    r.largest_change = -0.25;
    r.probability_before = 0.75;
    r.probability_after = 0.5;
    return r;
}

study_effects small_effects() {
    study_effects s;
    s.study = "studies.small";
    s.weights = {"weights.equal", "weights.other"};
    s.samples = 100;
    assumption_effect flips;
    flips.content = {"guess", "a answers to b", "Nobody says so.", 0, {{"m.toml", 3, 1}}};
    flips.relations = 1;
    effect_on_baseline on{"north", 4, 1, {{"O2", "there is no b"}}, {}, {}};
    on.rankings = {first_of("weights.equal", {"O3"}), first_of("weights.other", {"O1"})};
    effect_on_baseline nothing_left{"south", 0, 0, {}, "no option can be applied", {}};
    flips.baselines = {on, nothing_left};
    assumption_effect rests;
    rests.content = {"idle", "nothing", "Nothing.", 1, {}};
    assumption_effect changes_nothing = flips;
    changes_nothing.content.key = "harmless";
    for (auto& b : changes_nothing.baselines) b = {b.baseline, 4, 0, {}, {}, {first_of("weights.equal", {"O1"})}};
    s.effects = {flips, changes_nothing, rests};
    return s;
}

}  // namespace

TEST_CASE("a ledger tells for people what stands at which level, and on what") {
    const auto sheets = to_sheets(small_ledger(), today);
    const auto& kinds = written::titled(sheets, "Facts by kind");
    REQUIRE(kinds.rows.size() == 3);
    CHECK(kinds.rows[0][0].text == "actor");
    CHECK(kinds.rows[1][1].text == "accountability");
    CHECK(kinds.rows[2][0].text == "all");
    CHECK(kinds.rows[2][2].text == "4");

    const auto& used = written::titled(sheets, "Sources used");
    REQUIRE(used.rows.size() == 2);
    CHECK(used.rows[0][0].text == "act");
    CHECK(used.rows[0][5].text == "2026-06-30");
    CHECK(used.rows[0][6].text == "2");
    CHECK(used.rows[0][7].text == "1");
    CHECK(written::says(written::titled(sheets, "Sources declared and not used"), "idle"));
    CHECK(written::says(written::titled(sheets, "Sources that disagree"), "The Act says b, the plan c."));
    CHECK(written::says(written::titled(sheets, "Sources that disagree"), "m.toml:7:1"));
    CHECK(written::says(written::titled(sheets, "Assumptions"), "guess"));
    CHECK(written::says(written::titled(sheets, "Unsourced"), "drawing"));
    CHECK(written::titled(sheets, "Facts that rest on one source alone").rows.size() == 1);
}

TEST_CASE("the first look at a ledger names no place, so that it is the same wherever the files lie") {
    const auto sheets = overview_sheets(small_ledger());
    CHECK(written::says(written::titled(sheets, "Sources that disagree"), "The Act says b, the plan c."));
    for (const auto& each : sheets) {
        CHECK_FALSE(written::says(each, "m.toml"));
        for (const auto& column : each.columns) CHECK_FALSE(column.name == "at");
        for (const auto& row : each.rows) CHECK(row.size() == each.columns.size());
    }
    CHECK(written::says(written::titled(to_sheets(small_ledger(), today), "Sources that disagree"), "m.toml:7:1"));
}

TEST_CASE("what is past its sunset depends on the day that the caller gives, and on nothing else") {
    CHECK(written::titled(to_sheets(small_ledger(), today), "Past its sunset on 2026-11-25").rows.size() == 2);
    CHECK(written::titled(to_sheets(small_ledger(), {2026, 6, 30}), "Past its sunset").rows.size() == 1);
    CHECK(written::says(written::titled(to_sheets(small_ledger(), {2025, 1, 1}), "Past its sunset"), "none"));
}

TEST_CASE("a part of the ledger that is empty says so") {
    const auto sheets = to_sheets(evidence_ledger{}, today);
    for (std::size_t i = 1; i < sheets.size(); ++i) {
        INFO(sheets[i].title);
        CHECK(written::says(sheets[i], "none"));
    }
}

TEST_CASE("a row a fact for spreadsheets, with its card and its place") {
    const auto table = facts_sheet(small_ledger());
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[1][4].text == "act plan");
    CHECK(table.rows[1][8].text == "2026-01-01");
    CHECK(table.rows[2][3].text == "unsourced");
    CHECK(table.rows[3][6].text == "guess");
    CHECK(table.rows[3][3].text == "0");
}

TEST_CASE("effects tell what changes where, who comes first instead, and which option is carried") {
    const auto sheets = to_sheets(small_effects());
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[0].title == "On north: what each assumption does");
    REQUIRE(sheets[0].rows.size() == 1);
    const auto& row = sheets[0].rows.front();
    CHECK(row.size() == sheets[0].columns.size());
    CHECK(row[4].text == "-0.25 O1");
    CHECK(row[5].text == "O1 -> O3");
    CHECK(row[6].text == "-0.25");
    CHECK(row[8].text == "same");
    CHECK(written::says(sheets[0], "Nothing changes here without harmless."));
    CHECK(written::says(sheets[1], "not ranked without it: no option can be applied"));
    CHECK(sheets[1].rows.front().size() == sheets[1].columns.size());
    CHECK(written::says(sheets[2], "carries the option: without it O2 cannot be applied: there is no b"));
    CHECK(written::says(sheets[2], "Weights 2: weights.other."));
    CHECK(written::says(sheets[2], "No relation, decision right, family type or step rests on idle."));

    const auto tidy = effects_sheet(small_effects());
    CHECK(tidy.rows.size() == 5);
    for (const auto& each : tidy.rows) CHECK(each.size() == tidy.columns.size());
}

TEST_CASE("without any effect there is still a table that says so") {
    const auto sheets = to_sheets(study_effects{});
    REQUIRE(sheets.size() == 1);
    CHECK(written::says(sheets.front(), "none"));
}

TEST_CASE("the document of a ledger with effects is what its schema says") {
    const auto text = to_json(to_document(small_ledger(), today, std::vector{small_effects()})).value();
    written::keep("samples", "example.evidence.json", text);
    CHECK(text.find("\"past_sunset\"") != std::string::npos);
}
