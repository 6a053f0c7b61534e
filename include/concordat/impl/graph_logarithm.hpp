// SPDX-License-Identifier: Apache-2.0
/// Logarithms of + - * / alone, so that the figures made of them have the same bits on every machine. Internal.
#pragma once

#include <bit>
#include <cstdint>

namespace concordat::detail {

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

/// Natural logarithm of a positive normal number.
[[nodiscard]] inline double natural_log(double x) {
    const auto [mantissa, exponent] = split_binary(x);
    return log_of_mantissa(mantissa) + exponent * log_of_two;
}

/// Binary logarithm of a positive normal number; exact for powers of two.
[[nodiscard]] inline double binary_log(double x) {
    const auto [mantissa, exponent] = split_binary(x);
    return log_of_mantissa(mantissa) / log_of_two + exponent;
}

}  // namespace concordat::detail
