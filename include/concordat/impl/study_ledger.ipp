// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/ledger.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::ledgering {

/// Where a fact is written and what it is: a table that makes several relations makes several facts in one place.
using fact_place = std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string_view, std::string_view>;

inline fact_place place_of(const stated_fact& fact) {
    const auto& at = fact.where.at;
    return {at.path, at.line, at.column, fact.kind, fact.name};
}

/// Things that are equal by content, though several lists have them; found again by key.
template <class Entry>
class entries_by_content {
public:
    template <class Thing>
    Entry& of(const Thing& thing) {
        auto& same_key = by_key_[thing.key];
        for (const auto at : same_key)
            if (entries[at].content == thing) return entries[at];
        same_key.push_back(entries.size());
        entries.emplace_back().content = thing;
        return entries.back();
    }

    std::vector<Entry> entries;

private:
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_key_;
};

template <class Thing>
const Thing* with_key(const std::vector<Thing>& things, const std::string& key) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.key == key; });
    return at == things.end() ? nullptr : &*at;
}

inline void count_in(evidence_count& count, const ledger_fact& fact) {
    if (fact.level)
        ++count.by_level[static_cast<std::size_t>(*fact.level)];
    else
        ++count.unsourced;
    if (!fact.stated.evidence.assumption.empty()) ++count.resting_on_assumptions;
}

template <class Entry>
void by_facts(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.facts.size() != b.facts.size()) return a.facts.size() > b.facts.size();
        return a.content.key < b.content.key;
    });
}

class ledger_making {
public:
    void add(const fact_list& list) {
        // What is declared stands in the ledger, used or not.
        for (const auto& s : list.sources) static_cast<void>(sources_.of(s));
        for (const auto& a : list.assumptions) static_cast<void>(assumptions_.of(a));
        for (const auto& fact : list.facts)
            if (fact.where.at.path.empty() || seen_.insert(place_of(fact)).second) add_fact(list, fact);
        for (const auto& c : list.conflicts) add_conflict(list, c);
    }

    [[nodiscard]] evidence_ledger made() && {
        made_.sources = std::move(sources_.entries);
        made_.assumptions = std::move(assumptions_.entries);
        for (std::size_t i = 0; i < made_.facts.size(); ++i) {
            const auto& fact = made_.facts[i];
            count_in(made_.count, fact);
            count_in(kind_of(fact.stated).count, fact);
            if (!fact.level) made_.unsourced.push_back(i);
        }
        for (const auto& a : made_.assumptions)
            if (a.content.level == 0 || a.content.level == 1)
                ++made_.count.assumptions_by_level[static_cast<std::size_t>(a.content.level)];
        made_.count.conflicts = made_.conflicts.size();
        by_facts(made_.sources);
        by_facts(made_.assumptions);
        return std::move(made_);
    }

private:
    void add_fact(const fact_list& list, const stated_fact& fact) {
        const auto& card = fact.evidence;
        const auto position = made_.facts.size();
        made_.facts.push_back({fact, level_of(card, list.assumptions)});
        for (const auto& key : card.sources)
            if (const auto* named = with_key(list.sources, key)) {
                auto& entry = sources_.of(*named);
                entry.facts.push_back(position);
                if (card.sources.size() == 1 && card.assumption.empty()) entry.alone.push_back(position);
            }
        if (const auto* named = with_key(list.assumptions, card.assumption))
            assumptions_.of(*named).facts.push_back(position);
    }

    void add_conflict(const fact_list& list, const conflict_of_sources& conflict) {
        for (const auto& key : conflict.sources)
            if (const auto* named = with_key(list.sources, key)) sources_.of(*named).in_conflict = true;
        const bool known = std::find(made_.conflicts.begin(), made_.conflicts.end(), conflict) != made_.conflicts.end();
        if (!known) made_.conflicts.push_back(conflict);
    }

    /// Layers of relations stand together, whichever fact comes between.
    ledger_kind& kind_of(const stated_fact& fact) {
        auto& kinds = made_.kinds;
        auto at = kinds.end();
        for (auto k = kinds.begin(); k != kinds.end(); ++k) {
            if (k->kind != fact.kind) continue;
            if (k->part == fact.part) return *k;
            at = k + 1;
        }
        return *kinds.insert(at, {fact.kind, fact.part, {}});
    }

    evidence_ledger made_;
    entries_by_content<ledger_source> sources_;
    entries_by_content<ledger_assumption> assumptions_;
    std::set<fact_place> seen_;
};

}  // namespace detail::ledgering

CONCORDAT_INLINE fact_list facts_of(const criteria_tree& tree) {
    fact_list list{{}, tree.sources, tree.assumptions, {}};
    for (const auto& c : tree.criteria) {
        list.add("criterion", c.key, c.evidence, c.where);
        list.add("benefit of a criterion", c.key, c.benefit, c.where);
        for (const auto& link : c.articles)
            list.add("article of a criterion", c.key + ", article " + std::to_string(link.number), link.evidence,
                     link.where);
    }
    for (const auto& g : tree.gates) list.add("gate", g.key, g.evidence, g.where);
    for (const auto& a : tree.axes) list.add("axis", a.key, a.evidence, a.where);
    return list;
}

CONCORDAT_INLINE fact_list facts_of(const study& s) {
    fact_list list{{}, s.sources, s.assumptions, {}};
    for (const auto& o : s.options) list.add("option", o.key, o.evidence, o.where);
    for (const auto& j : s.judgements) list.add("judgement", j.option + ", " + j.criterion, j.evidence, j.where);
    for (const auto& g : s.gates) list.add("finding at a gate", g.option + ", " + g.gate, g.evidence, g.where);
    for (const auto& p : s.presence)
        list.add("odds of ties", "level " + std::to_string(p.level), p.odds.evidence, p.where);
    return list;
}

CONCORDAT_INLINE std::vector<fact_list> facts_within(const study& s) {
    std::vector<fact_list> lists;
    for (const auto& baseline : s.baselines) lists.push_back(facts_of(baseline));
    for (const auto& [key, m] : s.models) lists.push_back(facts_of(m));
    for (const auto& [key, reform] : s.reforms) lists.push_back(facts_of(reform));
    for (const auto& [key, t] : s.transitions) lists.push_back(facts_of(t));
    if (s.comparable.families) lists.push_back(facts_of(*s.comparable.families));
    lists.push_back(facts_of(s.criteria));
    lists.push_back(facts_of(s));
    return lists;
}

CONCORDAT_INLINE evidence_ledger make_ledger(std::span<const fact_list> lists) {
    detail::ledgering::ledger_making making;
    for (const auto& list : lists) making.add(list);
    return std::move(making).made();
}

CONCORDAT_INLINE past_sunset find_past_sunset(const evidence_ledger& ledger, date on) {
    past_sunset found;
    const auto past = [&](const std::optional<date>& sunset) { return sunset && *sunset < on; };
    for (std::size_t i = 0; i < ledger.facts.size(); ++i)
        if (past(ledger.facts[i].stated.evidence.sunset)) found.facts.push_back(i);
    for (std::size_t i = 0; i < ledger.sources.size(); ++i)
        if (past(ledger.sources[i].content.sunset)) found.sources.push_back(i);
    return found;
}

}  // namespace concordat
