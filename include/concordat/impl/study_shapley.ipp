// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/shapley.hpp"

#include "concordat/core/arithmetic.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace concordat {

namespace detail::shapley {

/// Compensated (Neumaier 1974), so that thousands of summands cost no digits.
inline double sum_of(const std::vector<double>& summands) {
    double sum = 0, lost = 0;
    for (const double x : summands) {
        const double next = sum + x;
        lost += std::fabs(sum) >= std::fabs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }
    return sum + lost;
}

/// What a player adds to each set without it, by the size of the set. In order of value, so that players whom the game
/// does not tell apart are summed alike.
inline std::vector<std::vector<double>> additions(std::span<const double> worth, std::size_t player,
                                                  std::size_t players) {
    std::vector<std::vector<double>> by_size(players);
    const std::size_t bit = std::size_t{1} << player;
    for (std::size_t set = 0; set < worth.size(); ++set)
        if ((set & bit) == 0)
            by_size[static_cast<std::size_t>(std::popcount(set))].push_back(worth[set | bit] - worth[set]);
    for (auto& same_size : by_size) std::sort(same_size.begin(), same_size.end());
    return by_size;
}

/// All sizes weigh the same, and all sets of one size.
inline double value_of(std::span<const double> worth, std::size_t player, std::size_t players) {
    std::vector<double> means;
    for (const auto& same_size : additions(worth, player, players))
        means.push_back(sum_of(same_size) / static_cast<double>(same_size.size()));
    return sum_of(means) / static_cast<double>(players);
}

}  // namespace detail::shapley

CONCORDAT_INLINE result<std::vector<double>> shapley_values(std::span<const double> worth) {
    const standard_arithmetic scope;
    constexpr std::size_t most = 20;
    if (!std::has_single_bit(worth.size()))
        return fail(errc::missing_value,
                    "a game of " + std::to_string(worth.size()) + " sets, expected 2^n, one for each set of n players",
                    "bit i of a set's position is player i");
    const auto players = static_cast<std::size_t>(std::countr_zero(worth.size()));
    if (players > most)
        return fail(errc::limit_exceeded,
                    "a game of " + std::to_string(players) + " players, expected at most " + std::to_string(most));
    for (std::size_t set = 0; set < worth.size(); ++set)
        if (!std::isfinite(worth[set]))
            return fail(errc::not_a_number, "set " + std::to_string(set) + " comes to no finite number");
    std::vector<double> values;
    for (std::size_t i = 0; i < players; ++i) {
        values.push_back(detail::shapley::value_of(worth, i, players));
        if (!std::isfinite(values.back()))
            return fail(errc::not_a_number,
                        "what player " + std::to_string(i) + " adds is larger than a number can be");
    }
    return values;
}

}  // namespace concordat
