// SPDX-License-Identifier: Apache-2.0
/// ELECTRE TRI-B (Yu, thesis, Paris-Dauphine 1992; Mousseau, Slowinski & Zielniewicz, "A user-oriented implementation
/// of the ELECTRE-TRI method", Computers & Operations Research 27, 2000): options are sorted into ordered categories by
/// the profiles that bound them. Each option is judged by itself: which others there are changes nothing.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/decide/threshold.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace concordat {

/// Credibilities are row by row, `[option * profile_count + profile]`, as in ELECTRE III but with the thresholds read
/// at the profile's value, whichever of the two is worse (a profile's thresholds are its own).
struct electre_tri_result {
    std::size_t profile_count = 0;
    std::vector<double> option_over_profile;  ///< that the option is at least as good as the profile
    std::vector<double> profile_over_option;  ///< that the profile is at least as good as the option
    /// Categories from 1, the worst, to `profile_count + 1`, the best; profile h, counted from 1, is the upper bound of
    /// category h. Pessimistic (conjunctive): above the best profile that the option outranks.
    std::vector<std::size_t> pessimistic;
    /// Optimistic (disjunctive): below the worst profile that is preferred to the option, which outranks it and is not
    /// outranked by it. With constant thresholds never below the pessimistic category, and above it only where option
    /// and profile are incomparable.
    std::vector<std::size_t> optimistic;
};

/// `profiles` are row by row from the worst to the best, a value for each criterion in the matrix's order and unit; one
/// outranks the other if that is credible to the level `cut` at least, within 1e-12. Mistakes: no profile (E410),
/// values that do not make rows (E411) or are not finite (E402), a profile that does not dominate the one before (E405,
/// with the criterion), thresholds as for `electre3` (between the ends of options and profiles), a cut that is not
/// finite (E402) or not between 0.5 and 1 (E401), values too far apart to subtract (E405). O(options · profiles ·
/// criteria).
[[nodiscard]] result<electre_tri_result> electre_tri(const decision_matrix&, std::span<const thresholds>,
                                                     std::span<const double> profiles, double cut);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_electre_tri.ipp"
#endif
