// SPDX-License-Identifier: Apache-2.0
/// Why a rank is uncertain: how much of its variance comes from the weights, from the cells and from the scenarios,
/// each by itself, and how much only from their playing together. First-order Sobol indices by pick and freeze (Sobol',
/// "Sensitivity estimates for nonlinear mathematical models", 1993; Saltelli, "Making best use of model evaluations to
/// compute sensitivity indices", Computer Physics Communications 145, 2002).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/decide/weights.hpp"

#include <vector>

namespace concordat {

/// Parts of a variance: 1 would be all of it. A part that nothing varies in is exactly 0, and one that alone varies
/// exactly 1; estimates of small parts can come out below 0 within their standard errors.
struct variance_split {
    double variance = 0;     ///< of the rank; 0: it never changes, and then every part is 0
    estimate weights;        ///< whose view counts how much
    estimate ratings;        ///< what the cells turn out to be
    estimate scenarios;      ///< which of the tables it is
    double interaction = 0;  ///< what the three together leave of 1
    friend bool operator==(const variance_split&, const variance_split&) = default;
};

struct uncertainty_split {
    std::vector<variance_split> options;  ///< of each option's rank, in the table's order
    variance_split overall;  ///< of all ranks: parts weighed by the options' variances, whose mean is `variance`
    friend bool operator==(const uncertainty_split&, const uncertainty_split&) = default;
};

/// The estimator of Janon, Klein, Lagnoux, Nodet and Prieur ("Asymptotic normality and efficiency of two Sobol index
/// estimators", ESAIM: Probability and Statistics 18, 2014), with their variance by the delta method over up to 256
/// batches of samples. Ranks are integers, so their sums are exact.
///
/// Sample k ranks once with everything from the streams 2 k of purpose::weights, ratings and structure (the scenario:
/// one uniform), and once for each of the three that can vary with that one kept and the others from the streams
/// 2 k + 1. Weights are drawn as `weighting::draw` does, cells in the order of `rank_probability`.
///
/// Errors: those of `check` for scenarios and of `weighting::make`; fewer than two samples (E401); too many, or more
/// options than `most_compared` (E701); progress asked to stop (E801). O(samples × cells) time; progress is told of the
/// batches.
[[nodiscard]] result<uncertainty_split> uncertainty_split_of(const table_scenarios&, const weight_set&,
                                                             const rank_sampling& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_uncertainty_split.ipp"
#endif
