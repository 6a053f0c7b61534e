// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/threshold.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail {

inline void check_threshold(const std::string& name, const threshold& given, std::vector<error>& problems) {
    for (const auto& [part, number] : {std::pair("absolute", given.absolute), std::pair("relative", given.relative)}) {
        auto mistake = unless_finite(part, number);
        if (!mistake && number < 0)
            mistake =
                error{errc::out_of_range, std::string(part) + " is " + shortest(number) + ", below 0", {}, {}, {}};
        if (!mistake) continue;
        mistake->message = name + ": " + mistake->message;
        problems.push_back(std::move(*mistake));
    }
}

/// Both are lines in the size of the value, so they keep their order between two sizes if they have it at both.
inline void check_threshold_order(const std::string& name, const threshold& small, const threshold& large,
                                  std::pair<double, double> sizes, std::vector<error>& problems) {
    for (const double size : {sizes.first, sizes.second}) {
        if (small.at(size) <= large.at(size)) continue;
        problems.push_back({errc::bad_interval,
                            name + ": " + shortest(small.at(size)) + " is above " + shortest(large.at(size)) +
                                " at the value " + shortest(size),
                            "thresholds rise: q, then p, then v",
                            {},
                            {}});
        return;
    }
}

}  // namespace detail

CONCORDAT_INLINE result<thresholds> check(const thresholds& given, double lowest, double highest,
                                          std::string_view criterion) {
    const std::string name = "criterion \"" + std::string(criterion) + "\": ";
    std::vector<error> problems;
    detail::check_threshold(name + "q", given.indifference, problems);
    detail::check_threshold(name + "p", given.preference, problems);
    if (given.veto) detail::check_threshold(name + "v", *given.veto, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const auto [near, far] = std::minmax({std::fabs(lowest), std::fabs(highest)});
    const std::pair sizes(lowest <= 0 && highest >= 0 ? 0.0 : near, far);
    detail::check_threshold_order(name + "q against p", given.indifference, given.preference, sizes, problems);
    if (given.veto) detail::check_threshold_order(name + "p against v", given.preference, *given.veto, sizes, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return given;
}

}  // namespace concordat
