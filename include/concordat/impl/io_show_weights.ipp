// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_weights.hpp"

#include "concordat/assess/ranges.hpp"
#include "concordat/core/text.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

inline std::string title_of_node(const criteria_tree& tree, const std::string& key) {
    for (const auto& c : tree.criteria)
        if (c.key == key) return c.title;
    for (const auto& b : tree.branches)
        if (b.key == key) return b.title;
    return "";
}

inline std::optional<criterion_range> range_stated(const weight_set& set, const std::string& key) {
    for (const auto& range : set.ranges)
        if (range.key == key) return range;
    return std::nullopt;
}

inline document replayed_document(const replayed_judgement& j) {
    return document::object{{"parent", j.parent}, {"of", j.of},           {"to", j.to},
                            {"stated", j.stated}, {"implied", j.implied}, {"deviation", j.deviation}};
}

inline document node_document(const weighed_node& n) {
    document range;
    if (n.range) range = document::object{{"worst", n.range->worst}, {"best", n.range->best}};
    return document::object{{"key", n.key},     {"parent", n.parent}, {"title", n.title},
                            {"share", n.share}, {"weight", n.weight}, {"range", std::move(range)}};
}

inline sheet replay_sheet(const swing_replay& replayed) {
    sheet out{"What was judged, and what the weights make of it",
              {{"step of"},
               {"against that of"},
               {"said", alignment::right},
               {"implied", alignment::right},
               {"apart by", alignment::right}},
              {}};
    for (const auto& j : replayed.judgements)
        out.rows.push_back(
            {j.of, j.to, number_cell(j.stated, 3), number_cell(j.implied, 3), number_cell(j.deviation, 3)});
    out.notes.push_back("The largest is apart by " + rounded(replayed.largest_deviation, 3) +
                        " of the smaller. Show this to whoever judged, and ask again where it surprises them.");
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE result<shown_weights> look_at(const weights_of_criteria& given) {
    CONCORDAT_TRY(const auto tree, value_tree_of(given.criteria));
    CONCORDAT_TRY(const auto made, weighting::make(given.weights, tree));
    shown_weights seen;
    seen.weights = given.weights;
    seen.exact = made.exact();
    std::vector<double> reached(tree.nodes().size(), 1);
    for (std::size_t at = 1; at < tree.nodes().size(); ++at) {
        const auto& node = tree.nodes()[at];
        reached[at] = reached[node.parent] * made.central_shares()[at];
        seen.nodes.push_back({node.key, tree.nodes()[node.parent].key,
                              detail::writing::title_of_node(given.criteria, node.key), made.central_shares()[at],
                              reached[at], detail::writing::range_stated(given.weights, node.key)});
    }
    if (given.weights.how == elicitation::swing) {
        CONCORDAT_TRY(auto replayed, replay(given.weights, tree));
        seen.replayed = std::move(replayed);
    }
    return seen;
}

CONCORDAT_INLINE document to_document(const shown_weights& seen) {
    document replayed;
    if (seen.replayed)
        replayed = document::object{
            {"judgements", document::list(seen.replayed->judgements, detail::writing::replayed_document)},
            {"largest_deviation", seen.replayed->largest_deviation}};
    return document::object{{"format", "concordat/show_weights@1"},
                            {"key", seen.weights.key},
                            {"title", seen.weights.title},
                            {"whose", seen.weights.whose},
                            {"illustrative", seen.weights.illustrative},
                            {"elicitation", name(seen.weights.how)},
                            {"criteria", seen.weights.criteria},
                            {"note", seen.weights.note},
                            {"exact", seen.exact},
                            {"nodes", document::list(seen.nodes, detail::writing::node_document)},
                            {"replay", std::move(replayed)}};
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const shown_weights& seen) {
    const auto& set = seen.weights;
    sheet head{set.title, {{"weights"}, {set.key}}, {}};
    head.rows = {{"whose", set.whose},
                 {"asked how", name(set.how)},
                 {"illustrative", set.illustrative ? "yes: nobody was asked" : "no"},
                 {"given for", set.criteria},
                 {"drawn", seen.exact ? "from exactly what was said" : "approximately: too many corners to split"}};
    if (!set.note.empty()) head.rows.push_back({"note", set.note});
    std::vector<sheet> sheets{std::move(head), to_sheet(seen)};
    if (seen.replayed) sheets.push_back(detail::writing::replay_sheet(*seen.replayed));
    return sheets;
}

CONCORDAT_INLINE sheet to_sheet(const shown_weights& seen) {
    sheet out{"What each counts",
              {{"key"},
               {"under"},
               {"title"},
               {"share", alignment::right},
               {"weight", alignment::right},
               {"worst", alignment::right},
               {"best", alignment::right}},
              {}};
    for (const auto& n : seen.nodes)
        out.rows.push_back({n.key, n.parent.empty() ? "-" : n.parent, n.title, number_cell(n.share, 4),
                            number_cell(n.weight, 4), n.range ? number_cell(n.range->worst, 4) : cell("-"),
                            n.range ? number_cell(n.range->best, 4) : cell("-")});
    out.notes.emplace_back(
        "share: of what it stands under; weight: of everything; both at the centre of all weightings that agree with "
        "what was said. A weight is of the step from worst to best, and means nothing without it.");
    return out;
}

}  // namespace concordat
