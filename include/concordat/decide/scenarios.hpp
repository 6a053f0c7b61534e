// SPDX-License-Identifier: Apache-2.0
/// A performance table that is not known as a whole: several equally likely tables of the same options and criteria.
/// What moves together moves from scenario to scenario (a governance graph with and without a relation changes many
/// cells at once), while a cell's own uncertainty stays in the cell.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// A table has at most so many scenarios (E701).
inline constexpr std::size_t most_scenarios = std::size_t{1} << 20;

struct table_scenarios {
    performance_table table;  ///< options and criteria; its own cells are one scenario when `cells` is empty
    std::vector<std::vector<quantity>> cells;  ///< by scenario, in the order of the table's cells

    [[nodiscard]] std::size_t count() const noexcept { return cells.empty() ? 1 : cells.size(); }
    /// The scenario's table. O(cells).
    [[nodiscard]] performance_table at(std::size_t scenario) const;
};

/// Checked scenarios, or what `check` finds wrong with the first scenario that has a mistake (its number, from 1,
/// stands in the message); too many of them (E701). A criterion that one scenario leaves out for want of a value is
/// left out of all, by making its cells missing everywhere: so weights mean the same in every scenario.
[[nodiscard]] result<table_scenarios> check(table_scenarios);

/// What a table is worth on average over its scenarios, by cell: `lowest` and `highest` are those of any scenario.
[[nodiscard]] std::vector<worth> worths_of(const table_scenarios&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_scenarios.ipp"
#endif
