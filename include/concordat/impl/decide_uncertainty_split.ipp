// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/uncertainty_split.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_scenario_draws.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace concordat {

namespace detail::uncertainty {

/// Weights, ratings and scenarios.
inline constexpr std::size_t factor_count = 3;

/// Of an option in a batch: its ranks r, and q with one factor kept.
struct kept_sums {
    std::uint64_t products = 0;  ///< of r q
    std::uint64_t both = 0;      ///< of r + q
    std::uint64_t squares = 0;   ///< of r² + q²
};

struct option_sums {
    std::uint64_t ranks = 0;
    std::uint64_t squares = 0;
    std::array<kept_sums, factor_count> kept{};
};

struct batch {
    std::uint64_t samples = 0;
    std::vector<option_sums> options;
};

class sampler {
public:
    sampler(const scenario_draws::plan& how, const weighting& weights, std::uint64_t seed)
        : how_(how),
          weighting_(weights),
          seed_(seed),
          varies_{weights.uncertain(), !how.drawn.empty(), how.scenarios->count() > 1},
          weights_(how.criteria),
          uniforms_(how.drawn.size()),
          worths_(how.options * how.criteria),
          values_(how.options) {}

    void add(std::uint64_t sample, batch& to) {
        const auto ranks = ranks_from({2 * sample, 2 * sample, 2 * sample});
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            to.options[i].ranks += ranks[i];
            to.options[i].squares += std::uint64_t{ranks[i]} * ranks[i];
        }
        for (std::size_t factor = 0; factor < factor_count; ++factor) {
            if (!varies_[factor]) continue;
            std::array<std::uint64_t, factor_count> streams{2 * sample + 1, 2 * sample + 1, 2 * sample + 1};
            streams[factor] = 2 * sample;
            const auto kept = ranks_from(streams);
            for (std::size_t i = 0; i < ranks.size(); ++i) {
                auto& sums = to.options[i].kept[factor];
                sums.products += std::uint64_t{ranks[i]} * kept[i];
                sums.both += ranks[i] + kept[i];
                sums.squares += std::uint64_t{ranks[i]} * ranks[i] + std::uint64_t{kept[i]} * kept[i];
            }
        }
        ++to.samples;
    }

private:
    [[nodiscard]] std::vector<std::size_t> ranks_from(const std::array<std::uint64_t, factor_count>& streams) {
        stream for_weights(seed_, purpose::weights, streams[0]);
        stream for_scenario(seed_, purpose::structure, streams[2]);
        weighting_.draw(for_weights, weights_);
        scenario_draws::draw_uniforms({seed_, purpose::ratings, streams[1]}, uniforms_);
        const std::size_t count = how_.scenarios->count();
        const auto scenario = static_cast<std::size_t>(for_scenario.uniform() * static_cast<double>(count));
        scenario_draws::worths_at(how_, std::min(scenario, count - 1), uniforms_, worths_);
        scenario_draws::values_of(how_, weights_, worths_, values_);
        return ranks_of(values_);
    }

    const scenario_draws::plan& how_;
    const weighting& weighting_;
    std::uint64_t seed_;
    std::array<bool, factor_count> varies_;
    std::vector<double> weights_;
    std::vector<double> uniforms_;
    std::vector<double> worths_;
    std::vector<double> values_;
};

/// Nothing when progress asked to stop.
inline std::optional<std::vector<batch>> batches_of(const scenario_draws::plan& how, const weighting& weights,
                                                    const rank_sampling& sampling) {
    const std::size_t count = scenario_draws::block_count(sampling.samples);
    std::vector<batch> batches(count);
    const auto run_batch = [&](std::size_t block) {
        batch mine{0, std::vector<option_sums>(how.options)};
        sampler samples(how, weights, sampling.seed);
        const std::uint64_t end = scenario_draws::block_begin(block + 1, count, sampling.samples);
        for (std::uint64_t k = scenario_draws::block_begin(block, count, sampling.samples); k < end; ++k)
            samples.add(k, mine);
        batches[block] = std::move(mine);
    };
    if (!for_each_block(count, sampling.threads, run_batch, sampling.progress)) return std::nullopt;
    return batches;
}

