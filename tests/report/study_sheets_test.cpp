// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/study_sheets.hpp"

#include "concordat/io/write_result.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

const cell* value_of(const sheet& table, std::string_view line) {
    for (const auto& row : table.rows)
        if (row[0].text == line) return &row[1];
    return nullptr;
}

}  // namespace

TEST_CASE("the question comes with what structure cannot show, before anything is compared") {
    auto s = small_study();
    s.commissioner = "Nobody";
    const auto table = question_sheet(s, {.samples = 20'000, .seed = 7, .baselines = {}, .areas = {}});
    REQUIRE(table.rows.size() >= 3);
    CHECK(table.rows[0][1].text == "Which?");
    CHECK(table.rows[1][0].text == "read first");
    CHECK(table.rows[1][1].text.find(standing_limitation().text) == 0);
    CHECK(value_of(table, "asked by")->text == "Nobody");
    CHECK(value_of(table, "sampling")->text == "20000 samples, seed 7");
    CHECK(value_of(table, "structure")->text == "as stated; no tie is taken to be uncertain");
    CHECK(value_of(table, "as of") == nullptr);
}

TEST_CASE("the odds by which graphs are drawn stand beside the question") {
    auto s = small_study();
    s.structure = true;
    s.graphs = 40;
    s.presence = {{0, {0.5, {}}, {}}, {1, {0.8, {}}, {}}};
    const auto table = question_sheet(s, {});
    CHECK(value_of(table, "structure")
              ->text.find("40 graphs; a tie is there with odds of 0.5 at level 0 and 0.8 at level 1") == 0);
}

TEST_CASE("a gate that nobody speaks to is unknown, and a stated one is as stated") {
    auto s = small_study();
    s.criteria.gates = {{"uncrc", "Compatible with the rights of the child", {}, {}}};
    s.gates = {{"x", "uncrc", gate_state::fail, {}, {}}};
    const auto table = options_sheet(s);
    REQUIRE(table.columns.size() == 3);
    CHECK(table.rows[0][2].text == "unknown");
    CHECK(table.rows[1][2].text == "fail");
}

TEST_CASE("that a criterion is asked for and that it helps are two levels") {
    auto s = small_study();
    auto& first = s.criteria.criteria.front();
    first.evidence.level = 3;
    first.benefit = {};
    first.theory_of_change.clear();
    const auto table = criteria_sheet(s);
    CHECK(table.rows[0][5].text == "3");
    CHECK(table.rows[0][6].text == "none");
    CHECK(std::count(table.notes.begin(), table.notes.end(), first.key + " has no stated mechanism.") == 1);
    const auto contested =
        std::find_if(table.rows.begin(), table.rows.end(), [](const auto& r) { return r[0].text == "D2"; });
    CHECK((*contested)[3].text == "lower, chosen");
}

TEST_CASE("weights carry their watermark, and a study without weights says that nothing is ranked") {
    auto s = small_study();
    const auto table = weights_sheet(s);
    CHECK(table.rows[0][3].text == "none");
    CHECK(table.notes.front() == watermarks(s).front());
    s.weights.clear();
    CHECK(weights_sheet(s).notes.back().find("nothing is ranked") != std::string::npos);
}
