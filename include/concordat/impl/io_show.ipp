// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_model_document.ipp"

#include <type_traits>
#include <variant>

namespace concordat {

namespace detail::writing {

inline document model_name_document(const model& m) {
    return document::object{{"key", m.key()}, {"title", m.title()}, {"as_of", day_text(m.as_of())}};
}

inline document change_document(const change& c) {
    return document::object{{"change", name(c.kind)},
                            {"part", name(c.part)},
                            {"layer", word_or_null(c.layer)},
                            {"subject", c.subject},
                            {"before", text_or_null(c.before)},
                            {"after", text_or_null(c.after)},
                            {"reform", text_or_null(c.by_reform)},
                            {"step", c.by_step ? document(*c.by_step + 1) : document()},
                            {"step_part", text_or_null(c.by_part)},
                            {"where", place_document(c.where)}};
}

inline document edit_document(const edit& e) {
    return document::object{
        {"subject", e.subject}, {"before", text_or_null(e.before)}, {"after", text_or_null(e.after)}};
}

inline document step_document(const applied_step& s) {
    return document::object{{"reform", s.reform},
                            {"step", s.step + 1},
                            {"part", text_or_null(s.part)},
                            {"already_so", s.already_so()},
                            {"edits", document::list(s.edits, edit_document)},
                            {"where", place_document(s.where)}};
}

inline document parameters_document(const parameter_set& parameters) {
    document out = document::empty_object();
    for (const auto& [key, value] : parameters)
        out.set(key, std::visit(
                         [](const auto& held) -> document {
                             if constexpr (std::is_constructible_v<document, decltype(held)>)
                                 return document(held);
                             else
                                 return document::list(held);
                         },
                         value));
    return out;
}

inline document witness_document(const model& m, const witness& w) {
    const auto relation_at = [&](std::uint32_t position) {
        CONCORDAT_ASSERT(position < m.relations().size());
        const auto& r = m.relations()[position];
        return document::object{
            {"id", relation_id(r)}, {"identity", identity(r)}, {"evidence", evidence_document(m, r.evidence)}};
    };
    const auto right_at = [&](std::uint32_t position) {
        CONCORDAT_ASSERT(position < m.decision_rights().size());
        const auto& d = m.decision_rights()[position];
        return document::object{
            {"key", d.key}, {"identity", identity_of(d)}, {"evidence", evidence_document(m, d.evidence)}};
    };
    const auto actor_at = [&](actor_index position) {
        CONCORDAT_ASSERT(position < m.actors().size());
        return m.actors()[position].key;
    };
    return document::object{{"text", w.text},
                            {"relations", document::list(w.relations, relation_at)},
                            {"rights", document::list(w.rights, right_at)},
                            {"actors", document::list(w.actors, actor_at)}};
}

inline document measured_document(const model& m, const measured& one) {
    const auto figure_of = [](const figure& f) { return document::object{{"name", f.name}, {"value", f.value}}; };
    const auto witness_of = [&](const witness& w) { return witness_document(m, w); };
    return document::object{{"measure", one.info.key},
                            {"id", one.info.id},
                            {"title", one.info.title},
                            {"value", one.found.value},
                            {"unit", one.info.unit},
                            {"better", name(one.info.better)},
                            {"missing", text_or_null(one.found.missing)},
                            {"parameters", parameters_document(one.parameters)},
                            {"figures", document::list(one.found.figures, figure_of)},
                            {"witnesses", document::list(one.found.witnesses, witness_of)},
                            {"formula", one.info.formula},
                            {"criticism", one.info.criticism},
                            {"source", one.info.source}};
}

/// A problem and those it holds, one after the other.
inline void append_flat(std::vector<const error*>& flat, const error& e) {
    flat.push_back(&e);
    for (const auto& other : e.more) append_flat(flat, other);
}

inline std::vector<const error*> flat_problems(const std::vector<error>& problems) {
    std::vector<const error*> flat;
    for (const auto& problem : problems) append_flat(flat, problem);
    return flat;
}

inline std::string code_text(errc code) { return "E" + std::to_string(static_cast<unsigned>(code)); }

inline document problem_document(const error* e) {
    return document::object{{"code", code_text(e->code)},
                            {"message", e->message},
                            {"hint", text_or_null(e->hint)},
                            {"where", place_document({e->where})}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(std::span<const change> changes, const model& before, const model& after) {
    return document::object{{"format", "concordat/diff@1"},
                            {"before", detail::writing::model_name_document(before)},
                            {"after", detail::writing::model_name_document(after)},
                            {"changes", document::list(changes, detail::writing::change_document)}};
}

CONCORDAT_INLINE document to_document(const application& applied, const model& before) {
    return document::object{{"format", "concordat/apply@1"},
                            {"before", detail::writing::model_name_document(before)},
                            {"after", detail::writing::model_name_document(applied.after)},
                            {"steps", document::list(applied.steps, detail::writing::step_document)}};
}

CONCORDAT_INLINE document to_document(std::span<const measured> measures, const model& m) {
    const auto each = [&](const measured& one) { return detail::writing::measured_document(m, one); };
    return document::object{{"format", "concordat/measure@1"},
                            {"model", detail::writing::model_name_document(m)},
                            {"evidence", detail::writing::evidence_count_document(count_evidence(m))},
                            {"measures", document::list(measures, each)}};
}

CONCORDAT_INLINE document to_document(const check_outcome& outcome) {
    const auto problems = [](const std::vector<error>& list) {
        return document::list(detail::writing::flat_problems(list), detail::writing::problem_document);
    };
    const auto& count = outcome.evidence;
    return document::object{{"format", "concordat/check@1"},
                            {"sound", outcome.errors.empty()},
                            {"errors", problems(outcome.errors)},
                            {"warnings", problems(outcome.warnings)},
                            {"evidence", count ? detail::writing::evidence_count_document(*count) : document()}};
}

CONCORDAT_INLINE document to_document(const check_summary& sum) {
    return document::object{
        {"files", sum.files},     {"refused", sum.refused},
        {"models", sum.models},   {"parts", sum.parts},
        {"actors", sum.actors},   {"relations", sum.relations},
        {"sources", sum.sources}, {"evidence", detail::writing::evidence_count_document(sum.evidence)}};
}

}  // namespace concordat
