// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/rank_probability.hpp"

#include "concordat/decide/additive.hpp"
#include "rank_oracle.hpp"
#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

constexpr std::uint64_t many = 100'000;

rank_probabilities of(const performance_table& table, const weight_set& set = {}, std::uint64_t samples = many) {
    return rank_probability(table, set, {samples, 1, 0, {}}).value();
}

/// Five standard errors of a share at the worst, 1/2.
constexpr double near = 5 * 0.5 / 316.2;

/// Options with every kind of cell, in two branches.
performance_table mixed(std::size_t options) {
    stream s(4, purpose::test, 0);
    std::vector<std::vector<quantity>> rows;
    for (std::size_t i = 0; i < options; ++i) {
        const double a = s.uniform() / 2;
        rows.push_back({exact_value{s.uniform()}, interval_value{a, a + 0.4}, triangular_value{a, a + 0.1, a + 0.5},
                        discrete_value{{{a, 0.5}, {1 - a, 0.5}}}, empirical_value{{a, a * a, 0.9}}, missing_value{}});
    }
    auto table = tables::of(rows);
    table.branches = {{"B", "", ""}, {"D", "", ""}};
    for (std::size_t j = 0; j < 6; ++j) table.criteria[j].parent = j % 2 == 0 ? "B" : "D";
    table.criteria[2].value = peaked_shape{0, 0.4, 1};
    table.criteria[3].value = threshold_shape{0.5, sense::higher};
    table.criteria[4].value = piecewise_shape{{{0, 0}, {0.5, 0.8}, {1, 1}}};
    table.criteria[5].gaps = gap_rule::whole_scale;
    return table;
}

}  // namespace

TEST_CASE("two criteria of unknown weight: the share of weights that favours an option", "[decide]") {
    // w + 0 (1 - w) > w / 4 + (1 - w) / 2 where w > 2/5, and w is uniform on [0, 1].
    const auto ranks = of(tables::of_values({{1.0, 0.0}, {0.25, 0.5}}));
    CHECK_THAT(ranks.first(0).value, Catch::WithinAbs(0.6, near));
    CHECK_THAT(ranks.first(1).value, Catch::WithinAbs(0.4, near));
    CHECK_THAT(ranks.beats(0, 1).value, Catch::WithinAbs(0.6, near));
    CHECK_THAT(ranks.expected_rank(0).value, Catch::WithinAbs(1.4, near));
    CHECK(ranks.separated(0, 1));
    // The weights that favour the first run from 2/5 to 1, the others' from 0 to 2/5.
    CHECK_THAT(ranks.central_weights(0)[0], Catch::WithinAbs(0.7, near));
    CHECK_THAT(ranks.central_weights(1)[0], Catch::WithinAbs(0.2, near));
    CHECK_THAT(ranks.central_weights(1)[0] + ranks.central_weights(1)[1], Catch::WithinAbs(1, 1e-15));
}

TEST_CASE("two criteria of known order: the share of weights in that order", "[decide]") {
    // w > w / 2 + (1 - w) where w > 2/3, and w is uniform on [1/2, 1].
    const auto ranks = of(tables::of_values({{1.0, 0.0}, {0.5, 1.0}}), tables::ordinal({"C1", "C2"}));
    CHECK_THAT(ranks.first(0).value, Catch::WithinAbs(2.0 / 3, near));
}

TEST_CASE("options that are best at one thing each share the ranks evenly", "[decide]") {
    const auto ranks =
        of(tables::of_values({{1.0, 0.0, 0.0, 0.0}, {0.0, 1.0, 0.0, 0.0}, {0.0, 0.0, 1.0, 0.0}, {0.0, 0.0, 0.0, 1.0}}));
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t r = 1; r <= 4; ++r) CHECK_THAT(ranks.acceptability(i, r).value, Catch::WithinAbs(0.25, near));
        CHECK_THAT(ranks.among_worst_three(i).value, Catch::WithinAbs(0.75, near));
        CHECK_THAT(ranks.expected_rank(i).value, Catch::WithinAbs(2.5, 3 * near));
        // The largest of four spacings has mean 25/48.
        CHECK_THAT(ranks.central_weights(i)[i], Catch::WithinAbs(25.0 / 48, near));
    }
}

