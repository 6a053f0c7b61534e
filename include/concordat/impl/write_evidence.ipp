// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_evidence.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_effects.ipp"
#include "concordat/impl/write_model_document.ipp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

// --- for machines

inline document ledger_fact_document(const ledger_fact& fact) {
    return document::object{{"kind", fact.stated.kind},
                            {"layer", text_or_null(fact.stated.part)},
                            {"name", fact.stated.name},
                            {"level", fact.level},
                            {"evidence", evidence_document(fact.stated.evidence, fact.level)},
                            {"where", place_document(fact.stated.where)}};
}

inline document ledger_kind_document(const ledger_kind& kind) {
    return document::object{
        {"kind", kind.kind}, {"layer", text_or_null(kind.part)}, {"evidence", evidence_count_document(kind.count)}};
}

inline document ledger_source_document(const ledger_source& source) {
    document out = source_document(source.content);
    out.set("facts", document::list(source.facts));
    out.set("alone", document::list(source.alone));
    out.set("in_conflict", source.in_conflict);
    return out;
}

inline document ledger_assumption_document(const ledger_assumption& assumption) {
    document out = assumption_document(assumption.content);
    out.set("facts", document::list(assumption.facts));
    return out;
}

// --- for people

inline std::string place_words(const origin& where) { return modelling::place_text(where); }

inline std::string day_or_dash(const std::optional<date>& day) { return day ? day_text(*day) : "-"; }

inline void append_levels(std::vector<cell>& row, const evidence_count& count) {
    row.push_back(count_cell(count.facts()));
    for (std::size_t level = count.by_level.size(); level-- > 0;) row.push_back(count_cell(count.by_level[level]));
    row.push_back(count_cell(count.unsourced));
}

inline sheet kinds_sheet(const evidence_ledger& ledger) {
    sheet out{"Facts by kind and level", {{"kind"}, {"layer"}}, {}};
    for (const auto* heading : {"facts", "level 4", "3", "2", "1", "0", "unsourced"})
        out.columns.push_back({heading, alignment::right});
    for (const auto& kind : ledger.kinds) {
        auto& row = out.rows.emplace_back(std::vector<cell>{kind.kind, text_or_dash(kind.part)});
        append_levels(row, kind.count);
    }
    append_levels(out.rows.emplace_back(std::vector<cell>{"all", "-"}), ledger.count);
    out.notes = {evidence_words(ledger.count) + "."};
    return out;
}

inline sheet used_sources_sheet(const evidence_ledger& ledger) {
    sheet out{"Sources used",
              {{"source"},
               {"title"},
               {"date"},
               {"read"},
               {"quality"},
               {"check after"},
               {"facts", alignment::right},
               {"alone", alignment::right}},
              {}};
    for (const auto& s : ledger.sources)
        if (s.used())
            out.rows.push_back({s.content.key, s.content.title, day_or_dash(s.content.dated),
                                day_or_dash(s.content.read), name(s.content.quality), day_or_dash(s.content.sunset),
                                count_cell(s.facts.size()), count_cell(s.alone.size())});
    out.notes = {
        "alone: facts that rest on this source and on nothing else. A source of no facts is named by a "
        "conflict of sources."};
    return out;
}

inline sheet unused_sources_sheet(const evidence_ledger& ledger) {
    sheet out{"Sources declared and not used", {{"source"}, {"title"}, {"declared at"}}, {}};
    for (const auto& s : ledger.sources)
        if (!s.used()) out.rows.push_back({s.content.key, s.content.title, place_words(s.content.where)});
    return out;
}

inline sheet conflicts_sheet(const evidence_ledger& ledger) {
    sheet out{"Sources that disagree", {{"about"}, {"sources"}, {"what each says"}, {"at"}}, {}};
    for (const auto& c : ledger.conflicts)
        out.rows.push_back({c.about, joined(c.sources, ", "), c.text, place_words(c.where)});
    return out;
}

inline sheet assumptions_ledger_sheet(const evidence_ledger& ledger) {
    sheet out{"Assumptions",
              {{"assumption"}, {"level", alignment::right}, {"facts", alignment::right}, {"text"}, {"why"}},
              {}};
    for (const auto& a : ledger.assumptions)
        out.rows.push_back({a.content.key, count_cell(static_cast<std::size_t>(a.content.level)),
                            count_cell(a.facts.size()), a.content.text, a.content.why});
    return out;
}

