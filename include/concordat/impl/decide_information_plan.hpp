// SPDX-License-Identifier: Apache-2.0
/// What is known before sampling about the value of information: expected values, how far each cell predicts its
/// option's value, and what one would choose knowing a group of markers. Internal to the value of information.
#pragma once

#include "concordat/decide/value_of_information.hpp"
#include "concordat/impl/decide_marker_regression.hpp"
#include "concordat/impl/decide_scenario_draws.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace concordat::detail::information {

/// A part that could be known: its sums stand from `offset` on, an option's worth of them for each choice that differs
/// from the one made without it.
struct question {
    enum class about : std::uint8_t { criterion, cell, group } what = about::criterion;
    std::size_t which = 0;  ///< position of the criterion in the table, the cell, or the group
    std::size_t offset = 0;
    std::size_t choices = 0;
};

struct plan {
    scenario_draws::plan draws;
    std::vector<double> weights;   ///< by criterion
    std::vector<double> expected;  ///< by cell: mean worth over the scenarios
    std::vector<double> slope;     ///< by cell: what its option's expected value gains by a unit of its worth
    std::vector<double> base;      ///< by option: expected value
    std::size_t choice = 0;
    std::size_t runner_up = 0;
    std::vector<std::vector<std::size_t>> told;  ///< group by scenario: what one would choose
    std::vector<question> questions;
    std::size_t sums = 0;
    std::uint64_t seed = 0;
};

/// Means and products over the scenarios, added up in their order.
struct moments {
    explicit moments(std::size_t cells)
        : first(cells), second(cells), within(cells), with_value(cells), lowest(cells, 1), highest(cells, 0) {}

    std::vector<double> first;       ///< of a cell's expected worth
    std::vector<double> second;      ///< of its square
    std::vector<double> within;      ///< of the variance of its worth within the scenario
    std::vector<double> with_value;  ///< of its product with its option's expected value
    std::vector<double> lowest;
    std::vector<double> highest;
    std::vector<double> values;  ///< scenario by option: expected values
};

/// At the middles of eight equal parts of the distribution: near enough, as it only tells how to choose.
inline double variance_within(const scenario_draws::plan& draws, std::size_t scenario, std::size_t cell) {
    constexpr int parts = 8;
    double sum = 0;
    double squares = 0;
    for (int part = 0; part < parts; ++part) {
        const double worth = scenario_draws::worth_at_share(draws, scenario, cell, (part + 0.5) / parts);
        sum += worth;
        squares += worth * worth;
    }
    return std::max(squares / parts - (sum / parts) * (sum / parts), 0.0);
}

inline moments moments_of(const scenario_draws::plan& draws, const std::vector<double>& weights) {
    const auto& scenarios = *draws.scenarios;
    const std::size_t width = draws.options * draws.criteria;
    const double share = 1 / static_cast<double>(scenarios.count());
    moments made(width);
    made.values.resize(scenarios.count() * draws.options);
    std::vector<double> worths(width, 0);
    for (std::size_t z = 0; z < scenarios.count(); ++z) {
        for (const std::size_t j : draws.counted)
            for (std::size_t cell = j; cell < width; cell += draws.criteria)
                worths[cell] = worth_of(scenarios.table.criteria[j].value, scenarios.cells[z][cell]).expected;
        const auto values = std::span(made.values).subspan(z * draws.options, draws.options);
        scenario_draws::values_of(draws, weights, worths, values);
        for (const std::size_t j : draws.counted)
            for (std::size_t cell = j; cell < width; cell += draws.criteria) {
                made.first[cell] += share * worths[cell];
                made.second[cell] += share * worths[cell] * worths[cell];
                made.with_value[cell] += share * worths[cell] * values[cell / draws.criteria];
                made.lowest[cell] = std::min(made.lowest[cell], worths[cell]);
                made.highest[cell] = std::max(made.highest[cell], worths[cell]);
                if (scenarios.count() > 1 && draws.place[cell] != scenario_draws::plan::not_drawn)
                    made.within[cell] += share * variance_within(draws, z, cell);
            }
    }
    return made;
}

