// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/areas.hpp"

#include "concordat/study/run.hpp"
#include "decide/tables.hpp"
#include "model/small_areas.hpp"
#include "study/small_patchwork.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// A baseline on which option A1 has one value for certain, and A2 another.
baseline_result settled(std::string key, double first, double second) {
    baseline_result b;
    b.baseline = std::move(key);
    const auto table = tables::of_values({{first}, {second}});
    const auto weights = tables::direct({{"C1", 1}});
    weighed_ranking ranking;
    ranking.central = additive(table, weights).value();
    ranking.with_missing = rank_probability(table, weights, {.samples = 10}).value();
    ranking.without_missing = ranking.with_missing;
    b.rankings.push_back(std::move(ranking));
    return b;
}

/// Where nothing is delegated A1 is worth 0.75 and A2 0.25; where all is, 0.25 and 0.5.
std::vector<baseline_result> two_baselines() { return {settled("none", 0.75, 0.25), settled("whole", 0.25, 0.5)}; }

study two_options() {
    study s;
    s.options = {{"A1", "", {}, {}, {}}, {"A2", "", {}, {}, {}}};
    s.weights = {tables::direct({{"C1", 1}})};
    s.as_of = date{2023, 10, 1};
    s.areas = small_areas();
    return s;
}

}  // namespace

TEST_CASE("an area's results are those of its possible arrangements, mixed by their odds") {
    // North is whole for certain; the south is whole with odds 0.2, the isles with 0.5.
    const auto found = mix_areas(two_options(), two_baselines()).value();
    CHECK(found.year == 2023);
    REQUIRE(found.areas.size() == 3);
    const auto first = [&](std::size_t a, std::size_t o) { return found.at(found.areas[a], 0, o).first.value; };
    const auto value = [&](std::size_t a, std::size_t o) { return found.at(found.areas[a], 0, o).value; };
    CHECK(first(0, 0) == 0);
    CHECK(first(0, 1) == 1);
    CHECK(first(1, 0) == Approx(0.8));
    CHECK(first(1, 1) == Approx(0.2));
    CHECK(first(2, 0) == 0.5);
    CHECK(value(0, 0) == 0.25);
    CHECK(value(1, 0) == Approx(0.8 * 0.75 + 0.2 * 0.25));
    CHECK(value(1, 1) == Approx(0.8 * 0.25 + 0.2 * 0.5));
    CHECK(value(2, 1) == Approx(0.375));
}

TEST_CASE("the country is the mean over people, and over people under 18") {
    const auto found = mix_areas(two_options(), two_baselines()).value();
    // 100, 300 and 100 people: (0 * 100 + 0.8 * 300 + 0.5 * 100) / 500. Children: 30, 50 and 20.
    CHECK(found.at(0, 0).by_population->first.value == Approx(0.58));
    CHECK(found.at(0, 1).by_population->first.value == Approx(0.42));
    CHECK(found.at(0, 0).by_under_18->first.value == Approx(0.5));
    CHECK(found.at(0, 0).by_population->value == Approx((25.0 + 0.65 * 300 + 50) / 500));
    CHECK(found.at(0, 0).by_population->first_without_missing.value == Approx(0.58));
    // South and isles rest on odds.
    CHECK(found.on_odds == 2);
    CHECK(*found.population_on_odds == Approx(0.8));
    CHECK(*found.under_18_on_odds == Approx(0.7));
}

TEST_CASE("each option has areas where it leads, and one where it does worst") {
    const auto found = mix_areas(two_options(), two_baselines()).value();
    const auto& a = found.at(0, 0);
    const auto& b = found.at(0, 1);
    CHECK(a.lowest_first == worst_off{0, {0}});
    CHECK(a.lowest_value == worst_off{0.25, {0}});
    CHECK(b.lowest_first.areas == std::vector<std::size_t>{1});
    // In the isles both are as probably first, so both lead there, and neither is separate.
    CHECK(a.leads == 2);
    CHECK(a.separate == 1);
    CHECK(a.lead_lowest == 0.5);
    CHECK(a.lead_highest == Approx(0.8));
    CHECK(b.leads == 2);
    CHECK(b.separate == 1);
    CHECK(b.lead_highest == 1);
}

TEST_CASE("areas that are alike are worst off together") {
    auto s = two_options();
    s.areas->areas[2].delegations = s.areas->areas[0].delegations;
    const auto found = mix_areas(s, two_baselines()).value();
    CHECK(found.at(0, 0).lowest_first.areas == std::vector<std::size_t>{0, 2});
    CHECK(found.on_odds == 1);
}

TEST_CASE("a mean over people is not made up where some area's are not known") {
    auto s = two_options();
    s.areas->areas[1].population.reset();
    for (auto& each : s.areas->areas) each.population_under_18->value = 0;
    const auto found = mix_areas(s, two_baselines()).value();
    CHECK_FALSE(found.at(0, 0).by_population.has_value());
    CHECK_FALSE(found.population_on_odds.has_value());
    CHECK_FALSE(found.at(0, 0).by_under_18.has_value());
    CHECK(found.at(0, 0).leads == 2);
}

TEST_CASE("the study's day decides the year, as the table of areas counts years") {
    auto s = two_options();
    s.areas->areas[0].delegations[0].to = 2023;
    CHECK(mix_areas(s, two_baselines()).value().on_odds == 3);
    s.areas->first_month = 11;
    CHECK(mix_areas(s, two_baselines()).value().year == 2022);
    CHECK(mix_areas(s, two_baselines()).value().on_odds == 2);
}

TEST_CASE("a run mixes what it found on its baselines, the same for any number of threads") {
    const auto s = small_patchwork();
    const auto once = run(s, {.threads = 1}).value();
    REQUIRE(once.areas.has_value());
    const auto ranks = [&](std::size_t b) -> const rank_probabilities& {
        return once.baselines[b].rankings[0].with_missing;
    };
    const auto& north = once.areas->areas[0];
    const auto& south = once.areas->areas[1];
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        CHECK(once.areas->at(north, 0, o).first == ranks(1).first(o));
        const auto mixed = once.areas->at(south, 0, o).first;
        CHECK(mixed.value == Approx(0.8 * ranks(0).first(o).value + 0.2 * ranks(1).first(o).value));
        CHECK(mixed.standard_error ==
              Approx(0.8 * ranks(0).first(o).standard_error + 0.2 * ranks(1).first(o).standard_error));
    }
    for (const unsigned threads : {2u, 7u}) CHECK(run(s, {.threads = threads}).value().areas == once.areas);
    CHECK_FALSE(run(small_study()).value().areas.has_value());
}

TEST_CASE("a study with areas needs a day, and every arrangement among its baselines") {
    auto s = small_patchwork();
    s.as_of.reset();
    auto refused = run(s);
    REQUIRE_FALSE(refused.has_value());
    CHECK_THAT(refused.error().message, Catch::Contains("no day on which their arrangements are looked up"));

    s = small_patchwork();
    s.areas->arrangements[1].model = "worked.option-y";
    refused = run(s);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == errc::dangling_reference);
    CHECK_THAT(to_string(refused.error()),
               Catch::Contains("the arrangement \"worked.option-y\", which is no baseline of the study") &&
                   Catch::Contains("did you mean \"worked.option-x\"?"));
}