TEST_CASE("uncertain cells: probabilities from the distribution functions", "[decide]") {
    const auto first = [](const quantity& a, const quantity& b) { return of(tables::of({{a}, {b}})).first(0).value; };
    CHECK_THAT(first(interval_value{0, 1}, exact_value{0.3}), Catch::WithinAbs(0.7, near));
    CHECK_THAT(first(interval_value{0, 1}, interval_value{0, 0.5}), Catch::WithinAbs(0.75, near));
    CHECK_THAT(first(normal_value{0.5, 0.1}, exact_value{0.4}), Catch::WithinAbs(0.8413447, near));
    CHECK_THAT(first(normal_value{0.5, 0.1}, normal_value{0.4, 0.1}), Catch::WithinAbs(0.7602499, near));
    CHECK_THAT(first(triangular_value{0, 0.5, 1}, exact_value{0.25}), Catch::WithinAbs(0.875, near));
    CHECK_THAT(first(discrete_value{{{0, 0.2}, {1, 0.8}}}, exact_value{0.5}), Catch::WithinAbs(0.8, near));
    CHECK_THAT(first(empirical_value{{0, 0.4, 0.6, 1}}, exact_value{0.5}), Catch::WithinAbs(0.5, near));
    auto table = tables::of({{missing_value{}}, {exact_value{0.9}}});
    table.criteria[0].gaps = gap_rule::whole_scale;
    CHECK_THAT(of(table).first(0).value, Catch::WithinAbs(0.1, near));
}

TEST_CASE("standard errors are those of shares, indices with ties and mean ranks", "[decide]") {
    const auto ranks = of(tables::of({{discrete_value{{{0.25, 0.5}, {0.5, 0.25}, {0.75, 0.25}}}}, {exact_value{0.5}}}));
    const double n = static_cast<double>(many);
    const double p = ranks.first(1).value;
    CHECK_THAT(ranks.first(1).standard_error, Catch::WithinAbs(std::sqrt(p * (1 - p) / n), 1e-15));
    const double wins = static_cast<double>(ranks.win_count(0, 1)) / n;
    const double losses = static_cast<double>(ranks.win_count(1, 0)) / n;
    const double ties = 1 - wins - losses;
    const double index = wins + ties / 2;
    CHECK_THAT(index, Catch::WithinAbs(0.375, near));
    CHECK_THAT(ranks.beats(0, 1).value, Catch::WithinAbs(index, 1e-15));
    CHECK_THAT(ranks.beats(0, 1).standard_error,
               Catch::WithinAbs(std::sqrt((wins + ties / 4 - index * index) / n), 1e-12));
    CHECK_THAT(ranks.expected_rank(0).standard_error, Catch::WithinAbs(std::sqrt(losses * (1 - losses) / n), 1e-15));
}

TEST_CASE("counting agrees with ranking every sample by itself", "[decide]") {
    const auto table = check(mixed(7)).value();
    constexpr std::uint64_t samples = 5000;
    const auto ranks = of(table, {}, samples);
    const auto expected = oracle::ranks(check(table_scenarios{table, {}}).value(), {}, samples, 1);
    for (std::size_t i = 0; i < 7; ++i) {
        for (std::size_t r = 1; r <= 7; ++r)
            CHECK(static_cast<double>(ranks.rank_count(i, r)) == expected.ranks[0][i][r - 1]);
        CHECK(ranks.among_worst_three(i).value == expected.worst[0][i] / samples);
    }
}

TEST_CASE("a compromise and three extremes: the shares of a triangle", "[decide]") {
    // Weights are uniform on a triangle. An extreme beats the compromise where its weight is above 2/5: with
    // probability (3/5)²; two of them do with (1/5)², three never.
    const auto ranks = of(tables::of_values({{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}, {0.4, 0.4, 0.4}}));
    CHECK_THAT(ranks.first(3).value, Catch::WithinAbs(0.04, near));
    CHECK_THAT(ranks.acceptability(3, 2).value, Catch::WithinAbs(0.84, near));
    CHECK_THAT(ranks.acceptability(3, 3).value, Catch::WithinAbs(0.12, near));
    CHECK(ranks.rank_count(3, 4) == 0);
    CHECK_THAT(ranks.beats(0, 3).value, Catch::WithinAbs(0.36, near));
    for (std::size_t i = 0; i < 3; ++i) CHECK_THAT(ranks.first(i).value, Catch::WithinAbs(0.32, near));
    const auto errors = ranks.central_weight_errors(3);
    for (std::size_t j = 0; j < 3; ++j)
        CHECK_THAT(ranks.central_weights(3)[j], Catch::WithinAbs(1.0 / 3, 5 * errors[j]));
    // One half of the triangle, where w1 > w2. Its centre of mass...
    const auto halves = of(tables::of_values({{0.9, 0.3, 0.5}, {0.6, 0.6, 0.5}}));
    CHECK_THAT(halves.first(0).value, Catch::WithinAbs(0.5, near));
    // ... is the mean of the corners (1, 0, 0), (0, 0, 1) and (1/2, 1/2, 0).
    const double centre[] = {0.5, 1.0 / 6, 1.0 / 3};
    for (std::size_t j = 0; j < 3; ++j)
        CHECK_THAT(halves.central_weights(0)[j], Catch::WithinAbs(centre[j], 5 * halves.central_weight_errors(0)[j]));
}

