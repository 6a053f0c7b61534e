// SPDX-License-Identifier: Apache-2.0
/// What the cells of a table with scenarios are worth in one draw. Shared by the value of information and the split of
/// uncertainty.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/impl/decide_sampling_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat::detail::scenario_draws {

/// It points to the scenarios, which are checked and have to outlive it.
struct plan {
    const table_scenarios* scenarios = nullptr;
    std::size_t options = 0;
    std::size_t criteria = 0;          ///< of the table; those that count are fewer
    std::vector<std::size_t> counted;  ///< positions of criteria, in order of key
    std::vector<std::size_t> drawn;    ///< cells that some scenario draws, by criterion and then option in order of key
    std::vector<std::size_t> place;    ///< by cell: its place among them, or `not_drawn`

    static constexpr std::size_t not_drawn = static_cast<std::size_t>(-1);
};

inline bool drawn_anywhere(const table_scenarios& scenarios, std::size_t cell) {
    return std::any_of(scenarios.cells.begin(), scenarios.cells.end(),
                       [&](const auto& cells) { return is_missing(cells[cell]) || is_uncertain(cells[cell]); });
}

inline plan plan_of(const table_scenarios& scenarios, const value_tree& tree) {
    const auto& table = scenarios.table;
    plan made{&scenarios, table.options.size(), table.criteria.size(), tree.counted_criteria(), {}, {}};
    made.place.assign(made.options * made.criteria, plan::not_drawn);
    const auto by_key = options_by_key(table);
    for (const std::size_t j : made.counted)
        for (const std::size_t i : by_key) {
            const std::size_t cell = i * made.criteria + j;
            if (!drawn_anywhere(scenarios, cell)) continue;
            made.place[cell] = made.drawn.size();
            made.drawn.push_back(cell);
        }
    return made;
}

/// The uniforms of one sample, as `rank_probability` draws them.
inline void draw_uniforms(stream source, std::span<double> uniforms) {
    for (double& u : uniforms) u = source.short_uniform();
}

/// The worth of a cell in a scenario at the share `u` of its distribution; of a missing one, that share of the scale.
inline double worth_at_share(const plan& how, std::size_t scenario, std::size_t cell, double u) {
    const auto& drawn_from = how.scenarios->cells[scenario][cell];
    const auto& worth_by = how.scenarios->table.criteria[cell % how.criteria].value;
    if (is_missing(drawn_from)) return u;
    return value_at(worth_by, draw(drawn_from, u));
}

/// One uniform for each drawn cell, whatever the scenario: so scenarios meet the same luck.
inline void worths_at(const plan& how, std::size_t scenario, std::span<const double> uniforms,
                      std::span<double> worths) {
    for (const std::size_t j : how.counted)
        for (std::size_t cell = j; cell < worths.size(); cell += how.criteria) {
            const std::size_t place = how.place[cell];
            worths[cell] = worth_at_share(how, scenario, cell, place == plan::not_drawn ? 0 : uniforms[place]);
        }
}

/// Options' values, summed in order of the criteria's keys.
inline void values_of(const plan& how, std::span<const double> weights, std::span<const double> worths,
                      std::span<double> values) {
    for (std::size_t i = 0; i < how.options; ++i) {
        double sum = 0;
        for (const std::size_t j : how.counted) sum += weights[j] * worths[i * how.criteria + j];
        values[i] = sum;
    }
}

/// Work is cut by its amount alone, so that sums of doubles, kept by block and added in their order, are the same for
/// any number of threads, and never take more places than this.
inline constexpr std::size_t most_blocks = 256;

inline std::size_t block_count(std::uint64_t units) {
    return static_cast<std::size_t>(std::min<std::uint64_t>(units, most_blocks));
}

/// Where a block begins; the next one's beginning is its end.
inline std::uint64_t block_begin(std::size_t block, std::size_t blocks, std::uint64_t units) {
    return units * block / blocks;
}

}  // namespace concordat::detail::scenario_draws
