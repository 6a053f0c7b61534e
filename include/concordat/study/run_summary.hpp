// SPDX-License-Identifier: Apache-2.0
/// What of a run can be set beside another run: how often each option comes first, what it is worth in all, and the
/// values in raw units. It is the same whether it is taken from a run in memory or read from the file that the run
/// left.
#pragma once

#include "concordat/decide/quantity.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// What is done about missing values: what their criterion says, or the criteria that have any are left out.
enum class missing_treatment : std::uint8_t { as_stated, left_out };
[[nodiscard]] std::string_view name(missing_treatment) noexcept;

/// Whose weights, and whether anybody was asked for them.
struct summarised_weights {
    std::string key;
    elicitation how = elicitation::none;
    bool illustrative = false;
    friend bool operator==(const summarised_weights&, const summarised_weights&) = default;
};

struct option_standing {
    std::string option;
    estimate first;                               ///< the probability of being first
    std::vector<std::string> not_separated_from;  ///< options of which no order may be told, in the study's order
    friend bool operator==(const option_standing&, const option_standing&) = default;
};

struct summarised_ranking {
    std::string baseline;  ///< empty where every option stands alone
    std::string weights;
    missing_treatment missing = missing_treatment::as_stated;
    std::vector<option_standing> options;  ///< in the order of the study
    friend bool operator==(const summarised_ranking&, const summarised_ranking&) = default;
};

/// One option on one criterion and baseline, in raw units.
struct summarised_value {
    std::string baseline;
    std::string option;
    std::string criterion;
    std::string unit;
    quantity value;  ///< missing where nobody knows
    friend bool operator==(const summarised_value&, const summarised_value&) = default;
};

struct run_summary {
    std::string study;  ///< its key
    std::string title;
    std::uint64_t samples = 0;
    std::uint64_t seed = 0;
    std::vector<summarised_weights> weights;
    std::vector<summarised_ranking> rankings;  ///< by baseline, weight set and treatment
    std::vector<summarised_value> values;      ///< by baseline, option and criterion
    friend bool operator==(const run_summary&, const run_summary&) = default;
};

/// The result must be of this study. O(baselines · (weight sets · options² + options · criteria)).
[[nodiscard]] run_summary summarise(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_run_summary.ipp"
#endif
