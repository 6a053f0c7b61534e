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
#include <string>
#include <utility>

namespace concordat {

namespace detail {

/// Draws cells alone, and looks at each option with the weights that favour it.
class confidence_worker {
public:
    confidence_worker(const sampling_plan& plan, const sample_schedule& schedule, const weighting& weights,
                      const std::vector<std::vector<double>>& favouring, instruction_set set)
        : values_(plan),
          plan_(plan),
          schedule_(schedule),
          favouring_(favouring),
          set_(set),
          weights_(plan, weights),
          first_(plan.options * samples_in_block),
          here_(plan.options),
          total(plan.options),
          groups(plan.options) {}

    template <class Body>
    void run(Body&& body) {
        run_with(set_, std::forward<Body>(body));
    }
    void begin_scenario(std::size_t scenario) { values_.use_scenario(scenario); }
    void begin_scenarios(std::size_t first) { values_.use_scenarios(first); }

    template <class Set>
    void sample(const sample_batch& batch, Set set) {
        values_.draw(batch, set);
        for (std::size_t i = 0; i < plan_.options; ++i) {
            if (favouring_[i].empty()) continue;
            weights_.set(favouring_[i]);
            values_.add_up(weights_);
            tally_lanes beaten{};
            const real_lanes mine = values_.of(i);
            for (std::size_t k = 0; k < plan_.options; ++k)
                for (std::size_t s = 0; s < sample_lanes; ++s) beaten[s] += values_.of(k)[s] > mine[s] ? 1 : 0;
            for (std::size_t s = 0; s < sample_lanes; ++s)
                first_[i * samples_in_block + batch.place + s] = beaten[s] == 0 ? 1 : 0;
        }
    }

    void count_together(std::size_t samples) {
        for (std::size_t i = 0; i < plan_.options; ++i)
            for (std::size_t s = 0; s < samples; ++s) here_[i] += first_[i * samples_in_block + s];
    }
    void end_alone() {
        rank_sums::plus(total, here_);
        std::fill(here_.begin(), here_.end(), std::uint64_t{0});
    }
    void end_scenario(std::uint64_t samples) {
        for (std::size_t i = 0; i < plan_.options; ++i)
            groups.add(i, static_cast<std::int64_t>(here_[i]), static_cast<std::int64_t>(samples));
        end_alone();
    }
    void count_lanes_of(std::size_t option, std::size_t lane, std::uint64_t samples) {
        std::int64_t firsts = 0;
        for (std::uint64_t turn = 0; turn < samples; ++turn)
            firsts += first_[option * samples_in_block + turn * sample_lanes + lane];
        total[option] += static_cast<std::uint64_t>(firsts);
        groups.add(option, firsts, static_cast<std::int64_t>(samples));
    }
    void count_lanes(std::size_t first, std::size_t width, std::size_t) {
        for (std::size_t i = 0; i < plan_.options; ++i)
            for (std::size_t s = 0; s < width; ++s) count_lanes_of(i, s, schedule_.samples_of(first + s));
    }

private:
    value_lanes values_;  // first, for it stands at whole cache lines
    const sampling_plan& plan_;
    const sample_schedule& schedule_;
    const std::vector<std::vector<double>>& favouring_;
    instruction_set set_;
    weight_lanes weights_;
    std::vector<std::uint8_t> first_;  ///< option by place in the block
    std::vector<std::uint64_t> here_;

public:
    std::vector<std::uint64_t> total;
    group_sums<std::int64_t> groups;
};

}  // namespace detail

CONCORDAT_INLINE result<std::vector<std::optional<estimate>>> confidence_factors(const table_scenarios& given,
                                                                                 const rank_probabilities& found,
                                                                                 const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto scenarios, check(given));
    const auto& table = scenarios.table;
    if (found.option_count() != table.options.size() || found.criterion_count() != table.criteria.size())
        return fail(errc::bad_parameter, "rank probabilities of " + std::to_string(found.option_count()) +
                                             " options and " + std::to_string(found.criterion_count()) +
                                             " criteria, but the table has " + std::to_string(table.options.size()) +
                                             " and " + std::to_string(table.criteria.size()));
    CONCORDAT_TRY(const auto weights, weighting::make({}, tree_of(table)));
    if (auto checked = detail::check_sampling(sampling, table.options.size()); !checked)
        return fail(std::move(checked).error());
    const auto plan = detail::plan_of(scenarios, weights.tree(), sampling.samples, sampling.seed);
    std::vector<std::vector<double>> favouring;
    for (std::size_t i = 0; i < plan.options; ++i) favouring.push_back(found.central_weights(i));

    const auto schedule = detail::schedule_of(sampling.samples, plan.scenarios);
    const auto set = detail::usable(sampling.instructions);
    std::vector<std::uint64_t> firsts(plan.options);
    detail::group_sums<std::int64_t> groups(plan.options);
    std::mutex adding;
    const auto run = [&](std::size_t job) {
        detail::confidence_worker worker(plan, schedule, weights, favouring, set);
        detail::run_job(schedule, job, worker);
        const std::lock_guard lock(adding);
        detail::rank_sums::plus(firsts, worker.total);
        groups.add(worker.groups);
    };
    if (!for_each_block(schedule.jobs, sampling.threads, run, sampling.progress))
        return fail(errc::interrupted, "stopped before all samples were drawn, as progress asked");

    std::vector<std::optional<estimate>> factors(plan.options);
    const auto samples = static_cast<double>(sampling.samples);
    for (std::size_t i = 0; i < plan.options; ++i) {
        if (favouring[i].empty()) continue;
        const double share = static_cast<double>(firsts[i]) / samples;
        const double variance = plan.scenarios > 1 ? detail::squared_residuals(static_cast<double>(groups.squares[i]),
                                                                               static_cast<double>(groups.crossed[i]),
                                                                               detail::squared_sizes(schedule), share) *
                                                         detail::finite_groups(plan.scenarios)
                                                   : samples * share * (1 - share);
        factors[i] = estimate{share, std::sqrt(variance) / samples};
    }
    return factors;
}

}  // namespace concordat
