// SPDX-License-Identifier: Apache-2.0
// The order in which tables and pictures list options that were ranked by sampling.
#pragma once

#include "concordat/decide/rank_probability.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace concordat::detail::writing {

/// Best expected rank first; equals in the table's order.
inline std::vector<std::size_t> in_expected_order(const rank_probabilities& ranks) {
    std::vector<double> expected;
    for (std::size_t option = 0; option < ranks.option_count(); ++option)
        expected.push_back(ranks.expected_rank(option).value);
    std::vector<std::size_t> order(ranks.option_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return expected[a] < expected[b]; });
    return order;
}

}  // namespace concordat::detail::writing
