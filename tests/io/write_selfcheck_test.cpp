// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_selfcheck.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace concordat;

namespace {

std::vector<study_check> two_checks() {
    std::vector<study_check> found{{"area.one", "weights.a", {{"r1", "this holds", 3}, {"r2", "that holds", 2}}},
                                   {"area.two", "weights.a", {{"r1", "this holds", 4}, {"r2", "that holds", 1}}}};
    return found;
}

}  // namespace

TEST_CASE("a row a rule, with the cases of all baselines") {
    const auto table = to_sheet(two_checks());
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0][1].text == "7");
    CHECK(table.rows[0][2].text == "yes");
    CHECK(table.rows[0][3].text == "this holds");
    CHECK(all_passed(two_checks()));
}

TEST_CASE("a rule that broke says where first, and what was seen") {
    auto found = two_checks();
    found[1].rules[0].broken = "\"O1\" has rank 2";
    CHECK_FALSE(all_passed(found));
    const auto table = to_sheet(found);
    CHECK(table.rows[0][2].text == "no");
    CHECK(table.rows[0][3].text == "on area.two, weights weights.a: \"O1\" has rank 2");
    study s;
    s.key = "studies.test";
    const auto whole = to_document(s, found);
    CHECK(*whole.find("passed")->as_bool() == false);
    CHECK(whole.find("checks")->as_array()->size() == 2);
}
