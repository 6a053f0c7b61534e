// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/sensitivity.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/study_measured.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace concordat {

namespace detail::sensing {

/// Each fact that may not be so by itself, and all that name one source.
inline std::vector<inquiry> inquiries_about(const std::vector<uncertain_fact>& facts) {
    std::vector<inquiry> asked;
    std::map<std::string, inquiry> by_source;
    for (std::size_t f = 0; f < facts.size(); ++f) {
        if (facts[f].odds >= 1) continue;
        asked.push_back({facts[f].name, false, {f}});
        for (const auto& key : facts[f].evidence.sources) {
            auto& source = by_source[key];
            source.name = key;
            source.is_source = true;
            source.facts.push_back(f);
        }
    }
    for (auto& [key, source] : by_source) asked.push_back(std::move(source));
    return asked;
}

inline scenario_markers markers_of(const std::optional<measured_graphs>& graphs, const std::vector<inquiry>& asked) {
    scenario_markers markers;
    if (!graphs) return markers;
    markers.count = graphs->facts.size();
    for (const auto& so : graphs->graphs) markers.present.insert(markers.present.end(), so.begin(), so.end());
    for (const auto& one : asked) markers.groups.push_back(one.facts);
    return markers;
}

inline std::vector<std::size_t> first_of(const additive_result& central) {
    std::vector<std::size_t> first;
    for (std::size_t option = 0; option < central.options.size(); ++option)
        if (central.options[option].rank == 1) first.push_back(option);
    return first;
}

/// What is left without a fact, beside what is stated. `cells` are those of the table without it.
inline result<fact_reversal> reverse(std::size_t fact, const std::vector<quantity>& cells,
                                     const performance_table& table, const weight_set& weights,
                                     const additive_result& stated) {
    fact_reversal found;
    found.fact = fact;
    for (std::size_t at = 0; at < cells.size(); ++at) found.cells_changed += cells[at] != table.cells[at] ? 1 : 0;
    auto without = table;
    without.cells = cells;
    CONCORDAT_TRY(const auto left, additive(without, weights));
    for (std::size_t option = 0; option < left.options.size(); ++option) {
        found.ranks.push_back(left.options[option].rank);
        found.changes_order = found.changes_order || left.options[option].rank != stated.options[option].rank;
        const double change = left.options[option].overall - stated.options[option].overall;
        if (std::fabs(change) <= std::fabs(found.largest_change)) continue;
        found.largest_change = change;
        found.changed = option;
    }
    found.first = first_of(left);
    found.changes_first = found.first != first_of(stated);
    return found;
}

/// One baseline's options, with every graph that is asked of them.
struct prepared {
    measured_options measured;
    table_scenarios scenarios;     ///< of `measured`, for every weight set alike
    measured_graphs without_each;  ///< as stated first, then without each fact
    std::vector<inquiry> asked;
};

inline result<weighed_sensitivity> weigh(const prepared& options, const weight_set& weights, rank_sampling sampling,
                                         run_progress& progress) {
    const auto& table = options.measured.assessment.table;
    const auto& scenarios = options.scenarios;
    weighed_sensitivity out;
    CONCORDAT_TRY(out.central, additive(table, weights));
    CONCORDAT_TRY(out.weight_switches, weight_stabilities(table, weights));
    CONCORDAT_TRY(out.value_switches, switching_values(table, weights));
    CONCORDAT_TRY(out.removals, rank_reversals(table, additive_ranks(weights)));
    if (table.options.size() > 1) {
        CONCORDAT_TRY(out.leader, tornado_of(table, weights));
    }
    sampling.progress = progress.next();
    CONCORDAT_TRY(out.split, uncertainty_split_of(scenarios, weights, sampling));
    sampling.progress = progress.next();
    CONCORDAT_TRY(
        out.information,
        value_of_information_of(scenarios, weights, markers_of(options.measured.graphs, options.asked), sampling));
    for (std::size_t fact = 0; fact < options.without_each.facts.size(); ++fact) {
        CONCORDAT_TRY(auto reversal,
                      reverse(fact, options.without_each.scenarios.cells[fact + 1], table, weights, out.central));
        out.reversals.push_back(std::move(reversal));
    }
    return out;
}

inline result<prepared> prepare(const study& s, const model* baseline, const run_options& options,
                                run_progress& progress) {
    prepared made;
    CONCORDAT_TRY(made.measured, measure_on(s, baseline, options, progress));
    const auto facts = uncertain_facts(s, made.measured.placed);
    CONCORDAT_TRY(made.without_each, measure_graphs(s, made.measured.placed, made.measured.assessment.table,
                                                    one_fact_less(facts.size()), {options.threads, progress.next()}));
    made.scenarios = made.measured.scenarios();
    made.asked = inquiries_about(facts);
    return made;
}

/// The positions of those that were asked for, or of all.
inline result<std::vector<std::size_t>> chosen(const std::string& key, const std::vector<std::string>& known,
                                               const char* what) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (key.empty() || known[i] == key) all.push_back(i);
    if (!all.empty()) return all;
    return fail(errc::dangling_reference, "the study has no " + std::string(what) + " \"" + key + '"',
                suggest(key, known));
}

inline result<baseline_sensitivity> sense_on(const study& s, const model* baseline,
                                             const std::vector<std::size_t>& sets, const run_options& options,
                                             run_progress& progress) {
    CONCORDAT_TRY(auto made, prepare(s, baseline, options, progress));
    baseline_sensitivity out;
    if (baseline != nullptr) out.baseline = baseline->key();
    for (const auto which : sets) {
        CONCORDAT_TRY(auto weighed, weigh(made, s.weights[which], sampling_of(s, options), progress));
        weighed.weights = which;
        out.weights.push_back(std::move(weighed));
    }
    out.correlated = inspect_leaves(s.criteria, made.measured.assessment).correlated;
    if (made.measured.graphs) {
        out.graphs = made.measured.graphs->graphs.size();
        out.evaluations = made.measured.graphs->evaluations;
    }
    out.table = std::move(made.measured.assessment.table);
    out.facts = std::move(made.without_each.facts);
    out.inquiries = std::move(made.asked);
    return out;
}

}  // namespace detail::sensing

CONCORDAT_INLINE result<sensitivity> sensitivities(const study& s, const sensitivity_options& options) {
    CONCORDAT_TRY(const study checked, check(s));
    if (checked.weights.empty())
        return fail(errc::missing_value, "the study has no weights, so nothing is ranked that could turn",
                    "name weight sets in the study", checked.where.at);
    std::vector<std::string> baselines, sets;
    for (const auto* baseline : runs_on(checked)) baselines.push_back(baseline != nullptr ? baseline->key() : "");
    for (const auto& weights : checked.weights) sets.push_back(weights.key);
    CONCORDAT_TRY(const auto on, detail::sensing::chosen(options.baseline, baselines, "baseline"));
    CONCORDAT_TRY(const auto under, detail::sensing::chosen(options.weights, sets, "weight set"));

    const auto sampling = detail::sampling_of(checked, options.run);
    sensitivity out{sampling.samples, sampling.seed, {}};
    detail::run_progress progress(options.run.progress,
                                  on.size() * (under.size() * 2 + 1 + (checked.structure ? 1 : 0)));
    for (const auto b : on) {
        CONCORDAT_TRY(auto found,
                      detail::sensing::sense_on(checked, runs_on(checked)[b], under, options.run, progress));
        out.baselines.push_back(std::move(found));
    }
    return out;
}

}  // namespace concordat
