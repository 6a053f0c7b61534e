// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/chance.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace concordat {

namespace detail::chances {

inline constexpr double nearly_nothing = 0.005;

struct fraction {
    int of = 0;
    int in = 1;
};

inline fraction simplest_near(double p) {
    const double allowed = std::min(p, 1 - p) / 8;
    for (const int in : std::to_array({2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50})) {
        const int of = static_cast<int>(std::lround(p * in));
        const bool plain = in <= 5 || in == 10 || of == 1 || of == in - 1;
        if (of > 0 && of < in && plain && std::abs(p - static_cast<double>(of) / in) <= allowed) return {of, in};
    }
    return {std::clamp(static_cast<int>(std::lround(p * 100)), 1, 99), 100};
}

/// "about 1 in 5".
inline std::string fraction_words(double p) {
    if (p == 0) return "never";
    if (p == 1) return "every time";
    if (p < nearly_nothing) return "fewer than 1 in 200";
    if (p > 1 - nearly_nothing) return "more than 199 in 200";
    const auto near = simplest_near(p);
    return "about " + std::to_string(near.of) + " in " + std::to_string(near.in);
}

/// "18%", as far as the fraction beside it goes.
inline std::string percent_words(double p) {
    if (p > 0 && p < nearly_nothing) return "under 0.5%";
    if (p < 1 && p > 1 - nearly_nothing) return "over 99.5%";
    return percent_text(p);
}

}  // namespace detail::chances

CONCORDAT_INLINE std::string percent_text(double share) {
    CONCORDAT_ASSERT(share >= 0 && share <= 1);
    if (share == 0 || share == 1) return share == 0 ? "0%" : "100%";
    const double least = 0.001;
    if (share < least) return "under 0.1%";
    if (share > 1 - least) return "over 99.9%";
    const bool at_an_end = share < 0.01 || share > 0.99;
    return rounded(share * 100, at_an_end ? 1 : 0) + "%";
}

CONCORDAT_INLINE std::string chance_in_words(double probability) { return chances_in_words(probability, probability); }

CONCORDAT_INLINE std::string chances_in_words(double low, double high) {
    namespace c = detail::chances;
    CONCORDAT_ASSERT(0 <= low && low <= high && high <= 1);
    const std::string least = c::fraction_words(low), most = c::fraction_words(high);
    const std::string lowest = c::percent_words(low), highest = c::percent_words(high);
    if (least != most) return "from " + least + " (" + lowest + ") to " + most + " (" + highest + ")";
    return least + " (" + (lowest == highest ? lowest : lowest + " to " + highest) + ")";
}

}  // namespace concordat
