// SPDX-License-Identifier: Apache-2.0
/// The inner loops of rank probabilities: many samples side by side, each lane doing the same operations in the same
/// order as a sample alone would, so that vector instructions change no bit. Internal to
/// `impl/decide_rank_probability.ipp`.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/impl/decide_quantity.ipp"
#include "concordat/impl/decide_value_function.ipp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace concordat::detail {

inline constexpr std::size_t sample_lanes = 32;
inline constexpr std::size_t samples_in_block = 4096;
static_assert(samples_in_block % sample_lanes == 0);

using real_lanes = std::array<double, sample_lanes>;

/// A cell that every sample draws anew.
struct drawn_cell {
    const value_function* worth_by = nullptr;
    const quantity* drawn_from = nullptr;
};

/// What does not change from sample to sample.
struct sampling_plan {
    std::size_t options = 0;
    std::size_t criteria = 0;          ///< of the table; those that count are fewer
    std::vector<std::size_t> counted;  ///< positions of criteria, in order of key
    std::vector<double> fixed;         ///< option by counted criterion: the value of a cell that is not drawn
    std::vector<std::size_t> place;    ///< option by counted criterion: which drawn cell it is, or `not_drawn`
    std::vector<drawn_cell> drawn;     ///< by criterion and then option, both in order of key
    std::uint64_t seed = 0;

    static constexpr std::size_t not_drawn = static_cast<std::size_t>(-1);
};

inline std::vector<std::size_t> options_by_key(const performance_table& table) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < table.options.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return table.options[a].key < table.options[b].key; });
    return order;
}

/// The plan points into the table, which has to outlive it.
inline sampling_plan plan_of(const performance_table& table, const value_tree& tree, std::uint64_t seed) {
    sampling_plan plan;
    plan.options = table.options.size();
    plan.criteria = table.criteria.size();
    plan.counted = tree.counted_criteria();
    plan.seed = seed;
    const std::size_t width = plan.counted.size();
    plan.fixed.assign(plan.options * width, 0);
    plan.place.assign(plan.options * width, sampling_plan::not_drawn);
    const auto order = options_by_key(table);
    for (std::size_t c = 0; c < width; ++c)
        for (const std::size_t i : order) {
            const auto& worth_by = table.criteria[plan.counted[c]].value;
            const auto& cell = table.cell(i, plan.counted[c]);
            if (is_missing(cell) || is_uncertain(cell)) {
                plan.place[i * width + c] = plan.drawn.size();
                plan.drawn.push_back({&worth_by, &cell});
            } else {
                plan.fixed[i * width + c] = value_at(worth_by, lowest(cell));
            }
        }
    return plan;
}

/// Integers only. 10^9 samples of a weight of 1 stay below 2^62.
struct rank_counts {
    rank_counts(std::size_t options, std::size_t criteria)
        : ranks(options * options), wins(options * options), worst(options), first_weights(options * criteria) {}

    std::vector<std::uint64_t> ranks;
    std::vector<std::uint64_t> wins;
    std::vector<std::uint64_t> worst;
    std::vector<std::uint64_t> first_weights;

    void add(const rank_counts& other) {
        const auto plus = [](std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& from) {
            for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
        };
        plus(ranks, other.ranks);
        plus(wins, other.wins);
        plus(worst, other.worst);
        plus(first_weights, other.first_weights);
    }
};

/// Uniforms become values in place: the kind of cell and of value function is asked once, not once a sample.
inline void value_in_place(const drawn_cell& cell, real_lanes& lanes) {
    if (is_missing(*cell.drawn_from)) return;
    const auto fill = [&](const auto& shape, const auto& distribution) {
        real_lanes values;  // a place of its own, so that writing it cannot touch what is read
        for (std::size_t s = 0; s < sample_lanes; ++s) values[s] = value_by(shape, draw_from(distribution, lanes[s]));
        lanes = values;
    };
    std::visit(fill, *cell.worth_by, *cell.drawn_from);
}

/// One block's work: draws, values and counts for `sample_lanes` samples at a time.
class rank_sampler {
public:
    rank_sampler(const sampling_plan& plan, const weighting& weights)
        : plan_(plan),
          weighting_(weights),
          weights_(plan.counted.size()),
          one_weighting_(plan.criteria),
          cells_(plan.drawn.size()),
          one_drawing_(plan.drawn.size()),
          values_(plan.options),
          better_(plan.options),
          worse_(plan.options) {
        if (!weights.uncertain()) draw_weights(0);
    }

