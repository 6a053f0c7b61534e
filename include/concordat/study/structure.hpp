// SPDX-License-Identifier: Apache-2.0
/// Graphs that may not be as they are drawn. What rests on weak evidence may not be so: each such fact is there or not
/// at odds that the study states, the measures are taken on every graph that is drawn, and what several options share
/// is there or not in all of them at once.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// What stands or falls as one: an assumption with every relation that rests on it, or all relations that one
/// declaration makes. Actors, families and decision rights are taken as drawn.
struct uncertain_fact {
    std::string name;        ///< the assumption's key, or the identity of the first of the relations
    std::string assumption;  ///< its text; empty where the fact rests on sources alone
    concordat::evidence evidence;
    origin where;                        ///< of the first of the relations
    int level = 0;                       ///< 0 to `certain_level` - 1; unsourced counts as 0
    double odds = 1;                     ///< that it is so; 1 where the study states none for its level
    std::vector<std::string> relations;  ///< identities, in all options together, in order
    friend bool operator==(const uncertain_fact&, const uncertain_fact&) = default;
};

/// Of the options as they are placed on one baseline, and of what disruption is measured from; in order of name, then
/// of relations. O(relations of all options).
[[nodiscard]] std::vector<uncertain_fact> uncertain_facts(const study&, std::span<const placed_option>);

/// Measures options on graphs of which some facts are not so.
struct graph_terms {
    unsigned threads = 0;  ///< 0: as many as the machine has; changes no result
    progress_callback progress{};
};

/// Which facts are so, by fact.
using fact_set = std::vector<bool>;

struct measured_graphs {
    std::vector<uncertain_fact> facts;
    std::vector<fact_set> graphs;
    table_scenarios scenarios;      ///< one a graph: the table as stated, with what the measures say of that graph
    std::uint64_t evaluations = 0;  ///< measures that were computed; all others were known from an equal graph
};

/// What the measures say on each of the graphs. `as_stated` is the table of the options with every fact so, and keeps
/// what is not measured on a graph. A measure is computed again only where a fact differs that has a tie in a layer
/// which it reads. A value that turns out missing on a graph stays missing in its table. Errors: E801 when `progress`
/// asked to stop, more than `most_graphs` (E701). O(graphs · options · measures) at worst.
[[nodiscard]] result<measured_graphs> measure_graphs(const study&, std::span<const placed_option>,
                                                     const performance_table& as_stated, std::vector<fact_set> graphs,
                                                     const graph_terms& = {});

/// `study::graphs` graphs. Graph g reads from the stream (seed, purpose::structure, g) one uniform a fact, in the order
/// of the facts; the fact is so when the uniform is below its odds.
[[nodiscard]] std::vector<fact_set> draw_graphs(std::span<const uncertain_fact>, std::uint64_t graphs,
                                                std::uint64_t seed);

/// The graph as stated first, and then each with one fact not so.
[[nodiscard]] std::vector<fact_set> one_fact_less(std::size_t facts);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_structure.ipp"
#endif
