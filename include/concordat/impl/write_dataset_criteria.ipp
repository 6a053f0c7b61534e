// SPDX-License-Identifier: Apache-2.0
// The tables of criteria, of what their values are worth, and of weight sets.
#pragma once

#include "concordat/io/dataset.hpp"

// The header before its body: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_dataset_fields.hpp"
#include "concordat/impl/write_study_words.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace concordat {

namespace detail::tabulating {

/// In the order of the alternatives of `value_function`.
inline constexpr std::array<std::string_view, std::variant_size_v<value_function>> shape_words{"linear", "piecewise",
                                                                                               "peaked", "threshold"};

/// The points that a function runs straight between; of a threshold, the one from which it is 1.
inline std::vector<value_point> points_of(const value_function& f) {
    struct {
        std::vector<value_point> operator()(const linear_shape& l) const { return {{l.worst, 0}, {l.best, 1}}; }
        std::vector<value_point> operator()(const piecewise_shape& p) const { return p.points; }
        std::vector<value_point> operator()(const peaked_shape& p) const {
            return {{p.low, 0}, {p.peak, 1}, {p.high, 0}};
        }
        std::vector<value_point> operator()(const threshold_shape& t) const { return {{t.at, 1}}; }
    } const points;
    return std::visit(points, f);
}

/// The function as the run used it, with the direction that the study chose; every baseline has the same.
inline const value_function& used_function(const study& s, const study_result& found, std::size_t c) {
    return found.baselines.empty() ? s.criteria.criteria[c].value
                                   : found.baselines.front().assessment.table.criteria[c].value;
}

inline std::string all_parameter_words(const parameter_set& parameters) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : parameters) parts.push_back(key + " = " + writing::parameter_words(value));
    return joined(parts, "; ");
}

inline std::vector<data_field> criterion_fields() {
    const std::array<std::string_view, 2> directions{"higher", "lower"};
    return {criterion_field(),
            position_field("in the tree"),
            text_field("title", "Its title."),
            or_none(text_field("branch", "Key of the branch that it belongs to."), "It stands at the top."),
            text_field("unit", "The unit of its values."),
            one_of("better", "Which way is better, as this study takes it.", directions),
            truth_field("contested", "Whether good people disagree which way is better, so that the study chose."),
            one_of("needs", "Where its value comes from.", words<value_source>()),
            or_none(text_field("measure", "Key of the measure that reads it off a graph."), "No graph can answer it."),
            or_none(text_field("parameters", "Parameters of the measure that the criterion states."),
                    "None but the measure's own."),
            or_none(one_of("when_missing", "What a missing value counts as.", words<gap_rule>()),
                    "A missing value is refused."),
            one_of("value_shape",
                   "The shape of the function that says what a value is worth; its points are in the "
                   "table value_point.",
                   shape_words),
            or_unknown(text_field("theory_of_change", "Why it is thought to matter."), "No stated mechanism."),
            or_none(level_field("asked_level", "Level of the evidence that somebody asks for it."), "Unsourced."),
            or_none(level_field("helps_level", "Level of the evidence that it helps children."), "Unsourced.")};
}

inline data_table criterion_data(const study& s, const study_result& found) {
    data_table out{"criterion",        "Criteria",    "Something that is asked of every option.",
                   criterion_fields(), {"criterion"}, {{{"branch"}, "branch"}}};
    const auto& tree = s.criteria;
    for (std::size_t c = 0; c < tree.criteria.size(); ++c) {
        const auto& one = tree.criteria[c];
        out.rows.push_back({one.key, c + 1, one.title, stated(one.parent), one.unit,
                            name(writing::decided_sense(s, one)), one.better == sense::contested, name(one.needs),
                            stated(one.measure), stated(all_parameter_words(one.parameters)),
                            writing::word_or_null(one.missing), shape_words[used_function(s, found, c).index()],
                            stated(one.theory_of_change), level_of(one.evidence, tree.assumptions),
                            level_of(one.benefit, tree.assumptions)});
    }
    return out;
}

