// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/scenarios.hpp"

#include "concordat/core/arithmetic.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace concordat {

namespace detail {

/// Criteria that count in every scenario lose nothing; one that is left out anywhere loses its cells everywhere.
inline void leave_out_everywhere(table_scenarios& scenarios) {
    const std::size_t width = scenarios.table.criteria.size();
    for (std::size_t j = 0; j < width; ++j) {
        if (scenarios.table.criteria[j].gaps != gap_rule::leave_out) continue;
        const auto lacks = [&](const std::vector<quantity>& cells) {
            for (std::size_t at = j; at < cells.size(); at += width)
                if (is_missing(cells[at])) return true;
            return false;
        };
        if (!std::any_of(scenarios.cells.begin(), scenarios.cells.end(), lacks)) continue;
        for (auto& cells : scenarios.cells)
            for (std::size_t at = j; at < cells.size(); at += width) cells[at] = missing_value{};
    }
}

}  // namespace detail

CONCORDAT_INLINE performance_table table_scenarios::at(std::size_t scenario) const {
    CONCORDAT_ASSERT(scenario < count());
    performance_table one = table;
    if (!cells.empty()) one.cells = cells[scenario];
    return one;
}

CONCORDAT_INLINE result<table_scenarios> check(table_scenarios scenarios) {
    if (scenarios.cells.size() > most_scenarios)
        return fail(errc::limit_exceeded, std::to_string(scenarios.cells.size()) + " scenarios; at most " +
                                              std::to_string(most_scenarios) + " can be weighed");
    if (scenarios.cells.empty()) scenarios.cells.push_back(scenarios.table.cells);
    for (std::size_t k = 0; k < scenarios.cells.size(); ++k) {
        scenarios.table.cells = std::move(scenarios.cells[k]);
        auto checked = check(scenarios.table);
        if (!checked) {
            error mistake = std::move(checked).error();
            if (scenarios.count() > 1) mistake.message = "scenario " + std::to_string(k + 1) + ": " + mistake.message;
            return fail(std::move(mistake));
        }
        scenarios.cells[k] = std::move(checked->cells);
    }
    detail::leave_out_everywhere(scenarios);
    scenarios.table.cells = scenarios.cells.front();
    if (auto left = check(scenarios.table); !left) return fail(std::move(left).error());
    return scenarios;
}

CONCORDAT_INLINE std::vector<worth> worths_of(const table_scenarios& scenarios) {
    const standard_arithmetic scope;
    std::vector<worth> mixed(scenarios.table.options.size() * scenarios.table.criteria.size(), {1, 0, 0});
    const auto count = static_cast<double>(scenarios.count());
    for (std::size_t k = 0; k < scenarios.count(); ++k) {
        const auto worths = worths_of(scenarios.at(k));
        for (std::size_t at = 0; at < mixed.size(); ++at) {
            mixed[at].lowest = std::min(mixed[at].lowest, worths[at].lowest);
            mixed[at].highest = std::max(mixed[at].highest, worths[at].highest);
            mixed[at].expected += worths[at].expected;
        }
    }
    for (auto& each : mixed) each.expected /= count;
    return mixed;
}

}  // namespace concordat
