// SPDX-License-Identifier: Apache-2.0
/// A network as a Boost.Graph: include this, and call `boost::breadth_first_search`, `boost::strong_components`,
/// `boost::lengauer_tarjan_dominator_tree`, `boost::brandes_betweenness_centrality` and the rest on it directly. It
/// models VertexListGraph, IncidenceGraph, BidirectionalGraph, AdjacencyGraph and EdgeListGraph; it cannot be edited,
/// and copies nothing. It is in no umbrella, because Boost.Graph costs a user's file a second of compiling.
///
/// What it does not do: make an undirected graph. `simple_undirected` gives each tie as two arcs, and Boost.Graph still
/// sees a directed graph of twice the edges; where an algorithm halves its result for undirected graphs, the caller
/// must. Nor does it mend Boost 1.74, whose short form of `lengauer_tarjan_dominator_tree` errs where the entry does
/// not reach every vertex.
#pragma once

#include "concordat/graph/network.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

/// What Boost.Graph sees of a network. A namespace of its own, since `concordat::source` is a document and not an end.
namespace concordat::boost_graph {

/// An edge as Boost.Graph hands it out. `relation` is that of the arc.
struct edge {
    actor_index from = 0;
    actor_index to = 0;
    std::uint32_t relation = 0;
    friend auto operator<=>(const edge&, const edge&) = default;
};

[[nodiscard]] inline actor_index source(const edge& e, const network&) noexcept { return e.from; }
[[nodiscard]] inline actor_index target(const edge& e, const network&) noexcept { return e.to; }

/// Which end of an edge a row belongs to.
enum class direction : std::uint8_t { out, in };

/// Along a row of arcs; gives edges.
template <direction Row>
class row_iterator : public boost::iterator_facade<row_iterator<Row>, edge, std::random_access_iterator_tag, edge> {
public:
    row_iterator() = default;
    row_iterator(actor_index owner, const arc* at) noexcept : owner_(owner), at_(at) {}

private:
    friend class boost::iterator_core_access;
    [[nodiscard]] edge dereference() const noexcept {
        return Row == direction::out ? edge{owner_, at_->to, at_->relation} : edge{at_->to, owner_, at_->relation};
    }
    [[nodiscard]] bool equal(const row_iterator& other) const noexcept { return at_ == other.at_; }
    void increment() noexcept { ++at_; }
    void decrement() noexcept { --at_; }
    void advance(std::ptrdiff_t n) noexcept { at_ += n; }
    [[nodiscard]] std::ptrdiff_t distance_to(const row_iterator& other) const noexcept { return other.at_ - at_; }

    actor_index owner_ = 0;
    const arc* at_ = nullptr;
};

/// Along a row of arcs; gives neighbours.
class neighbour_iterator
    : public boost::iterator_facade<neighbour_iterator, actor_index, std::random_access_iterator_tag, actor_index> {
public:
    neighbour_iterator() = default;
    explicit neighbour_iterator(const arc* at) noexcept : at_(at) {}

private:
    friend class boost::iterator_core_access;
    [[nodiscard]] actor_index dereference() const noexcept { return at_->to; }
    [[nodiscard]] bool equal(const neighbour_iterator& other) const noexcept { return at_ == other.at_; }
    void increment() noexcept { ++at_; }
    void decrement() noexcept { --at_; }
    void advance(std::ptrdiff_t n) noexcept { at_ += n; }
    [[nodiscard]] std::ptrdiff_t distance_to(const neighbour_iterator& other) const noexcept { return other.at_ - at_; }

    const arc* at_ = nullptr;
};

/// Along all rows, one after the other; gives edges.
class edge_iterator : public boost::iterator_facade<edge_iterator, edge, std::forward_iterator_tag, edge> {
public:
    edge_iterator() = default;
    edge_iterator(const network& of, actor_index owner) noexcept : of_(&of), owner_(owner) { leave_empty_rows(); }

private:
    friend class boost::iterator_core_access;
    [[nodiscard]] edge dereference() const noexcept {
        const arc& a = of_->out(owner_)[at_];
        return {owner_, a.to, a.relation};
    }
    [[nodiscard]] bool equal(const edge_iterator& other) const noexcept {
        return owner_ == other.owner_ && at_ == other.at_;
    }
    void increment() noexcept {
        ++at_;
        leave_empty_rows();
    }
    void leave_empty_rows() noexcept {
        while (owner_ < of_->vertex_count() && at_ == of_->out(owner_).size()) {
            ++owner_;
            at_ = 0;
        }
    }

