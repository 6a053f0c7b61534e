// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/boost.hpp"

#include "tests/graph/random_model.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <tuple>
#include <vector>

namespace {

// From outside the library's namespace, as a user calls it: everything is found through the network's own namespace.
using concordat::actor_index, concordat::ends, concordat::network, concordat::network_traits;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<network>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<network>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<network>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<network>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<network, actor_index, boost::vertex_index_t>));

using edge_list = std::vector<std::pair<ends, std::uint32_t>>;

/// 0 -> 1 -> 2 -> 0 is a circle; 2 -> 3 twice; 4 stands alone; 5 -> 3.
network circle_with_a_tail() {
    const edge_list list{{{0, 1}, 0}, {{1, 2}, 1}, {{2, 0}, 2}, {{2, 3}, 3}, {{2, 3}, 4}, {{5, 3}, 5}};
    return {6, list};
}

TEST_CASE("Boost.Graph sees every relation once, parallel ones too") {
    const auto g = circle_with_a_tail();
    CHECK(num_vertices(g) == 6);
    CHECK(num_edges(g) == 6);
    std::vector<std::tuple<actor_index, actor_index, std::uint32_t>> seen;
    for (auto [e, end] = edges(g); e != end; ++e) seen.emplace_back(source(*e, g), target(*e, g), (*e).relation);
    CHECK(seen == decltype(seen){{0, 1, 0}, {1, 2, 1}, {2, 0, 2}, {2, 3, 3}, {2, 3, 4}, {5, 3, 5}});
}

TEST_CASE("the rows of an actor are its edges out and in") {
    const auto g = circle_with_a_tail();
    CHECK(out_degree(2, g) == 3);
    CHECK(in_degree(3, g) == 3);
    CHECK(degree(2, g) == 4);
    CHECK(out_degree(4, g) == 0);
    for (auto [e, end] = in_edges(3, g); e != end; ++e) CHECK(target(*e, g) == 3);
    const auto [first, last] = adjacent_vertices(2, g);
    CHECK(std::vector<actor_index>(first, last) == std::vector<actor_index>{0, 3, 3});
    const auto [edge, edge_end] = out_edges(2, g);
    CHECK(edge_end - edge == 3);
    CHECK((*(edge + 1)).to == 3);
}

TEST_CASE("a network without actors is an empty graph") {
    const network g(0, {});
    CHECK(num_vertices(g) == 0);
    CHECK(vertices(g).first == vertices(g).second);
    CHECK(edges(g).first == edges(g).second);
}

TEST_CASE("Boost.Graph's algorithms run on a network as it is") {
    const auto g = circle_with_a_tail();

    SECTION("strong components find the circle") {
        std::vector<int> component(num_vertices(g));
        const auto map = boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g));
        CHECK(boost::strong_components(g, map) == 4);
        CHECK(component[0] == component[1]);
        CHECK(component[0] == component[2]);
        CHECK(component[3] != component[0]);
    }
    SECTION("breadth first search counts steps") {
        std::vector<int> steps(num_vertices(g), 0);
        const auto map = boost::make_iterator_property_map(steps.begin(), get(boost::vertex_index, g));
        boost::breadth_first_search(
            g, 0u, boost::visitor(boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()))));
        CHECK(steps == std::vector<int>{0, 1, 2, 3, 0, 0});
    }
    SECTION("a dominator tree leaves what cannot be reached without a dominator") {
        // The long form, since the short one of Boost 1.74 takes 5, which 0 does not reach, for the entry.
        const auto none = network_traits::null_vertex();
        const auto index = get(boost::vertex_index, g);
        std::vector<std::size_t> order(num_vertices(g), static_cast<std::size_t>(-1));
        std::vector<actor_index> parent(num_vertices(g), none), by_order(parent), dominator(parent);
        boost::lengauer_tarjan_dominator_tree(g, 0u, index, boost::make_iterator_property_map(order.begin(), index),
                                              boost::make_iterator_property_map(parent.begin(), index), by_order,
                                              boost::make_iterator_property_map(dominator.begin(), index));
        CHECK(dominator == std::vector<actor_index>{none, 0, 1, 2, none, none});
    }
}

TEST_CASE("a topological order exists just when no accountability goes in a circle") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        concordat::testing::random_shape shape;
        shape.accountability_without_circles = true;
        const auto m = concordat::testing::random_model(seed, shape);
        const auto g = concordat::select(m, {.types = {concordat::relation_type::accountable_to}});
        std::vector<actor_index> order;
        boost::topological_sort(g, std::back_inserter(order));
        std::vector<std::size_t> place(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
        for (auto [e, end] = edges(g); e != end; ++e) CHECK(place[(*e).to] < place[(*e).from]);
    }
}

}  // namespace
