// SPDX-License-Identifier: Apache-2.0
// The tables of what the facts rest on: the evidence ledger of a study.
#pragma once

#include "concordat/io/dataset.hpp"

#include "concordat/impl/write_dataset_fields.hpp"
#include "concordat/impl/write_words.hpp"
#include "concordat/study/ledger.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::tabulating {

inline data_table source_data(const evidence_ledger& ledger) {
    data_table out{
        "source", "Sources", "A document that facts rest on, or that was declared and not used.", {}, {"source_id"}};
    out.fields = {
        whole_field("source_id", "Number of the source in this run, most used first.", {}, 1),
        text_field("source", "Its key in the files. Two files may use one key for different documents."),
        text_field("title", "Its title."),
        or_none(text_field("address", "Where it can be read."), "None is stated."),
        or_unknown(day_field("dated", "Its own date."), "Not stated."),
        or_unknown(day_field("read_on", "When it was last checked."), "Not stated."),
        one_of("sourcing", "Official, secondary, or background, which backs no level above 1.", words<sourcing>()),
        or_none(day_field("sunset", "The day after which it should be checked again."), "Nothing asks for it."),
        whole_field("facts", "Facts that name it.", "facts"),
        whole_field("facts_alone", "Of those, facts that name nothing else.", "facts"),
        truth_field("in_conflict", "Whether it disagrees with another source.")};
    std::size_t id = 0;
    for (const auto& each : ledger.sources) {
        const auto& s = each.content;
        out.rows.push_back({++id, s.key, s.title, stated(s.url), writing::day_text(s.dated), writing::day_text(s.read),
                            name(s.quality), writing::day_text(s.sunset), each.facts.size(), each.alone.size(),
                            each.in_conflict});
    }
    return out;
}

inline data_table assumption_data(const evidence_ledger& ledger) {
    data_table out{"assumption",
                   "Assumptions",
                   "Something that no source says and the models or the study need.",
                   {},
                   {"assumption_id"}};
    auto level = level_field("level", "0 assumed, 1 likely.");
    level.highest = 1;
    out.fields = {whole_field("assumption_id", "Number of the assumption in this run, most used first.", {}, 1),
                  text_field("assumption", "Its key in the files."),
                  text_field("text", "What is assumed."),
                  or_none(text_field("why", "Why."), "No reason is stated."),
                  std::move(level),
                  whole_field("facts", "Facts that rest on it.", "facts")};
    std::size_t id = 0;
    for (const auto& each : ledger.assumptions)
        out.rows.push_back({++id, each.content.key, each.content.text, stated(each.content.why), each.content.level,
                            each.facts.size()});
    return out;
}

/// Which assumption each fact rests on, by position; null: none.
inline std::vector<document> assumptions_by_fact(const evidence_ledger& ledger) {
    std::vector<document> ids(ledger.facts.size());
    for (std::size_t a = 0; a < ledger.assumptions.size(); ++a)
        for (const auto fact : ledger.assumptions[a].facts) ids[fact] = a + 1;
    return ids;
}

inline data_table fact_data(const evidence_ledger& ledger) {
    data_table out{"fact",
                   "Facts",
                   "Something that a model, reform, criteria tree or study states, each once however many share it.",
                   {},
                   {"fact_id"},
                   {{{"assumption_id"}, "assumption"}}};
    out.fields = {
        whole_field("fact_id", "Number of the fact in this run.", {}, 1),
        text_field("kind", "What it is: an actor, a relation, a step."),
        or_none(text_field("part", "Of a relation, its layer."), "It is no relation."),
        text_field("name", "What tells it from others of its kind."),
        or_none(level_field("level", "Level of its evidence, its own or its assumption's."), "Unsourced."),
        or_none(text_field("at", "Section, paragraph or page."), "Not stated."),
        or_none(whole_field("assumption_id", "The assumption that it rests on.", {}, 1), "It rests on none."),
        or_none(text_field("note", "What else a reader must know."), "Nothing."),
        or_none(day_field("sunset", "The day after which it should be checked again."), "Nothing asks for it.")};
    const auto assumptions = assumptions_by_fact(ledger);
    for (std::size_t i = 0; i < ledger.facts.size(); ++i) {
        const auto& fact = ledger.facts[i].stated;
        out.rows.push_back({i + 1, fact.kind, stated(fact.part), fact.name, ledger.facts[i].level,
                            stated(fact.evidence.at), assumptions[i], stated(fact.evidence.note),
                            writing::day_text(fact.evidence.sunset)});
    }
    return out;
}

inline data_table fact_source_data(const evidence_ledger& ledger) {
    data_table out{"fact_source",
                   "Sources of facts",
                   "A fact names a source.",
                   {},
                   {"fact_id", "source_id"},
                   {{{"fact_id"}, "fact"}, {{"source_id"}, "source"}}};
    out.fields = {whole_field("fact_id", "Number of the fact.", {}, 1),
                  whole_field("source_id", "Number of the source.", {}, 1)};
    std::vector<std::vector<std::size_t>> sources(ledger.facts.size());
    for (std::size_t s = 0; s < ledger.sources.size(); ++s)
        for (const auto fact : ledger.sources[s].facts)
            if (sources[fact].empty() || sources[fact].back() != s + 1) sources[fact].push_back(s + 1);
    for (std::size_t i = 0; i < sources.size(); ++i)
        for (const auto id : sources[i]) out.rows.push_back({i + 1, id});
    return out;
}

inline data_table conflict_data(const evidence_ledger& ledger) {
    data_table out{
        "conflict", "Sources that disagree", "Two or more sources that disagree; all are kept.", {}, {"conflict_id"}};
    out.fields = {whole_field("conflict_id", "Number of the conflict in this run.", {}, 1),
                  text_field("about", "What they disagree about."), text_field("text", "How."),
                  text_field("sources", "Keys of the sources, parted by blanks.")};
    std::size_t id = 0;
    for (const auto& c : ledger.conflicts) out.rows.push_back({++id, c.about, c.text, joined(c.sources, " ")});
    return out;
}

}  // namespace detail::tabulating

}  // namespace concordat
