// SPDX-License-Identifier: Apache-2.0
// Stacks of reforms: what they record, when they conflict, and what holds for any of them.
#include "concordat/model/diff.hpp"
#include "concordat/model/reform.hpp"

#include "random_model.hpp"
#include "reforms.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

std::string stack_refused(const std::vector<reform>& stack, const model& before = worked_example()) {
    const auto after = concordat::apply(stack, before);
    return after ? "it applied" : to_string(after.error());
}

relation_changes amount_of(double value) {
    relation_changes set;
    set.amount = amount{value, "GBP_m/year", 2022};
    return set;
}
actor_changes level_of(level where) {
    actor_changes set;
    set.level = where;
    return set;
}

/// A step that may or may not apply; bodies and services are those of `random_model`.
step_action random_step(stream& random) {
    const auto any = [&](std::initializer_list<const char*> words) {
        return std::string(*(words.begin() + static_cast<std::ptrdiff_t>(below(random, words.size()))));
    };
    const auto body_key = [&] { return any({"b0", "b1", "b2", "b3"}); };
    const auto actor_key = [&] { return any({"b0", "b1", "b2", "b3", "t0", "t1", "t2", "t3", "chief"}); };
    const auto service = [&] { return any({"s0", "s1", "s2"}); };
    const auto role = static_cast<holding>(below(random, 5));
    switch (below(random, 9)) {
        case 0:
            return create_step{body("new"), true};
        case 1:
            return abolish_step{actor_key(), false};
        case 2:
            return merge_step{{actor_key(), actor_key()}, body("merged")};
        case 3:
            return rename_step{actor_key(), "renamed", ""};
        case 4:
            return transfer_step{service(), role, "holder", body_key()};
        case 5:
            return delegate_step{service(), "holder", body_key()};
        case 6:
            return return_step{service(), "holder"};
        case 7:
            return relate(relation_type::advises, actor_key(), body_key(), {service()});
        default:
            return unrelate_step{{std::nullopt, actor_key(), std::nullopt, service()}, false};
    }
}

}  // namespace

TEST_CASE("a step records what it did and whose holding moved") {
    const auto before = draw(R"(
        actors: council ncs team(frontline) family(public)
        accountable_to: team -> council [care]
        delivers: team -> family [care]
    )");
    const std::vector stack{
        reform_of("r", {create_step{body("ncs"), true}, transfer_step{"care", holding::accountable, "holder", "ncs"}})};
    const auto done = apply_recorded(stack, before).value();
    REQUIRE(done.steps.size() == 2);
    CHECK(done.steps[0].already_so());
    CHECK(done.steps[1].reform == "r");
    CHECK(done.steps[1].where.at.line == 2);
    CHECK(done.steps[1].edits ==
          std::vector<edit>{{"relation accountable_to team -> council [care]", "status current", ""},
                            {"relation accountable_to team -> ncs [care]", "", "status current"},
                            {"relation directs ncs -> team [care]", "", "status current"},
                            {"holding care accountable", "council", "ncs"}});
}

TEST_CASE("what a step moves keeps its own evidence, and has the step's where it had none") {
    const auto before = draw(R"(
        sources: act bill
        actors: council ncs team(frontline) other(frontline) family(public)
        accountable_to: team -> council [care] {act 4}; other -> council [care]
        delivers: team -> family [care]; other -> family [care]
    )");
    auto r = reform_of("r", {transfer_step{"care", holding::accountable, "holder", "ncs"}});
    r.steps[0].evidence = {{"bill"}, "s.4", 2, "", ""};
    const auto after = concordat::apply(r, before).value();
    REQUIRE(after.relations(relation_type::accountable_to).size() == 2);
    for (const auto& line : after.relations(relation_type::accountable_to)) {
        CHECK(line.evidence.sources == std::vector<std::string>{line.from == "team" ? "act" : "bill"});
        CHECK(line.where.at.path == "r.toml");
    }
    for (const auto& line : after.relations(relation_type::directs)) CHECK(line.evidence == r.steps[0].evidence);
    for (const auto& line : after.relations(relation_type::delivers)) {
        CHECK_FALSE(line.evidence.stated());
        CHECK(line.where.at.path == "drawing");
    }
}

