// SPDX-License-Identifier: Apache-2.0
/// Weights in place of those that nobody gave, where only the order of the criteria is known (Barron and Barrett,
/// "Decision quality using ranked attribute weights", Management Science 42, 1996; Stillwell, Seaver and Edwards, "A
/// comparison of weight approximation techniques in multiattribute utility decision making", Organizational Behavior
/// and Human Performance 28, 1981). Each rule picks one weighting out of all that keep the order; `weight_set` with
/// `elicitation::ordinal` draws from all of them.
#pragma once

#include "concordat/core/error.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace concordat {

/// What the i-th of n criteria weighs, i = 1 being the most important.
enum class surrogate_rule : std::uint8_t {
    rank_order_centroid,  ///< (1/i + … + 1/n) / n: the mean of all weightings in this order
    rank_sum,             ///< 2 (n + 1 - i) / (n (n + 1))
    rank_reciprocal,      ///< (1/i) / (1/1 + … + 1/n)
};
[[nodiscard]] std::string_view name(surrogate_rule) noexcept;

/// The weights of so many criteria, the most important first. Summed from the last to the first they are 1 exactly: the
/// first takes up what rounding leaves. No criterion (E410), more than `most_criteria` (E701). O(criteria²).
[[nodiscard]] result<std::vector<double>> surrogate_weights(std::size_t criteria, surrogate_rule);

/// The weights of criteria by their ranks, in the ranks' order: the lowest rank counts most. Only their order counts,
/// so 1, 2, 2, 4 and 1, 2, 2, 3 are the same. Equal ranks share the mean of the places that they take together, and
/// have equal bits; the sum is then 1 to within rounding. Mistakes and cost as above.
[[nodiscard]] result<std::vector<double>> surrogate_weights(std::span<const std::size_t> ranks, surrogate_rule);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_surrogate_weights.ipp"
#endif
