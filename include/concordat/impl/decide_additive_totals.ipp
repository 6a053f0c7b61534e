// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/additive_totals.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_columns.hpp"
#include "concordat/impl/decide_normalisation.ipp"

#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace concordat {

namespace detail::totals {

inline bool fits(const columns::ends& range, normalisation how) {
    if (how == normalisation::minmax) return true;
    return range.lowest >= 0 && (how != normalisation::none || range.highest <= 1);
}

/// The numbers that are worth 0 and 1, where more is better.
inline std::pair<double, double> worth_ends(const columns::tame_column& column, normalisation how) {
    const auto range = column.range();
    if (how == normalisation::minmax) return {range.lowest, range.highest};
    if (how == normalisation::max) return {0, range.highest};
    if (how == normalisation::none) return {0, 1};
    if (how == normalisation::vector)
        return {0, std::sqrt(columns::sum_of(column.values(), range.highest * range.highest,
                                             [](double x) { return x * x; }))};
    return {0, columns::sum_of(column.values(), range.highest, [](double x) { return x; })};
}

inline void add_worths(std::span<const double> column, std::pair<double, double> ends, double weight,
                       std::span<double> totals) {
    const double from = ends.first;
    const double width = ends.second - from;
    const double* x = column.data();
    double* sum = totals.data();
    for (std::size_t i = 0; i < totals.size(); ++i) sum[i] += weight * ((x[i] - from) / width);
}

inline void add_criterion(const decision_matrix& matrix, std::size_t criterion, const columns::tame_column& column,
                          normalisation how, std::span<double> totals) {
    const double weight = matrix.weight(criterion);
    const bool as_they_are = how == normalisation::none;
    if (!as_they_are && column.range().equal()) {
        for (auto& total : totals) total += weight;
        return;
    }
    auto ends = worth_ends(column, how);
    if (!matrix.more_is_better(criterion)) std::swap(ends.first, ends.second);
    add_worths(as_they_are ? matrix.column(criterion) : column.values(), ends, weight, totals);
}

}  // namespace detail::totals

CONCORDAT_INLINE result<additive_totals_result> additive_totals(const decision_matrix& matrix, normalisation how) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    std::vector<detail::columns::tame_column> columns;
    columns.reserve(matrix.criterion_count());
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j) {
        columns.emplace_back(matrix.column(j));
        const auto [lowest, highest] = columns.back().given_range();
        if (!detail::totals::fits({lowest, highest}, how))
            problems.push_back(detail::beyond_scale(matrix.criteria()[j].key, lowest, highest, how));
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    additive_totals_result found;
    found.totals.resize(matrix.option_count());
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j)
        detail::totals::add_criterion(matrix, j, columns[j], how, found.totals);
    found.rank = ranks_of(found.totals);
    return found;
}

}  // namespace concordat
