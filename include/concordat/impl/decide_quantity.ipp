// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/quantity.hpp"

#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_formulas.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace concordat {

namespace detail {

inline std::optional<error> mistake_in(const missing_value&) { return std::nullopt; }

inline std::optional<error> mistake_in(const exact_value& x) { return unless_finite("the value", x.value); }

inline std::optional<error> mistake_in(const interval_value& x) {
    if (auto e = unless_finite("low", x.low)) return e;
    if (auto e = unless_finite("high", x.high)) return e;
    return unless_bounded(x.low, x.high);
}

inline std::optional<error> mistake_in(const triangular_value& x) {
    if (auto e = mistake_in(interval_value{x.low, x.high})) return e;
    if (auto e = unless_finite("mode", x.mode)) return e;
    if (x.low > x.mode) return not_rising("low", x.low, "mode", x.mode);
    if (x.mode > x.high) return not_rising("mode", x.mode, "high", x.high);
    return std::nullopt;
}

inline std::optional<error> mistake_in(const normal_value& x) {
    if (auto e = unless_finite("the mean", x.mean)) return e;
    if (auto e = unless_finite("the standard deviation", x.sd)) return e;
    if (!(x.sd > 0))
        return error{errc::out_of_range,
                     "the standard deviation is " + shortest(x.sd) + "; a number above 0 was expected",
                     "what is known without doubt is a number alone",
                     {},
                     {}};
    if (std::isfinite((std::fabs(x.mean) + 9 * x.sd) * 2)) return std::nullopt;
    return error{
        errc::bad_interval,
        "mean " + shortest(x.mean) + " and standard deviation " + shortest(x.sd) + " are too large to draw from",
        "state them in a larger unit",
        {},
        {}};
}

inline std::optional<error> mistake_in(const discrete_value& x) {
    if (x.outcomes.empty()) return error{errc::missing_value, "no outcomes; at least one was expected", {}, {}, {}};
    double sum = 0;
    for (const auto& each : x.outcomes) {
        if (auto e = unless_finite("an outcome", each.value)) return e;
        if (auto e = unless_finite("a probability", each.probability)) return e;
        if (each.probability < 0 || each.probability > 1)
            return error{errc::out_of_range,
                         "the probability " + shortest(each.probability) + " of outcome " + shortest(each.value) +
                             " is outside 0 to 1",
                         {},
                         {},
                         {}};
        sum += each.probability;
    }
    if (std::fabs(sum - 1) <= 1e-9) return std::nullopt;
    return error{errc::weights_do_not_sum,
                 "the probabilities of the outcomes sum to " + shortest(sum) + "; 1 was expected",
                 {},
                 {},
                 {}};
}

inline std::optional<error> mistake_in(const empirical_value& x) {
    if (x.observations.empty())
        return error{errc::missing_value, "no observations; at least one was expected", {}, {}, {}};
    for (const double each : x.observations)
        if (auto e = unless_finite("an observation", each)) return e;
    return std::nullopt;
}

}  // namespace detail

CONCORDAT_INLINE result<quantity> check(quantity q) {
    auto mistake = std::visit([](const auto& x) { return detail::mistake_in(x); }, q);
    if (mistake) return fail(std::move(*mistake));
    if (auto* discrete = std::get_if<discrete_value>(&q))
        std::stable_sort(discrete->outcomes.begin(), discrete->outcomes.end(), [](const outcome& a, const outcome& b) {
            return a.value != b.value ? a.value < b.value : a.probability < b.probability;
        });
    if (auto* empirical = std::get_if<empirical_value>(&q))
        std::sort(empirical->observations.begin(), empirical->observations.end());
    return q;
}

CONCORDAT_INLINE bool is_missing(const quantity& q) noexcept { return std::holds_alternative<missing_value>(q); }

CONCORDAT_INLINE bool is_uncertain(const quantity& q) noexcept {
    return !is_missing(q) && !std::holds_alternative<exact_value>(q) && lowest(q) < highest(q);
}

CONCORDAT_INLINE double mean(const quantity& q) {
    CONCORDAT_ASSERT(!is_missing(q));
    return std::visit(detail::by_alternative{
                          [](const missing_value&) { return 0.0; },
                          [](const exact_value& x) { return x.value; },
                          [](const interval_value& x) { return x.low + (x.high - x.low) / 2; },
                          [](const triangular_value& x) { return x.low / 3 + x.mode / 3 + x.high / 3; },
                          [](const normal_value& x) { return x.mean; },
                          [](const discrete_value& x) {
                              double sum = 0;
                              for (const auto& each : x.outcomes) sum += each.probability * each.value;
                              return sum;
                          },
                          [](const empirical_value& x) {
                              const auto count = static_cast<double>(x.observations.size());
                              double sum = 0;
                              for (const double each : x.observations) sum += each / count;
                              return sum;
                          },
                      },
                      q);
}

CONCORDAT_INLINE double lowest(const quantity& q) {
    CONCORDAT_ASSERT(!is_missing(q));
    return std::visit(detail::by_alternative{
                          [](const missing_value&) { return 0.0; },
                          [](const exact_value& x) { return x.value; },
                          [](const discrete_value& x) { return detail::draw_from(x, 0); },
                          [](const empirical_value& x) { return x.observations.front(); },
                          [](const normal_value& x) { return detail::draw_from(x, 0); },
                          [](const auto& x) { return x.low; },
                      },
                      q);
}

CONCORDAT_INLINE double highest(const quantity& q) {
    CONCORDAT_ASSERT(!is_missing(q));
    return std::visit(detail::by_alternative{
                          [](const missing_value&) { return 0.0; },
                          [](const exact_value& x) { return x.value; },
                          [](const discrete_value& x) { return detail::draw_from(x, 2); },
                          [](const empirical_value& x) { return x.observations.back(); },
                          [](const normal_value& x) { return detail::draw_from(x, 1 - detail::half_step); },
                          [](const auto& x) { return x.high; },
                      },
                      q);
}

CONCORDAT_INLINE double draw(const quantity& q, double u) {
    CONCORDAT_ASSERT(!is_missing(q) && u >= 0 && u < 1);
    return std::visit([&](const auto& x) { return detail::draw_from(x, u); }, q);
}

}  // namespace concordat
