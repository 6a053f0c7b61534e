// SPDX-License-Identifier: Apache-2.0
/// What a place in an order is worth by itself. Places count from 0. Internal.
#pragma once

#include <cstddef>

namespace concordat::detail::surrogate {

/// The mean of uniform weights in a given order: 1/n times the sum of 1/k from the place on.
[[nodiscard]] inline double rank_order_centroid(std::size_t place, std::size_t count) {
    double sum = 0;
    for (std::size_t k = count; k > place; --k) sum += 1 / static_cast<double>(k);
    return sum / static_cast<double>(count);
}

}  // namespace concordat::detail::surrogate
