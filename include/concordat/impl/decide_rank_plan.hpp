// SPDX-License-Identifier: Apache-2.0
/// What does not change from sample to sample: where each cell's value comes from, and which samples go together.
/// Internal to the sampling of ranks.
#pragma once

#include "concordat/decide/scenarios.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/impl/decide_lanes.hpp"
#include "concordat/impl/decide_sampling_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat::detail {

/// A cell that every sample draws anew.
struct drawn_cell {
    const value_function* worth_by = nullptr;
    std::vector<const quantity*> drawn_from;  ///< by scenario, or one for all
};

enum class cell_source : std::uint8_t { fixed, varying, drawn };

struct sampling_plan {
    std::size_t options = 0;
    std::size_t criteria = 0;          ///< of the table; those that count are fewer
    std::vector<std::size_t> counted;  ///< positions of criteria, in order of key
    std::vector<cell_source> source;   ///< option by counted criterion
    std::vector<std::size_t> place;    ///< option by counted criterion: in `varying` or `drawn`
    std::vector<double> fixed;         ///< option by counted criterion: the value of a cell that is always the same
    std::vector<double> varying;       ///< by place and then scenario, padded: of cells that only the scenario changes
    std::size_t varying_count = 0;
    std::vector<drawn_cell> drawn;  ///< by criterion and then option, both in order of key
    std::size_t scenarios = 1;
    std::size_t padded_scenarios = sample_lanes;  ///< so that lanes beyond the last have something to read
    std::uint64_t seed = 0;
};

/// One cell over all scenarios.
inline void plan_cell(const table_scenarios& given, std::size_t cell, const value_function& worth_by, std::size_t at,
                      sampling_plan& plan) {
    const auto drawn = [](const quantity& q) { return is_missing(q) || is_uncertain(q); };
    const auto& first = given.cells.front()[cell];
    bool same = true;
    bool anywhere_drawn = false;
    for (std::size_t k = 0; k < plan.scenarios; ++k) {
        const auto& here = given.cells[k][cell];
        same = same && here == first;
        anywhere_drawn = anywhere_drawn || drawn(here);
    }
    if (anywhere_drawn) {
        plan.source[at] = cell_source::drawn;
        plan.place[at] = plan.drawn.size();
        auto& into = plan.drawn.emplace_back();
        into.worth_by = &worth_by;
        for (std::size_t k = 0; k < (same ? 1 : plan.scenarios); ++k) into.drawn_from.push_back(&given.cells[k][cell]);
    } else if (same) {
        plan.fixed[at] = value_at(worth_by, lowest(first));
    } else {
        plan.source[at] = cell_source::varying;
        plan.place[at] = plan.varying_count++;
        plan.varying.resize(plan.varying_count * plan.padded_scenarios, 0);
        for (std::size_t k = 0; k < plan.scenarios; ++k)
            plan.varying[plan.place[at] * plan.padded_scenarios + k] = value_at(worth_by, lowest(given.cells[k][cell]));
    }
}

/// Of checked scenarios, those that so many samples reach. The plan points into them, and they have to outlive it.
inline sampling_plan plan_of(const table_scenarios& given, const value_tree& tree, std::uint64_t samples,
                             std::uint64_t seed) {
    sampling_plan plan;
    const auto& table = given.table;
    plan.options = table.options.size();
    plan.criteria = table.criteria.size();
    plan.counted = tree.counted_criteria();
    plan.seed = seed;
    plan.scenarios = static_cast<std::size_t>(std::min<std::uint64_t>(samples, given.count()));
    plan.padded_scenarios = (plan.scenarios + sample_lanes - 1) / sample_lanes * sample_lanes;
    const std::size_t width = plan.counted.size();
    plan.source.assign(plan.options * width, cell_source::fixed);
    plan.place.assign(plan.options * width, 0);
    plan.fixed.assign(plan.options * width, 0);
    const auto order = options_by_key(table);
    for (std::size_t c = 0; c < width; ++c)
        for (const std::size_t i : order)
            plan_cell(given, i * plan.criteria + plan.counted[c], table.criteria[plan.counted[c]].value, i * width + c,
                      plan);
    return plan;
}

