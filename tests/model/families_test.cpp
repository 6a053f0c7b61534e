// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/families.hpp"

#include "../draw.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using concordat::testing::draw;

namespace {

model small_place() {
    return draw(R"(
        actors: school(frontline) nursery(frontline) desk(frontline) family(public)
        delivers: school, nursery -> family [education]; desk -> family [help]
        personas: own(age 3, weight 1, needs help, entry desk)
        sources: law(official)
    )");
}

families child_at_school() {
    families f;
    f.key = "families.test";
    f.title = "Of a test";
    family_type child;
    child.family.key = "child";
    child.family.title = "A child of 10";
    child.family.weight = 1;
    child.family.age = 10;
    child.family.needs = {{"help", {}, {}}};
    child.family.where.at = {"families/test.toml", 7, 1};
    child.entries = {holder_of{"education", holding::delivers}, std::string("desk"), std::string("school")};
    f.types = {child};
    return f;
}

}  // namespace

TEST_CASE("Families walk in at whoever holds the role in the model at hand, each once") {
    const auto m = with_families(small_place(), child_at_school()).value();
    REQUIRE(m.personas().size() == 1);
    CHECK(m.personas().front().key == "child");
    CHECK(m.personas().front().entries == std::vector<std::string>{"nursery", "school", "desk"});
}

TEST_CASE("A role that nobody has in a model is an error at the family, and names the model") {
    auto f = child_at_school();
    f.types[0].entries = {holder_of{"education", holding::commissions}};
    const auto e = with_families(small_place(), f).error();
    CHECK(e.code == errc::dangling_reference);
    CHECK(e.where.line == 7);
    CHECK(e.message.find("\"commissions\" for \"education\"") != std::string::npos);
}

TEST_CASE("Families may repeat a source of the model but not bend it") {
    auto f = child_at_school();
    f.sources = {small_place().sources().front()};
    CHECK(with_families(small_place(), f));
    f.sources.front().title = "Another law";
    CHECK(with_families(small_place(), f).error().code == errc::duplicate_key);
}

TEST_CASE("The facts of families are their types") {
    const auto list = facts_of(child_at_school());
    REQUIRE(list.facts.size() == 1);
    CHECK(list.facts.front().name == "child");
}