    const network* of_ = nullptr;
    actor_index owner_ = 0;
    std::size_t at_ = 0;
};

/// What a network can be used as.
struct traversal_category : virtual boost::vertex_list_graph_tag,
                            virtual boost::bidirectional_graph_tag,
                            virtual boost::adjacency_graph_tag,
                            virtual boost::edge_list_graph_tag {};

}  // namespace concordat::boost_graph

namespace boost {

template <>
struct graph_traits<concordat::network> {
    using vertex_descriptor = concordat::actor_index;
    using edge_descriptor = concordat::boost_graph::edge;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = concordat::boost_graph::traversal_category;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = counting_iterator<concordat::actor_index>;
    using out_edge_iterator = concordat::boost_graph::row_iterator<concordat::boost_graph::direction::out>;
    using in_edge_iterator = concordat::boost_graph::row_iterator<concordat::boost_graph::direction::in>;
    using adjacency_iterator = concordat::boost_graph::neighbour_iterator;
    using edge_iterator = concordat::boost_graph::edge_iterator;

    static constexpr vertex_descriptor null_vertex() noexcept { return static_cast<vertex_descriptor>(-1); }
};

/// Some algorithms, betweenness among them, ask the traits of a constant graph.
template <>
struct graph_traits<const concordat::network> : graph_traits<concordat::network> {};

template <>
struct property_map<concordat::network, vertex_index_t> {
    using type = typed_identity_property_map<concordat::actor_index>;
    using const_type = type;
};

}  // namespace boost

namespace concordat {

using network_traits = boost::graph_traits<network>;

[[nodiscard]] inline std::size_t num_vertices(const network& g) noexcept { return g.vertex_count(); }
[[nodiscard]] inline std::size_t num_edges(const network& g) noexcept { return g.edge_count(); }
[[nodiscard]] inline std::pair<network_traits::vertex_iterator, network_traits::vertex_iterator> vertices(
    const network& g) noexcept {
    return {network_traits::vertex_iterator(0),
            network_traits::vertex_iterator(static_cast<actor_index>(g.vertex_count()))};
}
[[nodiscard]] inline std::pair<network_traits::edge_iterator, network_traits::edge_iterator> edges(
    const network& g) noexcept {
    return {{g, 0}, {g, static_cast<actor_index>(g.vertex_count())}};
}
[[nodiscard]] inline std::size_t out_degree(actor_index v, const network& g) noexcept { return g.out(v).size(); }
[[nodiscard]] inline std::size_t in_degree(actor_index v, const network& g) noexcept { return g.in(v).size(); }
[[nodiscard]] inline std::size_t degree(actor_index v, const network& g) noexcept {
    return g.out(v).size() + g.in(v).size();
}
[[nodiscard]] inline std::pair<network_traits::out_edge_iterator, network_traits::out_edge_iterator> out_edges(
    actor_index v, const network& g) noexcept {
    const auto row = g.out(v);
    return {{v, row.data()}, {v, row.data() + row.size()}};
}
[[nodiscard]] inline std::pair<network_traits::in_edge_iterator, network_traits::in_edge_iterator> in_edges(
    actor_index v, const network& g) noexcept {
    const auto row = g.in(v);
    return {{v, row.data()}, {v, row.data() + row.size()}};
}
[[nodiscard]] inline std::pair<network_traits::adjacency_iterator, network_traits::adjacency_iterator>
adjacent_vertices(actor_index v, const network& g) noexcept {
    const auto row = g.out(v);
    return {network_traits::adjacency_iterator(row.data()),
            network_traits::adjacency_iterator(row.data() + row.size())};
}

/// The identity, since a vertex is its own index.
[[nodiscard]] inline boost::typed_identity_property_map<actor_index> get(boost::vertex_index_t,
                                                                         const network&) noexcept {
    return {};
}
[[nodiscard]] inline actor_index get(boost::vertex_index_t, const network&, actor_index v) noexcept { return v; }

}  // namespace concordat