TEST_CASE("central weights have the standard error of a mean", "[decide]") {
    // First where w > 2/5: w is uniform on [2/5, 1], with standard deviation (3/5) / sqrt(12).
    const auto ranks = of(tables::of_values({{1.0, 0.0}, {0.25, 0.5}}));
    const double firsts = static_cast<double>(ranks.rank_count(0, 1));
    for (const double error : ranks.central_weight_errors(0))
        CHECK_THAT(error, Catch::WithinRel(0.6 / std::sqrt(12 * firsts), 0.02));
    CHECK(ranks.central_weight_errors(0).size() == 2);
    const auto never = of(tables::of_values({{0.3, 0.7}, {0.1, 0.2}}), {}, 100);
    CHECK(never.central_weight_errors(1).empty());
}

TEST_CASE("a confidence factor is the probability of being first with one's central weights", "[decide]") {
    const auto below = [](double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; };
    const auto table =
        tables::of({{normal_value{0.6, 0.05}, normal_value{0.5, 0.05}}, {exact_value{0.5}, exact_value{0.6}}});
    const auto ranks = of(table);
    const auto factors = confidence_factors(table_scenarios{table, {}}, ranks, {many, 2, 0, {}}).value();
    const auto favouring = [&](std::size_t option) {
        const auto w = ranks.central_weights(option);
        return below(0.1 * (w[0] - w[1]) / (0.05 * std::hypot(w[0], w[1])));
    };
    REQUIRE(factors[0]);
    REQUIRE(factors[1]);
    CHECK_THAT(factors[0]->value, Catch::WithinAbs(favouring(0), near));
    CHECK_THAT(factors[1]->value, Catch::WithinAbs(1 - favouring(1), near));
    const double p = factors[0]->value;
    CHECK_THAT(factors[0]->standard_error, Catch::WithinAbs(std::sqrt(p * (1 - p) / many), 1e-15));

    // What is known without doubt has a factor of 1, and who is never first has none; equals share the first rank.
    const auto certain = tables::of_values({{0.9, 0.1}, {0.1, 0.9}, {0.1, 0.1}, {0.9, 0.1}});
    const auto sure = confidence_factors(table_scenarios{certain, {}}, of(certain, {}, 100), {100, 1, 1, {}}).value();
    CHECK(sure[0] == estimate{1, 0});
    CHECK(sure[1] == estimate{1, 0});
    CHECK_FALSE(sure[2]);
    CHECK(sure[3] == estimate{1, 0});
    CHECK(confidence_factors(table_scenarios{certain, {}}, ranks, {}).error().message ==
          "rank probabilities of 2 options and 2 criteria, but the table has 4 and 2");
    CHECK(confidence_factors(table_scenarios{table, {}}, ranks, {0, 1, 1, {}}).error().code == errc::out_of_range);
}

