// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/relation_switch.hpp"

#include "../draw.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("A relation that is switched off is there, and does not count") {
    const auto m = draw(R"(
        actors: council team(frontline, of council) family(public)
        accountable_to: team -> council
        delivers: team -> family [help]
    )");
    relation_switch ties(m);
    REQUIRE(ties.now().relations().size() == 2);
    ties.set(0, false);
    CHECK(ties.now().relations().size() == 2);
    CHECK_FALSE(ties.now().holds(ties.now().relations()[0]));
    CHECK(ties.now().holds(ties.now().relations()[1]));
    CHECK(m.holds(m.relations()[0]));
    ties.set(0, true);
    CHECK(ties.now().holds(ties.now().relations()[0]));
}

TEST_CASE("Switching on makes nothing hold that does not hold on the day") {
    auto parts = draw(R"(
        actors: council team(frontline, of council)
        accountable_to: team -> council
    )")
                     .parts();
    parts.relations.front().status = standing::proposed;
    relation_switch ties(model::make(parts).value());
    ties.set(0, true);
    CHECK_FALSE(ties.now().holds(ties.now().relations()[0]));
}
