// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/study_sheets.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/io/write_result.hpp"

#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::study_sheets_work {

/// The level that a card stands for, as a person reads it.
inline std::string level_words(const evidence& card, const std::vector<assumption>& assumptions) {
    if (card.level) return std::to_string(*card.level);
    for (const auto& a : assumptions)
        if (a.key == card.assumption) return std::to_string(a.level);
    return "none";
}

}  // namespace detail::study_sheets_work

CONCORDAT_INLINE sheet question_sheet(const study& s, const study_result& found) {
    const auto limits = standing_limitation();
    sheet out{s.title, {{"study"}, {s.key}}, {}};
    const auto line = [&](const char* what, std::string text) { out.rows.push_back({what, std::move(text)}); };
    line("question", s.question);
    line("read first",
         std::string(limits.text) + " (" + std::string(limits.source) + "; " + std::string(limits.url) + ")");
    line("asked by", s.commissioner);
    for (const auto& b : s.baselines) line("baseline", b.key() + ": " + b.title());
    if (s.as_of) line("as of", to_string(*s.as_of));
    if (!s.comparable.empty()) line("comparable", detail::wording::comparable_words(s.comparable));
    line("structure", detail::wording::structure_words(s));
    line("sampling", std::to_string(found.samples) + " samples, seed " + std::to_string(found.seed));
    return out;
}

CONCORDAT_INLINE sheet options_sheet(const study& s) {
    sheet out{"Options and gates", {{"option"}, {"title"}}, {}};
    for (const auto& g : s.criteria.gates) {
        out.columns.push_back({g.key});
        out.notes.push_back(g.key + ": " + g.title +
                            ". A gate is never traded against a value; nothing stated is unknown.");
    }
    for (const auto& o : s.options) {
        auto& row = out.rows.emplace_back();
        row.assign({o.key, o.title});
        for (const auto& g : s.criteria.gates) {
            auto state = gate_state::unknown;
            for (const auto& stated : s.gates)
                if (stated.option == o.key && stated.gate == g.key) state = stated.state;
            row.emplace_back(name(state));
        }
    }
    return out;
}

CONCORDAT_INLINE sheet criteria_sheet(const study& s) {
    sheet out{"Criteria",
              {{"key"},
               {"title"},
               {"unit"},
               {"better"},
               {"from"},
               {"asked for", alignment::right},
               {"helps", alignment::right}},
              {}};
    for (const auto& c : s.criteria.criteria) {
        const auto chosen = s.contested.find(c.key);
        const bool contested = chosen != s.contested.end();
        out.rows.push_back({c.key, c.title, c.unit,
                            std::string(name(contested ? chosen->second : c.better)) + (contested ? ", chosen" : ""),
                            c.measure.empty() ? std::string(name(c.needs)) : c.measure,
                            detail::study_sheets_work::level_words(c.evidence, s.criteria.assumptions),
                            detail::study_sheets_work::level_words(c.benefit, s.criteria.assumptions)});
        if (c.theory_of_change.empty()) out.notes.push_back(c.key + " has no stated mechanism.");
    }
    out.notes.insert(
        out.notes.begin(),
        "asked for: level of the evidence, 0 to 4, that somebody asks for it; helps: that it helps children. "
        "chosen: the criterion is contested, and the study chose which way is better.");
    out.notes.emplace_back(
        "In the tables of performance below, weakest is the lowest level of the facts that a column's values rest on: "
        "0 "
        "assumed, 4 in force and in primary text.");
    return out;
}

CONCORDAT_INLINE sheet weights_sheet(const study& s) {
    sheet out{"Weight sets", {{"no.", alignment::right}, {"key"}, {"whose"}, {"asked how"}}, {}};
    for (std::size_t w = 0; w < s.weights.size(); ++w)
        out.rows.push_back({count_cell(w + 1), s.weights[w].key, s.weights[w].whose, name(s.weights[w].how)});
    out.notes = watermarks(s);
    if (s.weights.empty()) {
        out.notes.emplace_back("None: the study gives no weights, so values are measured and nothing is ranked.");
        return out;
    }
    out.notes.emplace_back(
        "In the rankings below, n first, n last3 and n rank are, under weight set n, the probability of being first, "
        "the "
        "probability of being among the worst three, and the expected rank.");
    return out;
}

}  // namespace concordat
