// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_reform.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"
#include "concordat/io/write_published.hpp"

#include "concordat/impl/write_cards.hpp"
#include "concordat/impl/write_published.ipp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document show_step_document(const reform& r, std::size_t at) {
    const auto& s = r.steps[at];
    return document::object{{"number", at + 1},
                            {"op", name(s.action)},
                            {"what", describe(s.action)},
                            {"part", text_or_null(s.part)},
                            {"reason", text_or_null(s.reason)},
                            {"evidence", card_document(s.evidence, r.assumptions)},
                            {"where", place_document(s.where)}};
}

inline document show_evaluation_document(const reform& r, const evaluation& e) {
    document out = evaluation_document(e);
    out.set("evidence", card_document(e.evidence, r.assumptions));
    out.set("where", place_document(e.where));
    return out;
}

inline std::vector<source> sources_of(const reform& r) {
    used_sources used(r.sources);
    used.add_all(r.steps);
    used.add_all(r.evaluations);
    used.add_all(r.conflicts);
    return used.list();
}

inline sheet reform_heading(const reform& r) {
    return heading_sheet(r.title,
                         {{"key", r.key},
                          {"status", r.status ? name(*r.status) : std::string_view("not stated")},
                          {"period", r.period.empty() ? "not stated" : r.period},
                          {"steps", count_cell(r.steps.size())},
                          {"published evaluations", count_cell(r.evaluations.size())}},
                         r.assumptions, r.conflicts);
}

inline sheet reform_steps_sheet(const reform& r) {
    const bool parts = std::any_of(r.steps.begin(), r.steps.end(), [](const step& s) { return !s.part.empty(); });
    sheet out{"Steps", {{"step", alignment::right}, {"op"}, {"what"}, {"why"}, {"evidence"}}, {}};
    if (parts) out.columns.insert(out.columns.begin() + 1, {"part of"});
    for (std::size_t at = 0; at < r.steps.size(); ++at) {
        const auto& s = r.steps[at];
        out.rows.push_back({count_cell(at + 1), name(s.action), describe(s.action), s.reason,
                            card_words(s.evidence, level_of(s.evidence, r.assumptions))});
        if (parts) out.rows.back().insert(out.rows.back().begin() + 1, cell(s.part));
    }
    return out;
}

inline sheet reform_evaluations_sheet(const reform& r) {
    auto out = empty_evaluations_sheet("Published evaluations of the same done elsewhere", "evidence");
    for (const auto& e : r.evaluations)
        append_evaluation(out, e, card_words(e.evidence, level_of(e.evidence, r.assumptions)));
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const reform& r) {
    document steps = document::array{};
    for (std::size_t at = 0; at < r.steps.size(); ++at) steps.push(detail::writing::show_step_document(r, at));
    document out = document::object{{"format", "concordat/show_reform@1"},
                                    {"key", r.key},
                                    {"title", r.title},
                                    {"status", detail::writing::word_or_null(r.status)},
                                    {"period", detail::writing::text_or_null(r.period)}};
    out.set("steps", std::move(steps));
    out.set("evaluations", document::list(r.evaluations, [&](const evaluation& e) {
                return detail::writing::show_evaluation_document(r, e);
            }));
    out.set("sources", document::list(detail::writing::sources_of(r), detail::writing::source_document));
    out.set("assumptions", document::list(r.assumptions, detail::writing::assumption_document));
    out.set("conflicts", document::list(r.conflicts, detail::writing::conflict_document));
    return out;
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const reform& r) {
    std::vector<sheet> sheets{detail::writing::reform_heading(r), detail::writing::reform_steps_sheet(r),
                              detail::writing::reform_evaluations_sheet(r),
                              detail::writing::sources_sheet(detail::writing::sources_of(r))};
    std::erase_if(sheets, [](const sheet& each) { return each.rows.empty(); });
    return sheets;
}

CONCORDAT_INLINE sheet to_sheet(const reform& r) {
    sheet out{r.title, {}, {}};
    for (const auto* heading : {"kind", "part", "op", "what", "why", "outcome", "effect", "design", "direction",
                                "status", "grade", "level", "evidence"})
        out.columns.push_back({heading});
    const auto add = [&](std::vector<cell> row, const evidence& e) {
        const auto level = level_of(e, r.assumptions);
        row.push_back(detail::writing::level_cell(level));
        row.emplace_back(detail::writing::card_words(e, level));
        out.rows.push_back(std::move(row));
    };
    for (const auto& s : r.steps)
        add({"step", s.part, name(s.action), describe(s.action), s.reason, "", "", "", "", "", ""}, s.evidence);
    for (const auto& e : r.evaluations)
        add({"evaluation", "", "", e.title, e.note, e.outcome, e.effect ? describe(*e.effect) : std::string(),
             name(e.design), name(e.direction), name(e.status), number_cell(e.grade)},
            e.evidence);
    return out;
}

}  // namespace concordat
