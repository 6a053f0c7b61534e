// SPDX-License-Identifier: Apache-2.0
/// How large a difference has to be before it means something: the indifference (q), preference (p) and veto (v)
/// thresholds of the outranking methods (Roy, "Multicriteria methodology for decision aiding", 1996, chapter 9). A
/// threshold is a number in the criterion's own unit, or grows with the value that it is read at.
#pragma once

#include "concordat/core/error.hpp"

#include <cmath>
#include <optional>
#include <string_view>

namespace concordat {

/// `absolute + relative · |value|`. Both parts are finite and not negative.
struct threshold {
    double absolute = 0;
    double relative = 0;

    [[nodiscard]] double at(double value) const noexcept { return absolute + relative * std::fabs(value); }
    [[nodiscard]] bool is_constant() const noexcept { return relative == 0; }
    friend bool operator==(const threshold&, const threshold&) = default;
};

/// What a criterion's thresholds are. A difference up to `indifference` is none, one above `preference` is a full one,
/// one above `veto` cannot be made up for by other criteria; without a veto, everything can.
struct thresholds {
    threshold indifference;
    threshold preference;
    std::optional<threshold> veto{};
    friend bool operator==(const thresholds&, const thresholds&) = default;
};

/// The thresholds, or what is wrong with them: a part that is negative (E401) or not finite (E402), an indifference
/// above the preference or a preference above the veto anywhere between `lowest` and `highest`, the ends of the
/// criterion's values (E405). `criterion` only stands in messages.
[[nodiscard]] result<thresholds> check(const thresholds&, double lowest, double highest, std::string_view criterion);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_threshold.ipp"
#endif
