// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/normalisation.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace concordat {

namespace detail {

/// What a criterion's cells that are not missing have in common. Means are summed in rising order, not in the table's.
struct column_range {
    std::vector<double> means;
    double lowest = 0;
    double highest = 0;
};

inline column_range range_of_column(const performance_table& table, std::size_t criterion) {
    column_range range;
    for (std::size_t i = 0; i < table.options.size(); ++i) {
        const auto& cell = table.cell(i, criterion);
        if (is_missing(cell)) continue;
        const bool first = range.means.empty();
        range.lowest = first ? lowest(cell) : std::min(range.lowest, lowest(cell));
        range.highest = first ? highest(cell) : std::max(range.highest, highest(cell));
        range.means.push_back(mean(cell));
    }
    std::sort(range.means.begin(), range.means.end());
    return range;
}

/// The far end of the scale from its near end 0, or both ends from the data; nothing when the numbers do not allow it.
inline std::optional<std::pair<double, double>> scale_ends(const column_range& range, normalisation how) {
    if (how == normalisation::none) {
        if (range.lowest < 0 || range.highest > 1) return std::nullopt;
        return std::pair(0.0, 1.0);
    }
    if (how == normalisation::minmax) return std::pair(range.means.front(), range.means.back());
    if (range.means.front() < 0) return std::nullopt;
    if (how == normalisation::max) return std::pair(0.0, range.means.back());
    double sum = 0;
    for (const double each : range.means) sum += how == normalisation::vector ? each * each : each;
    if (how == normalisation::vector) sum = std::sqrt(sum);
    return std::isfinite(sum) ? std::optional(std::pair(0.0, sum)) : std::nullopt;
}

/// Worth 1 whatever the value is.
inline value_function indifferent_at(double x) {
    const double reach = std::fabs(x) + 1;
    return piecewise_shape{{{x - reach, 1}, {x + reach, 1}}};
}

inline error beyond_scale(const std::string& key, double lowest, double highest, normalisation how) {
    return {errc::out_of_range,
            "criterion \"" + key + "\" runs from " + shortest(lowest) + " to " + shortest(highest) +
                (how == normalisation::none ? "; without normalisation values lie between 0 and 1"
                                            : "; with this normalisation values are 0 or more"),
            "minmax takes any values",
            {},
            {}};
}

inline std::optional<error> normalise_column(performance_table& table, std::size_t at, normalisation how) {
    auto& criterion = table.criteria[at];
    if (criterion.better == sense::contested)
        return error{errc::bad_parameter,
                     "criterion \"" + criterion.key + "\" is contested, so no end of its scale is the good one",
                     "choose higher or lower",
                     {},
                     {}};
    const auto range = range_of_column(table, at);
    if (range.means.empty()) return std::nullopt;
    const auto ends = scale_ends(range, how);
    if (!ends) return beyond_scale(criterion.key, range.lowest, range.highest, how);
    const bool separates = how == normalisation::none || range.means.front() < range.means.back();
    if (!separates)
        criterion.value = indifferent_at(range.means.front());
    else if (criterion.better == sense::higher)
        criterion.value = linear_shape{ends->first, ends->second};
    else
        criterion.value = linear_shape{ends->second, ends->first};
    return std::nullopt;
}

}  // namespace detail

CONCORDAT_INLINE std::string_view name(normalisation how) noexcept {
    switch (how) {
        case normalisation::minmax:
            return "minmax";
        case normalisation::max:
            return "max";
        case normalisation::sum:
            return "sum";
        case normalisation::vector:
            return "vector";
        case normalisation::none:
            break;
    }
    return "none";
}

CONCORDAT_INLINE result<performance_table> normalise(performance_table table, normalisation how,
                                                     std::span<const std::size_t> kept) {
    const standard_arithmetic scope;
    std::vector<std::size_t> read_off;
    for (std::size_t j = 0; j < table.criteria.size(); ++j)
        if (std::find(kept.begin(), kept.end(), j) == kept.end()) read_off.push_back(j);
    for (const std::size_t j : read_off) table.criteria[j].value = linear_shape{};
    CONCORDAT_TRY(auto scaled, check(std::move(table)));
    std::vector<error> problems;
    for (const std::size_t j : read_off)
        if (auto mistake = detail::normalise_column(scaled, j, how)) problems.push_back(std::move(*mistake));
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return check(std::move(scaled));
}

}  // namespace concordat
