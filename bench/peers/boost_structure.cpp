// SPDX-License-Identifier: Apache-2.0
// Ties without direction, by Boost.Graph: articulation points, betweenness, clustering; and the steps from
// families to those who decide.
#include "boost_graphs.hpp"
#include "boost_measures.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/connected_components.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace concordat::bench {

namespace {

undirected ties_of(const model& m) {
    return graph_of<undirected>(
        m, {relation_type::accountable_to, relation_type::shares_information_with, relation_type::plans_jointly_with});
}

double share_of_articulation_points(const model& m) {
    const auto ties = ties_of(m);
    std::vector<vertex> points;
    boost::articulation_points(ties, std::back_inserter(points));
    double tied = 0;
    for (vertex v = 0; v < num_vertices(ties); ++v) tied += degree(v, ties) > 0 ? 1 : 0;
    return static_cast<double>(points.size()) / tied;
}

/// The largest component as a graph of its own; of equal ones the first.
undirected largest_component(const undirected& g) {
    std::vector<vertex> component(num_vertices(g));
    const auto count = static_cast<std::size_t>(boost::connected_components(
        g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g))));
    std::vector<std::size_t> sizes(count, 0);
    for (const auto c : component) ++sizes[c];
    const auto largest = static_cast<vertex>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<vertex> renumbered(num_vertices(g), unreached);
    vertex next = 0;
    for (vertex v = 0; v < component.size(); ++v)
        if (component[v] == largest) renumbered[v] = next++;
    undirected part(next);
    for (auto [e, end] = edges(g); e != end; ++e)
        if (component[source(*e, g)] == largest) add_edge(renumbered[source(*e, g)], renumbered[target(*e, g)], part);
    return part;
}

double central_point_dominance_of_ties(const model& m) {
    const auto part = largest_component(ties_of(m));
    std::vector<double> betweenness(num_vertices(part), 0);
    const auto map = boost::make_iterator_property_map(betweenness.begin(), get(boost::vertex_index, part));
    boost::brandes_betweenness_centrality(part, map);
    boost::relative_betweenness_centrality(part, map);
    return boost::central_point_dominance(part, map);
}

double transitivity_of_planning(const model& m) {
    const auto ties = graph_of<undirected>(m, {relation_type::plans_jointly_with});
    double triangles = 0, paths = 0;
    for (vertex v = 0; v < num_vertices(ties); ++v) {
        triangles += static_cast<double>(boost::num_triangles_on_vertex(ties, v));
        paths += static_cast<double>(boost::num_paths_through_vertex(ties, v));
    }
    return triangles / paths;
}

/// From the public along the steps that count, to whoever holds a right to decide.
double closeness_of_deciders(const model& m) {
    directed steps(m.actors().size() + 1);
    const auto start = m.actors().size();
    for (const auto a : with_level(m, level::public_)) add_edge(start, a, steps);
    for (const auto& r : m.relations(relation_type::participates_in))
        if (m.holds(r) && r.lundy.all()) add_edge(m.ends_of(r).from, m.ends_of(r).to, steps);
    for (const auto& r : m.relations(relation_type::advocates_for))
        if (m.holds(r)) add_edge(m.ends_of(r).to, m.ends_of(r).from, steps);
    const auto hops = hops_from(start, steps);
    std::set<actor_index> deciders;
    for (const auto& right : m.decision_rights()) deciders.insert(m.index_of(right.holder).value());
    double sum = 0;
    for (const auto d : deciders)
        if (hops[d] != unreached) sum += hops[d] == 1 ? 1.0 : 1.0 / static_cast<double>(hops[d] - 1);
    return sum / static_cast<double>(deciders.size());
}

}  // namespace

std::vector<boost_measure> boost_structure_measures() {
    return {{"planning_clustering", "num_triangles_on_vertex", transitivity_of_planning},
            {"articulation_points", "articulation_points", share_of_articulation_points},
            {"hub_centralisation", "brandes_betweenness_centrality", central_point_dominance_of_ties},
            {"voice_reach", "breadth_first_search", closeness_of_deciders}};
}

}  // namespace concordat::bench
