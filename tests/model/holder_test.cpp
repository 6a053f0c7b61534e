// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/holder.hpp"

#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using testing::draw;
using keys = std::vector<std::string>;

TEST_CASE("where nothing is delegated, the body that the teams answer to holds a service") {
    const auto m = testing::worked_example();
    CHECK(holders(m, "education", holding::accountable) == keys{"edu"});
    // The social work team answers to the council, adult care to the joint board.
    CHECK(holders(m, "social_work", holding::accountable) == keys{"cou", "ijb"});
    // Third-sector support answers to the social work team, which is no body, and to the board, which is nearest.
    CHECK(holders(m, "family_support", holding::accountable) == keys{"ijb"});
    // The health board delivers to adults itself, so it answers for that itself.
    CHECK(holders(m, "mental_health", holding::accountable) == keys{"hb", "ijb"});
}

TEST_CASE("who delivers, funds and decides") {
    const auto m = testing::worked_example();
    CHECK(holders(m, "mental_health", holding::delivers) == keys{"camhs", "hb"});
    CHECK(holders(m, "family_support", holding::funds) == keys{"ijb", "min", "sw"});
    CHECK(holders(m, "education", holding::commissions).empty());
    CHECK(holders(m, "education", holding::decides) == keys{"cou", "edu", "hb", "ijb", "min", "sw"});
    CHECK(holders(m, "no_such_service", holding::delivers).empty());
}

TEST_CASE("a delegated service is held by the last of the chain") {
    const auto m = draw(R"(
        actors: council board agency team(frontline) family(public)
        delivers: team -> family [care]
        accountable_to: team -> council [care]
        delegates_to: council -> board [care]; board -> agency [care]; council -> agency [other]
    )");
    CHECK(holders(m, "care", holding::accountable) == keys{"agency"});
    CHECK(holders(m, "other", holding::accountable) == keys{"agency"});
}

TEST_CASE("lines run through officers and front-line managers to the nearest body") {
    const auto m = draw(R"(
        actors: council chief(kind officer, of council) manager(frontline) team(frontline) far family(public)
        delivers: team -> family [care]
        accountable_to: team -> manager [care]; manager -> chief; chief -> council; council -> far
    )");
    CHECK(holders(m, "care", holding::accountable) == keys{"council"});
}

TEST_CASE("only what holds on the model's day makes a holder") {
    const auto m = draw(R"(
        as_of: 2023-10-01
        actors: council board past team(frontline) family(public)
        delivers: team -> family [care]
        accountable_to: team -> council [care]
        delegates_to: council -> board [care] prospective; council -> past [care] until 2020-01-01
        funds: past -> team 5 former; board -> team 6 pilot
    )");
    CHECK(holders(m, "care", holding::accountable) == keys{"council"});
    CHECK(holders(m, "care", holding::funds) == keys{"board"});
}

TEST_CASE("help between professionals is no delivery, and a circle of lines ends") {
    const auto m = draw(R"(
        actors: a(frontline) b(frontline) family(public)
        delivers: a -> b [care]; b -> family [other]
        accountable_to: a -> b; b -> a
    )");
    CHECK(holders(m, "care", holding::delivers).empty());
    CHECK(holders(m, "other", holding::accountable).empty());
}
