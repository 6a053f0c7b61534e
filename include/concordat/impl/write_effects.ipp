// SPDX-License-Identifier: Apache-2.0
// What each assumption does to a study, written.
#pragma once

#include "concordat/io/write_evidence.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_model_document.ipp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document ranking_effect_document(const effect_on_ranking& r) {
    return document::object{{"weights", r.weights},
                            {"largest_change", r.largest_change},
                            {"changed_option", text_or_null(r.changed_option)},
                            {"first_before", document::list(r.first_before)},
                            {"first_after", document::list(r.first_after)},
                            {"first_changes", r.first_changes()},
                            {"probability_before", r.probability_before},
                            {"probability_after", r.probability_after}};
}

inline document baseline_effect_document(const effect_on_baseline& b) {
    const auto carried = [](const carried_option& c) {
        return document::object{{"option", c.option}, {"reason", c.reason}};
    };
    return document::object{{"baseline", b.baseline},
                            {"cells", b.cells},
                            {"cells_changed", b.cells_changed},
                            {"carries", document::list(b.carries, carried)},
                            {"refused", text_or_null(b.refused)},
                            {"rankings", document::list(b.rankings, ranking_effect_document)}};
}

inline document assumption_effect_document(const assumption_effect& e) {
    document out = assumption_document(e.content);
    out.set("taken_away", document::object{{"relations", e.relations},
                                           {"decision_rights", e.decision_rights},
                                           {"personas", e.personas},
                                           {"steps", e.steps}});
    out.set("baselines", document::list(e.baselines, baseline_effect_document));
    return out;
}

inline document study_effects_document(const study_effects& s) {
    return document::object{{"study", s.study},
                            {"samples", s.samples},
                            {"weights", document::list(s.weights)},
                            {"effects", document::list(s.effects, assumption_effect_document)}};
}

/// `-` where there is none, so that no cell is blank.
inline std::string text_or_dash(const std::string& text) { return text.empty() ? "-" : text; }

inline bool changes_something(const effect_on_baseline& b) {
    return b.cells_changed != 0 || !b.carries.empty() || !b.refused.empty();
}

/// With its sign, for a rise is not a fall.
inline cell change_cell(double change, int digits) {
    cell made = number_cell(change, digits);
    if (change > 0) made.text = "+" + made.text;
    return made;
}

/// `-0.0213 O10`.
inline std::string change_words(const effect_on_ranking& r) {
    if (r.changed_option.empty()) return "none";
    return change_cell(r.largest_change, 4).text + " " + r.changed_option;
}

inline std::string first_words(const effect_on_ranking& r) {
    return r.first_changes() ? listed(r.first_before) + " -> " + listed(r.first_after) : "same";
}

inline sheet effect_table(const study_effects& s, std::size_t b, const std::string& baseline) {
    sheet out{"On " + baseline + ": what each assumption does",
              {{"without"}, {"level", alignment::right}, {"taken away", alignment::right}, {"cells", alignment::right}},
              {}};
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        const std::string number = std::to_string(w + 1);
        out.columns.push_back({number + " value"});
        out.columns.push_back({number + " first"});
        if (s.samples != 0) out.columns.push_back({number + " prob.", alignment::right});
    }
    std::vector<std::string> still;
    for (const auto& e : s.effects) {
        if (e.baselines.empty()) continue;
        const auto& on = e.baselines[b];
        if (!changes_something(on)) {
            still.push_back(e.content.key);
            continue;
        }
        auto& row = out.rows.emplace_back();
        row = {e.content.key, count_cell(static_cast<std::size_t>(e.content.level)), count_cell(e.taken_away()),
               count_cell(on.cells_changed)};
        for (const auto& r : on.rankings) {
            row.emplace_back(change_words(r));
            row.emplace_back(first_words(r));
            if (r.probability_before) row.push_back(change_cell(*r.probability_after - *r.probability_before, 3));
        }
        // Where nothing could be ranked, there is no number to show.
        while (row.size() < out.columns.size()) row.emplace_back("-");
        if (!on.refused.empty()) out.notes.push_back(e.content.key + ": not ranked without it: " + on.refused);
    }
    if (!still.empty()) out.notes.push_back("Nothing changes here without " + listed(still) + ".");
    return out;
}

