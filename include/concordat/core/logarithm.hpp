// SPDX-License-Identifier: Apache-2.0
/// Logarithms and powers of + - * / alone, so that the figures made of them have the same bits on every machine.
#pragma once

#include "concordat/core/config.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace concordat {

namespace detail {

inline constexpr double log_of_two = 0.69314718055994530942;

/// A positive normal number as m · 2^e with m in [sqrt(1/2), sqrt(2)).
struct binary_parts {
    double mantissa = 1;
    int exponent = 0;
};

[[nodiscard]] inline binary_parts split_binary(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const int exponent = static_cast<int>(bits >> 52) - 1023;
    const double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    return mantissa < 1.4142135623730951 ? binary_parts{mantissa, exponent} : binary_parts{mantissa / 2, exponent + 1};
}

/// 2 artanh((m - 1) / (m + 1)), whose series gains more than five bits a term for such m. Good to a few units in the
/// last place.
[[nodiscard]] inline double log_of_mantissa(double m) {
    const double z = (m - 1) / (m + 1);
    const double square = z * z;
    double sum = 0;
    for (int k = 23; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
    return 2 * z * sum;
}

/// 1/k! from k = 13 down to 2: the last of Taylor's coefficients of the exponential.
inline constexpr std::array<double, 12> inverse_factorials{
    1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
    1.0 / 5040,       1.0 / 720,       1.0 / 120,      1.0 / 24,      1.0 / 6,      1.0 / 2};

}  // namespace detail

/// Natural logarithm of a positive normal number, good to a few units in the last place.
[[nodiscard]] inline double natural_log(double x) {
    const auto [mantissa, exponent] = detail::split_binary(x);
    return detail::log_of_mantissa(mantissa) + exponent * detail::log_of_two;
}

/// Binary logarithm of a positive normal number; exact for powers of two.
[[nodiscard]] inline double binary_log(double x) {
    const auto [mantissa, exponent] = detail::split_binary(x);
    return detail::log_of_mantissa(mantissa) / detail::log_of_two + exponent;
}

/// e to the power of `x`, for x up to 700; 0 below -708, where the numbers of full precision end. Good to one unit in
/// the last place: 2^k times the Taylor series of a rest that is at most log(2) / 2 in size, 13 terms of which leave
/// out less than 1e-17.
[[nodiscard]] inline double exponential(double x) noexcept {
    CONCORDAT_ASSERT(x <= 700);
    if (x < -708) return 0;
    constexpr double log2_e = 1.4426950408889634074;
    // log(2) in two parts, the first so short that its products with k are exact.
    constexpr double log_of_two_high = 0x1.62e42fee00000p-1;
    constexpr double log_of_two_low = 0x1.a39ef35793c76p-33;
    const double k = std::floor(x * log2_e + 0.5);
    const double high = x - k * log_of_two_high;
    const double low = k * log_of_two_low;
    const double rest = high - low;
    double series = 0;
    for (const double coefficient : detail::inverse_factorials) series = series * rest + coefficient;
    // The largest terms last, and what rounding took from the rest with them.
    const double value = 1 + (high + (rest * rest * series - low));
    const auto exponent = static_cast<std::uint64_t>(k + 1023);
    return value * std::bit_cast<double>(exponent << 52);
}

}  // namespace concordat
