// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_explanation.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"
#include "concordat/io/write_published.hpp"
#include "concordat/io/write_result.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_result.ipp"
#include "concordat/io/write_ranking.hpp"

#include <algorithm>

namespace concordat {

namespace detail::writing {

inline document grounded_document(const grounded_relation& g) {
    return document::object{{"identity", g.identity},
                            {"level", g.level},
                            {"sources", document::list(g.sources)},
                            {"assumption", text_or_null(g.assumption)},
                            {"note", text_or_null(g.note)},
                            {"where", place_document(g.where)}};
}

inline document explained_document(const explained_value& v) {
    const auto figure_of = [](const figure& f) { return document::object{{"name", f.name}, {"value", f.value}}; };
    return document::object{{"baseline", v.baseline},
                            {"status_quo", v.status_quo.value},
                            {"value", v.found.value},
                            {"worth", v.value},
                            {"missing", text_or_null(v.found.missing)},
                            {"figures", document::list(v.found.figures, figure_of)},
                            {"witnesses", document::list(v.witnesses)},
                            {"relations", document::list(v.relations, grounded_document)},
                            {"steps", document::list(v.steps, step_document)}};
}

inline document judgement_document(const judgement& j) {
    return document::object{{"value", to_document(j.value)}, {"by", j.by}, {"evidence", card_document(j.evidence, {})}};
}

inline document card_of_measure(const measure_info& m, const parameter_set& parameters) {
    return document::object{{"measure", m.key},
                            {"id", m.id},
                            {"title", m.title},
                            {"unit", m.unit},
                            {"parameters", parameters_document(parameters)},
                            {"formula", m.formula},
                            {"criticism", m.criticism},
                            {"source", m.source}};
}

inline std::string shape_words(const value_function& value) {
    if (const auto* linear = std::get_if<linear_shape>(&value))
        return "0 at " + shortest(linear->worst) + ", 1 at " + shortest(linear->best) + ", straight between";
    if (const auto* peaked = std::get_if<peaked_shape>(&value))
        return "0 at " + shortest(peaked->low) + ", 1 at " + shortest(peaked->peak) + ", 0 at " +
               shortest(peaked->high);
    if (const auto* threshold = std::get_if<threshold_shape>(&value))
        return "1 on the " + std::string(name(threshold->good_side)) + " side of " + shortest(threshold->at) +
               ", else 0";
    std::vector<std::string> points;
    for (const auto& p : std::get<piecewise_shape>(value).points)
        points.push_back(shortest(p.value) + " at " + shortest(p.x));
    return "straight between " + listed(points);
}

inline std::string stated_or(const std::string& text, std::string_view otherwise) {
    return text.empty() ? std::string(otherwise) : text;
}

inline sheet criterion_sheet(const explanation& e) {
    const auto& c = e.criterion;
    const auto decided = c.better == sense::contested && e.decided == sense::lower ? mirrored(c.value) : c.value;
    sheet out{e.option.key + ", " + e.option.title + ": " + c.key, {{"what"}, {"explanation"}}, {}};
    const auto line = [&](const char* what, std::string text) { out.rows.push_back({what, std::move(text)}); };
    line("criterion", c.title);
    line("better",
         std::string(name(e.decided)) + (c.better == sense::contested ? ", chosen by the study; it is contested" : ""));
    line("theory of change", stated_or(c.theory_of_change, "no stated mechanism"));
    line("worth", shape_words(decided));
    if (e.measure) {
        line("measure", std::string(e.measure->key) + " (" + std::string(e.measure->id) + ")");
        for (const auto& [key, value] : e.parameters) line("parameter", key + " = " + parameter_words(value));
        line("formula", std::string(e.measure->formula));
        line("against it", std::string(e.measure->criticism));
        line("source", std::string(e.measure->source));
    } else {
        line("value from", std::string(name(c.needs)));
    }
    for (const auto& j : e.judgements)
        line("judgement", quantity_cell(j.value, 4).text + " by " + j.by + ", worth " +
                              rounded(worth_of(decided, j.value).expected, 4) + " on every baseline");
    if (!e.measure && e.judgements.empty()) line("judgement", "none was given: the value is missing");
    return out;
}

inline sheet values_sheet(const explanation& e) {
    sheet out{"Value on each baseline",
              {{"baseline"},
               {"status quo", alignment::right, e.criterion.unit},
               {"with " + e.option.key, alignment::right, e.criterion.unit},
               {"worth, 0 to 1", alignment::right},
               {"steps", alignment::right},
               {"already so", alignment::right}},
              {}};
    for (const auto& v : e.baselines) {
        const auto idle = std::count_if(v.steps.begin(), v.steps.end(), [](const auto& s) { return s.already_so(); });
        out.rows.push_back({v.baseline, number_or_missing(v.status_quo.value), number_or_missing(v.found.value),
                            number_or_missing(v.value), count_cell(v.steps.size()),
                            count_cell(static_cast<std::size_t>(idle))});
        if (!v.found.missing.empty()) out.notes.push_back(v.baseline + ": " + v.found.missing);
    }
    return out;
}

inline sheet working_sheet(const explained_value& v) {
    sheet out{
        "On " + v.baseline + ": how the value comes about", {{"what"}, {"value", alignment::right}, {"shown by"}}, {}};
    for (const auto& f : v.found.figures) out.rows.push_back({"figure", number_cell(f.value), f.name});
    for (const auto& w : v.witnesses) out.rows.push_back({"witness", "", w});
    const auto rests_on = [&](const std::string& subject) {
        return std::any_of(v.relations.begin(), v.relations.end(), [&](const auto& g) {
            return subject == "relation " + g.identity || g.identity.starts_with("decision " + subject + ":");
        });
    };
    for (const auto& s : v.steps)
        for (const auto& each : s.edits)
            if (rests_on(each.subject))
                out.rows.push_back({step_words(s.reform, s.step, s.part), "",
                                    (each.before.empty() ? "added " : "changed ") + each.subject});
    return out;
}

inline void append_grounds(sheet& out, const explained_value& v) {
    for (const auto& g : v.relations) {
        out.rows.push_back({v.baseline, g.identity, level_cell(g.level), rests_words(g.sources, g.assumption, g.note),
                            place_words(g.where.at)});
    }
}

inline sheet empty_grounds_sheet(std::string title) {
    return {std::move(title),
            {{"baseline"}, {"relation or right"}, {"level", alignment::right}, {"rests on"}, {"written at"}},
            {}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const explanation& e) {
    const auto& c = e.criterion;
    return document::object{
        {"format", "concordat/explain@1"},
        {"option",
         document::object{
             {"key", e.option.key}, {"title", e.option.title}, {"reforms", document::list(e.option.reforms)}}},
        {"criterion", document::object{{"key", c.key},
                                       {"title", c.title},
                                       {"unit", c.unit},
                                       {"needs", name(c.needs)},
                                       {"better", name(e.decided)},
                                       {"contested", c.better == sense::contested},
                                       {"theory_of_change", detail::writing::text_or_null(c.theory_of_change)}}},
        {"measure", e.measure ? detail::writing::card_of_measure(*e.measure, e.parameters) : document()},
        {"judgements", document::list(e.judgements, detail::writing::judgement_document)},
        {"baselines", document::list(e.baselines, detail::writing::explained_document)},
        {"published", to_document(e.published)}};
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const explanation& e) {
    std::vector<sheet> sheets{detail::writing::criterion_sheet(e)};
    if (e.measure) sheets.push_back(detail::writing::values_sheet(e));
    for (const auto& v : e.baselines) {
        sheets.push_back(detail::writing::working_sheet(v));
        auto grounds = detail::writing::empty_grounds_sheet("On " + v.baseline + ": what it rests on");
        detail::writing::append_grounds(grounds, v);
        sheets.push_back(std::move(grounds));
    }
    sheets.push_back(evaluations_sheet(e.published));
    sheets.push_back(claims_sheet(e.published));
    std::erase_if(sheets, [](const sheet& each) { return each.rows.empty(); });
    return sheets;
}

CONCORDAT_INLINE sheet grounds_sheet(const explanation& e) {
    sheet out = detail::writing::empty_grounds_sheet("What the values rest on");
    for (const auto& v : e.baselines) detail::writing::append_grounds(out, v);
    return out;
}

}  // namespace concordat
