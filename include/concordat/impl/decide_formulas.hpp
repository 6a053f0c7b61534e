// SPDX-License-Identifier: Apache-2.0
/// A draw from each kind of distribution, and the value by each shape of value function: the formulas alone, for a
/// single cell and for many samples side by side. Internal.
#pragma once

#include "concordat/decide/quantity.hpp"
#include "concordat/decide/value_function.hpp"
#include "concordat/impl/decide_normal.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace concordat::detail {

inline double draw_from(const missing_value&, double) { return 0; }

inline double draw_from(const exact_value& x, double) { return x.value; }

inline double draw_from(const interval_value& x, double u) {
    const double inside = x.low + u * (x.high - x.low);
    return inside > x.high ? x.high : inside;
}

/// Shares of the width, not products of widths, so that large units do not overflow. Both sides are worked out and one
/// is taken, so that nothing has to be guessed.
inline double draw_from(const triangular_value& x, double u) {
    const double width = x.high - x.low;
    if (!(width > 0)) return x.mode;
    const double rising = (x.mode - x.low) / width;
    const double falling = (x.high - x.mode) / width;
    const bool rises = u < rising;
    const double below = u * rising;
    const double above = (1 - u) * falling;
    const double reach = width * std::sqrt(rises ? below : above);
    const double left = x.low + reach;
    const double right = x.high - reach;
    const double inside = rises ? left : right;
    const double floored = inside < x.low ? x.low : inside;
    return floored > x.high ? x.high : floored;
}

inline double draw_from(const normal_value& x, double u) { return x.mean + x.sd * normal_at(u); }

inline double draw_from(const discrete_value& x, double u) {
    double passed = 0;
    double last = x.outcomes.front().value;
    for (const auto& each : x.outcomes) {
        if (each.probability == 0) continue;
        last = each.value;
        passed += each.probability;
        if (u < passed) break;
    }
    return last;
}

inline double draw_from(const empirical_value& x, double u) {
    const auto count = x.observations.size();
    const auto place = static_cast<std::size_t>(u * static_cast<double>(count));
    return x.observations[std::min(place, count - 1)];
}

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
