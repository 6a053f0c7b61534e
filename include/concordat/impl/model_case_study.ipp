// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/case_study.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace concordat {

namespace detail::modelling {

/// The position of the case, and the figure.
using placed_figure = std::pair<std::size_t, const reported_figure*>;

inline figure_column column_of(std::span<const case_study> cases, std::vector<placed_figure> placed) {
    std::stable_sort(placed.begin(), placed.end(), [](const placed_figure& a, const placed_figure& b) {
        return a.first != b.first ? a.first < b.first : a.second->when < b.second->when;
    });
    figure_column column{placed.front().second->definition, placed.front().second->unit, {}};
    for (const auto& [at, figure] : placed) column.figures.push_back({cases[at].key, *figure});
    return column;
}

}  // namespace detail::modelling

CONCORDAT_INLINE std::vector<event> in_order_of_time(std::vector<event> events) {
    std::stable_sort(events.begin(), events.end(), [](const event& a, const event& b) { return a.when < b.when; });
    return events;
}

CONCORDAT_INLINE figure_comparison compare_figures(std::span<const case_study> cases) {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<detail::modelling::placed_figure>> columns;
    for (std::size_t at = 0; at < cases.size(); ++at)
        for (const auto& figure : cases[at].figures)
            columns[{figure.definition, figure.unit}].emplace_back(at, &figure);

    const auto is_shared = [](const auto& placed) { return placed.front().first != placed.back().first; };
    figure_comparison found;
    for (const auto& [definition, placed] : columns)
        if (is_shared(placed)) found.shared.push_back(detail::modelling::column_of(cases, placed));
    for (const auto& each : cases)
        for (const auto& figure : each.figures)
            if (!is_shared(columns[{figure.definition, figure.unit}])) found.alone.push_back({each.key, figure});
    return found;
}

}  // namespace concordat
