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

CONCORDAT_INLINE std::string chance_in_words(double probability) {
    CONCORDAT_ASSERT(probability >= 0 && probability <= 1);
    if (probability == 0) return "never (0%)";
    if (probability == 1) return "every time (100%)";
    if (probability < detail::chances::nearly_nothing) return "fewer than 1 in 200 (under 0.5%)";
    if (probability > 1 - detail::chances::nearly_nothing) return "more than 199 in 200 (over 99.5%)";
    const auto near = detail::chances::simplest_near(probability);
    return "about " + std::to_string(near.of) + " in " + std::to_string(near.in) + " (" + percent_text(probability) +
           ")";
}

CONCORDAT_INLINE std::string chances_in_words(double low, double high) {
    CONCORDAT_ASSERT(low <= high);
    std::string least = chance_in_words(low);
    const std::string most = chance_in_words(high);
    if (least == most) return least;
    // The fraction stands before the bracket.
    const auto fraction = least.substr(0, least.find('('));
    if (fraction == most.substr(0, most.find('(')))
        return fraction + "(" + percent_text(low) + " to " + percent_text(high) + ")";
    return "from " + least + " to " + most;
}

}  // namespace concordat
