// SPDX-License-Identifier: Apache-2.0
/// VIKOR (Opricovic and Tzeng, "Compromise solution by MCDM methods: a comparative analysis of VIKOR and TOPSIS",
/// European Journal of Operational Research 156, 2004): the compromise between what is best for most criteria together
/// and what no criterion regrets much. It says whether its best option may stand alone, and who else belongs beside it.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// By option; less is better everywhere. A criterion's regret is its weight times how far the option stands between the
/// best value (0) and the worst (1).
struct vikor_result {
    std::vector<double> utility;     ///< S: the sum of the regrets, in [0, 1]
    std::vector<double> regret;      ///< R: the largest of them, in [0, 1]
    std::vector<double> compromise;  ///< Q = v · (S - S*) / (S⁻ - S*) + (1 - v) · (R - R*) / (R⁻ - R*), in [0, 1]
    std::vector<std::size_t> utility_rank;
    std::vector<std::size_t> regret_rank;
    std::vector<std::size_t> rank;  ///< by Q; equals share the better rank

    bool acceptable_advantage = true;  ///< C1: the second by Q is behind the first by at least 1 / (options - 1)
    bool acceptable_stability = true;  ///< C2: the first by Q is also the best by S or by R
    /// Positions in order of Q, the best first: that one alone if both conditions hold, with the second if only C2
    /// fails, and if C1 fails with all that are behind it by less than 1 / (options - 1).
    std::vector<std::size_t> compromise_set;
};

/// `v` is the weight of the strategy of the majority, from 0 (least regret alone) to 1; beyond, E401; not finite, E402.
/// Options with the same Q stand in order of S, then of R, then of position. A criterion whose values are all equal is
/// regretted by nobody; where all S or all R are equal to within rounding, their part of Q is 0. One option is its own
/// compromise, both conditions holding. Permuting the options permutes the result, bit by bit. O(options · criteria),
/// and sorting for the ranks.
[[nodiscard]] result<vikor_result> vikor(const decision_matrix&, double v = 0.5);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_vikor.ipp"
#endif
