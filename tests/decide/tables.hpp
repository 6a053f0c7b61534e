// SPDX-License-Identifier: Apache-2.0
/// Tables drawn in a line or two. For the tests of this layer.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tables {

/// Criteria C1, C2, … at the top, options A1, A2, …; every cell already a value between 0 and 1.
inline concordat::performance_table of(const std::vector<std::vector<concordat::quantity>>& rows) {
    concordat::performance_table table;
    for (std::size_t j = 0; j < rows.front().size(); ++j) {
        concordat::table_criterion criterion;
        criterion.key = "C" + std::to_string(j + 1);
        table.criteria.push_back(std::move(criterion));
    }
    for (const auto& row : rows) {
        table.options.push_back({"A" + std::to_string(table.options.size() + 1), ""});
        table.cells.insert(table.cells.end(), row.begin(), row.end());
    }
    return table;
}

/// The same with exact values.
inline concordat::performance_table of_values(const std::vector<std::vector<double>>& rows) {
    std::vector<std::vector<concordat::quantity>> cells;
    for (const auto& row : rows) {
        cells.emplace_back();
        for (const double value : row) cells.back().emplace_back(concordat::exact_value{value});
    }
    return of(cells);
}

/// Values from a coarse grid, so that ties occur.
inline concordat::performance_table random(concordat::stream& s, std::size_t options, std::size_t criteria,
                                           std::uint32_t steps) {
    std::vector<std::vector<double>> rows(options, std::vector<double>(criteria));
    for (auto& row : rows)
        for (auto& value : row) value = static_cast<double>(s.bits32() % (steps + 1)) / static_cast<double>(steps);
    return of_values(rows);
}

/// So many criteria at the top.
inline concordat::value_tree flat(std::size_t criteria) {
    std::vector<concordat::tree_leaf> leaves;
    for (std::size_t j = 0; j < criteria; ++j) leaves.push_back({"C" + std::to_string(j + 1), ""});
    return concordat::value_tree::make({}, leaves).value();
}

inline concordat::weight_set direct(std::vector<concordat::given_weight> top) {
    concordat::weight_set set;
    set.how = concordat::elicitation::direct;
    set.preferences.push_back({"", {}, std::move(top), {}});
    return set;
}

inline concordat::weight_set ordinal(std::vector<std::string> top) {
    concordat::weight_set set;
    set.how = concordat::elicitation::ordinal;
    set.preferences.push_back({"", std::move(top), {}, {}});
    return set;
}

/// What is wrong with a weight set for this tree, in words.
inline std::string mistakes(const concordat::weight_set& set, const concordat::value_tree& tree) {
    const auto checked = check(set, tree);
    return checked ? "none" : to_string(checked.error());
}

}  // namespace tables
