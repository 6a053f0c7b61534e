// SPDX-License-Identifier: Apache-2.0
/// The evidence ledger: what the facts of models, reforms, criteria and studies rest on, each fact once. It says what
/// is written down about the backing of a fact; whether a source is right, no ledger can say.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/model/date.hpp"
#include "concordat/model/facts.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// Criteria (that each is asked for, that it helps children, and which articles it speaks to), gates and axes.
[[nodiscard]] fact_list facts_of(const criteria_tree&);
/// Options, judgements and findings at gates: what the study itself states, not what it names.
[[nodiscard]] fact_list facts_of(const study&);
/// The study's own and those of everything it names: baselines, reforms and criteria.
[[nodiscard]] std::vector<fact_list> facts_within(const study&);

/// A fact with the level that its card comes to.
struct ledger_fact {
    stated_fact stated;
    std::optional<int> level;  ///< nothing: unsourced
};

/// Facts of one kind, of relations those of one layer.
struct ledger_kind {
    std::string kind;
    std::string part;
    evidence_count count;
};

/// A source, and what rests on it, by position among the ledger's facts.
struct ledger_source {
    source content;
    std::vector<std::size_t> facts;
    std::vector<std::size_t> alone;  ///< those that name no other source and no assumption
    bool in_conflict = false;        ///< some conflict of sources names it
    [[nodiscard]] bool used() const noexcept { return in_conflict || !facts.empty(); }
};

struct ledger_assumption {
    assumption content;
    std::vector<std::size_t> facts;
};

struct evidence_ledger {
    std::vector<ledger_fact> facts;              ///< in the order of the lists
    std::vector<ledger_kind> kinds;              ///< in the order of their first fact, layers together
    std::vector<ledger_source> sources;          ///< by the number of facts, most first, then by key
    std::vector<ledger_assumption> assumptions;  ///< likewise
    std::vector<conflict_of_sources> conflicts;
    evidence_count count;                ///< of all
    std::vector<std::size_t> unsourced;  ///< positions of facts
};

/// Each fact is counted once by where it is written, so that what many models extend counts once; facts without a
/// place, as of models made in code, are all counted. Sources, assumptions and conflicts are one when their content is
/// equal. Keys are looked up in the list that a fact stands in. O(facts · log facts + facts · sources of a list).
[[nodiscard]] evidence_ledger make_ledger(std::span<const fact_list>);

/// What is past its sunset on a day: the sunset lies before it.
struct past_sunset {
    std::vector<std::size_t> facts;    ///< whose own card says so, in the order of the ledger
    std::vector<std::size_t> sources;  ///< positions among the ledger's sources
    [[nodiscard]] bool any() const noexcept { return !facts.empty() || !sources.empty(); }
};
[[nodiscard]] past_sunset find_past_sunset(const evidence_ledger&, date on);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_ledger.ipp"
#endif
