// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/structure.hpp"

#include "concordat/core/random.hpp"
#include "concordat/impl/study_option_measurer.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::structure {

/// Facts by key while they are gathered.
using gathered_facts = std::map<std::string, uncertain_fact>;

inline void gather_facts(const study& s, const model& m, gathered_facts& facts) {
    for (const auto& r : m.relations()) {
        const int level = level_of_fact(m, r);
        if (level >= certain_level || !m.holds(r)) continue;
        auto& fact = facts[fact_key(m, r)];
        const auto name = identity(r);
        const bool first = fact.relations.empty() || name < fact.relations.front();
        if (std::find(fact.relations.begin(), fact.relations.end(), name) == fact.relations.end())
            fact.relations.insert(std::lower_bound(fact.relations.begin(), fact.relations.end(), name), name);
        if (!first) continue;
        const auto* rests_on = r.evidence.assumption.empty() ? nullptr : m.find_assumption(r.evidence.assumption);
        fact.name = rests_on != nullptr ? rests_on->key : name;
        fact.assumption = rests_on != nullptr ? rests_on->text : "";
        fact.evidence = r.evidence;
        fact.where = r.where;
        fact.level = level;
        for (const auto& stated : s.presence)
            if (stated.level == level) fact.odds = stated.odds.value;
    }
}

inline gathered_facts gather_facts(const study& s, std::span<const placed_option> placed) {
    gathered_facts facts;
    for (const auto& option : placed) {
        gather_facts(s, option.applied.after, facts);
        if (option.before) gather_facts(s, *option.before, facts);
    }
    return facts;
}

inline bool comes_before(const uncertain_fact& a, const uncertain_fact& b) {
    return std::tie(a.name, a.relations) < std::tie(b.name, b.relations);
}

/// Facts in their order, and the position of each by key.
struct numbered_facts {
    std::vector<uncertain_fact> facts;
    std::map<std::string, std::size_t> numbers;
};

inline numbered_facts number(const gathered_facts& gathered) {
    std::vector<const gathered_facts::value_type*> order;
    for (const auto& one : gathered) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return comes_before(a->second, b->second); });
    numbered_facts made;
    for (const auto* one : order) {
        made.numbers.emplace(one->first, made.facts.size());
        made.facts.push_back(one->second);
    }
    return made;
}

inline bool same_models(const placed_option& a, const placed_option& b) {
    return a.applied.after == b.applied.after && a.before == b.before;
}

/// By option: the first that is measured on the same models, which may be itself.
inline std::vector<std::size_t> same_as(std::span<const placed_option> placed) {
    std::vector<std::size_t> same;
    for (std::size_t o = 0; o < placed.size(); ++o) {
        std::size_t first = 0;
        while (!same_models(placed[first], placed[o])) ++first;
        same.push_back(first);
    }
    return same;
}

}  // namespace detail::structure

CONCORDAT_INLINE std::vector<uncertain_fact> uncertain_facts(const study& s, std::span<const placed_option> placed) {
    return detail::structure::number(detail::structure::gather_facts(s, placed)).facts;
}

CONCORDAT_INLINE result<measured_graphs> measure_graphs(const study& s, std::span<const placed_option> placed,
                                                        const performance_table& as_stated,
                                                        std::vector<fact_set> graphs, const graph_terms& terms) {
    if (graphs.size() > most_graphs)
        return fail(errc::limit_exceeded, std::to_string(graphs.size()) + " graphs; at most " +
                                              std::to_string(most_graphs) + " can be measured");
    auto numbered = detail::structure::number(detail::structure::gather_facts(s, placed));
    measured_graphs out;
    out.facts = std::move(numbered.facts);
    out.scenarios.table = as_stated;
    out.scenarios.cells.assign(graphs.size(), as_stated.cells);

    const auto same = detail::structure::same_as(placed);
    const std::size_t width = as_stated.criteria.size();
    std::vector<std::uint64_t> evaluations(placed.size());
    const auto measure_option = [&](std::size_t o) {
        if (same[o] != o) return;
        detail::structure::option_measurer measurer(s.criteria, placed[o], numbered.numbers);
        for (std::size_t g = 0; g < graphs.size(); ++g)
            measurer.measure(graphs[g], std::span(out.scenarios.cells[g]).subspan(o * width, width));
        evaluations[o] = measurer.evaluations();
    };
    if (!for_each_block(placed.size(), terms.threads, measure_option, terms.progress))
        return fail(errc::interrupted, "stopped before all graphs were measured, as progress asked");

    for (std::size_t o = 0; o < placed.size(); ++o) {
        out.evaluations += evaluations[o];
        if (same[o] == o) continue;
        for (auto& cells : out.scenarios.cells)
            for (std::size_t c = 0; c < width; ++c)
                if (!s.criteria.criteria[c].measure.empty()) cells[o * width + c] = cells[same[o] * width + c];
    }
    out.graphs = std::move(graphs);
    return out;
}

CONCORDAT_INLINE std::vector<fact_set> draw_graphs(std::span<const uncertain_fact> facts, std::uint64_t graphs,
                                                   std::uint64_t seed) {
    std::vector<fact_set> drawn;
    for (std::uint64_t g = 0; g < graphs; ++g) {
        stream source(seed, purpose::structure, g);
        fact_set so;
        for (const auto& fact : facts) so.push_back(source.uniform() < fact.odds);
        drawn.push_back(std::move(so));
    }
    return drawn;
}

CONCORDAT_INLINE std::vector<fact_set> one_fact_less(std::size_t facts) {
    std::vector<fact_set> graphs(facts + 1, fact_set(facts, true));
    for (std::size_t fact = 0; fact < facts; ++fact) graphs[fact + 1][fact] = false;
    return graphs;
}

}  // namespace concordat
