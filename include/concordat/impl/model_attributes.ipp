// SPDX-License-Identifier: Apache-2.0
// Every attribute of a thing as text. An attribute that is missing here would change without anybody being told, so the
// tests compare with equality.
#pragma once

#include "concordat/impl/model_changes.hpp"

namespace concordat::detail::comparing {

using modelling::number_text;

inline std::string yes_or_nothing(bool stated) { return stated ? "yes" : ""; }

template <class Word>
std::string word_text(const std::optional<Word>& stated) {
    return stated ? std::string(name(*stated)) : std::string();
}

inline std::string evidence_text(const evidence& card) {
    std::string text = joined(card.sources, ", ");
    const auto add = [&](std::string_view what, const std::string& value) {
        if (value.empty()) return;
        if (!text.empty()) text += ' ';
        text += std::string(what) + value;
    };
    add("at ", card.at);
    add("level ", card.level ? std::to_string(*card.level) : std::string());
    add("assuming ", card.assumption);
    add("note ", card.note);
    add("sunset ", card.sunset ? to_string(*card.sunset) : std::string());
    return text;
}

inline std::string lundy_text(const lundy_elements& has) {
    std::vector<std::string> elements;
    if (has.space) elements.emplace_back("space");
    if (has.voice) elements.emplace_back("voice");
    if (has.audience) elements.emplace_back("audience");
    if (has.influence) elements.emplace_back("influence");
    return joined(elements, ", ");
}

inline std::string need_text(const need& n) {
    std::string text = n.service;
    if (!n.ages.is_all()) text += ' ' + modelling::ages_text(n.ages);
    if (n.recipient_age) text += " of somebody of " + number_text(*n.recipient_age);
    return text;
}

CONCORDAT_INLINE attributes attributes_of(const actor& a) {
    return {{"name", a.name},
            {"kind", a.kind},
            {"level", std::string(name(a.level))},
            {"legal_entity", a.legal_entity},
            {"team", a.team},
            {"sector", a.sector},
            {"locality", a.locality},
            {"act", a.act},
            {"statutory", a.statutory ? (*a.statutory ? "yes" : "no") : ""},
            {"mandate", yes_or_nothing(a.mandate)},
            {"count", a.count == 1 ? std::string() : std::to_string(a.count)},
            {"evidence", evidence_text(a.evidence)}};
}

CONCORDAT_INLINE attributes attributes_of(const relation& r) {
    return {{"status", std::string(name(r.status))},
            {"in_force", r.in_force == date_span{} ? std::string() : modelling::span_text(r.in_force)},
            {"basis", word_text(r.basis)},
            {"amount", r.amount ? modelling::amount_text(*r.amount) : std::string()},
            {"term", r.term ? number_text(*r.term) + " years" : std::string()},
            {"ring_fenced", yes_or_nothing(r.ring_fenced)},
            {"standing", yes_or_nothing(r.standing_route)},
            {"lundy", lundy_text(r.lundy)},
            {"direction", is_symmetric(r.type) ? r.from + " -> " + r.to : std::string()},
            {"evidence", evidence_text(r.evidence)}};
}

CONCORDAT_INLINE attributes attributes_of(const persona& p) {
    std::vector<std::string> needs;
    for (const auto& n : p.needs) needs.push_back(need_text(n));
    return {{"title", p.title},
            {"weight", number_text(p.weight)},
            {"age", number_text(p.age)},
            {"needs", joined(needs, ", ")},
            {"entries", joined(p.entries, ", ")},
            {"evidence", evidence_text(p.evidence)}};
}

CONCORDAT_INLINE attributes attributes_of(const decision_right& d) {
    return {{"title", d.title},
            {"holder", d.holder},
            {"weight", number_text(d.weight)},
            {"services", joined(d.services, ", ")},
            {"evidence", evidence_text(d.evidence)}};
}

CONCORDAT_INLINE attributes attributes_of(const service& s) {
    return {{"title", s.title}, {"universal", s.universal ? "yes" : "no"}};
}

CONCORDAT_INLINE attributes attributes_of(const actor_kind& k) { return {{"title", k.title}, {"org", k.org}}; }

CONCORDAT_INLINE std::string content_text(const attributes& all) {
    std::string text;
    for (const auto& [name, value] : all) {
        if (value.empty()) continue;
        if (!text.empty()) text += "; ";
        text += std::string(name) + ' ' + value;
    }
    return text;
}

}  // namespace concordat::detail::comparing
