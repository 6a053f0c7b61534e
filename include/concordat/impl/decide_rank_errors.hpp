// SPDX-License-Identifier: Apache-2.0
/// How scenarios widen a standard error. Internal.
#pragma once

#include "concordat/decide/rank_probability.hpp"
#include "concordat/impl/decide_rank_plan.hpp"

#include <algorithm>
#include <cstddef>

namespace concordat::detail {

/// Of scenarios as `rank_probability` samples them.
inline double squared_sizes(const sample_schedule& schedule) {
    const auto each = static_cast<double>(schedule.each);
    const auto longer = static_cast<double>(schedule.longer);
    return longer * (each + 1) * (each + 1) + (static_cast<double>(schedule.scenarios) - longer) * each * each;
}

/// The sum over groups of (total - size × mean)², from sums over groups.
inline double squared_residuals(double squares, double crossed, double sizes, double mean_of_sample) {
    return std::max(squares - 2 * mean_of_sample * crossed + mean_of_sample * mean_of_sample * sizes, 0.0);
}

inline double finite_groups(std::size_t groups) {
    return static_cast<double>(groups) / static_cast<double>(groups - 1);
}

}  // namespace concordat::detail
