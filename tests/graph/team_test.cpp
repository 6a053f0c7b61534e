// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/team.hpp"

#include "tests/draw.hpp"
#include "tests/graph/brute_access.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace concordat {

namespace {

testing::key_set keys(const model& m, const std::vector<actor_index>& actors) {
    testing::key_set found;
    for (const auto a : actors) found.insert(m.actors()[a].key);
    return found;
}

}  // namespace

TEST_CASE("the team around the school-age child is school, social work, mental health and family support") {
    const auto m = testing::worked_example();
    const auto& child = m.personas()[0];
    CHECK(keys(m, team_around(m, child)) == testing::key_set{"camhs", "sch", "sw", "ts"});
    CHECK(keys(m, team_around(m, child, 4)) == testing::key_set{"sw", "ts"});
    CHECK(keys(m, team_around(m, child, 18)) == testing::key_set{"asc", "hb"});
    CHECK(keys(m, entries(m, child)) == testing::key_set{"sch"});
}

TEST_CASE("delivery to another body is no help to a family, and a proposal is none yet") {
    const auto m = testing::draw(R"(
        actors: council(mandate) school nursery family(public)
        delivers: council -> school [education]; school -> family [education]; nursery -> family [education] proposed
        personas: child(age 10, weight 1, needs education, entry school)
    )");
    CHECK(keys(m, team_around(m, m.personas()[0])) == testing::key_set{"school"});
}

TEST_CASE("ages are half-open: help to the age of eighteen ends on the birthday") {
    const auto m = testing::draw(R"(
        actors: council(mandate) clinic adults family(public)
        delivers: clinic -> family [help] 5-18; adults -> family [help] 18+
        personas: child(age 10, weight 1, needs help, entry clinic)
    )");
    const auto& help = m.personas()[0].needs[0];
    CHECK(keys(m, deliverers(m, help, 17.999)) == testing::key_set{"clinic"});
    CHECK(keys(m, deliverers(m, help, 18)) == testing::key_set{"adults"});
    CHECK(deliverers(m, help, 4).empty());
}

TEST_CASE("teams share a name, organisations a legal entity, sectors a word or the entity's") {
    const auto m = testing::draw(R"(
        actors: a(mandate, sector health) b(of a, team one) c(of a, team one, sector care) d
    )");
    const auto same = [&](unit_boundary boundary) {
        const auto of = units_of(m, boundary);
        return std::vector<bool>{of[0] == of[1], of[1] == of[2], of[0] == of[3]};
    };
    CHECK(same(unit_boundary::team) == std::vector<bool>{false, true, false});
    CHECK(same(unit_boundary::organisation) == std::vector<bool>{true, true, false});
    CHECK(same(unit_boundary::sector) == std::vector<bool>{true, false, false});
    CHECK(word<unit_boundary>("sector") == unit_boundary::sector);
    CHECK(name(unit_boundary::organisation) == "organisation");
}

TEST_CASE("teams, deliverers and entries agree with a plain reading of random models") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto m = testing::random_model(seed, {.ties = 1.5});
        INFO("seed " << seed);
        for (const auto& p : m.personas()) {
            testing::key_set team;
            for (const auto& n : p.needs) {
                const auto plain = testing::brute_deliverers(m, n, p.age);
                const auto found = deliverers(m, n, p.age);
                CHECK(keys(m, found) == plain);
                CHECK(std::is_sorted(found.begin(), found.end()));
                if (n.ages.contains(p.age)) team.insert(plain.begin(), plain.end());
            }
            CHECK(keys(m, team_around(m, p)) == team);
            CHECK(keys(m, entries(m, p)) == testing::brute_entries(m, p));
        }
    }
}

}  // namespace concordat
