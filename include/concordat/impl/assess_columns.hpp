// SPDX-License-Identifier: Apache-2.0
/// What of a performance table comes from the criteria and from those who judge, and from no graph. Internal to the
/// bodies of assess and study.
#pragma once

#include "concordat/assess/assess.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace concordat::detail {

[[nodiscard]] inline assessed_cell given_cell(const criterion& c, std::string_view option,
                                              std::span<const given_value> given) {
    assessed_cell cell;
    for (const auto& g : given)
        if (g.option == option && g.criterion == c.key) {
            cell.value = g.value;
            cell.level = g.evidence.level;
            cell.by = g.by;
            return cell;
        }
    cell.missing = "no " + std::string(name(c.needs)) + " was given";
    return cell;
}

/// The criterion as `decide` takes it: a contested one runs the way that was chosen.
[[nodiscard]] inline table_criterion table_column(const criterion& c,
                                                  const std::map<std::string, sense, std::less<>>& decided) {
    sense better = c.better;
    if (const auto found = decided.find(c.key); found != decided.end()) better = found->second;
    const bool against = c.better == sense::contested && better == sense::lower;
    return {c.key,
            c.title,
            c.unit,
            better,
            against ? mirrored(c.value) : c.value,
            c.parent,
            c.missing ? *c.missing : gap_rule::refuse};
}

/// A table of these criteria and of no option yet.
[[nodiscard]] inline performance_table empty_table(const criteria_tree& tree,
                                                   const std::map<std::string, sense, std::less<>>& decided) {
    performance_table table;
    for (const auto& c : tree.criteria) table.criteria.push_back(table_column(c, decided));
    for (const auto& b : tree.branches) table.branches.push_back({b.key, b.title, b.parent});
    return table;
}

}  // namespace concordat::detail
