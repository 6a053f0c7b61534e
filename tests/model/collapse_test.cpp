// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/collapse.hpp"

#include "random_model.hpp"
#include "reforms.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Two councils with a team each, and one national agency.
model two_councils() {
    return draw(R"(
        actors: north(mandate) south(mandate) north-team(frontline, of north) south-team(frontline, of south)
                agency(national, kind office) family(public)
        accountable_to: north-team -> north [help]; south-team -> south [help]
        delivers: north-team, south-team -> family [help] 0-18
        refers_to: north-team -> south-team [help]
        funds: agency -> north [help] 60; agency -> north-team [help] 40; agency -> south [help] 10
        plans_jointly_with: north -- south-team; south -- north-team
        personas: child(age 10, weight 1, needs help, entry north-team north)
        rights: start-help(north-team, for help)
    )");
}

/// Who stands for whom when teams become their bodies, found the slow way.
std::string body_of(const model& m, std::string key) {
    for (;;) {
        const auto* a = m.find_actor(key);
        if (a->level == level::public_ || a->legal_entity == key) return key;
        key = a->legal_entity;
    }
}

}  // namespace

TEST_CASE("Collapsed to bodies, what a team does its council does") {
    const auto bodies = collapse(two_councils(), resolution::body).value();
    CHECK(bodies.resolution() == resolution::body);
    CHECK(bodies.actors().size() == 4);
    CHECK(identities(bodies) ==
          std::vector<std::string>{"funds agency -> north [help]", "funds agency -> south [help]",
                                   "refers_to north -> south [help]", "delivers north -> family [help] 0-18",
                                   "delivers south -> family [help] 0-18", "plans_jointly_with north -- south"});
    CHECK(bodies.relations(relation_type::funds).front().amount->value == 100.0);
    CHECK(bodies.personas().front().entries == std::vector<std::string>{"north"});
    CHECK(bodies.decision_rights().front().holder == "north");
}

TEST_CASE("Collapsed to a nation, all councils are one, which counts how many it stands for") {
    const auto nation = collapse(two_councils(), resolution::national).value();
    CHECK(nation.actors().size() == 3);
    CHECK(nation.find_actor("north")->count == 2);
    CHECK(nation.find_actor("agency")->count == 1);
    CHECK(identities(nation) ==
          std::vector<std::string>{"funds agency -> north [help]", "delivers north -> family [help] 0-18"});
    CHECK(nation.relations(relation_type::funds).front().amount->value == 110.0);
}

TEST_CASE("A body that an elected council has become part of is itself accountable to voters") {
    const auto m = draw(R"(
        actors: county assembly(of county, mandate) family(public)
        accountable_to: county -> assembly
        delivers: county -> family [help]
    )");
    CHECK(collapse(m, resolution::body)->find_actor("county")->mandate);
    CHECK(collapse(m, resolution::body)->relations(relation_type::accountable_to).empty());
}

TEST_CASE("Of facts that become one, the better known stays") {
    const auto m = draw(R"(
        actors: council desk(frontline, of council) team(frontline, of council) court(national)
        refers_to: desk -> court [help] {law 2}; team -> court [help] {law 4}
        sources: law(official)
    )");
    const auto bodies = collapse(m, resolution::body).value();
    REQUIRE(bodies.relations().size() == 1);
    CHECK(bodies.relations().front().evidence.level == 4);
}

TEST_CASE("Amounts of different years are not added") {
    auto parts = two_councils().parts();
    for (auto& r : parts.relations)
        if (r.amount && r.to == "north") r.amount->year = 2019;
    const auto bodies = collapse(model::make(parts).value(), resolution::body).value();
    CHECK_FALSE(bodies.relations(relation_type::funds).front().amount.has_value());
}

TEST_CASE("Nothing is drawn more finely than its facts") {
    const auto bodies = collapse(two_councils(), resolution::body).value();
    CHECK(collapse(bodies, resolution::body).value() == bodies);
    auto parts = two_councils().parts();
    parts.resolution = resolution::body;  // says so, and is not drawn so
    CHECK(collapse(model::make(parts).value(), resolution::body).value() == bodies);
    CHECK(collapse(bodies, resolution::team).error().code == errc::unequal_resolution);
}

TEST_CASE("Whatever the model, a tie is there when its ends' bodies had one, and no other") {
    for (std::uint64_t k = 0; k < 60; ++k) {
        const auto m = random_model(k);
        std::set<std::tuple<relation_type, std::string, std::string, std::vector<std::string>, bool>> expected, found;
        const auto note = [](auto& into, const relation& r, std::string from, std::string to, bool holds) {
            if (is_symmetric(r.type) && to < from) std::swap(from, to);
            into.emplace(r.type, from, to, r.services, holds);
        };
        for (const auto& r : m.relations()) {
            const auto from = body_of(m, r.from), to = body_of(m, r.to);
            if (from != to) note(expected, r, from, to, m.holds(r));
        }
        // Where one of several equal ties holds, that is what is told.
        for (const auto& [type, from, to, services, holds] : std::set(expected))
            if (holds) expected.erase({type, from, to, services, false});
        const auto bodies = collapse(m, resolution::body).value();
        for (const auto& r : bodies.relations()) note(found, r, r.from, r.to, bodies.holds(r));
        CHECK(found == expected);
    }
}
