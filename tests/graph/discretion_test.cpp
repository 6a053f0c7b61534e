// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/discretion.hpp"

#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::tells;

TEST_CASE("of the worked example's six rights, four lie with the council and its teams and the joint board") {
    const auto f = local_discretion{}(testing::worked_example());
    CHECK(*f.value == 4.0 / 6);
    CHECK(figure_of(f, "national") == 1.0 / 6);
    CHECK(figure_of(f, "regional") == 1.0 / 6);
    CHECK(figure_of(f, "local") == 0.5);
    CHECK(figure_of(f, "frontline") == 1.0 / 6);
    CHECK(tells(f, "start-help: sw (frontline)"));
    CHECK(*local_discretion{}(testing::worked_example_option_x()).value == 4.0 / 6);
}

TEST_CASE("rights weigh what they weigh, and families' own are nearest of all") {
    const auto m = draw(R"(
        actors: min(national) cou(local) team(frontline) fam(public)
        rights: law(min, weight 4, for school) spend(cou, weight 2, for help) start(team, weight 1)
                say(fam, weight 1, for help)
    )");
    CHECK(*local_discretion{}(m).value == 0.5);
    CHECK(*local_discretion{{}, level::frontline}(m).value == 0.25);
    CHECK(*local_discretion{{}, level::public_}(m).value == 0.125);
    CHECK(*local_discretion{{}, level::national}(m).value == 1);
    CHECK(*local_discretion{{"help"}, level::frontline}(m).value == 0.5);
    CHECK(*local_discretion{{"school"}}(m).value == 0.2);  // with the general right of the team
}

TEST_CASE("what is told of a right rests on that right") {
    const auto m = draw("actors: cou(local) team(frontline)\nrights: spend(cou) start(team)");
    const auto f = local_discretion{}(m);
    REQUIRE(f.witnesses.size() == 2);
    for (const auto& w : f.witnesses) {
        REQUIRE(w.rights.size() == 1);
        CHECK(w.text.starts_with(m.decision_rights()[w.rights[0]].key + ":"));
    }
}

TEST_CASE("a model without decision rights lacks them, and says so") {
    CHECK(local_discretion{}(draw("actors: a")).missing == "the model has no decision rights");
    CHECK(local_discretion{{"help"}}(draw("actors: a\nrights: law(a, weight 1, for school)")).missing ==
          "no decision right over the services asked for has any weight");
}

TEST_CASE("local discretion agrees with adding up weights") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto m = testing::random_model(seed);
        double all = 0, near = 0;
        for (const auto& q : m.decision_rights()) {
            all += q.weight;
            const auto where = m.find_actor(q.holder)->level;
            near += where == level::national || where == level::regional ? 0 : q.weight;
        }
        CHECK(*local_discretion{}(m).value == near / all);
        CHECK(testing::is_sound(local_discretion{}(m), m));
    }
}
