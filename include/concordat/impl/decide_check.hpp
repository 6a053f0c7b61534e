// SPDX-License-Identifier: Apache-2.0
/// What the checks of this layer share: the sentences about numbers and bounds, and a visitor written on the spot.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/text.hpp"

#include <cmath>
#include <optional>
#include <string>

namespace concordat::detail {

/// One answer for each alternative of a variant, written where it is asked.
template <class... Functions>
struct by_alternative : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
by_alternative(Functions...) -> by_alternative<Functions...>;

inline std::optional<error> unless_finite(const char* name, double number) {
    if (std::isfinite(number)) return std::nullopt;
    const std::string seen = std::isnan(number) ? "not a number" : number > 0 ? "infinite" : "minus infinity";
    return error{errc::not_a_number, std::string(name) + " is " + seen + "; a finite number was expected", {}, {}, {}};
}

inline error not_rising(const char* first, double a, const char* second, double b) {
    std::string message = std::string(first) + " " + shortest(a) + " is above " + second + " " + shortest(b);
    return {errc::bad_interval, std::move(message), "the bounds rise from low to high", {}, {}};
}

/// `high - low` takes part in every draw, so it has to be a number.
inline std::optional<error> unless_bounded(double low, double high) {
    if (low > high) return not_rising("low", low, "high", high);
    if (std::isfinite(high - low)) return std::nullopt;
    return error{errc::bad_interval,
                 "low " + shortest(low) + " and high " + shortest(high) + " are too far apart to draw between",
                 "state the bounds in a larger unit",
                 {},
                 {}};
}

}  // namespace concordat::detail
