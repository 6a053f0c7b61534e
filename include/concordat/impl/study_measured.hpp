// SPDX-License-Identifier: Apache-2.0
/// Every option of a study on one baseline, placed, measured, and measured again on the graphs that are drawn: what a
/// run ranks and what a sensitivity analysis turns over. Internal to `impl/study_*.ipp`.
#pragma once

#include "concordat/assess/assess.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/structure.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail {

/// Progress over all the parts of a piece of work, of which each only knows its own.
class run_progress {
public:
    run_progress(const progress_callback& told, std::size_t parts) : told_(told), parts_(parts) {}

    [[nodiscard]] progress_callback next() {
        const std::size_t before = finished_++;
        if (!told_) return {};
        return [this, before](std::size_t done, std::size_t total) {
            total_ = total;
            return told_(before * total + done, parts_ * total);
        };
    }

    /// Asked between parts, where a run measures.
    [[nodiscard]] bool goes_on() const { return !told_ || told_(finished_ * total_, parts_ * total_); }

private:
    const progress_callback& told_;
    std::size_t parts_;
    std::size_t finished_ = 0;
    std::size_t total_ = 1;  ///< blocks of a part, once one has run
};

/// What a study asks for, with what its caller asks for instead.
[[nodiscard]] inline rank_sampling sampling_of(const study& s, const run_options& options) {
    rank_sampling sampling;
    sampling.samples = options.samples ? *options.samples : s.samples;
    sampling.seed = options.seed ? *options.seed : s.seed;
    sampling.threads = options.threads;
    return sampling;
}

/// The values that a study gives by hand, as an assessment takes them.
[[nodiscard]] inline std::vector<given_value> given_by(const study& s) {
    std::vector<given_value> given;
    for (const auto& j : s.judgements) given.push_back({j.option, j.criterion, j.value, j.by, j.evidence});
    return given;
}

/// The option on that baseline, or on a model of its own. A mistake says which option it is of.
[[nodiscard]] inline result<placed_option> place_by_name(const study& s, const study_option& option,
                                                         const model* baseline) {
    auto placed = place(s, option, baseline);
    if (placed) return placed;
    error problem = std::move(placed.error());
    const std::string on = baseline != nullptr ? " on \"" + baseline->key() + '"' : "";
    problem.message = "option \"" + option.key + '"' + on + ": " + problem.message;
    return fail(std::move(problem));
}

/// Every option on one baseline, or on the models of their own.
[[nodiscard]] inline result<std::vector<placed_option>> place_all(const study& s, const model* baseline,
                                                                  const run_progress& progress) {
    std::vector<placed_option> placed;
    for (const auto& option : s.options) {
        if (!progress.goes_on()) return fail(errc::interrupted, "the run was asked to stop");
        CONCORDAT_TRY(auto one, place_by_name(s, option, baseline));
        placed.push_back(std::move(one));
    }
    return placed;
}

struct measured_options {
    std::vector<placed_option> placed;
    concordat::assessment assessment;
    std::optional<measured_graphs> graphs;  ///< of a study that samples structure

    [[nodiscard]] table_scenarios scenarios() const {
        return graphs ? graphs->scenarios : table_scenarios{assessment.table, {}};
    }
};

/// Where a measure finds nothing to measure on some graph and its criterion has no rule for that.
[[nodiscard]] inline status check_graphs(const measured_graphs& found) {
    const auto& table = found.scenarios.table;
    const std::size_t width = table.criteria.size();
    for (std::size_t g = 0; g < found.scenarios.cells.size(); ++g)
        for (std::size_t at = 0; at < found.scenarios.cells[g].size(); ++at) {
            const auto& criterion = table.criteria[at % width];
            if (criterion.gaps != gap_rule::refuse || !is_missing(found.scenarios.cells[g][at])) continue;
            return fail(
                errc::missing_value,
                "option \"" + table.options[at / width].key + "\", criterion \"" + criterion.key +
                    "\" has no value on graph " + std::to_string(g + 1) + " of those drawn",
                "say in the criteria what a missing value counts as: missing = \"whole_scale\" or \"leave_out\"");
        }
    return {};
}

/// Measures everything once, and on the study's graphs where it samples structure: then one part of the progress.
[[nodiscard]] inline result<measured_options> measure_on(const study& s, const model* baseline,
                                                         const run_options& options, run_progress& progress) {
    measured_options out;
    CONCORDAT_TRY(out.placed, place_all(s, baseline, progress));
    std::vector<candidate> candidates;
    for (std::size_t i = 0; i < out.placed.size(); ++i) {
        const auto& before = out.placed[i].before;
        candidates.push_back(
            {s.options[i].key, s.options[i].title, &out.placed[i].applied.after, before ? &*before : nullptr});
    }
    CONCORDAT_TRY(out.assessment, assess(s.criteria, s.contested, candidates, given_by(s)));
    if (!s.structure) return out;
    const auto facts = uncertain_facts(s, out.placed);
    auto graphs = draw_graphs(facts, s.graphs, sampling_of(s, options).seed);
    CONCORDAT_TRY(out.graphs, measure_graphs(s, out.placed, out.assessment.table, std::move(graphs),
                                             {options.threads, progress.next()}));
    if (auto sound = check_graphs(*out.graphs); !sound) return fail(std::move(sound).error());
    return out;
}

}  // namespace concordat::detail
