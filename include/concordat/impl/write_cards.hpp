// SPDX-License-Identifier: Apache-2.0
/// What the writers share about cards of evidence that stand outside a model, and about dated things.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/write_model_document.ipp"
#include "concordat/impl/write_words.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/case_study.hpp"
#include "concordat/model/facts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace concordat::detail::writing {

/// A card outside a model. Null: unsourced.
inline document card_document(const evidence& e, const std::vector<assumption>& assumptions) {
    return evidence_document(e, level_of(e, assumptions));
}

/// What something rests on, in full: its sources, the assumption, and what a reader must know.
inline std::string rests_words(const std::vector<std::string>& sources, const std::string& assumption_text,
                               const std::string& note) {
    std::string rests = joined(sources, "; ");
    if (!assumption_text.empty()) rests += (rests.empty() ? "assumption: " : "; assumption: ") + assumption_text;
    if (!note.empty()) rests += " (" + note + ")";
    return rests;
}

inline cell level_cell(std::optional<int> level) { return level ? number_cell(*level) : cell("unsourced"); }

/// As it was written, and the first and last day that it may be about.
inline document when_document(const period& when) {
    return document::object{{"text", when.text}, {"first", day_text(when.first)}, {"last", day_text(when.last)}};
}

inline document event_document(const event& e, const std::vector<assumption>& assumptions) {
    return document::object{{"when", when_document(e.when)},
                            {"text", e.text},
                            {"evidence", card_document(e.evidence, assumptions)},
                            {"where", place_document(e.where)}};
}

inline sheet timeline_sheet(std::string title, const std::vector<event>& events,
                            const std::vector<assumption>& assumptions) {
    sheet out{std::move(title), {{"when"}, {"what happened"}, {"evidence"}}, {}};
    for (const auto& e : in_order_of_time(events))
        out.rows.push_back({e.when.text, e.text, card_words(e.evidence, level_of(e.evidence, assumptions))});
    return out;
}

/// Collects the sources that cards name, since a file may share a list of which it uses a few.
class used_sources {
public:
    explicit used_sources(const std::vector<source>& all) : all_(all), used_(all.size(), false) {}

    void add(const evidence& card) {
        for (const auto& key : card.sources) add(key);
    }
    template <class Facts>
    void add_all(const Facts& facts) {
        for (const auto& fact : facts) add(fact.evidence);
    }
    void add_all(const std::vector<conflict_of_sources>& conflicts) {
        for (const auto& c : conflicts)
            for (const auto& key : c.sources) add(key);
    }
    /// In the order of the list.
    [[nodiscard]] std::vector<source> list() const {
        std::vector<source> used;
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (used_[i]) used.push_back(all_[i]);
        return used;
    }

private:
    void add(const std::string& key) {
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (all_[i].key == key) used_[i] = true;
    }
    const std::vector<source>& all_;
    std::vector<bool> used_;
};

inline sheet sources_sheet(const std::vector<source>& sources) {
    sheet out{"Sources", {{"key"}, {"title"}, {"sourcing"}, {"read"}, {"address"}}, {}};
    for (const auto& s : sources)
        out.rows.push_back(
            {s.key, s.title, name(s.quality), s.read ? cell(day_text(*s.read)) : cell(), s.url.empty() ? "-" : s.url});
    return out;
}

/// `[[assumption]]` and `[[conflict]]`, which a reader must see wherever the facts stand.
inline std::vector<std::string> caution_notes(const std::vector<assumption>& assumptions,
                                              const std::vector<conflict_of_sources>& conflicts) {
    std::vector<std::string> notes;
    for (const auto& a : assumptions)
        notes.push_back("Assumption " + a.key + ", level " + std::to_string(a.level) + ": " + a.text);
    for (const auto& c : conflicts)
        notes.push_back("Sources disagree, " + joined(c.sources, " and ") + ", about " + c.about + ": " + c.text);
    return notes;
}

/// The first sheet of what is shown: its title, and a line for each setting.
inline sheet heading_sheet(const std::string& title, std::vector<std::vector<cell>> lines,
                           const std::vector<assumption>& assumptions,
                           const std::vector<conflict_of_sources>& conflicts) {
    return {title, {{"what"}, {"value"}}, std::move(lines), caution_notes(assumptions, conflicts)};
}

}  // namespace concordat::detail::writing
