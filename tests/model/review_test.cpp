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

TEST_CASE("facts are counted by the level they stand on") {
    const auto count = count_evidence(draw(R"(
        sources: act note(background)
        assumptions: guess(1) leap(0)
        actors: a({act 4}) b({note 1}) c({assuming leap}) d
        accountable_to: a -> b {act 3}; c -> d {assuming guess}; d -> a
        personas: child(age 3)
        rights: start(a)
    )"));
    CHECK(count.by_level == std::array<std::size_t, 5>{1, 2, 0, 1, 1});
    CHECK(count.unsourced == 4);
    CHECK(count.facts() == 9);
    CHECK(count.resting_on_assumptions == 2);
    CHECK(count.assumptions_by_level == std::array<std::size_t, 2>{1, 1});
    CHECK(count.conflicts == 0);
}
