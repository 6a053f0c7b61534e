// SPDX-License-Identifier: Apache-2.0
/// Logarithms and powers of + - * / alone, so that the figures made of them have the same bits on every machine.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
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

/// 1/k! from k = 0 on: Taylor's coefficients of the exponential.
inline constexpr std::array<double, 15> of_factorials = [] {
    std::array<double, 15> made{1};
    double factorial = 1;
    for (std::size_t k = 1; k < made.size(); ++k) {
        factorial *= static_cast<double>(k);
        made[k] = 1 / factorial;
    }
    return made;
}();

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

/// e to the power of `x` in [-700, 700], to about 1e-15 of itself; exactly 1 at 0. Powers of two are taken out, with ln
/// 2 in two parts so that what is left keeps its digits; then Taylor's series.
[[nodiscard]] inline double exponential(double x) {
    const auto twos = static_cast<int>(x / detail::log_of_two + (x < 0 ? -0.5 : 0.5));
    const double left = (x - twos * 0x1.62e42feep-1) - twos * 0x1.a39ef35793c76p-33;
    double sum = 0;
    for (std::size_t k = detail::of_factorials.size(); k-- > 0;) sum = sum * left + detail::of_factorials[k];
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(twos + 1023) << 52);
}

}  // namespace concordat
