// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/uncertainty_split.hpp"

#include "concordat/decide/ranks.hpp"
#include "tables.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

uncertainty_split of(const table_scenarios& scenarios, const weight_set& set = {}, std::uint64_t samples = 3'000) {
    return uncertainty_split_of(scenarios, set, {samples, 1, 1, {}}).value();
}

void agrees(const estimate& each, double expected) {
    CHECK(each.standard_error < 0.1);
    CHECK_THAT(each.value, Catch::WithinAbs(expected, 5 * each.standard_error + 1e-2));
}

/// The variance of a function of three independent factors and of its means given each, from all its values.
struct exact_split {
    double variance = 0;
    std::array<double, 3> parts{};
};

exact_split split_of(const std::vector<std::vector<std::vector<double>>>& values,
                     const std::array<std::vector<double>, 3>& odds) {
    std::array<std::vector<double>, 3> means;
    for (std::size_t f = 0; f < 3; ++f) means[f].assign(odds[f].size(), 0);
    double mean = 0;
    double square = 0;
    for (std::size_t a = 0; a < odds[0].size(); ++a)
        for (std::size_t b = 0; b < odds[1].size(); ++b)
            for (std::size_t c = 0; c < odds[2].size(); ++c) {
                const double y = values[a][b][c];
                mean += odds[0][a] * odds[1][b] * odds[2][c] * y;
                square += odds[0][a] * odds[1][b] * odds[2][c] * y * y;
                means[0][a] += odds[1][b] * odds[2][c] * y;
                means[1][b] += odds[0][a] * odds[2][c] * y;
                means[2][c] += odds[0][a] * odds[1][b] * y;
            }
    exact_split made{square - mean * mean, {}};
    for (std::size_t f = 0; f < 3; ++f) {
        for (std::size_t at = 0; at < odds[f].size(); ++at)
            made.parts[f] += odds[f][at] * (means[f][at] - mean) * (means[f][at] - mean);
        made.parts[f] /= made.variance;
    }
    return made;
}

}  // namespace

