// SPDX-License-Identifier: Apache-2.0
/// What the checks of this layer share: the sentences about numbers and bounds, and a visitor written on the spot.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/text.hpp"

#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Each a label and each once. `what` is "option" or "criterion".
inline void check_keys(const std::string& what, std::span<const std::string> keys, std::vector<error>& problems) {
    std::set<std::string_view> seen;
    for (const auto& key : keys) {
        const std::string name = what + " \"" + key + "\"";
        if (!is_label(key))
            problems.push_back({errc::bad_identifier,
                                name + " has a key of another form than letters, digits, \".\", \"_\" and \"-\", at "
                                       "most 64, the first a letter or digit",
                                {},
                                {},
                                {}});
        if (!seen.insert(key).second)
            problems.push_back({errc::duplicate_key, name + " stands in the table twice", {}, {}, {}});
    }
}

}  // namespace concordat::detail
