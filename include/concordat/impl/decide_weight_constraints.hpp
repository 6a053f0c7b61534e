// SPDX-License-Identifier: Apache-2.0
/// Internal: what a weight set says, as rows over the weights of criteria. A share of a branch is a quotient; times the
/// branch's weight it is linear: "child i has at least the share s" is `w(i) - s · w(branch) >= 0`. So every row is
/// homogeneous, and a new kind of preference is a new case of `constrain_branch`.
#pragma once

#include "concordat/decide/weights.hpp"
#include "concordat/impl/decide_linear_program.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace concordat::detail::programming {

/// By node of the tree: 1 for each counted criterion below it, so that the product with all weights is its own.
inline std::vector<std::vector<double>> leaves_below(const value_tree& tree) {
    const auto& nodes = tree.nodes();
    std::vector<std::vector<double>> below(nodes.size(), std::vector<double>(tree.criterion_count(), 0));
    for (std::size_t at = nodes.size(); at-- > 0;) {
        if (nodes[at].criterion && nodes[at].counted) below[at][*nodes[at].criterion] = 1;
        for (const std::size_t child : nodes[at].children)
            for (std::size_t j = 0; j < below[at].size(); ++j) below[at][j] += below[child][j];
    }
    return below;
}

/// `sum of first - factor · second`.
inline std::vector<double> combined(const std::vector<double>& first, double factor,
                                    const std::vector<double>& second) {
    std::vector<double> row(first);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] -= factor * second[j];
    return row;
}

inline void constrain_branch(const weighting& weights, const weight_set& set, std::size_t at,
                             const std::vector<std::vector<double>>& below, std::vector<program_row>& rows) {
    const auto& nodes = weights.tree().nodes();
    if (set.how == elicitation::direct)
        for (const std::size_t child : nodes[at].children)
            if (nodes[child].counted)
                rows.push_back({combined(below[child], weights.central_shares()[child], below[at]), 0, 0});
    const auto said = std::find_if(set.preferences.begin(), set.preferences.end(),
                                   [&](const auto& preference) { return preference.parent == nodes[at].key; });
    if (set.how != elicitation::ordinal || said == set.preferences.end()) return;
    std::size_t above = 0;
    for (const auto& key : said->order) {
        const std::size_t child = weights.tree().find(key).value();
        if (!nodes[child].counted) continue;
        if (above != 0) rows.push_back({combined(below[above], 1, below[child]), 0, unlimited});
        above = child;
    }
}

/// The rows that the weights of the criteria keep, in the order of the list the tree was made of. `weights` is what
/// `weighting::make` made of the set; criteria that do not count have no part in them.
inline std::vector<program_row> linear_constraints_of(const weighting& weights, const weight_set& set) {
    const auto below = leaves_below(weights.tree());
    std::vector<program_row> rows;
    for (std::size_t at = 0; at < below.size(); ++at)
        if (!weights.tree().nodes()[at].criterion) constrain_branch(weights, set, at, below, rows);
    return rows;
}

}  // namespace concordat::detail::programming
