// SPDX-License-Identifier: Apache-2.0
/// Runs a study: every option on every baseline, measured, then ranked under each weight set with its probability. A
/// run is a pure function of the study, the number of samples and the seed; threads change only how long it takes.
#pragma once

#include "concordat/assess/assess.hpp"
#include "concordat/assess/leaves.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/decide/additive.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/model/facts.hpp"
#include "concordat/study/areas.hpp"
#include "concordat/study/structure.hpp"
#include "concordat/study/study.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Printed with every result, and not for a study to change.
struct limitation {
    std::string_view text;
    std::string_view source;
    std::string_view url;
};
[[nodiscard]] limitation standing_limitation() noexcept;

struct run_options {
    std::optional<std::uint64_t> samples{};  ///< the study's own without it
    std::optional<std::uint64_t> seed{};
    unsigned threads = 0;  ///< 0: as many as the machine has
    progress_callback progress{};
};

/// How much of the weight rests on what.
struct weight_share {
    std::string what;  ///< graph, indicator, survey or judgement; "missing": criteria of which a value is missing
    double share = 0;  ///< of the central weight, 0 to 1
};

/// One weight set on one baseline.
struct weighed_ranking {
    std::size_t weights = 0;             ///< position in `study::weights`
    additive_result central;             ///< the sum line by line, at central weights and expected values, as stated
    rank_probabilities with_missing;     ///< missing values as their criterion says
    rank_probabilities without_missing;  ///< criteria with missing values left out: what the known ones say
    std::vector<weight_share> shares;
};

/// Every option on one baseline.
struct baseline_result {
    std::string baseline;              ///< key of the model; empty where every option stands alone
    std::vector<application> options;  ///< in the order of the study
    concordat::assessment assessment;
    std::optional<measured_graphs> graphs;  ///< of a study that samples structure: what was drawn, and its tables
    leaf_report leaves;
    dominance_relation dominates;           ///< by expected worth, before any weight
    std::vector<weighed_ranking> rankings;  ///< in the order of the weight sets
    std::vector<evidence_count> evidence;   ///< by option
};

struct study_result {
    std::uint64_t samples = 0;
    std::uint64_t seed = 0;
    std::vector<baseline_result> baselines;
    std::optional<area_results> areas;  ///< of a study that has areas
};

/// Errors: those of `check(study)`, of a reform that cannot apply (with its line and baseline), of a missing value that
/// may not be (E410), E701 for too many samples, E801 when `progress` asked to stop.
[[nodiscard]] result<study_result> run(const study&, const run_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_areas.ipp"
#include "concordat/impl/study_run.ipp"
#endif