    /// Samples first, first + 1, …, as many as there are lanes or fewer.
    void count(std::uint64_t first, std::size_t samples, rank_counts& counts) {
        if (weighting_.uncertain()) draw_weights(first);
        draw_cells(first);
        for (std::size_t i = 0; i < plan_.options; ++i) add_up(i);
        for (auto& lanes : values_) std::fill(lanes.begin() + static_cast<std::ptrdiff_t>(samples), lanes.end(), 0.0);
        compare(counts);
        tally(samples, counts);
    }

private:
    void draw_weights(std::uint64_t first) {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            stream source(plan_.seed, purpose::weights, first + s);
            weighting_.draw(source, one_weighting_);
            for (std::size_t c = 0; c < weights_.size(); ++c) weights_[c][s] = one_weighting_[plan_.counted[c]];
        }
    }

    void draw_cells(std::uint64_t first) {
        if (cells_.empty()) return;
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            stream source(plan_.seed, purpose::ratings, first + s);
            source.fill(one_drawing_);
            for (std::size_t at = 0; at < cells_.size(); ++at) cells_[at][s] = one_drawing_[at];
        }
        for (std::size_t at = 0; at < cells_.size(); ++at) value_in_place(plan_.drawn[at], cells_[at]);
    }

    void add_up(std::size_t option) {
        real_lanes sum{};
        for (std::size_t c = 0; c < weights_.size(); ++c) {
            const std::size_t at = option * weights_.size() + c;
            const real_lanes& weight = weights_[c];
            if (plan_.place[at] == sampling_plan::not_drawn) {
                const double value = plan_.fixed[at];
                for (std::size_t s = 0; s < sample_lanes; ++s) sum[s] += weight[s] * value;
            } else {
                const real_lanes& value = cells_[plan_.place[at]];
                for (std::size_t s = 0; s < sample_lanes; ++s) sum[s] += weight[s] * value[s];
            }
        }
        values_[option] = sum;
    }

    /// Every ordered pair: how often one is strictly better, and for each sample how many are better and worse. Lanes
    /// beyond the last sample hold equal values, so they count for nobody. Counts are doubles, exact and as wide as
    /// what they are compared from.
    void compare(rank_counts& counts) {
        std::fill(better_.begin(), better_.end(), real_lanes{});
        for (std::size_t i = 0; i < plan_.options; ++i) {
            const real_lanes mine = values_[i];
            real_lanes beaten{};
            for (std::size_t k = 0; k < plan_.options; ++k) {
                const real_lanes& theirs = values_[k];
                real_lanes& better = better_[k];
                real_lanes won;
                for (std::size_t s = 0; s < sample_lanes; ++s) won[s] = mine[s] > theirs[s] ? 1.0 : 0.0;
                for (std::size_t s = 0; s < sample_lanes; ++s) better[s] += won[s];
                for (std::size_t s = 0; s < sample_lanes; ++s) beaten[s] += won[s];
                counts.wins[i * plan_.options + k] += total_of(won);
            }
            worse_[i] = beaten;
        }
    }

    static std::uint64_t total_of(real_lanes& counts) {
        constexpr std::size_t half = sample_lanes / 2;
        constexpr std::size_t quarter = sample_lanes / 4;
        for (std::size_t s = 0; s < half; ++s) counts[s] += counts[s + half];
        for (std::size_t s = 0; s < quarter; ++s) counts[s] += counts[s + quarter];
        return static_cast<std::uint64_t>(std::accumulate(counts.begin(), counts.begin() + quarter, 0.0));
    }

    void tally(std::size_t samples, rank_counts& counts) {
        for (std::size_t i = 0; i < plan_.options; ++i)
            for (std::size_t s = 0; s < samples; ++s) {
                const auto better = static_cast<std::size_t>(better_[i][s]);
                ++counts.ranks[i * plan_.options + better];
                counts.worst[i] += worse_[i][s] < 3 ? 1 : 0;
                if (better == 0) add_weights(i, s, counts);
            }
    }

    void add_weights(std::size_t option, std::size_t sample, rank_counts& counts) {
        for (std::size_t c = 0; c < weights_.size(); ++c)
            counts.first_weights[option * plan_.criteria + plan_.counted[c]] +=
                static_cast<std::uint64_t>(static_cast<std::int64_t>(weights_[c][sample] * 0x1p32 + 0.5));
    }

    const sampling_plan& plan_;
    const weighting& weighting_;
    std::vector<real_lanes> weights_;  ///< by counted criterion
    std::vector<double> one_weighting_;
    std::vector<real_lanes> cells_;  ///< by drawn cell
    std::vector<double> one_drawing_;
    std::vector<real_lanes> values_;  ///< by option
    std::vector<real_lanes> better_;  ///< by option: how many are strictly better than it
    std::vector<real_lanes> worse_;
};

}  // namespace concordat::detail
