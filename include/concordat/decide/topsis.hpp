// SPDX-License-Identifier: Apache-2.0
/// TOPSIS, the technique for order preference by similarity to ideal solution (Hwang and Yoon, "Multiple attribute
/// decision making", 1981, pages 128 to 134): good is what lies near the best of every criterion and far from the worst
/// of every criterion. Both ends are taken from the options at hand, so leaving one out can turn the others round.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace concordat {

/// How a column x of a decision matrix becomes a column r without a unit. Not `normalisation`, which makes worths:
/// these only shift and stretch, the same for benefits and costs, so that a cost stays one and its ideal is its lowest
/// r. Distances do not know the difference: they are also those of the conventions that turn costs round by 1 - r.
/// Where a divisor would be 0, every r is 0 and the criterion separates nobody.
enum class column_scale : std::uint8_t {
    vector,  ///< x / sqrt(sum of x²), as in the book
    minmax,  ///< (x - min) / (max - min)
    max,     ///< x / max, for x of 0 or more
    sum,     ///< x / sum of x, for x of 0 or more
};
[[nodiscard]] std::string_view name(column_scale) noexcept;

/// Whether the two tables of the working are in the result. They are as large as the matrix, each, and making room for
/// them takes longer than the method where options are many.
enum class working_tables : std::uint8_t { kept, left_out };

/// The working, step by step. Of two positions, the option is the row: `[option * criterion_count + criterion]`.
struct topsis_result {
    std::vector<double> normalized;  ///< option by criterion; empty if left out
    std::vector<double> weighted;    ///< option by criterion: times the criterion's weight; empty if left out
    std::vector<double> ideal;       ///< by criterion: the best weighted number, the lowest of a cost
    std::vector<double> anti_ideal;  ///< by criterion: the worst
    std::vector<double> d_plus;      ///< by option: the Euclidean distance from the ideal
    std::vector<double> d_minus;     ///< by option: from the anti-ideal
    std::vector<double> closeness;   ///< by option: d_minus / (d_plus + d_minus), in [0, 1]; more is better
    std::vector<std::size_t> rank;   ///< by option: 1 is the closest; equals share the better rank
};

/// One option, or options that nothing separates, are at the ideal and at the anti-ideal at once: neither near nor far,
/// and their closeness is 0.5. Permuting the options permutes the result, bit by bit. With `max` and `sum`, a criterion
/// with a value below 0 is refused (E401). O(options · criteria), and sorting for the ranks.
[[nodiscard]] result<topsis_result> topsis(const decision_matrix&, column_scale = column_scale::vector,
                                           working_tables = working_tables::kept);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_topsis.ipp"
#endif