TEST_CASE("nothing is half applied, and the model before stays as it is") {
    const auto before = worked_example();
    const auto copy = before;
    CHECK(refusal(reform_of("r", {create_step{body("ncs"), false}, abolish_step{"nobody", false}}), before)
              .find("r.toml:2:1") == 0);
    CHECK(before == copy);
    const auto empty = apply(reform_of("reforms.o0", {}), before).value();
    CHECK(empty.key() == "worked.base+o0");
    CHECK(diff(before, empty).empty());
    CHECK(concordat::apply(std::span<const reform>{}, before).value() == before);
}

TEST_CASE("two reforms that leave one thing different conflict, whichever comes first") {
    const relation_match money{relation_type::funds, "cou", "sw", ""};
    const auto a = reform_of("a", {create_step{body("ncs"), true}, revise_relation_step{money, amount_of(250)}});
    const auto b = reform_of("b", {revise_relation_step{money, amount_of(150)}});
    CHECK(
        stack_refused({a, b}) ==
        "b.toml:1:1: error[E502]: relation funds cou -> sw: a (a.toml:2:1) leaves it with amount 250 GBP_m/year of "
        "2022, "
        "and b (b.toml:1:1) leaves it with amount 150 GBP_m/year of 2022, expected one outcome whichever comes first\n"
        "  hint: leave one of the two reforms out, or let one of them not touch it");
    CHECK(stack_refused({b, a}).find(
              "a.toml:2:1: error[E502]: relation funds cou -> sw: b (b.toml:1:1) leaves it with amount 150") == 0);
    const auto gone = reform_of("c", {unrelate_step{money, false}});
    CHECK(stack_refused({a, gone}).find("and c (c.toml:1:1) leaves it with removed") != std::string::npos);
    CHECK(stack_refused({a, a}) == "it applied");
}

TEST_CASE("attributes of an actor conflict one by one") {
    const auto regional = reform_of("a", {revise_actor_step{"ijb", level_of(level::regional)}});
    const auto national = reform_of("b", {revise_actor_step{"ijb", level_of(level::national)}});
    const auto renamed = reform_of("c", {rename_step{"ijb", "", "Integration joint board"}});
    CHECK(stack_refused({regional, national}).find("E502]: actor ijb: a (a.toml:1:1) leaves it with level regional") !=
          std::string::npos);
    CHECK(stack_refused({regional, renamed}) == "it applied");
}

TEST_CASE("a service that two reforms give to different bodies is a conflict, to one body is none") {
    const auto give = [](const char* key, const char* to) {
        return reform_of(key, {transfer_step{"education", holding::accountable, "holder", to}});
    };
    const auto text = stack_refused({give("a", "hb"), give("b", "ijb")});
    CHECK(text.find("E502]: holding education accountable: a (a.toml:1:1) leaves it with holder hb, and b (b.toml:1:1) "
                    "leaves it with holder ijb") != std::string::npos);
    CHECK(stack_refused({give("a", "hb"), give("b", "hb")}) == "it applied");
}

TEST_CASE("a decision right given to two is a conflict") {
    right_changes to_team;
    to_team.holder = "ts";
    right_changes to_council;
    to_council.holder = "cou";
    CHECK(stack_refused({reform_of("a", {revise_right_step{"start-help", to_team}}),
                         reform_of("b", {revise_right_step{"start-help", to_council}})})
              .find("E502]: right start-help: a (a.toml:1:1) leaves it with holder ts") != std::string::npos);
}

TEST_CASE("a new relation to an actor that another reform abolishes would be lost") {
    const auto abolish = reform_of("a", {abolish_step{"ci", false}});
    const auto extend = reform_of("b", {relate(relation_type::inspects, "ci", "camhs")});
    for (const auto& stack : {std::vector{abolish, extend}, std::vector{extend, abolish}})
        CHECK(stack_refused(stack).find(
                  "actor ci: a (a.toml:1:1) leaves it with removed, and b (b.toml:1:1) leaves it with "
                  "relation inspects ci -> camhs") != std::string::npos);
}

TEST_CASE("a reform may build on one that comes before it") {
    const auto first = reform_of("a", {create_step{body("ncs"), false}});
    const auto second = reform_of("b", {relate(relation_type::accountable_to, "ncs", "min")});
    CHECK(has_relation(concordat::apply(std::vector{first, second}, worked_example()).value(),
                       "accountable_to ncs -> min"));
    CHECK(stack_refused({second, first}).find("b.toml:1:1: error[E501]: from = \"ncs\", but no actor") == 0);
}

