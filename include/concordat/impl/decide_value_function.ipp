// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/value_function.hpp"

#include "concordat/core/logarithm.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_formulas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace concordat {

namespace detail {

inline std::optional<error> mistake_in(const linear_shape& f) {
    if (auto e = unless_finite("worst", f.worst)) return e;
    if (auto e = unless_finite("best", f.best)) return e;
    if (f.worst == f.best)
        return error{
            errc::bad_interval, "worst and best are both " + shortest(f.best) + "; they must differ", {}, {}, {}};
    return unless_bounded(std::min(f.worst, f.best), std::max(f.worst, f.best));
}

inline std::optional<error> mistake_in(const piecewise_shape& f) {
    if (f.points.size() < 2)
        return error{errc::missing_value,
                     std::to_string(f.points.size()) + " points; a piecewise function needs at least two",
                     {},
                     {},
                     {}};
    for (const auto& point : f.points) {
        if (auto e = unless_finite("the x of a point", point.x)) return e;
        if (auto e = unless_finite("the value of a point", point.value)) return e;
        if (point.value < 0 || point.value > 1)
            return error{errc::out_of_range,
                         "the value " + shortest(point.value) + " at " + shortest(point.x) + " is outside 0 to 1",
                         {},
                         {},
                         {}};
    }
    for (std::size_t i = 1; i < f.points.size(); ++i)
        if (f.points[i - 1].x >= f.points[i].x)
            return error{errc::bad_interval,
                         "point " + shortest(f.points[i].x) + " comes after point " + shortest(f.points[i - 1].x) +
                             "; the points must rise",
                         {},
                         {},
                         {}};
    return unless_bounded(f.points.front().x, f.points.back().x);
}

inline std::optional<error> mistake_in(const peaked_shape& f) {
    if (auto e = unless_finite("low", f.low)) return e;
    if (auto e = unless_finite("peak", f.peak)) return e;
    if (auto e = unless_finite("high", f.high)) return e;
    if (f.low < f.peak && f.peak < f.high) return unless_bounded(f.low, f.high);
    return error{errc::bad_interval,
                 "the peak " + shortest(f.peak) + " is not strictly between low " + shortest(f.low) + " and high " +
                     shortest(f.high),
                 {},
                 {},
                 {}};
}

inline std::optional<error> mistake_in(const threshold_shape& f) {
    if (auto e = unless_finite("at", f.at)) return e;
    if (f.good_side != sense::contested) return std::nullopt;
    return error{errc::bad_parameter, "a threshold needs a good side, higher or lower; it is contested", {}, {}, {}};
}

inline void append_bends(const linear_shape& f, std::vector<double>& bends) {
    bends.insert(bends.end(), {f.worst, f.best});
}
inline void append_bends(const piecewise_shape& f, std::vector<double>& bends) {
    for (const auto& point : f.points) bends.push_back(point.x);
}
inline void append_bends(const peaked_shape& f, std::vector<double>& bends) {
    bends.insert(bends.end(), {f.low, f.peak, f.high});
}
inline void append_bends(const threshold_shape& f, std::vector<double>& bends) { bends.push_back(f.at); }

/// The distribution's density times its width, at x strictly inside.
inline double relative_density(const interval_value&, double) { return 1; }
inline double relative_density(const triangular_value& t, double x) {
    return x < t.mode ? 2 * ((x - t.low) / (t.mode - t.low)) : 2 * ((t.high - x) / (t.high - t.mode));
}

/// Between neighbouring bends both factors are straight, so their product is integrated exactly by Gauss and Legendre's
/// two points, which lie inside and so never on a jump.
template <class Density>
worth worth_over_range(const value_function& f, const Density& density, std::vector<double> bends) {
    constexpr double gauss = 0.57735026918962576451;  // 1 / sqrt(3)
    const double low = density.low;
    const double high = density.high;
    std::visit([&](const auto& shape) { append_bends(shape, bends); }, f);
    std::erase_if(bends, [&](double x) { return x < low || x > high; });
    bends.insert(bends.end(), {low, high});
    std::sort(bends.begin(), bends.end());

    worth w{1, 0, 0};
    const auto meet = [&](double value) {
        w.lowest = std::min(w.lowest, value);
        w.highest = std::max(w.highest, value);
        return value;
    };
    for (const double x : bends) meet(value_at(f, x));
    for (std::size_t i = 1; i < bends.size(); ++i) {
        const double half = (bends[i] - bends[i - 1]) / 2;
        if (!(half > 0)) continue;
        const double middle = bends[i - 1] + half;
        for (const double x : {middle - gauss * half, middle + gauss * half})
            w.expected += meet(value_at(f, x)) * relative_density(density, x) * (half / (high - low));
    }
    w.expected = std::clamp(w.expected, w.lowest, w.highest);
    return w;
}

/// Between bends the function is straight and the density smooth: eight Gauss and Legendre points a panel of at most
/// half a standard deviation leave no more than 1e-15. What lies beyond 8.21 standard deviations weighs less than that.
inline worth worth_of_normal(const value_function& f, const normal_value& normal) {
    constexpr std::array<std::pair<double, double>, 4> points{{{0.18343464249564980494, 0.36268378337836198297},
                                                               {0.52553240991632898582, 0.31370664587788728734},
                                                               {0.79666647741362673959, 0.22238103445337447054},
                                                               {0.96028985649753623168, 0.10122853629037625915}}};
    constexpr double density_of_mean = 0.39894228040143267794;  // 1 / sqrt(2 pi)
    const double low = draw_from(normal, 0);
    const double high = draw_from(normal, 1 - half_step);
    std::vector<double> bends;
    std::visit([&](const auto& shape) { append_bends(shape, bends); }, f);
    std::erase_if(bends, [&](double x) { return x < low || x > high; });
    bends.insert(bends.end(), {low, high});
    std::sort(bends.begin(), bends.end());

    worth w{1, 0, 0};
    const auto meet = [&](double value) {
        w.lowest = std::min(w.lowest, value);
        w.highest = std::max(w.highest, value);
        return value;
    };
    for (const double x : bends) meet(value_at(f, x));
    for (std::size_t i = 1; i < bends.size(); ++i) {
        const double from = (bends[i - 1] - normal.mean) / normal.sd;
        const double width = (bends[i] - bends[i - 1]) / normal.sd;
        const double panels = std::floor(width * 2) + 1;
        const double half = width / panels / 2;
        for (double panel = 0; half > 0 && panel < panels; ++panel)
            for (const auto& [point, weight] : points)
                for (const double z : {from + (2 * panel + 1 - point) * half, from + (2 * panel + 1 + point) * half})
                    w.expected += meet(value_at(f, normal.mean + normal.sd * z)) * (weight * half * density_of_mean) *
                                  exponential(-z * z / 2);
    }
    w.expected = std::clamp(w.expected, w.lowest, w.highest);
    return w;
}

inline worth worth_at(const value_function& f, double x) {
    const double value = value_at(f, x);
    return {value, value, value};
}

/// Outcomes with their probabilities, each value met once.
template <class Items, class Value, class Probability>
worth worth_of_list(const value_function& f, const Items& items, Value value, Probability probability) {
    worth w{1, 0, 0};
    double total = 0;
    for (const auto& item : items) {
        const double share = probability(item);
        if (share == 0) continue;
        const double v = value_at(f, value(item));
        w = {std::min(w.lowest, v), w.expected + share * v, std::max(w.highest, v)};
        total += share;
    }
    w.expected = std::clamp(w.expected / total, w.lowest, w.highest);
    return w;
}

}  // namespace detail

