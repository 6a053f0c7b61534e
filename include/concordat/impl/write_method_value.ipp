// SPDX-License-Identifier: Apache-2.0
// Additive value and dominance.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/additive.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/potential_optimality.hpp"

namespace concordat::detail::method {

/// Branches and criteria by key; the top is what `overall` says already.
inline document node_values(const additive_result& sum) {
    document values = document::empty_object();
    const auto& nodes = sum.tree.nodes();
    for (std::size_t at = 1; at < nodes.size(); ++at) {
        const auto value_at = [&](const additive_score& score) { return score.node_values[at]; };
        values.set(nodes[at].key, document::list(sum.options, value_at));
    }
    return values;
}

inline sheet branch_values(const additive_result& sum, const std::vector<std::string>& options) {
    sheet made{"node_values", {{"option"}}, {}};
    const auto& nodes = sum.tree.nodes();
    for (std::size_t at = 1; at < nodes.size(); ++at) made.columns.push_back({nodes[at].key, alignment::right});
    for (std::size_t i = 0; i < options.size(); ++i) {
        auto& row = made.rows.emplace_back();
        row.emplace_back(options[i]);
        for (std::size_t at = 1; at < nodes.size(); ++at) row.push_back(number_cell(sum.options[i].node_values[at]));
    }
    return made;
}

CONCORDAT_INLINE result<method_report> additive_report(const ranking_table& given) {
    CONCORDAT_TRY(const auto sum, additive(given.table, given.weights));
    page out(decision_method::additive, given, "Additive value (Keeney and Raiffa, 1976)");
    static_cast<void>(out.setting("normalisation", given.method.normalised, normalisation::minmax));
    std::vector<double> overall;
    std::vector<std::size_t> ranks;
    for (const auto& score : sum.options) {
        overall.push_back(score.overall);
        ranks.push_back(score.rank);
    }
    out.by_option("overall", overall);
    out.by_option("rank", ranks);
    out.by_criterion("global_weights", sum.weights);
    out.only_document("node_values", node_values(sum));
    out.add_sheet(branch_values(sum, out.options()));
    return std::move(out).finish();
}

CONCORDAT_INLINE result<method_report> dominance_report(const ranking_table& given) {
    CONCORDAT_TRY(const auto relation, dominance(given.table, dominance_basis::expected));
    page out(decision_method::dominance, given, "Dominance by expected value on every criterion, before any weight");
    const std::size_t count = relation.option_count();
    std::vector<bool> pairs;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < count; ++k) pairs.push_back(relation.dominates(i, k));
    out.by_option("pareto_layers", pareto_layers(relation));
    out.named("pareto_front", pareto_front(relation));
    out.by_two_options("dominates", pairs);
    if (count > most_programmed) {
        out.note("Potential optimality is found for at most " + std::to_string(most_programmed) + " options");
        return std::move(out).finish();
    }
    // One weighting would leave one winner; what is asked is who could win, so only what leaves some room counts.
    const bool room = given.sampled.how != elicitation::direct;
    CONCORDAT_TRY(const auto optima, potential_optimality(given.table, room ? given.sampled : weight_set{}));
    std::vector<bool> optimal;
    std::vector<double> margins;
    for (const auto& optimum : optima) {
        optimal.push_back(optimum.potentially_optimal);
        margins.push_back(optimum.max_margin);
    }
    out.by_option("potentially_optimal", optimal);
    out.by_option("max_margin", margins);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
