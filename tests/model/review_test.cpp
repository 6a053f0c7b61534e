// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/review.hpp"

#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using testing::draw;

TEST_CASE("a circle of accountability is a warning that prints the circle") {
    const auto m = draw(R"(
        actors: a b c d
        accountable_to: c -> a; a -> b; b -> c; d -> a; d -> c prospective; c -> d former
    )");
    const auto warnings = review(m);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].code == errc::accountability_cycle);
    CHECK(warnings[0].message ==
          "accountability goes in a circle: a -> b -> c -> a, expected an end at somebody who answers to no one here");
    CHECK(warnings[0].where.line == 3);
}

TEST_CASE("two circles are two warnings, and lines that meet again are none") {
    CHECK(review(draw("actors: a b c d\naccountable_to: a -> b; b -> a; c -> d; d -> c")).size() == 2);
    CHECK(review(draw("actors: a b c d\naccountable_to: a -> b; a -> c; b -> d; c -> d")).empty());
}

TEST_CASE("a need that nobody delivers, and a source that nothing rests on, are told in file order") {
    const auto m = draw(R"(
        sources: used unused
        assumptions: idle
        actors: school(frontline, {used 3}) family(public)
        delivers: school -> family [education]
        personas: child(age 10, needs education mental_health mental_health 18+)
    )");
    const auto warnings = review(m);
    REQUIRE(warnings.size() == 3);
    CHECK(warnings[0].message ==
          "source \"unused\" is declared, but nothing rests on it, expected evidence that names it");
    CHECK(warnings[1].message ==
          "assumption \"idle\" is declared, but nothing rests on it, expected evidence that names it");
    CHECK(warnings[2].message ==
          "persona \"child\" needs \"mental_health\", but nobody delivers it, expected a "
          "`delivers` to somebody of level public");
}

TEST_CASE("the worked example needs no warning") { CHECK(review(testing::worked_example()).empty()); }
