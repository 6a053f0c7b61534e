// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_words.hpp"
#include "concordat/model/facts.hpp"

#include <optional>

namespace concordat {

namespace detail::writing {

/// An empty text is one that was not stated.
inline document text_or_null(const std::string& text) { return text.empty() ? document() : document(text); }

template <class Word>
document word_or_null(const std::optional<Word>& value) {
    return value ? document(name(*value)) : document();
}

inline document place_document(const origin& where) {
    if (where.at.path.empty() && where.at.line == 0) return {};
    return document::object{{"path", where.at.path}, {"line", where.at.line}, {"column", where.at.column}};
}

inline document ages_document(const age_span& ages) {
    if (ages.is_all()) return {};
    return document::array{ages.from, ages.to};
}

inline document in_force_document(const date_span& span) {
    return document::object{{"from", day_text(span.from)}, {"to", day_text(span.to)}};
}

/// Null: unsourced. `level` is the card's own, or that of the assumption it rests on.
inline document evidence_document(const evidence& e, std::optional<int> level) {
    if (e == evidence{}) return {};
    return document::object{
        {"sources", document::list(e.sources)},     {"at", text_or_null(e.at)},     {"level", level},
        {"assumption", text_or_null(e.assumption)}, {"note", text_or_null(e.note)}, {"sunset", day_text(e.sunset)}};
}

inline document evidence_document(const model& m, const evidence& e) { return evidence_document(e, m.level_of(e)); }

inline document source_document(const source& s) {
    return document::object{{"key", s.key},
                            {"title", s.title},
                            {"url", text_or_null(s.url)},
                            {"date", day_text(s.dated)},
                            {"read", day_text(s.read)},
                            {"sourcing", name(s.quality)},
                            {"sunset", day_text(s.sunset)},
                            {"where", place_document(s.where)}};
}

inline document assumption_document(const assumption& a) {
    return document::object{
        {"key", a.key}, {"text", a.text}, {"why", a.why}, {"level", a.level}, {"where", place_document(a.where)}};
}

inline document conflict_document(const conflict_of_sources& c) {
    return document::object{{"about", c.about},
                            {"sources", document::list(c.sources)},
                            {"text", c.text},
                            {"where", place_document(c.where)}};
}

inline document actor_document(const model& m, const actor& a) {
    return document::object{{"key", a.key},
                            {"name", a.name},
                            {"kind", a.kind},
                            {"level", name(a.level)},
                            {"legal_entity", a.legal_entity},
                            {"team", a.team},
                            {"sector", text_or_null(a.sector)},
                            {"locality", text_or_null(a.locality)},
                            {"act", text_or_null(a.act)},
                            {"statutory", a.statutory},
                            {"mandate", a.mandate},
                            {"count", a.count},
                            {"evidence", evidence_document(m, a.evidence)},
                            {"where", place_document(a.where)}};
}

inline document amount_document(const std::optional<amount>& a) {
    if (!a) return {};
    return document::object{{"value", a->value}, {"unit", a->unit}, {"year", a->year}};
}

inline document need_document(const need& n) {
    return document::object{
        {"service", n.service}, {"ages", ages_document(n.ages)}, {"recipient_age", n.recipient_age}};
}

inline document persona_document(const model& m, const persona& p) {
    return document::object{{"key", p.key},
                            {"title", p.title},
                            {"weight", p.weight},
                            {"age", p.age},
                            {"needs", document::list(p.needs, need_document)},
                            {"entries", document::list(p.entries)},
                            {"evidence", evidence_document(m, p.evidence)},
                            {"where", place_document(p.where)}};
}

inline document right_document(const model& m, const decision_right& d) {
    return document::object{{"key", d.key},
                            {"title", d.title},
                            {"holder", d.holder},
                            {"weight", d.weight},
                            {"services", document::list(d.services)},
                            {"evidence", evidence_document(m, d.evidence)},
                            {"where", place_document(d.where)}};
}

inline document evidence_count_document(const evidence_count& count) {
    return document::object{{"facts", count.facts()},
                            {"by_level", document::list(count.by_level)},
                            {"unsourced", count.unsourced},
                            {"assumptions_by_level", document::list(count.assumptions_by_level)},
                            {"resting_on_assumptions", count.resting_on_assumptions},
                            {"conflicts", count.conflicts}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const model& m, const relation& r) {
    document out = document::object{{"id", detail::writing::relation_id(r)},
                                    {"identity", identity(r)},
                                    {"type", name(r.type)},
                                    {"layer", name(layer_of(r.type))},
                                    {"from", r.from},
                                    {"to", r.to},
                                    {"services", document::list(r.services)},
                                    {"ages", detail::writing::ages_document(r.ages)},
                                    {"in_force", detail::writing::in_force_document(r.in_force)},
                                    {"status", name(r.status)},
                                    {"holds", m.holds(r)}};
    out.set("basis", detail::writing::word_or_null(r.basis));
    out.set("role", detail::writing::word_or_null(r.role));
    out.set("amount", detail::writing::amount_document(r.amount));
    out.set("term", r.term);
    out.set("ring_fenced", r.ring_fenced);
    out.set("standing", r.standing_route);
    out.set("lundy", document::list(detail::writing::lundy_words(r.lundy)));
    out.set("evidence", detail::writing::evidence_document(m, r.evidence));
    out.set("where", detail::writing::place_document(r.where));
    return out;
}

CONCORDAT_INLINE document to_document(const model& m) {
    const auto each = [&](auto convert) { return [&m, convert](const auto& thing) { return convert(m, thing); }; };
    const auto kind = [](const actor_kind& k) {
        return document::object{{"key", k.key}, {"title", k.title}, {"org", detail::writing::text_or_null(k.org)}};
    };
    const auto service_of = [](const service& s) {
        return document::object{{"key", s.key}, {"title", s.title}, {"universal", s.universal}};
    };
    document out = document::object{{"format", "concordat/show@1"},
                                    {"key", m.key()},
                                    {"title", m.title()},
                                    {"as_of", detail::writing::day_text(m.as_of())},
                                    {"resolution", name(m.resolution())},
                                    {"incomplete", document::list(detail::writing::layer_words(m.incomplete()))},
                                    {"evidence", detail::writing::evidence_count_document(count_evidence(m))}};
    out.set("kinds", document::list(m.kinds(), kind));
    out.set("services", document::list(m.services(), service_of));
    out.set("sources", document::list(m.sources(), detail::writing::source_document));
    out.set("assumptions", document::list(m.assumptions(), detail::writing::assumption_document));
    out.set("conflicts", document::list(m.conflicts(), detail::writing::conflict_document));
    out.set("actors", document::list(m.actors(), each(detail::writing::actor_document)));
    out.set("relations", document::list(m.relations(), [&](const relation& r) { return to_document(m, r); }));
    out.set("personas", document::list(m.personas(), each(detail::writing::persona_document)));
    out.set("decision_rights", document::list(m.decision_rights(), each(detail::writing::right_document)));
    return out;
}

}  // namespace concordat
