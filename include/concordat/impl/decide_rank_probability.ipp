// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/rank_probability.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_rank_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>

namespace concordat {

namespace detail {

/// Of a share of samples: the binomial standard error.
inline estimate share_of(std::uint64_t count, std::uint64_t samples) {
    const double share = static_cast<double>(count) / static_cast<double>(samples);
    return {share, std::sqrt(share * (1 - share) / static_cast<double>(samples))};
}

inline status check_sampling(const rank_sampling& sampling, std::size_t options) {
    if (sampling.samples == 0) return fail(errc::out_of_range, "0 samples; at least one was expected");
    if (sampling.samples > most_samples)
        return fail(errc::limit_exceeded, std::to_string(sampling.samples) + " samples; at most " +
                                              std::to_string(most_samples) + " can be drawn");
    if (options > most_compared)
        return fail(errc::limit_exceeded, std::to_string(options) + " options; at most " +
                                              std::to_string(most_compared) + " can be compared two by two");
    return {};
}

/// Nothing when progress asked to stop.
inline std::optional<rank_counts> count_ranks(const sampling_plan& plan, const weighting& weights,
                                              const rank_sampling& sampling) {
    rank_counts total(plan.options, plan.criteria);
    std::mutex adding;
    const std::uint64_t samples = sampling.samples;
    const auto blocks = static_cast<std::size_t>((samples + samples_in_block - 1) / samples_in_block);
    const auto run_block = [&](std::size_t block) {
        rank_counts counts(plan.options, plan.criteria);
        rank_sampler sampler(plan, weights);
        const std::uint64_t begin = std::uint64_t{block} * samples_in_block;
        const std::uint64_t end = std::min<std::uint64_t>(samples, begin + samples_in_block);
        for (std::uint64_t first = begin; first < end; first += sample_lanes)
            sampler.count(first, static_cast<std::size_t>(std::min<std::uint64_t>(sample_lanes, end - first)), counts);
        const std::lock_guard lock(adding);
        total.add(counts);
    };
    if (!for_each_block(blocks, sampling.threads, run_block, sampling.progress)) return std::nullopt;
    return total;
}

}  // namespace detail

CONCORDAT_INLINE result<rank_probabilities> rank_probability(const performance_table& given, const weight_set& set,
                                                             const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(table)));
    if (auto checked = detail::check_sampling(sampling, table.options.size()); !checked)
        return fail(std::move(checked).error());
    const auto plan = detail::plan_of(table, weights.tree(), sampling.seed);
    auto counts = detail::count_ranks(plan, weights, sampling);
    if (!counts) return fail(errc::interrupted, "stopped before all samples were drawn, as progress asked");

    rank_probabilities found;
    found.samples_ = sampling.samples;
    found.options_ = plan.options;
    found.criteria_ = plan.criteria;
    found.uncertain_ = weights.uncertain() || !plan.drawn.empty();
    found.ranks_ = std::move(counts->ranks);
    found.wins_ = std::move(counts->wins);
    found.worst_ = std::move(counts->worst);
    found.first_weights_ = std::move(counts->first_weights);
    return found;
}

CONCORDAT_INLINE std::uint64_t rank_probabilities::rank_count(std::size_t option, std::size_t rank) const {
    CONCORDAT_ASSERT(option < options_ && rank >= 1 && rank <= options_);
    return ranks_[option * options_ + rank - 1];
}

CONCORDAT_INLINE std::uint64_t rank_probabilities::win_count(std::size_t option, std::size_t other) const {
    CONCORDAT_ASSERT(option < options_ && other < options_);
    return wins_[option * options_ + other];
}

CONCORDAT_INLINE estimate rank_probabilities::acceptability(std::size_t option, std::size_t rank) const {
    return detail::share_of(rank_count(option, rank), samples_);
}

CONCORDAT_INLINE estimate rank_probabilities::expected_rank(std::size_t option) const {
    const auto samples = static_cast<double>(samples_);
    double mean_rank = 0;
    for (std::size_t rank = 1; rank <= options_; ++rank)
        mean_rank += static_cast<double>(rank) * (static_cast<double>(rank_count(option, rank)) / samples);
    double variance = 0;
    for (std::size_t rank = 1; rank <= options_; ++rank) {
        const double distance = static_cast<double>(rank) - mean_rank;
        variance += distance * distance * (static_cast<double>(rank_count(option, rank)) / samples);
    }
    return {mean_rank, std::sqrt(variance / samples)};
}

CONCORDAT_INLINE estimate rank_probabilities::among_worst_three(std::size_t option) const {
    CONCORDAT_ASSERT(option < options_);
    return detail::share_of(worst_[option], samples_);
}

CONCORDAT_INLINE estimate rank_probabilities::beats(std::size_t option, std::size_t other) const {
    const auto samples = static_cast<double>(samples_);
    const auto wins = win_count(option, other);
    const auto ties = samples_ - wins - win_count(other, option);
    const double index = static_cast<double>(2 * wins + ties) / (2 * samples);
    // Each sample counts 0, 1/2 or 1, so its variance about 1/2 is a quarter of the share that is no tie.
    const double apart = index - 0.5;
    const double variance = static_cast<double>(samples_ - ties) / (4 * samples) - apart * apart;
    return {index, std::sqrt(std::max(variance, 0.0) / samples)};
}

CONCORDAT_INLINE bool rank_probabilities::separated(std::size_t option, std::size_t other) const {
    const auto wins = win_count(option, other);
    const auto losses = win_count(other, option);
    if (!uncertain_) return wins != losses;
    // |wins - losses| / (2 n) against twice sqrt(wins + losses) / (2 n), the standard error of equally good options.
    const auto apart = static_cast<double>(std::max(wins, losses) - std::min(wins, losses));
    return apart * apart > 4 * static_cast<double>(wins + losses);
}

CONCORDAT_INLINE std::vector<double> rank_probabilities::central_weights(std::size_t option) const {
    if (rank_count(option, 1) == 0) return {};
    const auto begin = first_weights_.begin() + static_cast<std::ptrdiff_t>(option * criteria_);
    const std::vector<std::uint64_t> steps(begin, begin + static_cast<std::ptrdiff_t>(criteria_));
    const auto sum = static_cast<double>(std::accumulate(steps.begin(), steps.end(), std::uint64_t{0}));
    std::vector<double> weights;
    for (const auto each : steps) weights.push_back(static_cast<double>(each) / sum);
    return weights;
}

}  // namespace concordat
