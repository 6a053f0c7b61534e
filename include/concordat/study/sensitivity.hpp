// SPDX-License-Identifier: Apache-2.0
/// What would have to be true for a study to come out otherwise, and what would be worth finding out: where each weight
/// and each value switches the order, what each weak fact carries, what knowing a criterion, a fact or a source would
/// be worth, and where the uncertainty comes from. A list for those who plan research, and a warning to those who quote
/// a rank.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/additive.hpp"
#include "concordat/decide/rank_reversal.hpp"
#include "concordat/decide/switching_value.hpp"
#include "concordat/decide/tornado.hpp"
#include "concordat/decide/uncertainty_split.hpp"
#include "concordat/decide/value_of_information.hpp"
#include "concordat/decide/weight_stability.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/structure.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// What would be found out together: one fact, or all weak facts that name one source.
struct inquiry {
    std::string name;  ///< the fact's, or the source's key
    bool is_source = false;
    std::vector<std::size_t> facts;  ///< positions in `baseline_sensitivity::facts`; those with odds below 1
};

/// A fact that is not so, all else as stated, at central weights and expected values.
struct fact_reversal {
    std::size_t fact = 0;
    std::size_t cells_changed = 0;
    double largest_change = 0;             ///< of a total value, 0 to 1: without the fact less with it
    std::optional<std::size_t> changed{};  ///< the option that it is the change of
    std::vector<std::size_t> first;        ///< the options that come first without it
    std::vector<std::size_t> ranks;        ///< by option
    bool changes_first = false;
    bool changes_order = false;  ///< somebody's rank is another
};

/// Under one weight set. Criteria with a missing value count as their criterion says; at expected values everything is
/// as stated, and what is sampled is sampled jointly.
struct weighed_sensitivity {
    std::size_t weights = 0;  ///< position in `study::weights`
    additive_result central;  ///< as stated
    std::vector<weight_stability> weight_switches;
    std::vector<switching_value> value_switches;
    rank_reversal removals;
    std::optional<tornado> leader;  ///< the first option against the second; nothing with one option
    uncertainty_split split;
    value_of_information information;      ///< its groups are the inquiries, in their order
    std::vector<fact_reversal> reversals;  ///< by fact
};

struct baseline_sensitivity {
    std::string baseline;  ///< key of the model; empty where every option stands alone
    performance_table table;
    std::vector<uncertain_fact> facts;        ///< every fact below `certain_level`
    std::vector<inquiry> inquiries;           ///< facts in their order, then sources in order of key
    std::uint64_t graphs = 1;                 ///< that were drawn
    std::uint64_t evaluations = 0;            ///< measures that were computed for them
    std::vector<correlated_pair> correlated;  ///< leaves that say nearly the same (above 0.8)
    std::vector<weighed_sensitivity> weights;
};

struct sensitivity {
    std::uint64_t samples = 0;
    std::uint64_t seed = 0;
    std::vector<baseline_sensitivity> baselines;
};

struct sensitivity_options {
    run_options run{};
    std::string baseline{};  ///< key of one of the study's; empty: each
    std::string weights{};   ///< key of one of the study's; empty: each
};

/// Errors: those of `run`; a study without weights, where nothing is ranked (E410); a baseline or weight set that the
/// study does not have (E301, with the nearest). A measure costs as in `measure_graphs`; besides, O(samples · options ·
/// criteria) for each baseline and weight set.
[[nodiscard]] result<sensitivity> sensitivities(const study&, const sensitivity_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_sensitivity.ipp"
#endif
