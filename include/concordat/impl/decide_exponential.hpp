// SPDX-License-Identifier: Apache-2.0
/// Exponentials of + - * / alone, so that what is made of them has the same bits on every machine. Internal.
#pragma once

#include "concordat/core/config.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace concordat::detail {

/// e to the power of x, for x up to 0; 0 below -708, where the numbers of full precision end. Good to one unit in the
/// last place: 2^k times the Taylor series of a rest that is at most log(2) / 2 in size, 13 terms of which leave out
/// less than 1e-17.
[[nodiscard]] inline double exponential(double x) noexcept {
    CONCORDAT_ASSERT(x <= 0);
    if (x < -708) return 0;
    constexpr double log2_e = 1.4426950408889634074;
    // log(2) in two parts, the first so short that its products with k are exact.
    constexpr double log_of_two_high = 0x1.62e42fee00000p-1;
    constexpr double log_of_two_low = 0x1.a39ef35793c76p-33;
    constexpr std::array<double, 12> inverse_factorials{
        1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
        1.0 / 5040,       1.0 / 720,       1.0 / 120,      1.0 / 24,      1.0 / 6,      1.0 / 2};
    const double k = std::floor(x * log2_e + 0.5);
    const double high = x - k * log_of_two_high;
    const double low = k * log_of_two_low;
    const double rest = high - low;
    double series = 0;
    for (const double coefficient : inverse_factorials) series = series * rest + coefficient;
    // The largest terms last, and what rounding took from the rest with them.
    const double value = 1 + (high + (rest * rest * series - low));
    const auto exponent = static_cast<std::uint64_t>(static_cast<int>(k) + 1023);
    return value * std::bit_cast<double>(exponent << 52);
}

}  // namespace concordat::detail
