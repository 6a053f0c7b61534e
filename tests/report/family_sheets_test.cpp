// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/family_sheets.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("families stand with what they would lose, and with every option that does it") {
    const auto s = small_study();
    const family_effects found{{"An infant", "A child at school"},
                               {0},
                               {{0, 0, 1, 0.75, 0.5, true},
                                {1, 0, 0, 0.5, 0.25, true},
                                {1, 0, 1, 0.75, 0.5, true},
                                {1, 0, 1, 0.1, 0.2, false}}};
    const auto table = worse_off_sheet(s, found, "On worked.base");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.title == "On worked.base: families who would be served worse than now");
    CHECK(table.rows[0][0].text == "An infant");
    CHECK(table.rows[0][4].text == "x");
    CHECK(table.rows[1][1].text == "A1 Criterion A1");
    CHECK(table.rows[1][2].text == "0.75");
    CHECK(table.rows[1][3].text == "0.5");
    CHECK(table.rows[1][4].text == "base and x");
    CHECK(table.notes.front() == "1 change is for the better, over all options, families and criteria.");
    CHECK(table.notes.back().find("Criteria that tell families apart: A1.") == 0);
}

TEST_CASE("that nobody is named does not say that all are well") {
    const auto s = small_study();
    const auto silent = worse_off_sheet(s, {{"A child"}, {}, {}}, "On worked.base");
    CHECK(silent.rows.empty());
    CHECK(silent.notes.front() == "No family type does worse on a criterion that tells families apart.");
    CHECK(silent.notes.back() == "No criterion tells families apart.");
    CHECK(worse_off_sheet(s, {}, "On worked.base").notes.front().find("names no family types") != std::string::npos);
}
