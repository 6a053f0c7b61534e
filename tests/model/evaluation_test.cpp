// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

TEST_CASE("each word of an evaluation is read back as itself") {
    for (const auto text : words<evaluation_design>()) CHECK(name(*word<evaluation_design>(text)) == text);
    for (const auto text : words<effect_direction>()) CHECK(name(*word<effect_direction>(text)) == text);
    for (const auto text : words<evaluation_status>()) CHECK(name(*word<evaluation_status>(text)) == text);
    CHECK(words<evaluation_design>().size() == 6);
    CHECK(name(evaluation_design::not_seen) == "not_seen");
    CHECK(name(effect_direction::not_known) == "not_known");
    CHECK(name(evaluation_status::stopped) == "stopped");
}

TEST_CASE("an effect is told with the parts it has, and none is worked out from the others") {
    CHECK(describe(published_effect{5.5, "percent", effect_interval{-4.5, 16.6}, {}}) == "5.5 percent, -4.5 to 16.6");
    CHECK(describe(published_effect{-8.6, "points", {}, compared_groups{36.2, 44.8}}) ==
          "-8.6 points; with 36.2, without 44.8");
    CHECK(describe(published_effect{{}, "percent", {}, compared_groups{37, 25}}) == "with 37, without 25 percent");
    CHECK(describe(published_effect{1.2e9, "GBP", {}, {}}) == "1200000000 GBP");
    CHECK(describe(published_effect{0, "points of 2", {}, {}}) == "0 points of 2");
}

TEST_CASE("an evaluation says of itself that nothing is known until somebody fills it") {
    const evaluation blank;
    CHECK(blank.design == evaluation_design::not_seen);
    CHECK(blank.direction == effect_direction::not_known);
    CHECK(blank.grade == 0);
    CHECK_FALSE(blank.effect.has_value());
}
