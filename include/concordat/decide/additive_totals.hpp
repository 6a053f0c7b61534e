// SPDX-License-Identifier: Apache-2.0
/// The totals of the additive method for a decision matrix, without the lines that explain them: for tables of many
/// options, and to set beside the other methods on the same matrix. Also known as simple additive weighting (Hwang and
/// Yoon, "Multiple attribute decision making", 1981, pages 99 to 103).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/decide/normalisation.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

struct additive_totals_result {
    std::vector<double> totals;     ///< by option, in [0, 1]: the sum of weight times worth, criteria in their order
    std::vector<std::size_t> rank;  ///< by option: 1 is the best; equals share the better rank
};

/// To within rounding what `additive` finds for the table of these numbers after `normalise`, and with the mistakes of
/// `normalise`: numbers below 0 with `max`, `sum` or `vector`, outside [0, 1] with `none` (E401). A criterion whose
/// numbers are all equal is worth 1 to each option, but with `none`. Permuting the options permutes the result, bit by
/// bit. O(options · criteria), and sorting for the ranks.
[[nodiscard]] result<additive_totals_result> additive_totals(const decision_matrix&,
                                                             normalisation = normalisation::minmax);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_additive_totals.ipp"
#endif
