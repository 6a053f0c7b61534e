// SPDX-License-Identifier: Apache-2.0
/// The performance table of multi-criteria decision analysis: options by criteria, each cell a quantity in the
/// criterion's own unit, each criterion with the function that says what that is worth.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/sense.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/decide/value_function.hpp"
#include "concordat/decide/value_tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace concordat {

/// A table holds at most so many options (E701).
inline constexpr std::size_t most_options = std::size_t{1} << 20;

/// What a missing cell counts as.
enum class gap_rule : std::uint8_t {
    refuse,       ///< the table is refused
    whole_scale,  ///< anywhere on the value scale from 0 to 1, equally likely
    leave_out,    ///< a criterion with a missing cell does not count for any option; its neighbours share its weight
};

struct table_criterion {
    std::string key;
    std::string title;
    std::string unit;
    sense better = sense::higher;  ///< for the reader; which way counts is in `value` alone
    value_function value;
    std::string parent;  ///< a branch's key, or empty at the top
    gap_rule gaps = gap_rule::refuse;
};

struct table_option {
    std::string key;
    std::string title;
};

struct performance_table {
    std::vector<table_criterion> criteria;
    std::vector<table_branch> branches;
    std::vector<table_option> options;
    std::vector<quantity> cells;  ///< option by option, criteria in their order

    [[nodiscard]] const quantity& cell(std::size_t option, std::size_t criterion) const {
        CONCORDAT_ASSERT(criterion < criteria.size() && option * criteria.size() + criterion < cells.size());
        return cells[option * criteria.size() + criterion];
    }
};

/// The table with its quantities in order, or everything that is wrong with it: what `check` says of each quantity,
/// value function and of the tree, and also options used twice (E206), of keys of another form (E406), none (E410) or
/// too many (E701), another number of cells than options times criteria (E411), missing cells where `gaps` refuses them
/// (E410). Functions on tables check them first.
[[nodiscard]] result<performance_table> check(performance_table);

/// The tree of a checked table, without the criteria that it leaves out.
[[nodiscard]] value_tree tree_of(const performance_table&);

/// What every cell of a checked table is worth, in the order of the cells.
[[nodiscard]] std::vector<worth> worths_of(const performance_table&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_table.ipp"
#endif
