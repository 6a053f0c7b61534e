// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_result.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"
#include "concordat/io/write_area_result.hpp"
#include "concordat/io/write_model.hpp"
#include "concordat/io/write_published.hpp"
#include "concordat/io/write_ranking.hpp"

#include "concordat/impl/io_show.ipp"
#include "concordat/impl/write_cards.hpp"
#include "concordat/impl/write_model_document.ipp"
#include "concordat/impl/write_ranking.ipp"
#include "concordat/impl/write_structure.hpp"
#include "concordat/impl/write_study_words.hpp"

#include <algorithm>

namespace concordat {

namespace detail::writing {

inline document criterion_document(const study& s, const criterion& c) {
    const auto article = [&](const article_link& link) {
        return document::object{{"number", link.number},
                                {"reads", name(link.reads)},
                                {"evidence", card_document(link.evidence, s.criteria.assumptions)}};
    };
    return document::object{{"key", c.key},
                            {"branch", text_or_null(c.parent)},
                            {"title", c.title},
                            {"unit", c.unit},
                            {"better", name(decided_sense(s, c))},
                            {"contested", c.better == sense::contested},
                            {"needs", name(c.needs)},
                            {"measure", text_or_null(c.measure)},
                            {"parameters", parameters_document(c.parameters)},
                            {"when_missing", word_or_null(c.missing)},
                            {"theory_of_change", text_or_null(c.theory_of_change)},
                            {"evidence", card_document(c.evidence, s.criteria.assumptions)},
                            {"benefit", card_document(c.benefit, s.criteria.assumptions)},
                            {"articles", document::list(c.articles, article)}};
}

/// What stands beside the values: an option without an entry has none.
inline document axis_document(const study& s, const side_axis& a) {
    document values = document::array{};
    for (const auto& j : s.judgements)
        if (j.criterion == a.key)
            values.push(document::object{{"option", j.option},
                                         {"value", to_document(j.value)},
                                         {"given_by", j.by},
                                         {"evidence", card_document(j.evidence, s.assumptions)}});
    return document::object{{"key", a.key},
                            {"title", a.title},
                            {"unit", a.unit},
                            {"better", name(a.better)},
                            {"values", std::move(values)},
                            {"evidence", card_document(a.evidence, s.criteria.assumptions)}};
}

inline document weights_document(const weight_set& w) {
    return document::object{{"key", w.key},
                            {"title", w.title},
                            {"whose", w.whose},
                            {"elicitation", name(w.how)},
                            {"illustrative", w.illustrative},
                            {"note", text_or_null(w.note)}};
}

inline document study_option_document(const study& s, const study_option& o) {
    document gates = document::empty_object();
    for (const auto& g : s.criteria.gates) gates.set(g.key, name(state_at(s, o.key, g.key)));
    return document::object{{"key", o.key},
                            {"title", o.title},
                            {"reforms", document::list(o.reforms)},
                            {"gates", std::move(gates)},
                            {"evidence", card_document(o.evidence, s.assumptions)}};
}

inline document cell_document(const std::string& criterion_key, const assessed_cell& c, const worth& worth_of_it) {
    const auto figure_of = [](const figure& f) { return document::object{{"name", f.name}, {"value", f.value}}; };
    const auto text_of = [](const witness& w) { return w.text; };
    return document::object{
        {"criterion", criterion_key},
        {"value", to_document(c.value)},
        {"missing", text_or_null(c.missing)},
        {"worth", is_missing(c.value) ? document() : document(worth_of_it.expected)},
        {"weakest_level", c.level},
        {"facts_at_assumption", c.facts_at_assumption},
        {"given_by", text_or_null(c.by)},
        {"figures", document::list(c.found.figures, figure_of)},
        {"witnesses", document::list(c.found.witnesses, text_of)},
    };
}

inline document performance_document(const study& s, const baseline_result& b) {
    const auto& table = b.assessment.table;
    const auto worths = worths_of(table);
    document options = document::array{};
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        document cells = document::array{};
        for (std::size_t c = 0; c < table.criteria.size(); ++c)
            cells.push(
                cell_document(table.criteria[c].key, b.assessment.at(o, c), worths[o * table.criteria.size() + c]));
        const auto& steps = b.options[o].steps;
        const auto idle = std::count_if(steps.begin(), steps.end(), [](const auto& each) { return each.already_so(); });
        options.push(document::object{{"option", s.options[o].key},
                                      {"model", b.options[o].after.key()},
                                      {"steps", steps.size()},
                                      {"steps_already_so", idle},
                                      {"evidence", evidence_count_document(b.evidence[o])},
                                      {"cells", std::move(cells)}});
    }
    return options;
}

inline document leaves_document(const leaf_report& leaves) {
    const auto pair_of = [](const correlated_pair& p) {
        return document::object{{"first", p.first}, {"second", p.second}, {"correlation", p.correlation}};
    };
    return document::object{{"correlated", document::list(leaves.correlated, pair_of)},
                            {"not_separating", document::list(leaves.not_separating)},
                            {"without_values", document::list(leaves.without_values)},
                            {"without_source", document::list(leaves.without_source)},
                            {"without_mechanism", document::list(leaves.without_mechanism)}};
}

inline document weighed_document(const study& s, const baseline_result& b, const weighed_ranking& ranking) {
    const auto& table = b.assessment.table;
    document central = document::empty_object();
    for (std::size_t c = 0; c < table.criteria.size(); ++c)
        central.set(table.criteria[c].key, ranking.central.weights[c]);
    document shares = document::empty_object();
    for (const auto& each : ranking.shares) shares.set(each.what, each.share);
    return document::object{{"weights", s.weights[ranking.weights].key},
                            {"central_weights", std::move(central)},
                            {"weight_by_evidence", std::move(shares)},
                            {"central", to_document(table, ranking.central)},
                            {"with_missing", to_document(table, ranking.with_missing)},
                            {"without_missing", to_document(table, ranking.without_missing)}};
}

inline document baseline_document(const study& s, const baseline_result& b) {
    const auto weighed = [&](const weighed_ranking& ranking) { return weighed_document(s, b, ranking); };
    return document::object{{"baseline", text_or_null(b.baseline)},
                            {"options", performance_document(s, b)},
                            {"structure", structure_document(b.graphs)},
                            {"leaves", leaves_document(b.leaves)},
                            {"pareto_front", keys_document(b.assessment.table, pareto_front(b.dominates))},
                            {"rankings", document::list(b.rankings, weighed)}};
}

inline document run_published_document(const study& s) {
    document out = to_document(published_on(s));
    const auto each = [](const study_event& e) { return to_document(e); };
    out.set("history", document::list(history(s, s.as_of), each));
    return out;
}

/// What every model was brought to before it was measured; null: nothing.
inline document comparable_document(const comparability& by) {
    if (by.empty()) return {};
    return document::object{{"resolution", word_or_null(by.resolution)},
                            {"services", document::list(by.services)},
                            {"families", by.families ? document(by.families->key) : document()}};
}

inline document asked_document(const study& s) {
    return document::object{{"key", s.key},
                            {"title", s.title},
                            {"question", s.question},
                            {"commissioner", s.commissioner},
                            {"as_of", day_text(s.as_of)},
                            {"comparable", comparable_document(s.comparable)}};
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<std::string> watermarks(const study& s) {
    std::vector<std::string> marks;
    for (const auto& w : s.weights)
        if (const auto mark = detail::writing::watermark_of(w)) marks.push_back(w.key + ": " + *mark);
    return marks;
}

CONCORDAT_INLINE document to_document(const study& s, const study_result& found) {
    const auto limits = standing_limitation();
    return document::object{
        {"format", "concordat/run@1"},
        {"study", detail::writing::asked_document(s)},
        {"limitation", document::object{{"text", limits.text}, {"source", limits.source}, {"url", limits.url}}},
        {"watermarks", document::list(watermarks(s))},
        {"samples", found.samples},
        {"seed", found.seed},
        {"presence", detail::writing::presence_document(s)},
        {"numerics", CONCORDAT_NUMERICS},
        {"criteria",
         document::list(s.criteria.criteria, [&](const auto& c) { return detail::writing::criterion_document(s, c); })},
        {"axes", document::list(s.criteria.axes, [&](const auto& a) { return detail::writing::axis_document(s, a); })},
        {"weights", document::list(s.weights, detail::writing::weights_document)},
        {"options",
         document::list(s.options, [&](const auto& o) { return detail::writing::study_option_document(s, o); })},
        {"baselines",
         document::list(found.baselines, [&](const auto& b) { return detail::writing::baseline_document(s, b); })},
        {"areas", area_result_document(s, found)},
        {"published", detail::writing::run_published_document(s)}};
}

}  // namespace concordat
