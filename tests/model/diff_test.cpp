// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/diff.hpp"

#include "random_model.hpp"
#include "reforms.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <sstream>

using namespace concordat;
using testing::draw;

namespace {

std::vector<std::string> lines(const std::vector<change>& changes) {
    std::vector<std::string> all;
    for (const auto& c : changes) all.push_back(to_string(c));
    return all;
}

/// What a reader of the changes would do by hand: strike out what went, add what came, and copy what is otherwise.
std::map<std::string, relation> replayed(const model& before, const std::vector<change>& changes, const model& after) {
    std::map<std::string, relation> relations;
    std::map<std::string, relation> new_ones;
    for (const auto& r : before.relations()) relations.emplace("relation " + identity(r), r);
    for (const auto& r : after.relations()) new_ones.emplace("relation " + identity(r), r);
    for (const auto& c : changes) {
        if (c.part != changed_part::relation) continue;
        if (c.kind == change_kind::removed) REQUIRE(relations.erase(c.subject) == 1);
        if (c.kind == change_kind::added) REQUIRE(relations.emplace(c.subject, new_ones.at(c.subject)).second);
        if (c.kind == change_kind::changed) relations.at(c.subject) = new_ones.at(c.subject);
    }
    return relations;
}

}  // namespace

TEST_CASE("Option X is one line moved and one gone") {
    const auto changes = diff(testing::worked_example(), testing::worked_example_option_x());
    CHECK(lines(changes) == std::vector<std::string>{"+ relation accountable_to camhs -> cou",
                                                     "- relation accountable_to camhs -> ijb",
                                                     "- relation accountable_to ts -> ijb"});
    for (const auto& c : changes) CHECK(c.layer == layer::accountability);
}

TEST_CASE("changes come by part and layer, with what differs") {
    const auto before = draw(R"(
        as_of: 2023-01-01
        actors: a b c
        funds: a -> b 60
        directs: a -> b
        plans_jointly_with: a -- b
        personas: p(age 3)
        rights: r(a)
    )");
    const auto after = draw(R"(
        as_of: 2024-01-01
        actors: a(mandate) b d
        funds: a -> b 50 term 3
        directs: a -> d
        plans_jointly_with: b -- a
        personas: p(age 4)
        rights: r(b)
    )");
    CHECK(
        lines(diff(before, after)) ==
        std::vector<std::string>{
            "~ setting as_of: as_of 2023-01-01 -> as_of 2024-01-01", "~ actor a: mandate none -> mandate yes",
            "- actor c", "+ actor d", "- relation directs a -> b", "+ relation directs a -> d",
            "~ relation funds a -> b: amount 60 GBP_m/year of 2022; term none -> amount 50 GBP_m/year of 2022; term 3 "
            "years",
            "~ relation plans_jointly_with a -- b: direction a -> b -> direction b -> a", "~ persona p: age 3 -> age 4",
            "~ right r: holder a -> holder b"});
    CHECK(diff(before, after)[3].after == "name d; kind body; level local; legal_entity d; team d");
    CHECK(diff(before, after)[3].before.empty());
    std::ostringstream out;
    out << diff(before, after)[2];
    CHECK(out.str() == "- actor c");
}

TEST_CASE("equal models do not differ, and any other two do, both ways round") {
    for (std::uint64_t k = 0; k < 40; ++k) {
        const auto a = testing::random_model(k);
        const auto b = testing::random_model(k + 1);
        CHECK(diff(a, a).empty());
        const auto there = diff(a, b);
        const auto back = diff(b, a);
        CHECK_FALSE(there.empty());
        REQUIRE(there.size() == back.size());
        for (std::size_t i = 0; i < there.size(); ++i) {
            CHECK(there[i].subject == back[i].subject);
            CHECK(there[i].before == back[i].after);
        }
    }
}

TEST_CASE("changes replayed on the model before give the relations of the model after") {
    for (std::uint64_t k = 0; k < 40; ++k) {
        const auto a = testing::random_model(k);
        const auto b = testing::random_model(k + 100);
        const auto relations = replayed(a, diff(a, b), b);
        REQUIRE(relations.size() == b.relations().size());
        for (const auto& r : b.relations()) CHECK(relations.at("relation " + identity(r)) == r);
    }
}

TEST_CASE("a change names the last step that made it") {
    const auto before = testing::worked_example();
    const std::vector stack{
        testing::reform_of("first", {create_step{testing::body("ncs"), false},
                                     testing::relate(relation_type::accountable_to, "ncs", "min")}),
        testing::reform_of("second", {unrelate_step{{relation_type::refers_to, "sch", "camhs", ""}, false}})};
    const auto changes = diff(before, apply_recorded(stack, before).value());
    REQUIRE(changes.size() == 3);
    CHECK(to_string(changes[0]) == "+ actor ncs");
    CHECK(to_string(changes[1]) == "+ relation accountable_to ncs -> min");
    CHECK(to_string(changes[2]) == "- relation refers_to sch -> camhs");
    CHECK(changes[1].by_reform == "first");
    CHECK(changes[1].by_step == 1u);
    CHECK(changes[2].by_reform == "second");
    CHECK(changes[2].where.at.path == "second.toml");
}
