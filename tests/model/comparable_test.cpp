// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/comparable.hpp"

#include "../draw.hpp"
#include "reforms.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

model small_service() {
    return draw(R"(
        actors: council team(frontline, of council) board family(public)
        accountable_to: team -> council; team -> board [help transport]
        delivers: team -> family [help transport]; board -> family [transport]
        refers_to: board -> team [help]; board -> team [help transport]
        personas: child(age 10, weight 1, needs help transport, entry team)
        rights: plan(board, for help transport) drive(board, for transport) rule(council)
    )");
}

}  // namespace

TEST_CASE("Restricted to a service, a model keeps what is for it and what is general") {
    const auto m = restricted(small_service(), {"help"}).value();
    CHECK(identities(m) == std::vector<std::string>{"accountable_to team -> board [help]",
                                                    "accountable_to team -> council", "refers_to board -> team [help]",
                                                    "delivers team -> family [help]"});
    REQUIRE(m.decision_rights().size() == 2);
    CHECK(m.decision_rights()[0].services == std::vector<std::string>{"help"});
    REQUIRE(m.personas().front().needs.size() == 1);
    CHECK(m.personas().front().needs.front().service == "help");
}

TEST_CASE("A service that the vocabulary lacks is refused with the nearest, not compared as nothing") {
    const auto e = restricted(small_service(), {"help", "tranpsort"}).error();
    CHECK(e.code == errc::dangling_reference);
    CHECK(e.hint.find("transport") != std::string::npos);
}

TEST_CASE("Made comparable, a model has the resolution, the services and the families that were asked for") {
    comparability by;
    CHECK(by.empty());
    CHECK(made_comparable(small_service(), by).value() == small_service());
    by.resolution = resolution::body;
    by.services = {"help"};
    families f;
    f.key = "families.test";
    family_type child;
    child.family.key = "other";
    child.family.weight = 1;
    child.family.needs = {{"help", {}, {}}, {"transport", {}, {}}};
    child.entries = {holder_of{"help", holding::delivers}};
    f.types = {child};
    by.families = f;
    const auto m = made_comparable(small_service(), by).value();
    CHECK(m.resolution() == resolution::body);
    CHECK(m.personas().front().key == "other");
    CHECK(m.personas().front().entries == std::vector<std::string>{"council"});
    CHECK(m.personas().front().needs.size() == 1);
    CHECK(identities(m) == std::vector<std::string>{"accountable_to council -> board [help]",
                                                    "refers_to board -> council [help]",
                                                    "delivers council -> family [help]"});
}
