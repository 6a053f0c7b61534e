// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/rank_probability.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_rank_errors.hpp"
#include "concordat/impl/decide_rank_worker.hpp"
#include "concordat/impl/decide_sampling_check.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace concordat {

namespace detail {

struct rank_totals {
    rank_sums sums;
    rank_groups groups;
};

/// Nothing when progress asked to stop.
inline std::optional<rank_totals> count_ranks(const sampling_plan& plan, const weighting& weights,
                                              const rank_sampling& sampling) {
    const auto schedule = schedule_of(sampling.samples, plan.scenarios);
    const auto set = usable(sampling.instructions);
    rank_totals found{{plan.options, plan.counted.size()}, {plan.options, plan.counted.size()}};
    std::mutex adding;
    const auto run = [&](std::size_t job) {
        rank_worker worker(plan, schedule, weights, set);
        run_job(schedule, job, worker);
        const std::lock_guard lock(adding);
        found.sums.add(worker.total);
        found.groups.add(worker.groups);
    };
    if (!for_each_block(schedule.jobs, sampling.threads, run, sampling.progress)) return std::nullopt;
    return found;
}

template <class Number>
std::vector<double> rounded_once(const std::vector<Number>& exact) {
    std::vector<double> rounded;
    for (const auto each : exact) rounded.push_back(static_cast<double>(each));
    return rounded;
}

/// From the criteria that count to all of them.
template <class Number>
std::vector<Number> by_criterion(const std::vector<Number>& counted, const sampling_plan& plan) {
    std::vector<Number> all(plan.options * plan.criteria);
    const std::size_t width = plan.counted.size();
    for (std::size_t i = 0; i < plan.options; ++i)
        for (std::size_t c = 0; c < width; ++c) all[i * plan.criteria + plan.counted[c]] = counted[i * width + c];
    return all;
}

}  // namespace detail

CONCORDAT_INLINE result<rank_probabilities> rank_probability(const performance_table& given, const weight_set& set,
                                                             const rank_sampling& sampling) {
    return rank_probability(table_scenarios{given, {}}, set, sampling);
}

CONCORDAT_INLINE result<rank_probabilities> rank_probability(const table_scenarios& given, const weight_set& set,
                                                             const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto scenarios, check(given));
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(scenarios.table)));
    if (auto checked = detail::check_sampling(sampling, scenarios.table.options.size()); !checked)
        return fail(std::move(checked).error());
    const auto plan = detail::plan_of(scenarios, weights.tree(), sampling.samples, sampling.seed);
    auto counts = detail::count_ranks(plan, weights, sampling);
    if (!counts) return fail(errc::interrupted, "stopped before all samples were drawn, as progress asked");

    rank_probabilities found;
    found.samples_ = sampling.samples;
    found.options_ = plan.options;
    found.criteria_ = plan.criteria;
    found.uncertain_ = weights.uncertain() || !plan.drawn.empty() || plan.varying_count > 0;
    found.scenarios_ = plan.scenarios;
    found.squared_sizes_ = detail::squared_sizes(detail::schedule_of(sampling.samples, plan.scenarios));
    found.ranks_ = std::move(counts->sums.ranks);
    found.wins_ = std::move(counts->sums.wins);
    found.worst_ = std::move(counts->sums.worst);
    found.first_weights_ = detail::by_criterion(counts->sums.weights, plan);
    const auto rounded = [](const auto& sums) -> rank_probabilities::spread {
        return {detail::rounded_once(sums.squares), detail::rounded_once(sums.crossed)};
    };
    found.rank_spread_ = rounded(counts->groups.ranks);
    found.duel_spread_ = rounded(counts->groups.duels);
    found.worst_spread_ = rounded(counts->groups.worst);
    found.total_spread_ = rounded(counts->groups.rank_totals);
    counts->groups.weights.squares = detail::by_criterion(counts->groups.weights.squares, plan);
    counts->groups.weights.crossed = detail::by_criterion(counts->groups.weights.crossed, plan);
    found.weight_spread_ = rounded(counts->groups.weights);
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

/// The standard error of a mean over samples that come in scenarios: the cluster-robust one.
CONCORDAT_INLINE double rank_probabilities::error_of(const spread& of, std::size_t at, double mean_of_sample) const {
    const double residuals = detail::squared_residuals(of.squares[at], of.crossed[at], squared_sizes_, mean_of_sample);
    return std::sqrt(residuals * detail::finite_groups(scenarios_)) / static_cast<double>(samples_);
}

