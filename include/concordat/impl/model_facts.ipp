// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/facts.hpp"

#include <numeric>
#include <utility>
#include <variant>

namespace concordat {

namespace detail::stating {

/// A card inside a step is a fact of its own; without one, the step's card speaks for it.
inline void add_part_of_step(fact_list& list, const char* kind, std::string name, const evidence& card,
                             const origin& where) {
    if (card.stated()) list.add(kind, std::move(name), card, where);
}

inline void add_parts_of_step(fact_list& list, const step& s) {
    const auto add_actor = [&](const actor& a) {
        add_part_of_step(list, "actor of a step", a.key, a.evidence, s.where);
    };
    if (const auto* create = std::get_if<create_step>(&s.action)) add_actor(create->actor);
    if (const auto* merge = std::get_if<merge_step>(&s.action)) add_actor(merge->into);
    if (const auto* split = std::get_if<split_step>(&s.action))
        for (const auto& part : split->into) add_actor(part.actor);
    if (const auto* relate = std::get_if<relate_step>(&s.action))
        add_part_of_step(list, "relation of a step", std::string(name(relate->relation.type)),
                         relate->relation.evidence, s.where);
}

/// `countries.finland.case, event 2`: of things that have no key, counted from 1.
inline std::string numbered(const std::string& whose, const char* kind, std::size_t position) {
    return whose + ", " + kind + " " + std::to_string(position + 1);
}

inline void add_events(fact_list& list, const std::string& whose, const std::vector<event>& events) {
    for (std::size_t i = 0; i < events.size(); ++i)
        list.add("event", numbered(whose, "event", i), events[i].evidence, events[i].where);
}

}  // namespace detail::stating

CONCORDAT_INLINE fact_list facts_of(const model_parts& parts) {
    fact_list list{{}, parts.sources, parts.assumptions, parts.conflicts};
    list.facts.reserve(parts.actors.size() + parts.relations.size() + parts.personas.size() +
                       parts.decision_rights.size());
    for (const auto& a : parts.actors) list.add("actor", a.key, a.evidence, a.where);
    for (const auto& r : parts.relations) {
        list.add("relation", identity(r), r.evidence, r.where);
        list.facts.back().part = name(layer_of(r.type));
    }
    for (const auto& p : parts.personas) list.add("persona", p.key, p.evidence, p.where);
    for (const auto& d : parts.decision_rights) list.add("decision right", d.key, d.evidence, d.where);
    return list;
}

CONCORDAT_INLINE fact_list facts_of(const model& m) { return facts_of(m.parts()); }

CONCORDAT_INLINE fact_list facts_of(const reform& r) {
    fact_list list{{}, r.sources, r.assumptions, r.conflicts};
    for (std::size_t i = 0; i < r.steps.size(); ++i) {
        const auto& s = r.steps[i];
        list.add("step", r.key + ", step " + std::to_string(i + 1) + " (" + std::string(name(s.action)) + ")",
                 s.evidence, s.where);
        detail::stating::add_parts_of_step(list, s);
    }
    for (std::size_t i = 0; i < r.evaluations.size(); ++i)
        list.add("evaluation", detail::stating::numbered(r.key, "evaluation", i), r.evaluations[i].evidence,
                 r.evaluations[i].where);
    return list;
}

CONCORDAT_INLINE fact_list facts_of(const case_study& c) {
    fact_list list{{}, c.sources, c.assumptions, c.conflicts};
    detail::stating::add_events(list, c.key, c.events);
    for (std::size_t i = 0; i < c.findings.size(); ++i)
        list.add("finding", detail::stating::numbered(c.key, "finding", i), c.findings[i].evidence,
                 c.findings[i].where);
    for (const auto& f : c.figures) list.add("figure", f.key, f.evidence, f.where);
    return list;
}

CONCORDAT_INLINE fact_list facts_of(const claim_set& set) {
    fact_list list{{}, set.sources, set.assumptions, set.conflicts};
    for (const auto& c : set.claims) list.add("claim", c.key, c.evidence, c.where);
    detail::stating::add_events(list, set.key, set.events);
    return list;
}

CONCORDAT_INLINE std::optional<int> level_of(const evidence& card, std::span<const assumption> assumptions) noexcept {
    std::optional<int> level = card.stated() ? card.level : std::nullopt;
    if (!level)
        for (const auto& a : assumptions)
            if (a.key == card.assumption) level = a.level;
    return level && *level >= 0 && *level <= 4 ? level : std::nullopt;
}

CONCORDAT_INLINE std::size_t evidence_count::facts() const noexcept {
    return std::accumulate(by_level.begin(), by_level.end(), unsourced);
}

CONCORDAT_INLINE evidence_count count_evidence(const fact_list& list) {
    evidence_count count;
    for (const auto& fact : list.facts) {
        const auto level = level_of(fact.evidence, list.assumptions);
        if (level)
            ++count.by_level[static_cast<std::size_t>(*level)];
        else
            ++count.unsourced;
        if (!fact.evidence.assumption.empty()) ++count.resting_on_assumptions;
    }
    for (const auto& a : list.assumptions)
        if (a.level == 0 || a.level == 1) ++count.assumptions_by_level[static_cast<std::size_t>(a.level)];
    count.conflicts = list.conflicts.size();
    return count;
}

CONCORDAT_INLINE evidence_count count_evidence(const model& m) { return count_evidence(facts_of(m)); }

}  // namespace concordat
