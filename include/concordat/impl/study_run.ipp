// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/run.hpp"

#include "concordat/impl/study_measured.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail {

/// The criteria of which some option has no value.
[[nodiscard]] inline std::vector<bool> with_gaps(const performance_table& table) {
    std::vector<bool> gaps(table.criteria.size(), false);
    for (std::size_t o = 0; o < table.options.size(); ++o)
        for (std::size_t c = 0; c < gaps.size(); ++c)
            if (is_missing(table.cell(o, c))) gaps[c] = true;
    return gaps;
}

[[nodiscard]] inline std::vector<weight_share> shares_of(const criteria_tree& tree, const performance_table& table,
                                                         const std::vector<double>& weights) {
    std::vector<weight_share> shares;
    for (const auto word : words<value_source>()) shares.push_back({std::string(word), 0});
    shares.push_back({"missing", 0});
    const auto gaps = with_gaps(table);
    for (std::size_t c = 0; c < weights.size(); ++c) {
        shares[static_cast<std::size_t>(tree.criteria[c].needs)].share += weights[c];
        if (gaps[c]) shares.back().share += weights[c];
    }
    return shares;
}

/// Without the criteria that have gaps as stated. One that has a value and loses it on some graph keeps its rule.
[[nodiscard]] inline table_scenarios without_gaps(table_scenarios scenarios) {
    const auto gaps = with_gaps(scenarios.table);
    for (std::size_t c = 0; c < gaps.size(); ++c)
        if (gaps[c]) scenarios.table.criteria[c].gaps = gap_rule::leave_out;
    return scenarios;
}

[[nodiscard]] inline result<weighed_ranking> weigh(const study& s, std::size_t which, const table_scenarios& scenarios,
                                                   const run_options& options, run_progress& progress) {
    auto sampling = sampling_of(s, options);
    const auto& weights = s.weights[which];
    weighed_ranking out;
    out.weights = which;
    CONCORDAT_TRY(out.central, additive(scenarios.table, weights));
    sampling.progress = progress.next();
    CONCORDAT_TRY(out.with_missing, rank_probability(scenarios, weights, sampling));
    sampling.progress = progress.next();
    CONCORDAT_TRY(out.without_missing, rank_probability(without_gaps(scenarios), weights, sampling));
    out.shares = shares_of(s.criteria, scenarios.table, out.central.weights);
    return out;
}

[[nodiscard]] inline result<baseline_result> run_on(const study& s, const model* baseline, const run_options& options,
                                                    run_progress& progress) {
    CONCORDAT_TRY(auto measured, measure_on(s, baseline, options, progress));
    baseline_result out;
    if (baseline != nullptr) out.baseline = baseline->key();
    for (const auto& one : measured.placed) out.evidence.push_back(count_evidence(one.applied.after));
    out.leaves = inspect_leaves(s.criteria, measured.assessment);
    CONCORDAT_TRY(out.dominates, dominance(measured.assessment.table, dominance_basis::expected));
    const auto scenarios = measured.scenarios();
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        CONCORDAT_TRY(auto ranking, weigh(s, w, scenarios, options, progress));
        out.rankings.push_back(std::move(ranking));
    }
    for (auto& one : measured.placed) out.options.push_back(std::move(one.applied));
    out.assessment = std::move(measured.assessment);
    out.graphs = std::move(measured.graphs);
    return out;
}

}  // namespace detail

CONCORDAT_INLINE limitation standing_limitation() noexcept {
    return {"Structure alone does not determine outcomes.",
            "CELCIS, Children's Services Reform Research, concluding report, 13 December 2023",
            "https://www.celcis.org/news/news-pages/"
            "structural-change-alone-will-not-improve-support-for-children-young-people-and-families-scotland"};
}

CONCORDAT_INLINE result<study_result> run(const study& s, const run_options& options) {
    CONCORDAT_TRY(const study checked, check(s));
    study_result out;
    const auto sampling = detail::sampling_of(s, options);
    out.samples = sampling.samples;
    out.seed = sampling.seed;
    const std::size_t parts = checked.weights.size() * 2 + (checked.structure ? 1 : 0);
    detail::run_progress progress(options.progress, runs_on(checked).size() * parts);
    for (const auto* baseline : runs_on(checked)) {
        CONCORDAT_TRY(auto found, detail::run_on(checked, baseline, options, progress));
        out.baselines.push_back(std::move(found));
    }
    if (checked.areas) {
        CONCORDAT_TRY(out.areas, mix_areas(checked, out.baselines));
    }
    return out;
}

}  // namespace concordat