inline data_table value_point_data(const study& s, const study_result& found) {
    data_table out{
        "value_point",
        "What values are worth",
        "A point of a criterion's value function. Between points it runs straight, beyond them it is held; a "
        "threshold has one, at which and on whose good side a value is worth 1, and else 0.",
        {},
        {"criterion", "position"},
        {names_criterion()}};
    out.fields = {criterion_field(), position_field("along the function"),
                  number_field("value", "A value of the criterion, in its own unit."),
                  probability_field("worth", "What it is worth, from 0 to 1.")};
    out.fields.back().unit = "value";
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        std::size_t position = 0;
        for (const auto& point : points_of(used_function(s, found, c)))
            out.rows.push_back({s.criteria.criteria[c].key, ++position, point.x, point.value});
    }
    return out;
}

inline data_table weight_set_data(const study& s) {
    data_table out{"weight_set", "Weight sets", "How much each criterion counts, in somebody's view.", {}, {"weights"}};
    out.fields = {
        weights_field(),
        position_field("in the study"),
        text_field("title", "Its title."),
        text_field("whose", "Whose view it is."),
        one_of("elicitation", "How the weights were asked for; with none, nobody was.", detail::elicitation_words),
        truth_field("illustrative", "Whether nobody was asked, and it shows how a viewpoint works."),
        or_none(text_field("watermark", "What must be printed beside every ranking by these weights."),
                "Somebody was asked and answered."),
        or_none(text_field("note", "What else a reader must know."), "Nothing.")};
    std::size_t position = 0;
    for (const auto& w : s.weights)
        out.rows.push_back({w.key, ++position, w.title, w.whose, name(w.how), w.illustrative, writing::watermark_of(w),
                            stated(w.note)});
    return out;
}

inline data_table weight_data(const study& s, const study_result& found) {
    data_table out{
        "weight",
        "Weights",
        "The weight of a criterion at the centre of a weight set. Those of a baseline and weight set sum to 1.",
        {},
        {"baseline", "weights", "criterion"},
        {names_baseline(), names_weights(), names_criterion()}};
    out.fields = {
        baseline_field(), weights_field(), criterion_field(),
        number_field("central_weight",
                     "The mean of all weightings that agree with what was said. 0 where the criterion is left "
                     "out, as when it says so and a value is missing.",
                     "share of weight")};
    for (const auto& b : found.baselines)
        for (const auto& ranking : b.rankings)
            for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c)
                out.rows.push_back({baseline_key(b), s.weights[ranking.weights].key, s.criteria.criteria[c].key,
                                    ranking.central.weights[c]});
    return out;
}

inline data_table weight_by_evidence_data(const study& s, const study_result& found) {
    data_table out{"weight_by_evidence",
                   "What the weight rests on",
                   "How much of the central weight rests on one kind of source. Missing is part of the others.",
                   {},
                   {"baseline", "weights", "what"},
                   {names_baseline(), names_weights()}};
    std::vector<std::string_view> kinds(words<value_source>().begin(), words<value_source>().end());
    kinds.push_back("missing");
    out.fields = {baseline_field(), weights_field(),
                  one_of("what", "The kind of source; missing: criteria of which a value is missing.", kinds),
                  number_field("share", "Its share of the weight.", "share of weight")};
    for (const auto& b : found.baselines)
        for (const auto& ranking : b.rankings)
            for (const auto& each : ranking.shares)
                out.rows.push_back({baseline_key(b), s.weights[ranking.weights].key, each.what, each.share});
    return out;
}

inline data_table presence_data(const study& s) {
    data_table out{"presence",
                   "Odds that ties are there",
                   "How likely it is that a tie is there which is stated at this level of evidence, where the study "
                   "draws graphs. Ties of other levels are there.",
                   {},
                   {"level"}};
    out.fields = {level_field("level", "Level of the evidence for the tie."),
                  probability_field("odds", "The probability that it is there."),
                  or_none(level_field("odds_level", "Level of the evidence for that probability."), "Unsourced.")};
    for (const auto& p : s.presence)
        out.rows.push_back({p.level, p.odds.value, level_of(p.odds.evidence, s.assumptions)});
    return out;
}

}  // namespace detail::tabulating

}  // namespace concordat
