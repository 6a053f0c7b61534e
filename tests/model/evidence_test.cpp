// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/evidence.hpp"

#include "tests/draw.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using testing::draw;

TEST_CASE("sourcing has three words") {
    REQUIRE(words<sourcing>().size() == 3);
    for (const auto text : words<sourcing>()) CHECK(name(*word<sourcing>(text)) == text);
}

TEST_CASE("a card is stated when it names what it rests on") {
    evidence card;
    card.note = "heard somewhere";
    CHECK_FALSE(card.stated());
    card.assumption = "ages-of-school";
    CHECK(card.stated());
    CHECK(evidence{{"act"}, "s.9", 4, {}, {}}.stated());
}

TEST_CASE("the level of a fact is its own, or its assumption's, or unknown") {
    const auto m = draw(R"(
        sources: act
        assumptions: guess(1)
        actors: council({act 4}) school({assuming guess}) team
    )");
    CHECK(m.level_of(m.find_actor("council")->evidence) == 4);
    CHECK(m.level_of(m.find_actor("school")->evidence) == 1);
    CHECK(m.level_of(m.find_actor("team")->evidence) == std::nullopt);
}

TEST_CASE("where something was written takes no part in being equal") {
    CHECK(origin{{"a.toml", 1, 1}} == origin{{"b.toml", 9, 9}});
    CHECK(draw("actors: council") == draw("\n\n\n      actors: council"));
}
