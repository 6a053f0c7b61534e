// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_attribution.hpp"

#include "concordat/io/json.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

attribution of_option_x() {
    auto s = small_study();
    s.reforms.at("reforms.option-x").steps[0].part = "Mental health";
    s.reforms.at("reforms.option-x").steps[2].part = "Mental health";
    return attribute(s, "x", {.criterion = "D2"}).value();
}

}  // namespace

TEST_CASE("an attribution is a list of baselines, each with its players and what they add") {
    const auto written = to_document(of_option_x());
    CHECK(to_json(written).has_value());
    const auto& on = written.as_array()->front();
    const auto& players = *on.find("players")->as_array();
    REQUIRE(players.size() == 2);
    CHECK(*players[0].find("part")->as_string() == "Mental health");
    CHECK(players[0].find("steps")->as_array()->size() == 2);
    CHECK(players[1].find("part")->is_null());
    const auto& change = on.find("criteria")->as_array()->front();
    CHECK(change.find("missing")->is_null());
    CHECK(change.find("shares")->as_array()->size() == 2);
}

TEST_CASE("a table of an attribution has a row a part, and ends with the whole change") {
    auto split = of_option_x();
    const auto sheets = to_sheets(split);
    REQUIRE(sheets.size() == 2);
    const auto& rows = sheets[0].rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][0].text == "reforms.option-x: Mental health");
    CHECK(rows[1][0].text == "reforms.option-x, step 2");
    CHECK(rows[2][0].text == "all");
    CHECK(rows[2][3].text == "-0.2857");
}

TEST_CASE("of many witnesses the first few are told, and a change that is not split says why") {
    auto split = of_option_x();
    auto& change = split.baselines[0].criteria[0];
    change.shares[0].appear = {"a", "b", "c", "d", "e"};
    change.shares[0].vanish = {"f"};
    change.shares[1].appear = change.shares[1].vanish = {};
    const auto told = to_sheets(split).at(1).rows;
    REQUIRE(told.size() == 5);
    CHECK(told[0][1].text == "with it");
    CHECK(told[2][2].text == "c");
    CHECK(told[3][2].text == "and 2 more");
    CHECK(told[4][1].text == "without it");

    change.shares.clear();
    change.missing = "with no step: nothing to measure";
    const auto refused = to_sheets(split);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].rows.empty());
    CHECK(refused[0].notes[0] == "The change is not split: with no step: nothing to measure");
}
