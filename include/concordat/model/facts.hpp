// SPDX-License-Identifier: Apache-2.0
/// Everything that a model or a reform states, one by one, with the card of each: what the evidence ledger and every
/// count of evidence are made of. A fact is an actor, relation, persona, decision right or step; layers above add those
/// of their own.
#pragma once

#include "concordat/model/case_study.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// One thing that somebody states, and what it rests on.
struct stated_fact {
    std::string kind;  ///< "actor", "relation", "step": a word for people
    std::string part;  ///< of a relation, its layer; else empty
    std::string name;  ///< what tells it from others of its kind
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const stated_fact&, const stated_fact&) = default;
};

/// What one value states, in its order, with all that its cards may name.
struct fact_list {
    std::vector<stated_fact> facts;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;

    void add(std::string kind, std::string name, const concordat::evidence& card, const origin& where) {
        facts.push_back({std::move(kind), {}, std::move(name), card, where});
    }
};

[[nodiscard]] fact_list facts_of(const model&);
/// Also of parts that make no model by themselves.
[[nodiscard]] fact_list facts_of(const model_parts&);
/// Its steps, the actors and relations in them that have a card of their own, and its evaluations.
[[nodiscard]] fact_list facts_of(const reform&);
/// Its events, findings and figures.
[[nodiscard]] fact_list facts_of(const case_study&);
/// Its claims and events.
[[nodiscard]] fact_list facts_of(const claim_set&);

/// The level that a card stands for, 0 to 4: its own, or its assumption's. Nothing when unsourced, or when the
/// assumption is not among these.
[[nodiscard]] std::optional<int> level_of(const evidence&, std::span<const assumption>) noexcept;

/// How facts are backed.
struct evidence_count {
    std::array<std::size_t, 5> by_level{};  ///< facts at levels 0 to 4
    std::size_t unsourced = 0;
    std::array<std::size_t, 2> assumptions_by_level{};  ///< assumption objects at levels 0 and 1
    std::size_t resting_on_assumptions = 0;             ///< facts that name an assumption
    std::size_t conflicts = 0;
    [[nodiscard]] std::size_t facts() const noexcept;
    friend bool operator==(const evidence_count&, const evidence_count&) = default;
};
/// The one way of counting. O(facts · assumptions).
[[nodiscard]] evidence_count count_evidence(const fact_list&);
[[nodiscard]] evidence_count count_evidence(const model&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_facts.ipp"
#endif
