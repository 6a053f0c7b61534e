// SPDX-License-Identifier: Apache-2.0
/// Boost.Graph as its manual shows it: an `adjacency_list` built from a model's relations for each question, and the
/// textbook algorithm called on it. The peer that the engine's measures are timed beside; it makes the number alone,
/// without witness or figures.
#pragma once

#include <concordat/concordat.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace concordat::bench {

using directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                       boost::property<boost::edge_weight_t, int>>;
/// Edges in sets: parallel ties become one, as articulation and clustering want them.
using undirected = boost::adjacency_list<boost::setS, boost::vecS, boost::undirectedS>;
using vertex = std::size_t;

using boost::source;  // of an edge; without this, the name is that of a document in the namespace around
using boost::target;

inline constexpr vertex unreached = std::numeric_limits<vertex>::max();

/// The relations of these types that hold, with `spare` more vertices after the last actor. `keep` may refuse some.
template <class Graph, class Keep>
[[nodiscard]] Graph graph_of(const model& m, std::initializer_list<relation_type> types, std::size_t spare, Keep keep) {
    Graph g(m.actors().size() + spare);
    for (const auto type : types)
        for (const auto& r : m.relations(type))
            if (m.holds(r) && keep(r)) add_edge(m.ends_of(r).from, m.ends_of(r).to, g);
    return g;
}
template <class Graph>
[[nodiscard]] Graph graph_of(const model& m, std::initializer_list<relation_type> types, std::size_t spare = 0) {
    return graph_of<Graph>(m, types, spare, [](const relation&) { return true; });
}

/// Steps from one vertex to each; `unreached` where there is no way.
template <class Graph>
[[nodiscard]] std::vector<vertex> hops_from(vertex start, const Graph& g) {
    std::vector<vertex> hops(num_vertices(g), unreached);
    hops[start] = 0;
    const auto record = boost::record_distances(
        boost::make_iterator_property_map(hops.begin(), get(boost::vertex_index, g)), boost::on_tree_edge());
    boost::breadth_first_search(g, start, boost::visitor(boost::make_bfs_visitor(record)));
    return hops;
}

/// Immediate dominators as seen from `entry`; `unreached` for it and for what it does not reach. The form that takes
/// all maps: the short one takes a vertex that the entry does not reach for the entry itself.
template <class Graph>
[[nodiscard]] std::vector<vertex> dominators_from(vertex entry, const Graph& g) {
    const auto index = get(boost::vertex_index, g);
    std::vector<vertex> order(num_vertices(g), unreached), parent(order), by_order(order), dominator(order);
    boost::lengauer_tarjan_dominator_tree(g, entry, index, boost::make_iterator_property_map(order.begin(), index),
                                          boost::make_iterator_property_map(parent.begin(), index), by_order,
                                          boost::make_iterator_property_map(dominator.begin(), index));
    return dominator;
}

[[nodiscard]] inline std::vector<actor_index> with_level(const model& m, level wanted) {
    std::vector<actor_index> found;
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (m.actors()[a].level == wanted) found.push_back(a);
    return found;
}

/// A need of a family at its age: who delivers it, and in which web of referrals.
struct needed {
    std::vector<actor_index> deliverers;
    std::optional<double> recipient_age;
    double weight = 0;  ///< of the family, divided by its needs
};

/// A family, the doors it comes in by, and its referrals: one graph for each age of whoever needs something.
struct family_webs {
    std::vector<actor_index> doors;
    std::vector<needed> needs;
    std::map<std::optional<double>, directed> webs;
};

/// In each web two vertices follow the actors: the family, joined to its doors, and one that measures may join to those
/// who deliver. A referral weighs 1 where it crosses from team to team.
[[nodiscard]] inline vertex family_vertex(const model& m) { return m.actors().size(); }
[[nodiscard]] inline vertex help_vertex(const model& m) { return m.actors().size() + 1; }
[[nodiscard]] std::vector<family_webs> webs_of(const model&);

}  // namespace concordat::bench
