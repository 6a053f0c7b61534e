// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/switching_value.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_weight_lines.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace concordat {

namespace detail::switching_value_work {

using weight_lines::same_value;

/// Every shape but a threshold is a chain of points.
inline std::vector<value_point> chain_of(const value_function& f) {
    return std::visit(by_alternative{
                          [](const linear_shape& shape) -> std::vector<value_point> {
                              if (shape.worst < shape.best) return {{shape.worst, 0}, {shape.best, 1}};
                              return {{shape.best, 1}, {shape.worst, 0}};
                          },
                          [](const piecewise_shape& shape) { return shape.points; },
                          [](const peaked_shape& shape) -> std::vector<value_point> {
                              return {{shape.low, 0}, {shape.peak, 1}, {shape.high, 0}};
                          },
                          [](const threshold_shape&) { return std::vector<value_point>{}; },
                      },
                      f);
}

/// Points that the level goes through count once, although two parts of the chain meet there.
inline std::vector<double> places_along(const std::vector<value_point>& chain, double level) {
    std::vector<double> places;
    for (std::size_t at = 0; at < chain.size(); ++at) {
        const double here = chain[at].value - level;
        if (std::fabs(here) <= same_value) {
            places.push_back(chain[at].x);
            continue;
        }
        if (at + 1 == chain.size()) break;
        const double there = chain[at + 1].value - level;
        if (std::fabs(there) <= same_value || (here > 0) == (there > 0)) continue;
        const double x = chain[at].x + (here / (here - there)) * (chain[at + 1].x - chain[at].x);
        places.push_back(std::clamp(x, chain[at].x, chain[at + 1].x));
    }
    return places;
}

/// The first option other than this one in order of value, ties by position.
inline std::size_t rival_of(const additive_result& sum, std::size_t option) {
    std::size_t best = option == 0 ? 1 : 0;
    for (std::size_t i = 0; i < sum.options.size(); ++i)
        if (i != option && sum.options[i].overall > sum.options[best].overall) best = i;
    return best;
}

inline std::vector<switching_point> points_of(const table_criterion& criterion, const quantity& cell, double needed) {
    std::vector<switching_point> points;
    const auto chain = chain_of(criterion.value);
    for (const double x : places_of(criterion.value, needed)) {
        switching_point point{x, {}};
        if (!chain.empty() && !is_missing(cell))
            point.distance = std::fabs(x - mean(cell)) / (chain.back().x - chain.front().x);
        points.push_back(point);
    }
    return points;
}

}  // namespace detail::switching_value_work

CONCORDAT_INLINE std::vector<double> places_of(const value_function& f, double level) {
    const standard_arithmetic scope;
    if (level < -detail::weight_lines::same_value || level > 1 + detail::weight_lines::same_value) return {};
    if (const auto* jump = std::get_if<threshold_shape>(&f)) return {jump->at};
    return detail::switching_value_work::places_along(detail::switching_value_work::chain_of(f), level);
}

CONCORDAT_INLINE result<std::vector<switching_value>> switching_values(const performance_table& given,
                                                                       const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    CONCORDAT_TRY(const auto sum, additive(table, set));
    std::vector<switching_value> values;
    if (table.options.size() < 2) return values;
    for (std::size_t i = 0; i < table.options.size(); ++i) {
        const std::size_t rival = detail::switching_value_work::rival_of(sum, i);
        const double gap = sum.options[rival].overall - sum.options[i].overall;
        for (const auto& line : sum.options[i].lines) {
            switching_value one{i, line.criterion, rival, {}, {}};
            if (line.weight > 0) {
                one.needed = line.value + gap / line.weight;
                one.points = detail::switching_value_work::points_of(table.criteria[line.criterion],
                                                                     table.cell(i, line.criterion), *one.needed);
            }
            values.push_back(std::move(one));
        }
    }
    return values;
}

}  // namespace concordat
