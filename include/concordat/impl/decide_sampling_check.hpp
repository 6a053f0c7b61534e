// SPDX-License-Identifier: Apache-2.0
/// What all kinds of sampling check, and the order in which they draw. Internal.
#pragma once

#include "concordat/decide/rank_probability.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace concordat::detail {

inline status check_sampling(const rank_sampling& sampling, std::size_t options, std::uint64_t fewest = 1) {
    if (sampling.samples < fewest)
        return fail(errc::out_of_range, std::to_string(sampling.samples) + " samples; at least " +
                                            (fewest == 1 ? "one was" : std::to_string(fewest) + " were") + " expected");
    if (sampling.samples > most_samples)
        return fail(errc::limit_exceeded, std::to_string(sampling.samples) + " samples; at most " +
                                              std::to_string(most_samples) + " can be drawn");
    if (options > most_compared)
        return fail(errc::limit_exceeded, std::to_string(options) + " options; at most " +
                                              std::to_string(most_compared) + " can be compared two by two");
    return {};
}

/// Cells are drawn option by option in this order, so that the order of a file changes no draw.
inline std::vector<std::size_t> options_by_key(const performance_table& table) {
    std::vector<std::size_t> order(table.options.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return table.options[a].key < table.options[b].key; });
    return order;
}

}  // namespace concordat::detail