CONCORDAT_INLINE result<value_function> check(value_function f) {
    auto mistake = std::visit([](const auto& shape) { return detail::mistake_in(shape); }, f);
    if (mistake) return fail(std::move(*mistake));
    return f;
}

CONCORDAT_INLINE double value_at(const value_function& f, double x) {
    return std::visit([&](const auto& shape) { return detail::value_by(shape, x); }, f);
}

CONCORDAT_INLINE std::optional<sense> direction(const value_function& f) {
    const auto of_points = [](const piecewise_shape& shape) -> std::optional<sense> {
        const auto value = [](const value_point& point) { return point.value; };
        if (std::ranges::is_sorted(shape.points, std::less{}, value)) return sense::higher;
        if (std::ranges::is_sorted(shape.points, std::greater{}, value)) return sense::lower;
        return std::nullopt;
    };
    return std::visit(detail::by_alternative{
                          [](const linear_shape& shape) -> std::optional<sense> {
                              return shape.worst < shape.best ? sense::higher : sense::lower;
                          },
                          of_points,
                          [](const peaked_shape&) -> std::optional<sense> { return std::nullopt; },
                          [](const threshold_shape& shape) -> std::optional<sense> { return shape.good_side; },
                      },
                      f);
}

CONCORDAT_INLINE value_function mirrored(value_function f) {
    std::visit(detail::by_alternative{
                   [](linear_shape& shape) { std::swap(shape.worst, shape.best); },
                   [](piecewise_shape& shape) {
                       for (auto& point : shape.points) point.value = 1 - point.value;
                   },
                   [](peaked_shape&) {},
                   [](threshold_shape& shape) {
                       shape.good_side = shape.good_side == sense::higher ? sense::lower : sense::higher;
                   },
               },
               f);
    return f;
}

CONCORDAT_INLINE worth worth_of(const value_function& f, const quantity& q) {
    if (!is_missing(q) && !is_uncertain(q)) return detail::worth_at(f, lowest(q));
    return std::visit(detail::by_alternative{
                          [](const missing_value&) {
                              return worth{0, 0.5, 1};
                          },
                          [&](const exact_value& x) { return detail::worth_at(f, x.value); },
                          [&](const interval_value& x) { return detail::worth_over_range(f, x, {}); },
                          [&](const triangular_value& x) { return detail::worth_over_range(f, x, {x.mode}); },
                          [&](const normal_value& x) { return detail::worth_of_normal(f, x); },
                          [&](const discrete_value& x) {
                              return detail::worth_of_list(
                                  f, x.outcomes, [](const auto& o) { return o.value; },
                                  [](const auto& o) { return o.probability; });
                          },
                          [&](const empirical_value& x) {
                              return detail::worth_of_list(
                                  f, x.observations, [](double o) { return o; }, [](double) { return 1.0; });
                          },
                      },
                      q);
}

}  // namespace concordat