CONCORDAT_INLINE estimate rank_probabilities::share_of(std::uint64_t count, const spread& of, std::size_t at) const {
    const auto samples = static_cast<double>(samples_);
    const double share = static_cast<double>(count) / samples;
    if (scenarios_ > 1) return {share, error_of(of, at, share)};
    return {share, std::sqrt(share * (1 - share) / samples)};
}

CONCORDAT_INLINE estimate rank_probabilities::acceptability(std::size_t option, std::size_t rank) const {
    return share_of(rank_count(option, rank), rank_spread_, option * options_ + rank - 1);
}

CONCORDAT_INLINE estimate rank_probabilities::expected_rank(std::size_t option) const {
    const auto samples = static_cast<double>(samples_);
    double mean_rank = 0;
    for (std::size_t rank = 1; rank <= options_; ++rank)
        mean_rank += static_cast<double>(rank) * (static_cast<double>(rank_count(option, rank)) / samples);
    if (scenarios_ > 1) return {mean_rank, error_of(total_spread_, option, mean_rank)};
    double variance = 0;
    for (std::size_t rank = 1; rank <= options_; ++rank) {
        const double distance = static_cast<double>(rank) - mean_rank;
        variance += distance * distance * (static_cast<double>(rank_count(option, rank)) / samples);
    }
    return {mean_rank, std::sqrt(variance / samples)};
}

CONCORDAT_INLINE estimate rank_probabilities::among_worst_three(std::size_t option) const {
    CONCORDAT_ASSERT(option < options_);
    return share_of(worst_[option], worst_spread_, option);
}

CONCORDAT_INLINE estimate rank_probabilities::beats(std::size_t option, std::size_t other) const {
    const auto samples = static_cast<double>(samples_);
    const auto wins = win_count(option, other);
    const auto losses = win_count(other, option);
    const auto ties = samples_ - wins - losses;
    const double index = static_cast<double>(2 * wins + ties) / (2 * samples);
    if (scenarios_ > 1) {
        // The index is 1/2 and half the mean lead; the lead of the later option is minus that of the earlier.
        const auto [earlier, later] = std::minmax(option, other);
        const double lead =
            (static_cast<double>(win_count(earlier, later)) - static_cast<double>(win_count(later, earlier))) / samples;
        return {index, error_of(duel_spread_, earlier * options_ + later, lead) / 2};
    }
    // Each sample counts 0, 1/2 or 1, so its variance about 1/2 is a quarter of the share that is no tie.
    const double apart = index - 0.5;
    const double variance = static_cast<double>(samples_ - ties) / (4 * samples) - apart * apart;
    return {index, std::sqrt(std::max(variance, 0.0) / samples)};
}

CONCORDAT_INLINE bool rank_probabilities::separated(std::size_t option, std::size_t other) const {
    const auto wins = win_count(option, other);
    const auto losses = win_count(other, option);
    if (!uncertain_) return wins != losses;
    // |wins - losses| / (2 n) against twice sqrt(wins + losses) / (2 n), the standard error of equally good options;
    // among scenarios, against that of scenarios whose mean lead is 0.
    const auto apart = static_cast<double>(std::max(wins, losses) - std::min(wins, losses));
    const auto [earlier, later] = std::minmax(option, other);
    const double variance =
        scenarios_ > 1 ? duel_spread_.squares[earlier * options_ + later] : static_cast<double>(wins + losses);
    return apart * apart > 4 * variance;
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

CONCORDAT_INLINE std::vector<double> rank_probabilities::central_weight_errors(std::size_t option) const {
    const auto firsts = static_cast<double>(rank_count(option, 1));
    if (firsts == 0) return {};
    // A ratio of two sums over groups: of weights, and of how often the option was first.
    const std::size_t rank = option * options_;
    const double sizes = scenarios_ > 1 ? rank_spread_.squares[rank] : firsts;
    const double few = scenarios_ > 1 ? detail::finite_groups(scenarios_) : 1;
    std::vector<double> errors;
    for (std::size_t j = 0; j < criteria_; ++j) {
        const std::size_t at = option * criteria_ + j;
        const double mean_weight = static_cast<double>(first_weights_[at] >> detail::coarser) / firsts;
        const double residuals =
            detail::squared_residuals(weight_spread_.squares[at], weight_spread_.crossed[at], sizes, mean_weight);
        errors.push_back(std::sqrt(residuals * few) / firsts * 0x1p-24);
    }
    return errors;
}

}  // namespace concordat
