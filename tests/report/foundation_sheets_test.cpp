// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/foundation_sheets.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("facts are counted by level over the options of a baseline") {
    const auto s = small_study();
    auto found = run(s).value();
    found.baselines[0].evidence = {{}, {}};
    auto& first = found.baselines[0].evidence[0];
    auto& second = found.baselines[0].evidence[1];
    first.by_level[3] = 12;
    second.by_level[3] = 10;
    second.unsourced = 2;
    const auto table = facts_by_level_sheet(found);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][1].text == "12");
    CHECK(table.rows[0][3].text == "10..12");
    CHECK(table.rows[0][7].text == "0..2");
}

TEST_CASE("shares of the weight are one row where every baseline agrees, and one row each where not") {
    auto s = small_study();
    s.baselines.push_back(worked_example_option_x());
    for (auto& step : s.reforms.begin()->second.steps)
        if (auto* gone = std::get_if<unrelate_step>(&step.action)) gone->if_present = true;
    auto found = run(s).value();
    const auto alike = weight_shares_sheet(s, found);
    REQUIRE(alike.rows.size() == 1);
    CHECK(alike.rows[0][1].text == "each");
    found.baselines[1].rankings[0].shares.front().share = 0;
    CHECK(weight_shares_sheet(s, found).rows.size() == 2);
}
