// SPDX-License-Identifier: Apache-2.0
/// How the options' values run while one node of the value tree takes more or less of its parent's weight. Shared by
/// weight stability and the tornado.
#pragma once

#include "concordat/decide/additive.hpp"

#include <cstddef>
#include <vector>

namespace concordat::detail::weight_lines {

/// Values are compared to this: on a scale from 0 to 1, whatever is nearer differs by rounding alone.
inline constexpr double same_value = 1e-12;

/// A straight line over the node's share in its parent.
struct line {
    double at_none = 0;  ///< the option's value when the share is 0
    double at_all = 0;   ///< when it is 1

    [[nodiscard]] double at(double share) const { return at_none + share * (at_all - at_none); }
};

/// The counted nodes that have a counted neighbour to take weight from, in the tree's order.
inline std::vector<std::size_t> movable_in(const value_tree& tree) {
    const auto& nodes = tree.nodes();
    std::vector<std::size_t> counted_children(nodes.size(), 0);
    for (std::size_t at = 1; at < nodes.size(); ++at) counted_children[nodes[at].parent] += nodes[at].counted ? 1 : 0;
    std::vector<std::size_t> movable;
    for (std::size_t at = 1; at < nodes.size(); ++at)
        if (nodes[at].counted && counted_children[nodes[at].parent] > 1) movable.push_back(at);
    return movable;
}

/// By node: its weight among everything, the product of the shares on its way down.
inline std::vector<double> weights_of(const additive_result& sum) {
    std::vector<double> weights = sum.shares;
    for (std::size_t at = 1; at < weights.size(); ++at) weights[at] *= weights[sum.tree.nodes()[at].parent];
    return weights;
}

/// What share each neighbour of a node has among the neighbours: as given, or equal ones where all have none.
inline std::vector<double> proportions_beside(const additive_result& sum, std::size_t node) {
    const auto& nodes = sum.tree.nodes();
    std::vector<double> proportions(nodes.size(), 0);
    double total = 0;
    double count = 0;
    for (const std::size_t child : nodes[nodes[node].parent].children) {
        if (child == node || !nodes[child].counted) continue;
        total += sum.shares[child];
        ++count;
    }
    for (const std::size_t child : nodes[nodes[node].parent].children) {
        if (child == node || !nodes[child].counted) continue;
        proportions[child] = total > 0 ? sum.shares[child] / total : 1 / count;
    }
    return proportions;
}

/// One line for each option. `parent_weight` is the weight of the node's parent.
inline std::vector<line> lines_of(const additive_result& sum, std::size_t node, double parent_weight) {
    const auto& nodes = sum.tree.nodes();
    const std::size_t parent = nodes[node].parent;
    const auto proportions = proportions_beside(sum, node);
    std::vector<line> lines;
    for (const auto& option : sum.options) {
        double neighbours = 0;
        for (const std::size_t child : nodes[parent].children)
            neighbours += proportions[child] * option.node_values[child];
        const double elsewhere = option.overall - parent_weight * option.node_values[parent];
        lines.push_back({elsewhere + parent_weight * neighbours, elsewhere + parent_weight * option.node_values[node]});
    }
    return lines;
}

}  // namespace concordat::detail::weight_lines
