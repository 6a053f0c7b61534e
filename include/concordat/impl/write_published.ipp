// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_published.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_cards.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document effect_document(const std::optional<published_effect>& effect) {
    if (!effect) return {};
    const auto& bounds = effect->interval;
    const auto& groups = effect->groups;
    return document::object{{"value", effect->value},
                            {"unit", effect->unit},
                            {"interval", bounds ? document(document::array{bounds->low, bounds->high}) : document()},
                            {"with", groups ? document(groups->with) : document()},
                            {"without", groups ? document(groups->without) : document()}};
}

/// All of it but what it rests on, which is shown as its place asks.
inline document evaluation_document(const evaluation& e) {
    return document::object{{"title", e.title},
                            {"design", name(e.design)},
                            {"sample", text_or_null(e.sample)},
                            {"outcome", e.outcome},
                            {"direction", name(e.direction)},
                            {"effect", effect_document(e.effect)},
                            {"status", name(e.status)},
                            {"grade", e.grade},
                            {"note", text_or_null(e.note)}};
}

inline document cited_document(const cited_card& card) {
    return document::object{{"level", card.level},
                            {"sources", document::list(card.sources)},
                            {"assumption", text_or_null(card.assumption)},
                            {"note", text_or_null(card.note)}};
}

/// Without the line that says so, as all of a result: it is the same wherever the files lie.
inline document study_claim_document(const study_claim& c) {
    return document::object{{"set", c.set},
                            {"key", c.said.key},
                            {"side", name(c.said.side)},
                            {"about", document::list(c.said.about)},
                            {"options", document::list(c.options)},
                            {"who", c.said.who},
                            {"when", when_document(c.said.when)},
                            {"text", c.said.text},
                            {"rests_on", cited_document(c.rests_on)}};
}

inline document study_evaluation_document(const study_evaluation& e) {
    return document::object{{"reform", e.reform},
                            {"options", document::list(e.options)},
                            {"evaluation", evaluation_document(e.published)},
                            {"rests_on", cited_document(e.rests_on)}};
}

inline std::string cited_words(const cited_card& card) {
    const auto rests = rests_words(card.sources, card.assumption, card.note);
    return rests.empty() ? "unsourced" : rests;
}

/// `last`: what stands in the last column, the evidence on which an evaluation is known.
inline sheet empty_evaluations_sheet(std::string title, const char* last) {
    sheet out{std::move(title),
              {{"evaluation"},
               {"outcome"},
               {"effect"},
               {"design"},
               {"direction"},
               {"status"},
               {"grade", alignment::right},
               {last}},
              {}};
    out.notes = {
        "They say what happened elsewhere. None of it enters a value. grade: how strongly an evaluation backs a claim "
        "of "
        "effect, 0 none to 4 high."};
    return out;
}

inline void append_evaluation(sheet& out, const evaluation& e, std::string evidence_text) {
    out.rows.push_back({e.title, e.outcome, e.effect ? describe(*e.effect) : std::string("no figure"), name(e.design),
                        name(e.direction), name(e.status), number_cell(e.grade), std::move(evidence_text)});
    if (!e.sample.empty()) out.notes.push_back(e.title + ", who was studied: " + e.sample);
    if (!e.note.empty()) out.notes.push_back(e.title + ": " + e.note);
}

inline bool is_about(const std::vector<std::string>& options, const std::string& key) {
    return std::find(options.begin(), options.end(), key) != options.end();
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const published_facts& found) {
    return document::object{
        {"claims", document::list(found.claims, detail::writing::study_claim_document)},
        {"claims_on_no_option", found.claims_elsewhere},
        {"claims_later", found.claims_later},
        {"evaluations", document::list(found.evaluations, detail::writing::study_evaluation_document)}};
}

CONCORDAT_INLINE document to_document(const study_event& e) {
    return document::object{{"set", e.set},
                            {"when", detail::writing::when_document(e.happened.when)},
                            {"text", e.happened.text},
                            {"rests_on", detail::writing::cited_document(e.rests_on)}};
}

CONCORDAT_INLINE sheet published_count_sheet(const study& s, const published_facts& found) {
    sheet out{"What was said and found about the options", {{"option"}}, {}};
    for (const auto side : words<claim_side>()) out.columns.push_back({std::string(side), alignment::right});
    out.columns.push_back({"evaluations", alignment::right});
    if (found.claims.empty() && found.evaluations.empty()) return out;
    for (const auto& o : s.options) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(o.key);
        for (const auto side : words<claim_side>())
            row.push_back(count_cell(static_cast<std::size_t>(
                std::count_if(found.claims.begin(), found.claims.end(), [&](const study_claim& c) {
                    return name(c.said.side) == side && detail::writing::is_about(c.options, o.key);
                }))));
        row.push_back(count_cell(static_cast<std::size_t>(
            std::count_if(found.evaluations.begin(), found.evaluations.end(),
                          [&](const study_evaluation& e) { return detail::writing::is_about(e.options, o.key); }))));
    }
    out.notes = {"Claims and evaluations are counted here, and never weighed: no value and no rank rests on them."};
    return out;
}

CONCORDAT_INLINE sheet claims_sheet(const published_facts& found) {
    sheet out{"Claims for and against",
              {{"side"}, {"options"}, {"who"}, {"when"}, {"claim"}, {"level", alignment::right}, {"rests on"}},
              {}};
    for (const auto& c : found.claims)
        out.rows.push_back({name(c.said.side), joined(c.options, ", "), c.said.who, c.said.when.text, c.said.text,
                            detail::writing::level_cell(c.rests_on.level), detail::writing::cited_words(c.rests_on)});
    if (found.claims_elsewhere + found.claims_later == 0) return out;
    if (found.claims.empty()) {
        out.columns = {{"claims"}};
        out.rows = {{"none about what is shown here"}};
    }
    const auto not_shown = [&](std::size_t count, const char* one, const char* several) {
        if (count != 0) out.notes.push_back(std::to_string(count) + (count == 1 ? one : several) + " and not shown.");
    };
    not_shown(found.claims_elsewhere, " claim is about reforms that no option of this study uses,",
              " claims are about reforms that no option of this study uses,");
    not_shown(found.claims_later, " claim was made after the study's day,", " claims were made after the study's day,");
    return out;
}

CONCORDAT_INLINE sheet evaluations_sheet(const published_facts& found) {
    auto out = detail::writing::empty_evaluations_sheet("Published evaluations of the same done elsewhere", "rests on");
    for (const auto& e : found.evaluations) {
        const std::string level =
            e.rests_on.level ? "level " + std::to_string(*e.rests_on.level) + ": " : std::string();
        detail::writing::append_evaluation(out, e.published, level + detail::writing::cited_words(e.rests_on));
        out.rows.back().insert(out.rows.back().begin(), cell(e.reform));
    }
    out.columns.insert(out.columns.begin(), {"reform"});
    if (out.rows.empty()) out.notes.clear();
    return out;
}

CONCORDAT_INLINE sheet history_sheet(const std::vector<study_event>& events, const std::optional<date>& until) {
    sheet out{"History of the decision", {{"when"}, {"what happened"}, {"level", alignment::right}, {"rests on"}}, {}};
    for (const auto& e : events)
        out.rows.push_back({e.happened.when.text, e.happened.text, detail::writing::level_cell(e.rests_on.level),
                            detail::writing::cited_words(e.rests_on)});
    if (until && !events.empty())
        out.notes = {"Up to " + detail::writing::day_text(*until) + ", the day that the study looks from."};
    return out;
}

}  // namespace concordat
