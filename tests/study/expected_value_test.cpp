// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/expected_value.hpp"

#include "concordat/study/run.hpp"
#include "small_study.hpp"

#include <catch2/catch.hpp>

#include <utility>

using namespace concordat;
using namespace concordat::testing;

namespace {

study judged_study() {
    auto s = small_study();
    auto parts = worked_example().parts();
    parts.key += ".again";
    parts.relations.pop_back();
    s.baselines.push_back(model::make(std::move(parts)).value());
    s.judgements = {{"base", "H2", triangular_value{1, 2, 5}, "Somebody", {}, {}}};
    s.weights.push_back(weights_of("weights.other", elicitation::none));
    return s;
}

}  // namespace

TEST_CASE("an expected value is bit by bit the sum that a run shows") {
    const auto s = judged_study();
    const auto found = expected_values(s).value();
    run_options few;
    few.samples = 10;
    const auto ran = run(s, few).value();
    std::vector<expected_value> expected;
    for (const auto& b : ran.baselines)
        for (const auto& ranking : b.rankings)
            for (std::size_t o = 0; o < s.options.size(); ++o)
                expected.push_back(
                    {b.baseline, s.weights[ranking.weights].key, s.options[o].key, ranking.central.options[o].overall});
    REQUIRE(expected.size() == 2 * 2 * 2);
    CHECK(found == expected);
}

TEST_CASE("an expected value is the mean of the branches where nobody weighs") {
    auto s = small_study();
    s.criteria.branches = {};
    s.criteria.criteria.resize(2);  // A1 and D1, both at the top
    for (auto& c : s.criteria.criteria) c.parent.clear();
    s.contested.clear();
    run_options few;
    few.samples = 10;
    const auto ran = run(s, few).value();
    for (const auto& v : expected_values(s).value()) {
        const std::size_t o = v.option == "base" ? 0 : 1;
        const auto& b = ran.baselines[0].assessment;
        CHECK(v.value == Approx((mean(b.at(o, 0).value) + mean(b.at(o, 1).value)) / 2).margin(1e-15));
    }
}

TEST_CASE("a study that ranks nothing has no expected values, and a wrong one is refused") {
    auto s = small_study();
    s.weights.clear();
    CHECK(expected_values(s).value().empty());
    s = small_study();
    s.criteria.criteria[3].missing = gap_rule::refuse;
    CHECK(expected_values(s).error().code == errc::missing_value);
    s.options.clear();
    CHECK_FALSE(expected_values(s));
    s = small_study();
    s.reforms.begin()->second.steps.front() = {unrelate_step{relation_match{}, false}, "nothing", {}, {}};
    const auto refused = expected_values(s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("option \"x\" on \"") == 0);
}
