// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/run_summary.hpp"

#include "small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("a summary holds what the run holds, ranking by ranking and value by value") {
    auto s = small_study();
    s.samples = 500;
    s.weights.push_back(weights_of("weights.other", elicitation::none));
    s.weights[1].illustrative = false;
    const auto ran = run(s).value();
    const auto summary = summarise(s, ran);
    CHECK(summary.study == "studies.small");
    CHECK(summary.title == "A small study");
    CHECK(summary.samples == 500);
    CHECK(summary.seed == 1);
    REQUIRE(summary.weights.size() == 2);
    CHECK(summary.weights[0] == summarised_weights{"weights.unknown", elicitation::none, true});
    CHECK_FALSE(summary.weights[1].illustrative);

    REQUIRE(summary.rankings.size() == 4);  // two weight sets, each in two treatments
    const auto& b = ran.baselines[0];
    CHECK(summary.rankings[0].baseline == b.baseline);
    CHECK(summary.rankings[1].missing == missing_treatment::left_out);
    CHECK(summary.rankings[2].weights == "weights.other");
    for (std::size_t o = 0; o < 2; ++o) {
        CHECK(summary.rankings[0].options[o].option == s.options[o].key);
        CHECK(summary.rankings[0].options[o].first == b.rankings[0].with_missing.first(o));
        CHECK(summary.rankings[1].options[o].first == b.rankings[0].without_missing.first(o));
        const auto& apart = summary.rankings[0].options[o].not_separated_from;
        CHECK(apart.empty() == b.rankings[0].with_missing.separated(0, 1));
    }

    REQUIRE(summary.values.size() == 2 * 4);
    for (std::size_t i = 0; i < summary.values.size(); ++i) {
        const auto& one = summary.values[i];
        CHECK(one.option == s.options[i / 4].key);
        CHECK(one.criterion == s.criteria.criteria[i % 4].key);
        CHECK(one.unit == "index");
        CHECK(one.value == b.assessment.at(i / 4, i % 4).value);
    }
    CHECK(is_missing(summary.values[3].value));  // nobody judged
}

TEST_CASE("options that tie everywhere are not separated in the summary") {
    auto s = small_study();
    s.samples = 200;
    s.options.push_back({"twin", "As it stands, again", {}, {}, {}});
    const auto summary = summarise(s, run(s).value());
    const auto& options = summary.rankings[1].options;
    CHECK(std::count(options[0].not_separated_from.begin(), options[0].not_separated_from.end(), "twin") == 1);
    CHECK(std::count(options[2].not_separated_from.begin(), options[2].not_separated_from.end(), "base") == 1);
}

TEST_CASE("a study that ranks nothing leaves its values") {
    auto s = small_study();
    s.weights.clear();
    const auto summary = summarise(s, run(s).value());
    CHECK(summary.rankings.empty());
    CHECK(summary.values.size() == 8);
}

TEST_CASE("the treatments of missing values have the words of the ranking table") {
    CHECK(name(missing_treatment::as_stated) == "as each criterion says");
    CHECK(name(missing_treatment::left_out) == "criteria left out");
}
