// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/ranks.hpp"

#include "concordat/core/config.hpp"
#include "concordat/impl/decide_ordering.hpp"

#include <algorithm>

namespace concordat {

CONCORDAT_INLINE std::vector<std::size_t> ranks_of(std::span<const double> scores, sense better) {
    CONCORDAT_ASSERT(better != sense::contested);
    auto order = detail::ordering::ascending(scores);
    if (better == sense::higher) std::reverse(order.begin(), order.end());
    std::vector<std::size_t> ranks(scores.size());
    std::size_t rank = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at == 0 || scores[order[at]] != scores[order[at - 1]]) rank = at + 1;
        ranks[order[at]] = rank;
    }
    return ranks;
}

}  // namespace concordat