inline sheet past_sunset_sheet(const evidence_ledger& ledger, date on) {
    sheet out{"Past its sunset on " + day_text(on), {{"what"}, {"name"}, {"check after"}, {"at"}}, {}};
    const auto past = find_past_sunset(ledger, on);
    for (const auto at : past.sources) {
        const auto& s = ledger.sources[at];
        out.rows.push_back({"source of " + counted(s.facts.size(), "fact", "facts"), s.content.key,
                            day_or_dash(s.content.sunset), place_words(s.content.where)});
    }
    for (const auto at : past.facts) {
        const auto& fact = ledger.facts[at].stated;
        out.rows.push_back({fact.kind, fact.name, day_or_dash(fact.evidence.sunset), place_words(fact.where)});
    }
    return out;
}

inline sheet unsourced_sheet(const evidence_ledger& ledger) {
    sheet out{"Unsourced", {{"kind"}, {"name"}, {"at"}}, {}};
    for (const auto at : ledger.unsourced) {
        const auto& fact = ledger.facts[at].stated;
        out.rows.push_back({fact.kind, fact.name, place_words(fact.where)});
    }
    return out;
}

inline sheet alone_sheet(const evidence_ledger& ledger) {
    sheet out{"Facts that rest on one source alone", {{"source"}, {"kind"}, {"name"}, {"at"}}, {}};
    for (const auto& s : ledger.sources)
        for (const auto at : s.alone) {
            const auto& fact = ledger.facts[at].stated;
            out.rows.push_back({s.content.key, fact.kind, fact.name, place_words(fact.where)});
        }
    return out;
}

/// Without the column of places.
inline sheet without_places(sheet table) {
    for (std::size_t c = table.columns.size(); c-- > 0;) {
        if (table.columns[c].name != "at") continue;
        table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(c));
        for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    }
    return table;
}

/// A table without a row would look like one that was cut off.
inline sheet or_none(sheet table) {
    if (table.rows.empty()) {
        table.columns = {{"what"}};
        table.rows = {{"none"}};
        table.notes.clear();
    }
    return table;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const evidence_ledger& ledger, date on, std::span<const study_effects> effects) {
    const auto past = find_past_sunset(ledger, on);
    document out = document::object{{"format", "concordat/evidence@1"},
                                    {"on", detail::writing::day_text(on)},
                                    {"evidence", detail::writing::evidence_count_document(ledger.count)}};
    out.set("kinds", document::list(ledger.kinds, detail::writing::ledger_kind_document));
    out.set("facts", document::list(ledger.facts, detail::writing::ledger_fact_document));
    out.set("sources", document::list(ledger.sources, detail::writing::ledger_source_document));
    out.set("assumptions", document::list(ledger.assumptions, detail::writing::ledger_assumption_document));
    out.set("conflicts", document::list(ledger.conflicts, detail::writing::conflict_document));
    out.set("past_sunset",
            document::object{{"facts", document::list(past.facts)}, {"sources", document::list(past.sources)}});
    out.set("unsourced", document::list(ledger.unsourced));
    out.set("studies", document::list(effects, detail::writing::study_effects_document));
    return out;
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const evidence_ledger& ledger, date on) {
    namespace w = detail::writing;
    return {w::kinds_sheet(ledger),
            w::or_none(w::used_sources_sheet(ledger)),
            w::or_none(w::unused_sources_sheet(ledger)),
            w::or_none(w::conflicts_sheet(ledger)),
            w::or_none(w::assumptions_ledger_sheet(ledger)),
            w::or_none(w::past_sunset_sheet(ledger, on)),
            w::or_none(w::unsourced_sheet(ledger)),
            w::or_none(w::alone_sheet(ledger))};
}

CONCORDAT_INLINE std::vector<sheet> overview_sheets(const evidence_ledger& ledger) {
    namespace w = detail::writing;
    return {w::kinds_sheet(ledger), w::or_none(w::used_sources_sheet(ledger)),
            w::or_none(w::without_places(w::conflicts_sheet(ledger))),
            w::or_none(w::without_places(w::assumptions_ledger_sheet(ledger))),
            w::or_none(w::without_places(w::unsourced_sheet(ledger)))};
}

CONCORDAT_INLINE sheet facts_sheet(const evidence_ledger& ledger) {
    sheet out{"Facts",
              {{"kind"},
               {"layer"},
               {"name"},
               {"level", alignment::right},
               {"sources"},
               {"place in the source"},
               {"assumption"},
               {"note"},
               {"check after"},
               {"file"},
               {"line", alignment::right}},
              {}};
    for (const auto& fact : ledger.facts) {
        const auto& s = fact.stated;
        out.rows.push_back({s.kind, s.part, s.name,
                            fact.level ? count_cell(static_cast<std::size_t>(*fact.level)) : cell("unsourced"),
                            joined(s.evidence.sources, " "), s.evidence.at, s.evidence.assumption, s.evidence.note,
                            s.evidence.sunset ? detail::writing::day_text(*s.evidence.sunset) : std::string(),
                            s.where.at.path, count_cell(s.where.at.line)});
    }
    return out;
}

}  // namespace concordat
