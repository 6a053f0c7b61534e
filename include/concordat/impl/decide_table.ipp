// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/table.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_too_large.hpp"

#include <utility>

namespace concordat {

namespace detail {

inline std::vector<tree_leaf> leaves_of(const performance_table& table) {
    std::vector<tree_leaf> leaves;
    for (const auto& criterion : table.criteria) leaves.push_back({criterion.key, criterion.parent, true});
    for (std::size_t j = 0; j < leaves.size(); ++j) {
        if (table.criteria[j].gaps != gap_rule::leave_out) continue;
        for (std::size_t i = 0; i < table.options.size(); ++i)
            if (is_missing(table.cell(i, j))) leaves[j].counted = false;
    }
    return leaves;
}

/// An error about a part says which part before it says what.
inline void append_about(const std::string& part, error mistake, std::vector<error>& problems) {
    mistake.message = part + ": " + mistake.message;
    problems.push_back(std::move(mistake));
}

inline void check_options(const performance_table& table, std::vector<error>& problems) {
    if (table.options.empty())
        problems.push_back({errc::missing_value, "no options; at least one was expected", {}, {}, {}});
    std::vector<std::string> keys;
    for (const auto& option : table.options) keys.push_back(option.key);
    check_keys("option", keys, problems);
}

inline void check_cells(performance_table& table, std::vector<error>& problems) {
    for (std::size_t at = 0; at < table.cells.size(); ++at) {
        const auto& criterion = table.criteria[at % table.criteria.size()];
        const std::string name =
            "option \"" + table.options[at / table.criteria.size()].key + "\", criterion \"" + criterion.key + "\"";
        if (is_missing(table.cells[at]) && criterion.gaps == gap_rule::refuse)
            problems.push_back({errc::missing_value,
                                name + " has no value",
                                "give one, or say what a missing value counts as",
                                {},
                                {}});
        auto checked = check(std::move(table.cells[at]));
        if (checked)
            table.cells[at] = *std::move(checked);
        else
            append_about(name, std::move(checked).error(), problems);
    }
}

}  // namespace detail

CONCORDAT_INLINE result<performance_table> check(performance_table table) {
    const standard_arithmetic scope;
    const std::size_t expected = table.options.size() * table.criteria.size();
    if (table.options.size() > most_options || table.criteria.size() > most_criteria)
        return fail(detail::too_large(table.options.size(), table.criteria.size()));
    if (table.cells.size() != expected)
        return fail(errc::bad_parameter, std::to_string(table.cells.size()) + " cells; " +
                                             std::to_string(table.options.size()) + " options by " +
                                             std::to_string(table.criteria.size()) + " criteria have " +
                                             std::to_string(expected));
    std::vector<error> problems;
    for (const auto& criterion : table.criteria)
        if (auto checked = check(criterion.value); !checked)
            detail::append_about("criterion \"" + criterion.key + "\"", std::move(checked).error(), problems);
    detail::check_options(table, problems);
    detail::check_cells(table, problems);
    if (auto tree = value_tree::make(table.branches, detail::leaves_of(table)); !tree)
        problems.push_back(std::move(tree).error());
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return table;
}

CONCORDAT_INLINE value_tree tree_of(const performance_table& table) {
    return value_tree::make(table.branches, detail::leaves_of(table)).value();
}

CONCORDAT_INLINE std::vector<worth> worths_of(const performance_table& table) {
    const standard_arithmetic scope;
    std::vector<worth> worths;
    worths.reserve(table.cells.size());
    for (std::size_t i = 0; i < table.options.size(); ++i)
        for (std::size_t j = 0; j < table.criteria.size(); ++j)
            worths.push_back(worth_of(table.criteria[j].value, table.cell(i, j)));
    return worths;
}

}  // namespace concordat
