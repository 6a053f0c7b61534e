// SPDX-License-Identifier: Apache-2.0
/// Uniform points of the simplex. Internal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace concordat::detail {

/// The simplex needs no logarithm: uniforms sorted, and the gaps between them, which are exact. `shares` holds one
/// number more than `uniforms`.
inline void spacings_of(std::span<const double> uniforms, std::span<double> shares) {
    const std::size_t cuts = uniforms.size();
    // Every number passes every smaller place: more comparisons than needed, but none that a processor has to guess.
    for (std::size_t i = 0; i < cuts; ++i) {
        double passed = uniforms[i];
        for (std::size_t at = 0; at < i; ++at) {
            const double kept = std::min(shares[at], passed);
            passed = std::max(shares[at], passed);
            shares[at] = kept;
        }
        shares[i] = passed;
    }
    shares[cuts] = 1;
    for (std::size_t i = cuts; i > 0; --i) shares[i] -= shares[i - 1];
}

}  // namespace concordat::detail