TEST_CASE("two coins that both must fall: a third each, and a third together", "[decide][what_if]") {
    // The second option overtakes when its cell is high and the scenario is the second: Y = 1 - A B with fair coins has
    // variance 3/16, of which Var(B/2) = 1/16 is one coin's.
    table_scenarios scenarios{tables::of_values({{0.5, 0.5}, {0, 0}}), {}};
    const discrete_value coin{{{0, 0.5}, {1, 0.5}}};
    const auto cells = [&](double other) {
        return std::vector<quantity>{exact_value{0.6}, exact_value{0.6}, coin, exact_value{other}};
    };
    scenarios.cells = {cells(0), cells(1)};
    const auto found = of(scenarios, tables::direct({{"C1", 1}, {"C2", 1}}), 20'000);
    for (const auto& each : {found.options[0], found.options[1], found.overall}) {
        CHECK_THAT(each.variance, Catch::WithinAbs(3.0 / 16, 0.015));
        CHECK(each.weights == estimate{0, 0});
        agrees(each.ratings, 1.0 / 3);
        agrees(each.scenarios, 1.0 / 3);
        CHECK_THAT(each.interaction, Catch::WithinAbs(1.0 / 3, 0.05));
    }
}

TEST_CASE("a sum of two normals that must not fall below 0: shares by Sheppard's arcsine", "[decide][what_if]") {
    // No published split of a rank's variance was found, so this one is in closed form. X from the cells and Z from the
    // scenarios are normal with mean 0, and the options change places where X + Z turns its sign: Y = [X + Z > 0].
    // Two independent copies of X + Z that share X have the correlation r = Var X / Var (X + Z), and both are positive
    // with probability 1/4 + asin(r) / 2 pi, which is Sheppard's theorem of median dichotomy. Since Var Y = 1/4, the
    // share of X is 2 asin(r) / pi: a third for equal parts.
    const double pi = std::acos(-1.0);
    for (const double r : {0.25, 0.5, 0.75}) {
        table_scenarios scenarios{tables::of_values({{0.5, 0.5}, {0.5, 0.5}}), {}};
        constexpr std::size_t slices = 1000;
        for (std::size_t z = 0; z < slices; ++z) {
            const double u = (static_cast<double>(z) + 0.5) / slices;
            scenarios.cells.push_back({normal_value{0.5, 0.1 * std::sqrt(r)},
                                       exact_value{draw(normal_value{0.5, 0.1 * std::sqrt(1 - r)}, u)},
                                       exact_value{0.5}, exact_value{0.5}});
        }
        const auto found = of(scenarios, tables::direct({{"C1", 1}, {"C2", 1}}), 30'000);
        const double cells = 2 * std::asin(r) / pi;
        const double drawn = 2 * std::asin(1 - r) / pi;
        for (const auto& each : {found.options[0], found.options[1], found.overall}) {
            CHECK_THAT(each.variance, Catch::WithinAbs(0.25, 0.005));
            CHECK(each.weights == estimate{0, 0});
            agrees(each.ratings, cells);
            agrees(each.scenarios, drawn);
            CHECK_THAT(each.interaction, Catch::WithinAbs(1 - cells - drawn, 0.05));
        }
    }
}

TEST_CASE("what alone varies is all of it", "[decide][what_if]") {
    const auto weights = of({tables::of_values({{1.0, 0.0}, {0.25, 0.5}}), {}});
    CHECK(weights.options[0].weights == estimate{1, 0});
    CHECK(weights.options[0].interaction == 0);
    const auto ratings = of({tables::of({{interval_value{0, 1}}, {exact_value{0.3}}}), {}});
    CHECK(ratings.overall.ratings == estimate{1, 0});
    table_scenarios two{tables::of_values({{0.1}, {0.2}}), {}};
    two.cells = {two.table.cells, tables::of_values({{0.3}, {0.2}}).cells};
    CHECK(of(two).options[1].scenarios == estimate{1, 0});
    CHECK(of(two).options[1].ratings == estimate{0, 0});
}

TEST_CASE("where no rank changes there is no variance to split", "[decide][what_if]") {
    const auto still =
        of({tables::of({{interval_value{0.6, 1}, exact_value{0.8}}, {exact_value{0.5}, exact_value{0}}}), {}});
    CHECK(still.options[0] == variance_split{});
    CHECK(still.overall == variance_split{});
    CHECK(of({tables::of_values({{0.4}}), {}}).overall == variance_split{});
    // An option that never moves, beside two that do.
    const auto third = of({tables::of({{interval_value{0.5, 1}}, {interval_value{0.5, 1}}, {exact_value{0}}}), {}});
    CHECK(third.options[2] == variance_split{});
    CHECK(third.options[0].ratings == estimate{1, 0});
    CHECK_THAT(third.overall.variance, Catch::WithinAbs(2 * 0.25 / 3, 0.01));
}

TEST_CASE("sampling agrees with all outcomes of weights, cells and scenarios", "[decide][what_if]") {
    stream s(1, purpose::test, 51);
    for (int round = 0; round < 8; ++round) {
        constexpr std::size_t options = 3;
        constexpr std::size_t grid = 50;
        table_scenarios scenarios{tables::random(s, options, 2, 20), {}};
        for (int z = 0; z < 3; ++z) {
            scenarios.cells.push_back(tables::random(s, options, 2, 20).cells);
            scenarios.cells.back()[0] = discrete_value{{{s.uniform(), 0.3}, {s.uniform(), 0.7}}};
            scenarios.cells.back()[3] = empirical_value{{0, s.uniform(), 1}};
        }
        const auto checked = check(scenarios).value();
        // One criterion's weight is uniform on [0, 1]; the cells have six joint outcomes; there are three scenarios.
        const std::array<std::vector<double>, 3> odds{std::vector<double>(grid, 1.0 / grid),
                                                      std::vector<double>{0.1, 0.1, 0.1, 0.7 / 3, 0.7 / 3, 0.7 / 3},
                                                      std::vector<double>(3, 1.0 / 3)};
        std::vector<std::vector<std::vector<std::vector<double>>>> ranks(
            options, std::vector(grid, std::vector(6, std::vector<double>(3))));
        for (std::size_t a = 0; a < grid; ++a)
            for (std::size_t b = 0; b < 6; ++b)
                for (std::size_t z = 0; z < 3; ++z) {
                    const double w = (static_cast<double>(a) + 0.5) / grid;
                    auto cells = checked.cells[z];
                    // Outcomes stand in rising order, so the first may be the one of 0.7: its odds tell.
                    const auto& outcomes = std::get<discrete_value>(cells[0]).outcomes;
                    const std::size_t which = outcomes[0].probability < 0.5 ? b / 3 : 1 - b / 3;
                    cells[0] = exact_value{outcomes[which].value};
                    cells[3] = exact_value{std::get<empirical_value>(cells[3]).observations[b % 3]};
                    std::vector<double> values;
                    for (std::size_t i = 0; i < options; ++i)
                        values.push_back(w * mean(cells[2 * i]) + (1 - w) * mean(cells[2 * i + 1]));
                    const auto order = ranks_of(values);
                    for (std::size_t i = 0; i < options; ++i) ranks[i][a][b][z] = static_cast<double>(order[i]);
                }
        const auto found = of(scenarios, {}, 5'000);
        for (std::size_t i = 0; i < options; ++i) {
            const auto exact = split_of(ranks[i], odds);
            if (exact.variance < 0.05) continue;
            CHECK_THAT(found.options[i].variance, Catch::WithinAbs(exact.variance, 0.05));
            agrees(found.options[i].weights, exact.parts[0]);
            agrees(found.options[i].scenarios, exact.parts[2]);
        }
    }
}

TEST_CASE("standard errors are as large as the spread over seeds", "[decide][what_if]") {
    const auto table = tables::of({{interval_value{0.2, 0.9}, exact_value{0.3}}, {exact_value{0.4}, exact_value{0.6}}});
    double sum = 0;
    double squares = 0;
    double stated = 0;
    constexpr int seeds = 60;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto part = uncertainty_split_of({table, {}}, {}, {500, static_cast<std::uint64_t>(seed), 1, {}})
                              .value()
                              .options[0]
                              .weights;
        sum += part.value;
        squares += part.value * part.value;
        stated += part.standard_error / seeds;
    }
    const double spread = std::sqrt(squares / seeds - (sum / seeds) * (sum / seeds));
    CHECK(stated > 0.75 * spread);
    CHECK(stated < 1.33 * spread);
}

TEST_CASE("the same split for any number of threads", "[decide][what_if]") {
    const auto table =
        tables::of({{interval_value{0, 1}, exact_value{0.3}}, {exact_value{0.4}, triangular_value{0, 0.5, 1}}});
    const auto one = uncertainty_split_of({table, {}}, {}, {1001, 5, 1, {}}).value();
    for (const unsigned threads : {2u, 5u})
        CHECK(uncertainty_split_of({table, {}}, {}, {1001, 5, threads, {}}).value() == one);
}

TEST_CASE("a split needs two samples, and can be stopped", "[decide][what_if]") {
    const table_scenarios one{tables::of_values({{0.1, 0.2}, {0.2, 0.1}}), {}};
    CHECK(uncertainty_split_of(one, {}, {1, 1, 0, {}}).error().code == errc::out_of_range);
    CHECK(uncertainty_split_of(one, {}, {most_samples + 1, 1, 0, {}}).error().code == errc::limit_exceeded);
    const auto stop = [](std::size_t, std::size_t) { return false; };
    CHECK(uncertainty_split_of(one, {}, {100, 1, 1, stop}).error().code == errc::interrupted);
    CHECK(uncertainty_split_of({}, {}).error().code == errc::missing_value);
    CHECK(uncertainty_split_of(one, {}, {2, 1, 0, {}}).has_value());
}
