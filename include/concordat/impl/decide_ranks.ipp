// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/ranks.hpp"

#include "concordat/core/config.hpp"

#include <algorithm>
#include <functional>

namespace concordat {

CONCORDAT_INLINE std::vector<std::size_t> ranks_of(std::span<const double> scores, sense better) {
    CONCORDAT_ASSERT(better != sense::contested);
    std::vector<double> ordered(scores.begin(), scores.end());
    const auto place = [&](double score, auto before) {
        return static_cast<std::size_t>(std::lower_bound(ordered.begin(), ordered.end(), score, before) -
                                        ordered.begin());
    };
    const bool higher = better == sense::higher;
    if (higher)
        std::sort(ordered.begin(), ordered.end(), std::greater{});
    else
        std::sort(ordered.begin(), ordered.end());
    std::vector<std::size_t> ranks;
    ranks.reserve(scores.size());
    for (const double score : scores)
        ranks.push_back(1 + (higher ? place(score, std::greater{}) : place(score, std::less{})));
    return ranks;
}

}  // namespace concordat
