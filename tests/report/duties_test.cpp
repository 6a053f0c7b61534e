// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/duties.hpp"

#include "told_studies.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// "list.item" of everything that the run filled in.
std::set<std::string> filled(const std::vector<duty_checklist>& lists) {
    std::set<std::string> keys;
    for (const auto& list : lists)
        for (const auto& item : list.items)
            if (!item.filled.empty()) keys.insert(std::string(list.key) + "." + std::string(item.key));
    return keys;
}

std::string words_of(const std::vector<duty_checklist>& lists, std::string_view list, std::string_view item) {
    for (const auto& each : lists)
        for (const auto& one : each.items)
            if (each.key == list && one.key == item) return to_text(prose{"", one.filled}, 0);
    FAIL("no such item");
    return {};
}

const std::set<std::string> always{"child_rights.needed",  "child_rights.numbers",    "child_rights.views",
                                   "child_rights.effects", "child_rights.accessible", "data_protection.description"};

}  // namespace

TEST_CASE("every item says where it comes from, and what no notes hold is marked as background") {
    const auto each = told("", small_study());
    const auto lists = duty_checklists(each.study, each.result);
    REQUIRE(lists.size() == 5);
    for (const auto& list : lists) {
        std::set<std::string_view> keys;
        for (const auto& item : list.items) {
            INFO(list.key << "." << item.key);
            CHECK(keys.insert(item.key).second);
            CHECK(item.asks.ends_with('?') != item.asks.ends_with('.'));
            CHECK_FALSE(item.source.title.empty());
            CHECK_FALSE(item.source.at.empty());
            CHECK(is_web_address(item.source.url));
            CHECK(item.source.confidence == (item.source.quality == sourcing::official ? "high" : "low"));
            CHECK((item.source.quality == sourcing::official) == (list.key == "child_rights"));
        }
    }
}

TEST_CASE("the list of equality has the three needs and the eight characteristics of section 149(7)") {
    const auto each = told("", small_study());
    std::size_t needs = 0, characteristics = 0;
    for (const auto& list : duty_checklists(each.study, each.result))
        for (const auto& item : list.items) {
            needs += item.source.at.starts_with("section 149(1)") ? 1U : 0U;
            characteristics += item.source.at == "section 149(7)" ? 1U : 0U;
        }
    CHECK(needs == 3);
    CHECK(characteristics == 8);
}

TEST_CASE("an item is filled only where the run knows something") {
    auto s = small_study();
    const auto small = told("", s);
    auto expected = always;
    expected.insert("equality.age");
    CHECK(filled(duty_checklists(small.study, small.result)) == expected);
    s.question.clear();
    auto parts = s.baselines[0].parts();
    parts.personas.clear();
    s.baselines = {model::make(std::move(parts)).value()};
    for (auto& c : s.criteria.criteria) c.missing = gap_rule::whole_scale;
    const auto nobody = told("", s);
    expected = always;
    expected.erase("child_rights.needed");
    CHECK(filled(duty_checklists(nobody.study, nobody.result)) == expected);
}

TEST_CASE("areas fill the lists on disadvantage and islands with what the table of areas says, and no more") {
    auto s = patchwork();
    for (auto& each : s.areas->areas) {
        each.most_deprived_fifth.reset();
        each.islands.reset();
    }
    auto found = told("", s);
    auto lists = duty_checklists(found.study, found.result);
    CHECK_FALSE(filled(lists).contains("fairer_scotland.places"));
    CHECK_FALSE(filled(lists).contains("islands.different"));
    s.areas->areas[0].most_deprived_fifth = area_figure{4, "percent of data zones", 2020, {}};
    s.areas->areas[2].most_deprived_fifth = area_figure{40.25, "percent of data zones", 2020, {}};
    s.areas->areas[1].islands = area_islands{island_extent::part, {}};
    s.areas->areas[2].islands = area_islands{island_extent::all, {}};
    found = told("", s);
    lists = duty_checklists(found.study, found.result);
    const auto places = words_of(lists, "fairer_scotland", "places");
    const auto most = places.find(s.areas->areas[2].name + ": 40.2 percent of data zones in 2020.");
    const auto least = places.find(s.areas->areas[0].name + ": 4 percent of data zones in 2020.");
    CHECK(most < least);
    CHECK(least != std::string::npos);
    const auto islands = words_of(lists, "islands", "different");
    CHECK(islands.find("names two areas with islands") != std::string::npos);
    CHECK(islands.find(s.areas->areas[1].name + ": islands in part.") != std::string::npos);
    CHECK(islands.find(s.areas->areas[2].name + ": all on islands.") != std::string::npos);
    CHECK(islands.find("Most likely to come first: \u201c") != std::string::npos);
}

TEST_CASE("a tie of information that an option adds or ends is counted") {
    auto s = small_study();
    auto lists = [&] {
        const auto each = told("", s);
        return duty_checklists(each.study, each.result);
    };
    CHECK(words_of(lists(), "data_protection", "description").find("no option changes which bodies share") !=
          std::string::npos);
    relate_step add;
    add.relation.type = relation_type::shares_information_with;
    add.from = std::string("camhs");
    add.to = std::string("sch");
    relation_match gone;
    gone.type = relation_type::shares_information_with;
    gone.from = "sw";
    gone.to = "ts";
    auto& x = s.reforms.find("reforms.option-x")->second;
    x.steps.push_back({add, "to tell each other", {}, {}});
    x.steps.push_back({unrelate_step{gone}, "no more", {}, {}});
    CHECK(words_of(lists(), "data_protection", "description")
              .find("\u201cOption X\u201d: adds one tie and ends one tie, of 4, starting from") != std::string::npos);
}

TEST_CASE("the lists of any kind of study are grammatical, and blanks are left to a person") {
    for (const auto& each : studies_of_all_kinds()) {
        INFO(each.name);
        const auto lists = duty_checklists(each.study, each.result);
        const auto text = to_prose(each.study, lists);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        CHECK(says(text, std::string(left_to_a_person)));
        const auto table = duties_sheet(lists);
        std::size_t items = 0;
        for (const auto& list : lists) items += list.items.size();
        CHECK(table.rows.size() == items);
        for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    }
}

TEST_CASE("whatever a file holds stays text in the lists") {
    const auto each = told("", hostile_study(patchwork()));
    const auto lists = duty_checklists(each.study, each.result);
    const std::string written = to_markdown(to_prose(each.study, lists));
    CHECK(written.find("<script") == std::string::npos);
    CHECK(written.find("](javascript") == std::string::npos);
    CHECK(written.find('\x1b') == std::string::npos);
    CHECK(to_csv(duties_sheet(lists)).find('\x1b') == std::string::npos);
}

TEST_CASE("the lists of a study with areas are these, word for word") {
    const auto each = told("areas", patchwork());
    CHECK(to_text(to_prose(each.study, duty_checklists(each.study, each.result)), 100) ==
          golden("patchwork.duties.txt"));
}

TEST_CASE("write the lists", "[.write]") {
    const auto each = told("areas", patchwork());
    write_golden("patchwork.duties.txt", to_text(to_prose(each.study, duty_checklists(each.study, each.result)), 100));
}
