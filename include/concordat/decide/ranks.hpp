// SPDX-License-Identifier: Apache-2.0
/// Places in an order: 1 is the best, and equals share the better place ("1224", standard competition ranking), so that
/// a tie is called a tie.
#pragma once

#include "concordat/core/sense.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace concordat {

/// The rank of each score: 1 + the number of scores that are strictly better. `better` is higher or lower; no score is
/// a NaN. O(n log n).
[[nodiscard]] std::vector<std::size_t> ranks_of(std::span<const double> scores, sense better = sense::higher);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_ranks.ipp"
#endif
