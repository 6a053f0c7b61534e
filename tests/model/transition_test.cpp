// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/transition.hpp"

#include "../draw.hpp"
#include "reforms.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

model two_forces() {
    return draw(R"(
        as_of: 2012-01-01
        actors: ministers(national, mandate) board force-a force-b family(public)
        accountable_to: force-a, force-b -> board
        funds: ministers -> board until 2013-01-01
        delivers: force-a, force-b -> family [policing]
    )");
}

/// An authority is there half a year before the forces become one.
transition merger() {
    transition t;
    t.key = "test.merger";
    t.title = "Two forces become one";
    t.baseline = "test.model";
    const auto steps =
        reform_of("merger", {create_step{body("authority", level::national)},
                             merge_step{{"force-a", "force-b"}, body("force", level::national)}, abolish_step{"board"},
                             relate(relation_type::accountable_to, std::string("force"), std::string("authority"))})
            .steps;
    const date early{2012, 10, 1}, late{2013, 4, 1};
    t.steps = {{early, steps[0]}, {late, steps[1]}, {late, steps[2]}, {late, steps[3]}};
    return t;
}

}  // namespace

TEST_CASE("A transition gives the model of any day") {
    const auto at = [](date day) { return state_on(merger(), two_forces(), day).value().after; };
    CHECK(at({2012, 9, 30}).find_actor("authority") == nullptr);
    const auto between = at({2012, 10, 1});
    CHECK(between.find_actor("authority") != nullptr);
    CHECK(between.find_actor("force-a") != nullptr);
    const auto merged = at({2013, 4, 1});
    CHECK(merged.find_actor("board") == nullptr);
    CHECK(identities(merged) ==
          std::vector<std::string>{"accountable_to force -> authority", "delivers force -> family [policing]"});
    CHECK(merged.as_of() == date{2013, 4, 1});
}

TEST_CASE("On a day the baseline's own dates count too") {
    const auto funds_hold = [](date day) {
        const auto m = state_on(merger(), two_forces(), day).value().after;
        return m.holds(m.relations(relation_type::funds).front());
    };
    CHECK(funds_hold({2012, 12, 31}));
    CHECK_FALSE(funds_hold({2013, 1, 1}));
}

TEST_CASE("The days of change are each told once, and the reform by a day holds the steps until then") {
    CHECK(days_of_change(merger()) == std::vector<date>{{2012, 10, 1}, {2013, 4, 1}});
    CHECK(reform_by(merger(), {2012, 9, 30}).steps.empty());
    CHECK(reform_by(merger(), {2013, 3, 31}).steps.size() == 1);
    CHECK(reform_by(merger(), {2030, 1, 1}).steps.size() == 4);
    CHECK(facts_of(merger()).facts.size() == 4);
}

TEST_CASE("Steps stand in order of date, and a transition without steps leads nowhere") {
    CHECK(check(merger()));
    auto turned = merger();
    std::swap(turned.steps[0], turned.steps[3]);
    const auto e = check(turned).error();
    CHECK(e.code == errc::bad_interval);
    CHECK(e.message == "step 4 is dated 2012-10-01, but the step before it 2013-04-01");
    turned.steps.clear();
    CHECK(check(turned).error().code == errc::missing_value);
}

TEST_CASE("A step that cannot apply says so with its line") {
    auto t = merger();
    t.steps[1].step.action = abolish_step{"force-c"};
    const auto e = state_on(t, two_forces(), {2013, 4, 1}).error();
    CHECK(e.code == errc::step_cannot_apply);
    CHECK(e.where.line == 2);
}
