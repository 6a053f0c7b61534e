// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/study/run.hpp"

#include <algorithm>
#include <array>
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

[[nodiscard]] inline performance_table without_gaps(performance_table table) {
    for (auto& c : table.criteria) c.gaps = gap_rule::leave_out;
    return table;
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

/// Progress over all the samplings of a run, of which each only knows its own.
class run_progress {
public:
    run_progress(const progress_callback& told, std::size_t samplings) : told_(told), samplings_(samplings) {}

    [[nodiscard]] progress_callback next() {
        const std::size_t before = finished_++;
        if (!told_) return {};
        return [this, before](std::size_t done, std::size_t total) {
            total_ = total;
            return told_(before * total + done, samplings_ * total);
        };
    }

    /// Asked between samplings, where a run measures.
    [[nodiscard]] bool goes_on() const { return !told_ || told_(finished_ * total_, samplings_ * total_); }

private:
    const progress_callback& told_;
    std::size_t samplings_;
    std::size_t finished_ = 0;
    std::size_t total_ = 1;  ///< blocks of a sampling, once one has run
};

[[nodiscard]] inline result<weighed_ranking> weigh(const study& s, std::size_t which, const performance_table& table,
                                                   const run_options& options, run_progress& progress) {
    rank_sampling sampling;
    sampling.samples = options.samples ? *options.samples : s.samples;
    sampling.seed = options.seed ? *options.seed : s.seed;
    sampling.threads = options.threads;

    const auto& weights = s.weights[which];
    weighed_ranking out;
    out.weights = which;
    CONCORDAT_TRY(out.central, additive(table, weights));
    sampling.progress = progress.next();
    CONCORDAT_TRY(out.with_missing, rank_probability(table, weights, sampling));
    sampling.progress = progress.next();
    CONCORDAT_TRY(out.without_missing, rank_probability(without_gaps(table), weights, sampling));
    out.shares = shares_of(s.criteria, table, out.central.weights);
    return out;
}

/// The values that a study gives by hand, as an assessment takes them.
[[nodiscard]] inline std::vector<given_value> given_by(const study& s) {
    std::vector<given_value> given;
    for (const auto& j : s.judgements) given.push_back({j.option, j.criterion, j.value, j.by, j.evidence});
    return given;
}

/// Every option on one baseline, or on the models of their own.
[[nodiscard]] inline result<std::vector<placed_option>> place_all(const study& s, const model* baseline,
                                                                  const run_progress& progress) {
    std::vector<placed_option> placed;
    for (const auto& option : s.options) {
        if (!progress.goes_on()) return fail(errc::interrupted, "the run was asked to stop");
        auto one = place(s, option, baseline);
        if (!one) {
            error problem = std::move(one.error());
            const std::string on = baseline != nullptr ? " on \"" + baseline->key() + '"' : "";
            problem.message = "option \"" + option.key + '"' + on + ": " + problem.message;
            return fail(std::move(problem));
        }
        placed.push_back(*std::move(one));
    }
    return placed;
}

[[nodiscard]] inline result<baseline_result> run_on(const study& s, const model* baseline, const run_options& options,
                                                    run_progress& progress) {
    CONCORDAT_TRY(auto placed, place_all(s, baseline, progress));
    baseline_result out;
    if (baseline != nullptr) out.baseline = baseline->key();
    std::vector<candidate> candidates;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto& before = placed[i].before;
        candidates.push_back(
            {s.options[i].key, s.options[i].title, &placed[i].applied.after, before ? &*before : nullptr});
        out.evidence.push_back(count_evidence(placed[i].applied.after));
    }
    CONCORDAT_TRY(out.assessment, assess(s.criteria, s.contested, candidates, given_by(s)));
    for (auto& one : placed) out.options.push_back(std::move(one.applied));
    out.leaves = inspect_leaves(s.criteria, out.assessment);
    CONCORDAT_TRY(out.dominates, dominance(out.assessment.table, dominance_basis::expected));
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        CONCORDAT_TRY(auto ranking, weigh(s, w, out.assessment.table, options, progress));
        out.rankings.push_back(std::move(ranking));
    }
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
    if (s.structure)
        return fail(errc::bad_parameter,
                    "uncertainty.structure = true, but this version samples weights and values only",
                    "set structure = false", s.where.at);
    CONCORDAT_TRY(const study checked, check(s));
    study_result out;
    out.samples = options.samples ? *options.samples : s.samples;
    out.seed = options.seed ? *options.seed : s.seed;
    detail::run_progress progress(options.progress, runs_on(checked).size() * checked.weights.size() * 2);
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