TEST_CASE("the result is the same for any number of threads", "[decide]") {
    const auto table = mixed(9);
    const auto one = rank_probability(table, {}, {20'001, 7, 1, {}}).value();
    for (const unsigned threads : {2u, 3u, 7u, 16u, 0u})
        CHECK(rank_probability(table, {}, {20'001, 7, threads, {}}).value() == one);
    CHECK_FALSE(rank_probability(table, {}, {20'001, 8, 1, {}}).value() == one);
}

TEST_CASE("the order of options and criteria in the table changes nothing", "[decide]") {
    const auto table = mixed(5);
    auto turned = table;
    std::reverse(turned.options.begin(), turned.options.end());
    std::reverse(turned.criteria.begin(), turned.criteria.end());
    std::reverse(turned.cells.begin(), turned.cells.end());
    const auto one = of(table, {}, 10'000);
    const auto other = of(turned, {}, 10'000);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t r = 1; r <= 5; ++r) CHECK(one.rank_count(i, r) == other.rank_count(4 - i, r));
        const auto weights = one.central_weights(i);
        CHECK(std::vector<double>(weights.rbegin(), weights.rend()) == other.central_weights(4 - i));
    }
}

TEST_CASE("equal options tie in every sample, share the better rank and are not separated", "[decide]") {
    const auto ranks = of(tables::of_values({{0.3, 0.7}, {0.1, 0.2}, {0.3, 0.7}}), {}, 5000);
    CHECK(ranks.win_count(0, 2) == 0);
    CHECK(ranks.win_count(2, 0) == 0);
    CHECK(ranks.first(0) == estimate{1, 0});
    CHECK(ranks.first(2) == estimate{1, 0});
    CHECK(ranks.acceptability(1, 3) == estimate{1, 0});
    CHECK(ranks.beats(0, 2) == estimate{0.5, 0});
    CHECK_FALSE(ranks.separated(0, 2));
    CHECK(ranks.separated(0, 1));
    CHECK(ranks.central_weights(1).empty());
}

TEST_CASE("an option alone, and options that are all equal, are first with certainty", "[decide]") {
    const auto alone = of(tables::of_values({{0.2, 0.4}}), {}, 100);
    CHECK(alone.first(0) == estimate{1, 0});
    CHECK(alone.expected_rank(0) == estimate{1, 0});
    CHECK(alone.among_worst_three(0) == estimate{1, 0});
    CHECK(alone.beats(0, 0) == estimate{0.5, 0});
    CHECK_FALSE(alone.separated(0, 0));
    const auto equal = of(tables::of_values({{0.0}, {0.0}, {0.0}, {0.0}}), {}, 100);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(equal.first(i) == estimate{1, 0});
        CHECK(equal.among_worst_three(i) == estimate{1, 0});
    }
    CHECK_FALSE(equal.uncertain());
}

TEST_CASE("two options are separated by evidence, not by a handful of samples", "[decide]") {
    const auto table = tables::of({{interval_value{0.4, 1}}, {exact_value{0.1}}});
    CHECK_FALSE(of(table, {}, 4).separated(0, 1));
    CHECK(of(table, {}, 5).separated(0, 1));
    // Where nothing is drawn one sample says it all.
    const auto certain = of(tables::of_values({{0.4}, {0.1}}), {}, 1);
    CHECK(certain.separated(0, 1));
    CHECK(certain.separated(1, 0));
    // Two options that are alike in distribution.
    CHECK_FALSE(of(tables::of({{interval_value{0, 1}}, {interval_value{0, 1}}})).separated(0, 1));
}

TEST_CASE("sampling converges to the additive value's order and never sees what is left out", "[decide]") {
    auto table = tables::of({{exact_value{0.9}, missing_value{}}, {exact_value{0.1}, exact_value{1}}});
    table.criteria[1].gaps = gap_rule::leave_out;
    const auto ranks = of(table, {}, 1000);
    CHECK(ranks.first(0) == estimate{1, 0});
    CHECK(ranks.central_weights(0) == std::vector<double>{1, 0});
    CHECK(additive(table, {}).value().options[0].rank == 1);
}

TEST_CASE("a dominated option is never ahead, and every row of acceptabilities sums to 1", "[decide]") {
    stream s(9, purpose::test, 0);
    for (int round = 0; round < 10; ++round) {
        const auto table = tables::random(s, 6, 3, 4);
        const auto ranks = of(table, {}, 2000);
        const auto relation = dominance(table, dominance_basis::robust).value();
        for (std::size_t i = 0; i < 6; ++i) {
            std::uint64_t sum = 0;
            for (std::size_t r = 1; r <= 6; ++r) sum += ranks.rank_count(i, r);
            CHECK(sum == 2000);
            for (std::size_t k = 0; k < 6; ++k) {
                if (relation.dominates(i, k)) CHECK(ranks.win_count(k, i) == 0);
                CHECK(ranks.beats(i, k).value + ranks.beats(k, i).value == 1);
            }
        }
    }
}

TEST_CASE("samples are bounded, and progress can stop the work", "[decide]") {
    const auto table = tables::of_values({{0.5, 1.0}, {1.0, 0.5}});
    CHECK(rank_probability(table, {}, {0, 1, 0, {}}).error().code == errc::out_of_range);
    CHECK(rank_probability(table, {}, {most_samples + 1, 1, 0, {}}).error().code == errc::limit_exceeded);
    const auto stop = [](std::size_t done, std::size_t) { return done < 3; };
    CHECK(rank_probability(table, {}, {1'000'000, 1, 2, stop}).error().code == errc::interrupted);
    std::vector<std::size_t> totals;
    const auto watch = [&](std::size_t, std::size_t total) {
        totals.push_back(total);
        return true;
    };
    CHECK(rank_probability(table, {}, {10'000, 1, 2, watch}).has_value());
    CHECK(totals == std::vector<std::size_t>{3, 3, 3});
    const auto crowd = tables::of_values(std::vector<std::vector<double>>(most_compared + 1, {0.5}));
    CHECK(rank_probability(crowd, {}).error().code == errc::limit_exceeded);
    CHECK(rank_probability(performance_table{}, {}).error().code == errc::missing_value);
}
