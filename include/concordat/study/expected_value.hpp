// SPDX-License-Identifier: Apache-2.0
/// What each option of a study is worth in all, at central weights and expected values: the one number of a ranking
/// that no sampling stands between. Two studies of one question can be set side by side by it, exactly and quickly. It
/// gives no rank: how sure the order is, only `run` says.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <vector>

namespace concordat {

/// Of one option on one baseline under one weight set.
struct expected_value {
    std::string baseline;  ///< key of the model; empty where every option stands alone
    std::string weights;
    std::string option;
    double value = 0;  ///< in [0, 1]; missing values count as their criterion says
    friend bool operator==(const expected_value&, const expected_value&) = default;
};

/// By baseline, weight set and option, in the order of the study; bit by bit what `run` finds as
/// `additive_score::overall`. Of a study without weights: none. Errors are those of `run`, but for what concerns
/// sampling. O(options · baselines · measures).
[[nodiscard]] result<std::vector<expected_value>> expected_values(const study&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_expected_value.ipp"
#endif
