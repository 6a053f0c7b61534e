// SPDX-License-Identifier: Apache-2.0
/// Shapley values the long way, for tests to hold the quick way to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace concordat::testing {

/// What each player adds, averaged over all orders, as the definition has it.
[[nodiscard]] inline std::vector<double> over_all_orders(const std::vector<double>& worth, std::size_t players) {
    std::vector<std::size_t> order(players);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> sums(players, 0);
    double orders = 0;
    do {
        std::size_t set = 0;
        for (const auto i : order) {
            const auto with = set | std::size_t{1} << i;
            sums[i] += worth[with] - worth[set];
            set = with;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (auto& sum : sums) sum /= orders;
    return sums;
}

}  // namespace concordat::testing
