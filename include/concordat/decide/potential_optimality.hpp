// SPDX-License-Identifier: Apache-2.0
/// Who could be best, whatever the weights are among those that agree with what was said (Hazen, "Partial information,
/// dominance, and potential optimality in multiattribute utility theory", Operations Research 34, 1986; Athanassopoulos
/// and Podinovski, "Dominance and potential optimality in multiple criteria decision analysis with imprecise
/// information", Journal of the Operational Research Society 48, 1997). An option on the Pareto front need not be one
/// of them: between two extremes there is a middle that no weighting puts first.
///
/// By linear programmes over expected worths. What is decided has a tolerance of 1e-9 on the scale of values from 0 to
/// 1, and is the same everywhere unless a margin lies that close to it. Margins and weightings are a solver's last
/// digits: the same on one machine with one build of CLP, but not promised to the bit elsewhere; and where several
/// weightings reach the margin, any of them may be the one.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// Linear programmes are solved for at most so many options (E701).
inline constexpr std::size_t most_programmed = 128;

struct potential_optimum {
    /// Greatest, over the weightings, of the lead over the best of the others; in [-1, 1]. 0 for an option alone.
    double max_margin = 0;
    /// Whether `max_margin` is at least 0, within the tolerance: some weighting puts it first, alone or with others.
    bool potentially_optimal = false;
    /// A weighting with this margin, by criterion of the table; they sum to 1. Criteria left out have 0.
    std::vector<double> weights;
};

/// By option of the table. Direct and swing weights leave one weighting, ordinal ones all in their order, bounds and
/// constraints all that meet them, and without any it is every weighting there is. The mistakes are those of `check`
/// for the table and of `weighting::make`, more options than `most_programmed` (E701), and bounds or constraints on a
/// criterion that is left out (E411). A linear programme of `options + branches` rows for each option: seconds at most.
[[nodiscard]] result<std::vector<potential_optimum>> potential_optimality(const performance_table&, const weight_set&);

/// Who is ahead of whom under every weighting that agrees with the set.
struct dominance_over_weights {
    std::size_t option_count = 0;
    /// `[a * option_count + b]`: the most by which `a` can be worth more than `b`; below 0 if it is always worth less.
    std::vector<double> greatest_lead;
    /// `[a * option_count + b]`: `b` is never ahead of `a`, and `a` can be ahead of `b`, both within the tolerance.
    std::vector<bool> dominates;
};

/// Mistakes and limits as above. A small linear programme for each ordered pair.
[[nodiscard]] result<dominance_over_weights> dominance_over(const performance_table&, const weight_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_potential_optimality.ipp"
#endif