/// Samples are handled in blocks of so many, which stay in a processor's second cache.
inline constexpr std::size_t samples_in_block = 1024;
/// A job for a thread has about so many samples.
inline constexpr std::size_t samples_in_job = 4096;
/// Under so many samples a scenario, lanes hold neighbouring scenarios; else samples of one.
inline constexpr std::uint64_t samples_in_lanes = 32;
static_assert(samples_in_block % sample_lanes == 0 && samples_in_lanes * sample_lanes <= samples_in_block);

/// Samples side by side: `first`, `first` + `stride`, …
struct sample_batch {
    std::uint64_t first = 0;
    std::uint64_t stride = 1;
    std::size_t place = 0;  ///< in the block
};

/// Which samples go together. Sample k has scenario k mod `scenarios`, so the first `longer` have one sample more than
/// the others.
struct sample_schedule {
    std::uint64_t samples = 0;
    std::size_t scenarios = 1;
    std::uint64_t each = 0;    ///< samples of a scenario, at least
    std::uint64_t longer = 0;  ///< scenarios with one more
    bool across = false;       ///< lanes are scenarios
    std::size_t in_job = 1;    ///< scenarios of a job, or samples where there is one scenario
    std::size_t jobs = 0;

    [[nodiscard]] std::uint64_t samples_of(std::size_t scenario) const { return each + (scenario < longer ? 1 : 0); }
};

inline sample_schedule schedule_of(std::uint64_t samples, std::size_t scenarios) {
    sample_schedule plan{samples, scenarios, samples / scenarios, samples % scenarios, false, samples_in_job, 0};
    if (scenarios > 1) {
        plan.across = plan.each < samples_in_lanes - 1;
        const std::uint64_t wanted = samples_in_job / (plan.each + 1) + 1;
        plan.in_job = static_cast<std::size_t>(wanted);
        if (plan.across) plan.in_job = (plan.in_job + sample_lanes - 1) / sample_lanes * sample_lanes;
        plan.jobs = (scenarios + plan.in_job - 1) / plan.in_job;
    } else {
        plan.jobs = static_cast<std::size_t>((samples + samples_in_job - 1) / samples_in_job);
    }
    return plan;
}

/// Blocks of samples of one scenario: `first`, `first` + `stride`, …
template <class Worker>
void run_row(Worker& worker, std::uint64_t first, std::uint64_t stride, std::uint64_t count) {
    for (std::uint64_t done = 0; done < count; done += samples_in_block) {
        const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(samples_in_block, count - done));
        worker.run([&](auto set) {
            for (std::size_t at = 0; at < here; at += sample_lanes)
                worker.sample({first + (done + at) * stride, stride, at}, set);
            worker.count_together(here);
        });
    }
}

/// A job's samples, in their order.
template <class Worker>
void run_job(const sample_schedule& plan, std::size_t job, Worker& worker) {
    const std::uint64_t begin = std::uint64_t{job} * plan.in_job;
    if (plan.scenarios == 1) {
        worker.begin_scenario(0);
        run_row(worker, begin, 1, std::min<std::uint64_t>(plan.in_job, plan.samples - begin));
        worker.end_alone();
        return;
    }
    const std::uint64_t end = std::min<std::uint64_t>(plan.scenarios, begin + plan.in_job);
    if (!plan.across) {
        for (std::uint64_t j = begin; j < end; ++j) {
            worker.begin_scenario(static_cast<std::size_t>(j));
            run_row(worker, j, plan.scenarios, plan.samples_of(static_cast<std::size_t>(j)));
            worker.end_scenario(plan.samples_of(static_cast<std::size_t>(j)));
        }
        return;
    }
    for (std::uint64_t j = begin; j < end; j += sample_lanes) {
        const auto width = static_cast<std::size_t>(std::min<std::uint64_t>(sample_lanes, end - j));
        worker.begin_scenarios(static_cast<std::size_t>(j));
        worker.run([&](auto set) {
            std::size_t at = 0;
            for (std::uint64_t turn = 0; turn < plan.samples_of(static_cast<std::size_t>(j)); ++turn) {
                worker.sample({j + turn * plan.scenarios, 1, at}, set);
                at += sample_lanes;
            }
            worker.count_lanes(static_cast<std::size_t>(j), width, at / sample_lanes);
        });
    }
}

}  // namespace concordat::detail
