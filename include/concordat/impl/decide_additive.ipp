// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/additive.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/ranks.hpp"

#include <algorithm>
#include <span>

namespace concordat {

namespace detail {

/// Leaves take their worth, branches the weighed sum of their children: children stand behind their parents, so one
/// pass from the end does it.
inline std::vector<double> node_values_of(const additive_result& sum, std::span<const worth> cells) {
    const auto& nodes = sum.tree.nodes();
    std::vector<double> values(nodes.size(), 0);
    for (std::size_t at = nodes.size(); at-- > 0;) {
        if (!nodes[at].counted) continue;
        if (nodes[at].criterion) values[at] = cells[*nodes[at].criterion].expected;
        for (const std::size_t child : nodes[at].children) values[at] += sum.shares[child] * values[child];
    }
    return values;
}

inline additive_score score_of(const additive_result& sum, std::span<const std::size_t> counted,
                               std::span<const worth> cells) {
    additive_score score;
    for (const std::size_t j : counted) {
        const double product = sum.weights[j] * cells[j].expected;
        score.lines.push_back({j, sum.weights[j], cells[j].expected, product});
        score.overall += product;
    }
    std::sort(score.lines.begin(), score.lines.end(),
              [](const auto& a, const auto& b) { return a.criterion < b.criterion; });
    score.node_values = node_values_of(sum, cells);
    score.node_values.front() = score.overall;
    return score;
}

}  // namespace detail

CONCORDAT_INLINE result<additive_result> additive(const performance_table& given, const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(table)));
    additive_result sum{weights.tree(), {}, weights.central_weights(), {}};
    sum.shares.assign(weights.central_shares().begin(), weights.central_shares().end());

    const auto worths = worths_of(table);
    const auto counted = sum.tree.counted_criteria();
    const std::size_t width = table.criteria.size();
    std::vector<double> overall;
    for (std::size_t i = 0; i < table.options.size(); ++i) {
        sum.options.push_back(detail::score_of(sum, counted, std::span(worths).subspan(i * width, width)));
        overall.push_back(sum.options.back().overall);
    }
    const auto ranks = ranks_of(overall);
    for (std::size_t i = 0; i < ranks.size(); ++i) sum.options[i].rank = ranks[i];
    return sum;
}

}  // namespace concordat
