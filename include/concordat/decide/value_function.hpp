// SPDX-License-Identifier: Apache-2.0
/// How much a measured quantity is worth, between 0 (as bad as counts) and 1 (as good as counts): the single-attribute
/// value functions of multi-attribute value theory (Keeney and Raiffa, "Decisions with multiple objectives", 1976). The
/// range is stored, so that adding an option does not move the worth of the others.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/sense.hpp"
#include "concordat/decide/quantity.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace concordat {

/// Straight from 0 at `worst` to 1 at `best`, held at the ends. Where less is better, `worst` is the larger.
struct linear_shape {
    double worst = 0;
    double best = 1;
    friend bool operator==(const linear_shape&, const linear_shape&) = default;
};

struct value_point {
    double x = 0;
    double value = 0;  ///< in [0, 1]
    friend bool operator==(const value_point&, const value_point&) = default;
};

/// Straight between at least two points with strictly rising x, held at the ends.
struct piecewise_shape {
    std::vector<value_point> points;
    friend bool operator==(const piecewise_shape&, const piecewise_shape&) = default;
};

/// 0 at and below `low`, 1 at `peak`, 0 at and above `high`, straight between. low < peak < high.
struct peaked_shape {
    double low = 0;
    double peak = 0;
    double high = 0;
    friend bool operator==(const peaked_shape&, const peaked_shape&) = default;
};

/// 1 at `at` and on its good side (above for `higher`, below for `lower`), else 0.
struct threshold_shape {
    double at = 0;
    sense good_side = sense::higher;
    friend bool operator==(const threshold_shape&, const threshold_shape&) = default;
};

using value_function = std::variant<linear_shape, piecewise_shape, peaked_shape, threshold_shape>;

/// The function, or what is wrong with it: a number that is not finite (E402), x that do not rise, ends that are equal
/// or too far apart (E405), a value outside [0, 1] (E401), fewer than two points (E410), no good side (E411).
[[nodiscard]] result<value_function> check(value_function);

/// The value at `x`, in [0, 1]; exactly 0 and 1 at the ends of a checked function. O(number of points).
[[nodiscard]] double value_at(const value_function&, double x);

/// Which way the function runs: `higher` when more is nowhere worse, `lower` when more is nowhere better, nothing when
/// it goes both ways. A function that is constant everywhere counts as `higher`.
[[nodiscard]] std::optional<sense> direction(const value_function&);

/// The same scale for somebody who wants the opposite: linear ends are exchanged, piecewise values become 1 - value, a
/// threshold is good on its other side. A peak has no ends to exchange and stays as it is.
[[nodiscard]] value_function mirrored(value_function);

/// What a quantity is worth. `expected` is the mean of the value, not the value of the mean: they differ where the
/// function bends within the quantity's range, and only the former is what sampling converges to.
struct worth {
    double lowest = 0;
    double expected = 0;
    double highest = 0;
    friend bool operator==(const worth&, const worth&) = default;
};

/// Exact up to rounding for every shape and distribution: between the bends of both, the integrand is a parabola at
/// most, which two Gauss points integrate; a normal density is integrated to 1e-14. A missing quantity is worth
/// anything from 0 to 1, equally likely.
[[nodiscard]] worth worth_of(const value_function&, const quantity&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_value_function.ipp"
#endif
