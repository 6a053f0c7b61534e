// SPDX-License-Identifier: Apache-2.0
// The document; tables are in write_sensitivity_sheet.ipp.
#pragma once

#include "concordat/io/write_sensitivity.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"
#include "concordat/io/write_ranking.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_model_document.ipp"
#include "concordat/impl/write_ranking.ipp"
#include "concordat/impl/write_structure.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

inline document weight_level_document(const weight_level& level) {
    return document::object{{"share", level.share}, {"weight", level.weight}};
}

inline document optional_level(const std::optional<weight_level>& level) {
    return level ? weight_level_document(*level) : document();
}

inline document weight_switch_document(const performance_table& table, const value_tree& tree,
                                       const weight_stability& one) {
    const auto piece = [&](const weight_piece& p) {
        return document::object{{"from", p.from.share}, {"to", p.to.share}, {"first", keys_document(table, p.first)}};
    };
    return document::object{{"node", tree.nodes()[one.node].key},
                            {"central", weight_level_document(one.central)},
                            {"lower", optional_level(one.lower)},
                            {"upper", optional_level(one.upper)},
                            {"pieces", document::list(one.pieces, piece)}};
}

inline document value_switch_document(const performance_table& table, const switching_value& one) {
    const auto point = [](const switching_point& p) {
        return document::object{{"value", p.value}, {"distance", p.distance}};
    };
    return document::object{{"option", table.options[one.option].key},
                            {"criterion", table.criteria[one.criterion].key},
                            {"rival", table.options[one.rival].key},
                            {"needed", one.needed},
                            {"points", document::list(one.points, point)}};
}

inline document removal_document(const performance_table& table, const option_removal& one) {
    const auto pair = [&](const turned_pair& p) {
        return document::object{{"ahead", table.options[p.ahead].key}, {"behind", table.options[p.behind].key}};
    };
    return document::object{{"removed", table.options[one.removed].key}, {"turned", document::list(one.turned, pair)}};
}

inline document tornado_document(const performance_table& table, const value_tree& tree, const tornado& t) {
    const auto bar = [&](const tornado_bar& b) {
        return document::object{{"node", tree.nodes()[b.node].key},
                                {"option", b.option ? document(table.options[*b.option].key) : document()},
                                {"low", b.low},
                                {"high", b.high}};
    };
    return document::object{{"option", table.options[t.option].key},
                            {"other", table.options[t.other].key},
                            {"expected", t.expected},
                            {"bars", document::list(t.bars, bar)}};
}

inline document split_document(const variance_split& split) {
    return document::object{{"variance", split.variance},
                            {"weights", estimate_document(split.weights)},
                            {"ratings", estimate_document(split.ratings)},
                            {"structure", estimate_document(split.scenarios)},
                            {"interaction", split.interaction}};
}

inline document information_document(const baseline_sensitivity& b, const value_of_information& known) {
    document criteria = document::empty_object();
    for (std::size_t j = 0; j < known.criteria.size(); ++j)
        criteria.set(b.table.criteria[j].key, estimate_document(known.criteria[j]));
    const auto cell_value = [&](const cell_information& c) {
        return document::object{{"option", b.table.options[c.option].key},
                                {"criterion", b.table.criteria[c.criterion].key},
                                {"evppi", estimate_document(c.evppi)}};
    };
    document inquiries = document::array{};
    for (std::size_t i = 0; i < known.groups.size(); ++i)
        inquiries.push(document::object{{"name", b.inquiries[i].name},
                                        {"kind", b.inquiries[i].is_source ? "source" : "fact"},
                                        {"evppi", estimate_document(known.groups[i])}});
    return document::object{{"choice", b.table.options[known.choice].key},
                            {"expected", known.expected},
                            {"evpi", estimate_document(known.evpi)},
                            {"criteria", std::move(criteria)},
                            {"cells", document::list(known.cells, cell_value)},
                            {"inquiries", std::move(inquiries)}};
}

inline document reversal_document(const baseline_sensitivity& b, const fact_reversal& one) {
    return document::object{{"fact", b.facts[one.fact].name},
                            {"cells_changed", one.cells_changed},
                            {"largest_change", one.largest_change},
                            {"changed_option", one.changed ? document(b.table.options[*one.changed].key) : document()},
                            {"first", keys_document(b.table, one.first)},
                            {"ranks", document::list(one.ranks)},
                            {"changes_first", one.changes_first},
                            {"changes_order", one.changes_order}};
}

inline document weighed_sensitivity_document(const study& s, const baseline_sensitivity& b,
                                             const weighed_sensitivity& w) {
    const auto& tree = w.central.tree;
    return document::object{
        {"weights", s.weights[w.weights].key},
        {"central", to_document(b.table, w.central)},
        {"weight_switches",
         document::list(w.weight_switches,
                        [&](const auto& one) { return weight_switch_document(b.table, tree, one); })},
        {"value_switches",
         document::list(w.value_switches, [&](const auto& one) { return value_switch_document(b.table, one); })},
        {"rank_reversal",
         document::list(w.removals.removals, [&](const auto& one) { return removal_document(b.table, one); })},
        {"tornado", w.leader ? tornado_document(b.table, tree, *w.leader) : document()},
        {"uncertainty", split_document(w.split.overall)},
        {"value_of_information", information_document(b, w.information)},
        {"facts", document::list(w.reversals, [&](const auto& one) { return reversal_document(b, one); })}};
}

inline document baseline_sensitivity_document(const study& s, const baseline_sensitivity& b) {
    const auto pair = [](const correlated_pair& p) {
        return document::object{{"first", p.first}, {"second", p.second}, {"correlation", p.correlation}};
    };
    return document::object{
        {"baseline", text_or_null(b.baseline)},
        {"options", document::list(b.table.options, [](const auto& option) { return option.key; })},
        {"graphs", b.graphs},
        {"evaluations", b.evaluations},
        {"facts", document::list(b.facts, uncertain_fact_document)},
        {"correlated", document::list(b.correlated, pair)},
        {"weights", document::list(b.weights, [&](const auto& w) { return weighed_sensitivity_document(s, b, w); })}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const study& s, const sensitivity& found) {
    return document::object{{"format", "concordat/sensitivity@1"},
                            {"study", s.key},
                            {"numerics", CONCORDAT_NUMERICS},
                            {"samples", found.samples},
                            {"seed", found.seed},
                            {"baselines", document::list(found.baselines, [&](const auto& b) {
                                 return detail::writing::baseline_sensitivity_document(s, b);
                             })}};
}

}  // namespace concordat