TEST_CASE("a source of one key has one content") {
    auto r = reform_of("r", {abolish_step{"ci", false}});
    r.sources.push_back({"act", "The Act", "", std::nullopt, std::nullopt, sourcing::official, {{"r.toml", 9, 1}}});
    auto before = draw("sources: act\nactors: a ci\ndirects: a -> ci {act 4}");
    CHECK(refusal(r, before) ==
          "r.toml:9:1: error[E206]: source \"act\" of reform r differs from the one at drawing:1:10, expected the same "
          "content under one key\n  hint: give one of them another key");
    r.sources[0].title = "act";
    CHECK(apply(r, before).has_value());
}

TEST_CASE("any reform leaves the model before untouched, and its record accounts for every change") {
    std::size_t applied = 0;
    for (std::uint64_t k = 0; k < 300; ++k) {
        const auto before = random_model(k % 30);
        const auto copy = before;
        stream random(3, purpose::test, k);
        const std::vector stack{reform_of("r", {random_step(random), random_step(random)})};
        const auto done = apply_recorded(stack, before);
        CHECK(before == copy);
        if (!done) {
            CHECK(done.error().where.path == "r.toml");
            continue;
        }
        ++applied;
        CHECK(concordat::apply(stack[0], before).value() == done->after);
        for (const auto& c : diff(before, *done)) CHECK(c.by_step.has_value());
    }
    CHECK(applied > 60);
}

TEST_CASE("reforms that do not conflict give the same model in either order") {
    std::size_t both = 0;
    for (std::uint64_t k = 0; k < 400; ++k) {
        const auto before = random_model(k % 40);
        stream random(4, purpose::test, k);
        const std::string to_a = "b" + std::to_string(below(random, 4));
        const std::string to_b = "b" + std::to_string(below(random, 4));
        const auto role = static_cast<holding>(below(random, 5));
        const auto a = reform_of("a", {transfer_step{"s0", role, "holder", to_a}});
        const auto b = reform_of(
            "b", {transfer_step{"s1", role, "holder", to_b}, relate(relation_type::monitors, "b0", "b1", {"s2"})});
        const auto ab = concordat::apply(std::vector{a, b}, before);
        const auto ba = concordat::apply(std::vector{b, a}, before);
        CHECK(ab.has_value() == ba.has_value());
        if (!ab || !ba) continue;
        ++both;
        CHECK(diff(*ab, *ba).empty());
    }
    CHECK(both > 60);
}

TEST_CASE("where nothing is delegated, the receiver of accountability alone holds the service") {
    std::size_t applied = 0;
    for (std::uint64_t k = 0; k < 400; ++k) {
        auto parts = random_model(k).parts();
        std::erase_if(parts.relations, [](const relation& r) { return r.type == relation_type::delegates_to; });
        const auto before = model::make(std::move(parts)).value();
        const auto after = apply(reform_of("r", {transfer_step{"s0", holding::accountable, "holder", "b3"}}), before);
        if (!after) continue;
        ++applied;
        CHECK(holders(*after, "s0", holding::accountable) == std::vector<std::string>{"b3"});
        for (const auto* other : {"s1", "s2"})
            CHECK(holders(*after, other, holding::delivers) == holders(before, other, holding::delivers));
    }
    CHECK(applied > 20);
}

TEST_CASE("a merge conserves money but for what the merged paid each other") {
    for (std::uint64_t k = 0; k < 60; ++k) {
        const auto before = random_model(k);
        const auto after = apply(reform_of("r", {merge_step{{"b1", "b2"}, body("one")}}), before).value();
        CHECK(after.actors().size() == before.actors().size() - 1);
        const auto total = [](const model& m) {
            double sum = 0;
            for (const auto& r : m.relations(relation_type::funds)) {
                const bool within = (r.from == "b1" || r.from == "b2") && (r.to == "b1" || r.to == "b2");
                if (!within && m.holds(r)) sum += r.amount->value;
            }
            return sum;
        };
        CHECK(total(after) == total(before));
    }
}
