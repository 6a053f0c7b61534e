// SPDX-License-Identifier: Apache-2.0
/// Internal: what a weight set says, as rows over the weights of criteria. A share of a branch is a quotient; times the
/// branch's weight it is linear: "child i has at least the share s" is `w(i) - s · w(branch) >= 0`. So every row is
/// homogeneous, and a new kind of preference is a new case of `constrain_branch`.
#pragma once

#include "concordat/decide/weights.hpp"
#include "concordat/impl/decide_linear_program.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// What the rows of one branch are made of.
struct branch_rows {
    const value_tree& tree;
    const std::vector<std::vector<double>>& below;
    std::size_t branch = 0;
    std::vector<program_row>& rows;

    /// Of a sum of shares, times factors.
    void keep_at_least(const std::vector<double>& sum, double low) const {
        rows.push_back({combined(sum, low, below[branch]), 0, unlimited});
    }
    void keep_at_most(const std::vector<double>& sum, double high) const {
        rows.push_back({combined(sum, high, below[branch]), -unlimited, 0});
    }
    [[nodiscard]] const std::vector<double>& of(std::string_view key) const { return below[tree.find(key).value()]; }
};

inline void keep_shares(const weighting& weights, const branch_rows& into) {
    for (const std::size_t child : into.tree.nodes()[into.branch].children)
        if (into.tree.nodes()[child].counted)
            into.rows.push_back(
                {combined(into.below[child], weights.central_shares()[child], into.below[into.branch]), 0, 0});
}

inline void keep_order(const branch_preference& said, const branch_rows& into) {
    std::size_t above = 0;
    for (const auto& key : said.order) {
        const std::size_t child = into.tree.find(key).value();
        if (!into.tree.nodes()[child].counted) continue;
        if (above != 0) into.rows.push_back({combined(into.below[above], 1, into.below[child]), 0, unlimited});
        above = child;
    }
}

inline void keep_constraints(const branch_preference& said, const branch_rows& into) {
    for (const auto& bounds : said.bounds) {
        into.keep_at_least(into.of(bounds.key), bounds.low);
        into.keep_at_most(into.of(bounds.key), bounds.high);
    }
    for (const auto& constraint : said.constraints) {
        std::vector<double> sum(into.tree.criterion_count(), 0);
        for (const auto& term : constraint.of) sum = combined(sum, -term.factor, into.of(term.key));
        if (constraint.at_least) into.keep_at_least(sum, *constraint.at_least);
        if (constraint.at_most) into.keep_at_most(sum, *constraint.at_most);
    }
}

inline void constrain_branch(const weighting& weights, const weight_set& set, const branch_rows& into) {
    if (set.how == elicitation::direct || set.how == elicitation::swing) return keep_shares(weights, into);
    const auto said = std::find_if(set.preferences.begin(), set.preferences.end(), [&](const auto& preference) {
        return preference.parent == into.tree.nodes()[into.branch].key;
    });
    if (said == set.preferences.end()) return;
    keep_order(*said, into);
    keep_constraints(*said, into);
}

/// Bounds and constraints speak of shares among all children; of those that are left when one does not count, only the
/// proportions are kept, which is no linear matter.
inline std::optional<error> unless_linear(const value_tree& tree, const weight_set& set) {
    if (set.how != elicitation::interval && set.how != elicitation::linear) return std::nullopt;
    for (const auto& node : tree.nodes())
        for (const std::size_t child : node.children)
            if (node.counted && !tree.nodes()[child].counted)
                return error{
                    errc::bad_parameter,
                    "\"" + tree.nodes()[child].key + "\" is left out, but bounds or constraints speak of its share",
                    "state what a missing value counts as, or weights without it",
                    set.where,
                    {}};
    return std::nullopt;
}

/// The rows that the weights of the criteria keep, in the order of the list the tree was made of. `weights` is what
/// `weighting::make` made of the set; criteria that do not count have no part in them.
inline std::vector<program_row> linear_constraints_of(const weighting& weights, const weight_set& set) {
    const auto below = leaves_below(weights.tree());
    std::vector<program_row> rows;
    for (std::size_t at = 0; at < below.size(); ++at)
        if (!weights.tree().nodes()[at].criterion) constrain_branch(weights, set, {weights.tree(), below, at, rows});
    return rows;
}

}  // namespace concordat::detail::programming
