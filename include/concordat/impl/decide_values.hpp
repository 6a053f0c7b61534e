// SPDX-License-Identifier: Apache-2.0
/// The value by each shape of value function: the formulas alone, for a single cell and for many samples side by
/// side. Internal.
#pragma once

#include "concordat/decide/value_function.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace concordat::detail {

/// The two points on either side, where x lies strictly between the first and the last.
inline double value_between(const piecewise_shape& f, double x) {
    const auto right = std::upper_bound(f.points.begin(), f.points.end(), x,
                                        [](double at, const auto& point) { return at < point.x; });
    const auto left = right - 1;
    const double share = (x - left->x) / (right->x - left->x);
    return std::clamp(left->value + share * (right->value - left->value), 0.0, 1.0);
}

/// Worked out in any case and then held at the ends, so that nothing has to be guessed.
inline double value_by(const linear_shape& f, double x) {
    const bool rising = f.worst < f.best;
    const double inside = (x - f.worst) / (f.best - f.worst);
    const double from_worst = (rising ? x <= f.worst : x >= f.worst) ? 0.0 : inside;
    return (rising ? x >= f.best : x <= f.best) ? 1.0 : from_worst;
}

inline double value_by(const piecewise_shape& f, double x) {
    if (x <= f.points.front().x) return f.points.front().value;
    if (x >= f.points.back().x) return f.points.back().value;
    return value_between(f, x);
}

inline double value_by(const peaked_shape& f, double x) {
    if (x <= f.low || x >= f.high) return 0;
    return x < f.peak ? (x - f.low) / (f.peak - f.low) : (f.high - x) / (f.high - f.peak);
}

inline double value_by(const threshold_shape& f, double x) {
    return (f.good_side == sense::higher ? x >= f.at : x <= f.at) ? 1 : 0;
}

}  // namespace concordat::detail
