// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/topsis.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_columns.hpp"
#include "concordat/impl/decide_instructions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace concordat {

namespace detail::topsis_work {

/// r = (x - shift) / divisor, which rises with x. The divisor is 1 where r is 0 for every x.
struct line {
    double shift = 0;
    double divisor = 1;
    [[nodiscard]] double at(double x) const noexcept { return (x - shift) / divisor; }
};

inline line line_of(const columns::tame_column& column, column_scale scale) {
    const auto [lowest, highest] = column.range();
    const double size = column.range().size();
    line found;
    if (scale == column_scale::minmax)
        found = {lowest, highest - lowest};
    else if (scale == column_scale::max)
        found.divisor = highest;
    else if (scale == column_scale::sum)
        found.divisor = columns::sum_of(column.values(), size, [](double x) { return x; });
    else
        found.divisor = std::sqrt(columns::sum_of(column.values(), size * size, [](double x) { return x * x; }));
    if (found.divisor == 0) found.divisor = 1;
    return found;
}

struct scaled_column {
    columns::tame_column column;
    line scale;
    double weight = 0;
    double ideal = 0;
    double anti_ideal = 0;
};

inline scaled_column scale_column(const decision_matrix& matrix, std::size_t criterion, column_scale how) {
    scaled_column scaled{columns::tame_column(matrix.column(criterion)), {}, matrix.weight(criterion), 0, 0};
    scaled.scale = line_of(scaled.column, how);
    // Rising lines keep the ends where they are.
    const double low = scaled.weight * scaled.scale.at(scaled.column.range().lowest);
    const double high = scaled.weight * scaled.scale.at(scaled.column.range().highest);
    const bool benefit = matrix.more_is_better(criterion);
    scaled.ideal = benefit ? high : low;
    scaled.anti_ideal = benefit ? low : high;
    return scaled;
}

/// So many options at a time, so that the rows in the making stay in the nearest cache.
inline constexpr std::size_t block = 32;
using block_values = std::array<double, block>;

inline void measure_block(std::span<const scaled_column> scaled, std::size_t first, std::size_t count,
                          topsis_result& found) noexcept {
    block_values plus;
    block_values minus;
    std::fill_n(plus.begin(), count, 0.0);
    std::fill_n(minus.begin(), count, 0.0);
    const std::size_t width = scaled.size();
    for (std::size_t j = 0; j < width; ++j) {
        const auto& [column, scale, weight, ideal, anti_ideal] = scaled[j];
        const double* x = column.values().data() + first;
        block_values r;
        block_values v;
        for (std::size_t i = 0; i < count; ++i) {
            r[i] = (x[i] - scale.shift) / scale.divisor;
            v[i] = weight * r[i];
            plus[i] += (v[i] - ideal) * (v[i] - ideal);
            minus[i] += (v[i] - anti_ideal) * (v[i] - anti_ideal);
        }
        if (found.normalized.empty()) continue;
        double* normalized = found.normalized.data() + first * width + j;
        double* weighted = found.weighted.data() + first * width + j;
        for (std::size_t i = 0; i < count; ++i) {
            normalized[i * width] = r[i];
            weighted[i * width] = v[i];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double far = std::sqrt(plus[i]);
        const double near = std::sqrt(minus[i]);
        found.d_plus[first + i] = far;
        found.d_minus[first + i] = near;
        found.closeness[first + i] = far + near == 0 ? 0.5 : near / (far + near);
    }
}

inline void check_column(const decision_matrix& matrix, std::size_t criterion, column_scale scale,
                         std::vector<error>& problems) {
    const auto column = matrix.column(criterion);
    const auto lowest = std::min_element(column.begin(), column.end());
    if (*lowest >= 0) return;
    problems.push_back({errc::out_of_range,
                        "criterion \"" + matrix.criteria()[criterion].key + "\": option \"" +
                            matrix.options()[static_cast<std::size_t>(lowest - column.begin())] + "\" has " +
                            shortest(*lowest) + "; with the scale " + std::string(name(scale)) +
                            " values are 0 or more",
                        "vector and minmax take any values",
                        {},
                        {}});
}

}  // namespace detail::topsis_work

CONCORDAT_INLINE std::string_view name(column_scale scale) noexcept {
    switch (scale) {
        case column_scale::minmax:
            return "minmax";
        case column_scale::max:
            return "max";
        case column_scale::sum:
            return "sum";
        case column_scale::vector:
            break;
    }
    return "vector";
}

CONCORDAT_INLINE result<topsis_result> topsis(const decision_matrix& matrix, column_scale scale,
                                              working_tables working) {
    const standard_arithmetic scope;
    const std::size_t options = matrix.option_count();
    const std::size_t criteria = matrix.criterion_count();
    std::vector<error> problems;
    if (scale == column_scale::max || scale == column_scale::sum)
        for (std::size_t j = 0; j < criteria; ++j) detail::topsis_work::check_column(matrix, j, scale, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    topsis_result found;
    std::vector<detail::topsis_work::scaled_column> scaled;
    scaled.reserve(criteria);
    for (auto* ends : {&found.ideal, &found.anti_ideal}) ends->reserve(criteria);
    const auto set = detail::usable(instruction_set::best);
    detail::run_with(set, [&](auto) {
        for (std::size_t j = 0; j < criteria; ++j)
            scaled.push_back(detail::topsis_work::scale_column(matrix, j, scale));
    });
    for (const auto& column : scaled) {
        found.ideal.push_back(column.ideal);
        found.anti_ideal.push_back(column.anti_ideal);
    }
    if (working == working_tables::kept)
        for (auto* rows : {&found.normalized, &found.weighted}) rows->resize(options * criteria);
    for (auto* numbers : {&found.d_plus, &found.d_minus, &found.closeness}) numbers->resize(options);
    detail::run_with(set, [&](auto) {
        using detail::topsis_work::block;
        for (std::size_t first = 0; first < options; first += block)
            detail::topsis_work::measure_block(scaled, first, std::min(block, options - first), found);
    });
    found.rank = ranks_of(found.closeness);
    return found;
}

}  // namespace concordat