inline sheet carried_sheet(const study_effects& s) {
    sheet out{"Options that an assumption carries", {{"assumption"}, {"baseline"}, {"option"}, {"why"}}, {}};
    for (const auto& e : s.effects)
        for (const auto& b : e.baselines)
            for (const auto& c : b.carries)
                out.rows.push_back({e.content.key, b.baseline, c.option,
                                    "carries the option: without it " + c.option + " cannot be applied: " + c.reason});
    return out;
}

inline std::vector<std::string> effect_notes(const study_effects& s) {
    std::vector<std::string> notes{
        "One assumption at a time; what two do together is not looked at. taken away: relations, decision rights, "
        "family types and steps that rest on it, over all files. cells: of the performance table that change. value: "
        "the largest change of an option's total value (0 to 1), and whose. first: which option comes first; one that "
        "cannot be applied is left out of the ranking."};
    for (std::size_t w = 0; w < s.weights.size(); ++w)
        notes.push_back("Weights " + std::to_string(w + 1) + ": " + s.weights[w] + ".");
    if (s.samples != 0)
        notes.push_back("prob.: change of the probability that the first option comes first, of " +
                        std::to_string(s.samples) + " samples.");
    std::vector<std::string> idle;
    for (const auto& e : s.effects)
        if (e.taken_away() == 0) idle.push_back(e.content.key);
    if (!idle.empty())
        notes.push_back("No relation, decision right, family type or step rests on " + listed(idle) + ".");
    return notes;
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<sheet> to_sheets(const study_effects& s) {
    std::vector<sheet> sheets;
    const auto known =
        std::find_if(s.effects.begin(), s.effects.end(), [](const auto& e) { return !e.baselines.empty(); });
    const std::size_t baselines = known == s.effects.end() ? 0 : known->baselines.size();
    for (std::size_t b = 0; b < baselines; ++b)
        sheets.push_back(detail::writing::effect_table(s, b, known->baselines[b].baseline));
    auto carried = detail::writing::carried_sheet(s);
    if (carried.rows.empty()) {
        carried.columns = {{"what"}};
        carried.rows = {{"none"}};
    }
    carried.notes = detail::writing::effect_notes(s);
    sheets.push_back(std::move(carried));
    return sheets;
}

CONCORDAT_INLINE sheet effects_sheet(const study_effects& s) {
    sheet out{
        "What each assumption does",
        {{"assumption"}, {"level", alignment::right}, {"taken away", alignment::right}, {"baseline"}, {"weights"}},
        {}};
    for (const auto* heading : {"cells", "cells changed", "options carried", "largest change"})
        out.columns.push_back({heading, alignment::right});
    for (const auto* heading : {"changed option", "first before", "first after"}) out.columns.push_back({heading});
    for (const auto* heading : {"probability before", "probability after"})
        out.columns.push_back({heading, alignment::right});
    out.columns.push_back({"not ranked because"});
    for (const auto& e : s.effects)
        for (const auto& b : e.baselines) {
            const std::vector<cell> start{e.content.key, count_cell(static_cast<std::size_t>(e.content.level)),
                                          count_cell(e.taken_away()), b.baseline};
            const auto add = [&](const std::string& weights, const effect_on_ranking* r) {
                auto& row = out.rows.emplace_back(start);
                row.emplace_back(weights);
                for (const auto count : {b.cells, b.cells_changed, b.carries.size()}) row.push_back(count_cell(count));
                row.push_back(r != nullptr ? number_cell(r->largest_change, 6) : cell());
                row.emplace_back(r != nullptr ? r->changed_option : std::string());
                row.emplace_back(r != nullptr ? joined(r->first_before, " ") : std::string());
                row.emplace_back(r != nullptr ? joined(r->first_after, " ") : std::string());
                const bool drawn = r != nullptr && r->probability_before.has_value();
                row.push_back(drawn ? number_cell(*r->probability_before, 4) : cell());
                row.push_back(drawn ? number_cell(*r->probability_after, 4) : cell());
                row.emplace_back(b.refused);
            };
            for (const auto& r : b.rankings) add(r.weights, &r);
            if (b.rankings.empty()) add("", nullptr);
        }
    return out;
}

}  // namespace concordat