/// Covariance with one factor kept, and variance, both times the number of samples.
struct spread {
    double mean = 0;
    double shared = 0;
    double whole = 0;
};

inline spread spread_of(std::span<const batch> batches, std::size_t option, std::size_t factor) {
    kept_sums sums;
    std::uint64_t samples = 0;
    for (const auto& each : batches) {
        const auto& kept = each.options[option].kept[factor];
        sums.products += kept.products;
        sums.both += kept.both;
        sums.squares += kept.squares;
        samples += each.samples;
    }
    const auto count = static_cast<double>(samples);
    const double mean = static_cast<double>(sums.both) / (2 * count);
    return {mean, static_cast<double>(sums.products) - count * mean * mean,
            static_cast<double>(sums.squares) / 2 - count * mean * mean};
}

/// What a batch adds to the error of the ratio: the covariance's deviation less the variance's times the ratio.
inline double deviation_of(const batch& each, std::size_t option, std::size_t factor, const spread& whole,
                           double ratio) {
    const auto& kept = each.options[option].kept[factor];
    const double centre =
        static_cast<double>(each.samples) * whole.mean * whole.mean - whole.mean * static_cast<double>(kept.both);
    return (static_cast<double>(kept.products) + centre) - ratio * (static_cast<double>(kept.squares) / 2 + centre);
}

/// The part of a factor in the rank of one option, or of all of them together.
inline estimate part_of(std::span<const batch> batches, std::span<const std::size_t> options, std::size_t factor) {
    std::vector<spread> spreads;
    double shared = 0;
    double whole = 0;
    for (const std::size_t i : options) {
        spreads.push_back(spread_of(batches, i, factor));
        shared += spreads.back().shared;
        whole += spreads.back().whole;
    }
    if (!(whole > 0)) return {};
    const double ratio = shared / whole;
    double squares = 0;
    for (const auto& each : batches) {
        double deviation = 0;
        for (std::size_t at = 0; at < options.size(); ++at)
            deviation += deviation_of(each, options[at], factor, spreads[at], ratio);
        squares += deviation * deviation;
    }
    const auto count = static_cast<double>(batches.size());
    return {ratio, std::sqrt(squares * (count / (count - 1))) / whole};
}

inline double variance_of(std::span<const batch> batches, std::size_t option) {
    std::uint64_t ranks = 0;
    std::uint64_t squares = 0;
    std::uint64_t samples = 0;
    for (const auto& each : batches) {
        ranks += each.options[option].ranks;
        squares += each.options[option].squares;
        samples += each.samples;
    }
    const auto count = static_cast<double>(samples);
    const double mean = static_cast<double>(ranks) / count;
    return std::max(static_cast<double>(squares) / count - mean * mean, 0.0);
}

inline variance_split split_of(std::span<const batch> batches, std::span<const std::size_t> options) {
    variance_split split;
    for (const std::size_t i : options) split.variance += variance_of(batches, i) / static_cast<double>(options.size());
    if (!(split.variance > 0)) return split;
    split.weights = part_of(batches, options, 0);
    split.ratings = part_of(batches, options, 1);
    split.scenarios = part_of(batches, options, 2);
    split.interaction = 1 - split.weights.value - split.ratings.value - split.scenarios.value;
    return split;
}

}  // namespace detail::uncertainty

CONCORDAT_INLINE result<uncertainty_split> uncertainty_split_of(const table_scenarios& given, const weight_set& set,
                                                                const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto scenarios, check(given));
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(scenarios.table)));
    if (auto checked = detail::check_sampling(sampling, scenarios.table.options.size(), 2); !checked)
        return fail(std::move(checked).error());
    const auto how = detail::scenario_draws::plan_of(scenarios, weights.tree());
    const auto batches = detail::uncertainty::batches_of(how, weights, sampling);
    if (!batches) return fail(errc::interrupted, "stopped before all samples were drawn, as progress asked");
    uncertainty_split split;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < how.options; ++i) {
        split.options.push_back(detail::uncertainty::split_of(*batches, std::vector{i}));
        all.push_back(i);
    }
    split.overall = detail::uncertainty::split_of(*batches, all);
    return split;
}

}  // namespace concordat
