// SPDX-License-Identifier: Apache-2.0
/// What a single cell would have to be for the first place to change hands: its switching value, in the criterion's own
/// unit, with everything else as expected (the threshold values of performance measures in Triantaphyllou and Sánchez,
/// Decision Sciences 28, 1997, section "Determining the most critical measure of performance").
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/additive.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace concordat {

/// Where the worth of a cell passes what is needed.
struct switching_point {
    double value = 0;  ///< in the criterion's unit
    /// How far that is from the cell's mean, over the width of the scale between the ends of the value function; absent
    /// for a missing cell, and for a threshold, which has no width.
    std::optional<double> distance{};
    friend bool operator==(const switching_point&, const switching_point&) = default;
};

/// For an option that is not first: when it draws level with the leader. For the leader: when the runner-up draws level
/// with it. Where several are first, each has another of them for a rival and has already drawn level.
struct switching_value {
    std::size_t option = 0;
    std::size_t criterion = 0;
    std::size_t rival = 0;
    /// What the cell would have to be worth; outside [0, 1] when no value is enough, absent without weight.
    std::optional<double> needed{};
    /// In rising order. None when even the end of the scale is not enough or the criterion has no weight, two on the
    /// flanks of a peak, one for each time a piecewise function passes, and both ends where it runs level.
    std::vector<switching_point> points;
    friend bool operator==(const switching_value&, const switching_value&) = default;
};

/// Where the value function takes or, at a jump, passes `level`, in rising order; the ends of a part that runs level.
/// Beyond its ends a function is held, which adds no places. Nothing where it never does. O(number of points).
[[nodiscard]] std::vector<double> places_of(const value_function&, double level);

/// Option by option, for every criterion that counts, in the table's order; empty when there is one option only.
/// Levels are compared to 1e-12. The mistakes are those of `additive`. O(options × criteria × points).
[[nodiscard]] result<std::vector<switching_value>> switching_values(const performance_table&, const weight_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_switching_value.ipp"
#endif
