// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/diff.hpp"

#include "small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// A tie of the worked example ends in 2025.
study dated_study() {
    auto s = small_study();
    auto parts = s.baselines[0].parts();
    for (auto& r : parts.relations)
        if (r.type == relation_type::accountable_to && r.from == "camhs") r.in_force.to = date{2025, 1, 1};
    s.baselines = {model::make(parts).value()};
    s.as_of = date{2023, 10, 1};
    return s;
}

}  // namespace

TEST_CASE("a study does not differ from itself") {
    const auto d = diff(dated_study(), dated_study()).value();
    CHECK(d.settings.empty());
    REQUIRE(d.baselines.size() == 1);
    CHECK(d.baselines[0].changes.empty());
    CHECK(d.values.empty());
    CHECK(d.values_compared == 2 * 3);  // two options, three measured criteria
}

TEST_CASE("the same question in another year: what counts no longer, and what it changes") {
    auto later = dated_study();
    later.as_of = date{2026, 1, 1};
    const auto d = diff(dated_study(), later).value();
    REQUIRE(d.settings.size() == 1);
    CHECK(to_string(d.settings[0]) == "~ setting as_of: 2023-10-01 -> 2026-01-01");
    bool told = false;
    for (const auto& c : d.baselines[0].changes)
        told = told || to_string(c) == "~ relation accountable_to camhs -> ijb: counts yes -> counts no";
    CHECK(told);
    // With the tie gone fewer bodies stand above the service, on the option that keeps the tie only.
    REQUIRE(d.values.size() == 1);
    CHECK(d.values[0].option == "base");
    CHECK(d.values[0].criterion == "D2");
    CHECK(*d.values[0].after < *d.values[0].before);
}

TEST_CASE("options, weights and baselines that one study has alone are told") {
    auto later = dated_study();
    later.options[1].title = "Option X, withdrawn";
    later.options.push_back({"y", "Another", {"reforms.option-x"}, {}, {}});
    later.weights[0].key = "weights.other";
    later.baselines.push_back(worked_example_option_x());
    const auto d = diff(dated_study(), later).value();
    std::vector<std::string> told;
    for (const auto& c : d.settings) told.push_back(to_string(c));
    CHECK(told == std::vector<std::string>{
                      "~ option x: Option X; reforms reforms.option-x -> Option X, withdrawn; reforms reforms.option-x",
                      "- weights weights.unknown", "+ option y", "+ weights weights.other"});
    REQUIRE(d.baselines.size() == 2);
    CHECK_FALSE(d.baselines[1].was);
    CHECK(d.baselines[1].is);
}

TEST_CASE("values on different criteria are not set side by side") {
    auto later = dated_study();
    later.criteria.key = "criteria.other";
    CHECK(diff(dated_study(), later)->values_compared == 0);
}