/// The least-squares slope of the option's value on its cell's worth: the criterion's weight, and what the other cells
/// gain on average where scenarios move them together. With one scenario there is only the weight.
inline double slope_of(const moments& m, std::size_t cell, double value, double weight) {
    const double between = m.second[cell] - m.first[cell] * m.first[cell];
    const double spread = between + m.within[cell];
    if (m.lowest[cell] >= m.highest[cell] || !(between > 0)) return weight;
    return weight + (m.with_value[cell] - m.first[cell] * value - weight * between) / spread;
}

/// Options other than the choice are chosen only where they are strictly better.
template <class Score>
std::size_t best_by(const plan& made, const Score& score) {
    std::size_t best = made.choice;
    double top = score(best);
    for (std::size_t i = 0; i < made.draws.options; ++i)
        if (const double mine = score(i); mine > top) {
            best = i;
            top = mine;
        }
    return best;
}

inline void append_question(plan& made, question::about what, std::size_t which, std::size_t choices) {
    made.questions.push_back({what, which, made.sums, choices});
    made.sums += choices * made.draws.options;
}

inline void append_questions(plan& made, const moments& m, std::size_t groups) {
    const std::size_t options = made.draws.options;
    const std::size_t criteria = made.draws.criteria;
    if (options < 2) return;
    const auto uncertain = [&](std::size_t cell) {
        return made.draws.place[cell] != scenario_draws::plan::not_drawn || m.lowest[cell] < m.highest[cell];
    };
    std::vector<bool> open(criteria, false);
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < options * criteria; ++cell)
        if (uncertain(cell)) {
            open[cell % criteria] = true;
            cells.push_back(cell);
        }
    for (std::size_t j = 0; j < criteria; ++j)
        if (open[j]) append_question(made, question::about::criterion, j, options);
    for (const std::size_t cell : cells) append_question(made, question::about::cell, cell, 1);
    for (std::size_t g = 0; g < groups; ++g) append_question(made, question::about::group, g, options);
}

inline void tell_by_groups(plan& made, const moments& m, const scenario_markers& markers) {
    const std::size_t options = made.draws.options;
    for (const auto& group : markers.groups) {
        const auto columns = marker_regression::markers_of(markers.present, markers.count, group);
        const auto fitted = marker_regression::fitted_values(columns, m.values, options);
        std::vector<std::size_t> told;
        for (std::size_t z = 0; z < columns.scenarios; ++z)
            told.push_back(best_by(made, [&](std::size_t i) { return fitted[z * options + i]; }));
        made.told.push_back(std::move(told));
    }
}

inline plan plan_of(const table_scenarios& scenarios, const weighting& weights, const scenario_markers& markers,
                    std::uint64_t seed) {
    plan made;
    made.draws = scenario_draws::plan_of(scenarios, weights.tree());
    made.weights = weights.central_weights();
    made.seed = seed;
    auto m = moments_of(made.draws, made.weights);
    made.base.resize(made.draws.options);
    scenario_draws::values_of(made.draws, made.weights, m.first, made.base);
    for (std::size_t i = 1; i < made.base.size(); ++i)
        if (made.base[i] > made.base[made.choice]) made.choice = i;
    made.runner_up = made.choice == 0 && made.base.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < made.base.size(); ++i)
        if (i != made.choice && made.base[i] > made.base[made.runner_up]) made.runner_up = i;
    made.slope.resize(m.first.size());
    for (std::size_t cell = 0; cell < made.slope.size(); ++cell)
        made.slope[cell] =
            slope_of(m, cell, made.base[cell / made.draws.criteria], made.weights[cell % made.draws.criteria]);
    append_questions(made, m, markers.groups.size());
    tell_by_groups(made, m, markers);
    made.expected = std::move(m.first);
    return made;
}

}  // namespace concordat::detail::information
