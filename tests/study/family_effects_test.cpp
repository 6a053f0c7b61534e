// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/family_effects.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Two families: an infant who is known to the health visitor, and a child at school. Only the infant's way to social
/// work goes through the health visitor.
model two_families() {
    std::string text(worked_example_common);
    const std::string one = "personas: school-age-child(age 10, weight 1,";
    text.replace(text.find(one), one.size(),
                 "personas: infant(age 1, weight 0.5, needs health_visiting social_work, entry hvt) "
                 "school-age-child(age 10, weight 0.5,");
    return draw("model: worked.two\n" + text + "accountable_to: camhs -> ijb; ts -> ijb\n");
}

study with_step(step_action action) {
    auto s = small_study();
    s.baselines = {two_families()};
    reform r;
    r.key = "reforms.option-x";
    r.title = "One step";
    r.steps = {{std::move(action), "one line", {}, {}}};
    s.reforms.clear();
    s.reforms.emplace(r.key, r);
    return s;
}

unrelate_step without_referral(std::string from, std::string to) {
    unrelate_step step;
    step.match.type = relation_type::refers_to;
    step.match.from = std::move(from);
    step.match.to = std::move(to);
    return step;
}

}  // namespace

TEST_CASE("a way that is closed for one family is worse for that family alone") {
    const auto s = with_step(without_referral("hvt", "sw"));
    const auto found = effects_on_families(s, s.baselines.front()).value();
    REQUIRE(found.families.size() == 2);
    REQUIRE(found.effects.size() == 1);
    const auto& effect = found.effects.front();
    CHECK(s.options[effect.option].key == "x");
    CHECK(s.criteria.criteria[effect.criterion].key == "A1");
    CHECK(effect.family == 0);
    CHECK(effect.worse);
    // Before, health visiting is at hand and social work one hand-off away; after, social work is out of reach: the
    // infant's mean of 1 and 1/2 becomes the mean of 1 and 0.
    CHECK(effect.before == Approx(0.75));
    CHECK(effect.after == Approx(0.5));
}

TEST_CASE("a new way is better, and the status quo changes nobody") {
    relate_step direct;
    direct.relation.type = relation_type::refers_to;
    direct.from = std::string("hvt");
    direct.to = std::string("ts");
    const auto s = with_step(direct);
    const auto found = effects_on_families(s, s.baselines.front()).value();
    for (const auto& each : found.effects) {
        CHECK(s.options[each.option].key == "x");
        CHECK_FALSE(each.worse);
    }
}

TEST_CASE("a criterion that is the same for all families is not one that tells them apart") {
    const auto s = with_step(without_referral("hvt", "sw"));
    const auto found = effects_on_families(s, s.baselines.front()).value();
    for (const auto c : found.criteria) CHECK(s.criteria.criteria[c].key != "D2");
}

TEST_CASE("an option on a model of its own is compared with nothing") {
    auto s = with_step(without_referral("hvt", "sw"));
    s.options[1] = {"own", "On its own", {}, {}, {}, "worked.two"};
    s.models.emplace("worked.two", two_families());
    CHECK(effects_on_families(s, s.baselines.front()).value().effects.empty());
}

TEST_CASE("a step that cannot apply is an error, as in a run") {
    const auto s = with_step(without_referral("hvt", "nobody"));
    CHECK(effects_on_families(s, s.baselines.front()).error().code == errc::step_cannot_apply);
}
