// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/boost.hpp"
#include "concordat/graph/dominance.hpp"

#include <boost/graph/dominator_tree.hpp>

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace concordat {

namespace detail {

/// The lines from above to below, and one from the virtual root, the last vertex, to each top.
[[nodiscard]] inline network hung_from_root(const network& lines, std::span<const actor_index> tops) {
    const auto root = static_cast<actor_index>(lines.vertex_count());
    std::vector<std::pair<ends, std::uint32_t>> edges;
    edges.reserve(lines.edge_count() + tops.size());
    for (actor_index v = 0; v < root; ++v)
        for (const auto& line : lines.out(v)) edges.emplace_back(ends{line.to, v}, line.relation);
    for (const auto top : tops) edges.emplace_back(ends{root, top}, 0U);
    return {lines.vertex_count() + 1, edges};
}

/// Immediate dominators; `null_vertex` for the root and for what it does not reach. Boost's short form numbers the
/// unreached 0 like the entry, and then finds no dominator for a team that answers to a council and also to somebody
/// without a line; so the long form is called, with the unreached marked as its documentation asks.
[[nodiscard]] inline std::vector<actor_index> immediate_dominators(const network& g, actor_index root) {
    const auto none = network_traits::null_vertex();
    const auto index = get(boost::vertex_index, g);
    std::vector<std::size_t> order(g.vertex_count(), std::numeric_limits<std::size_t>::max());
    std::vector<actor_index> parent(g.vertex_count(), none), by_order(parent), dominator(parent);
    boost::lengauer_tarjan_dominator_tree(g, root, index, boost::make_iterator_property_map(order.begin(), index),
                                          boost::make_iterator_property_map(parent.begin(), index), by_order,
                                          boost::make_iterator_property_map(dominator.begin(), index));
    return dominator;
}

/// The first position set in both rows for which `wanted` holds.
template <class Wanted>
std::optional<actor_index> first_shared(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                                        Wanted wanted) {
    for (std::size_t w = 0; w < a.size(); ++w)
        for (auto bits = a[w] & b[w]; bits != 0; bits &= bits - 1) {
            const auto v = static_cast<actor_index>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
            if (wanted(v)) return v;
        }
    return std::nullopt;
}

}  // namespace detail

CONCORDAT_INLINE network lines_of_accountability(const model& m, const std::vector<std::string>& services,
                                                 std::optional<double> age) {
    return select(m, {{relation_type::accountable_to}, services, age});
}

CONCORDAT_INLINE std::vector<actor_index> mandates(const model& m) {
    std::vector<actor_index> tops;
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (m.actors()[a].mandate) tops.push_back(a);
    return tops;
}

CONCORDAT_INLINE dominator_tree::dominator_tree(const network& lines, std::span<const actor_index> tops)
    : depth_(lines.vertex_count(), 0) {
    const auto root_position = static_cast<actor_index>(lines.vertex_count());
    above_ = detail::immediate_dominators(detail::hung_from_root(lines, tops), root_position);
    above_.pop_back();
    std::vector<actor_index> path;
    for (actor_index v = 0; v < root_position; ++v) {
        if (above_[v] == network_traits::null_vertex()) continue;
        path.clear();
        actor_index at = v;
        for (; at != root_position && depth_[at] == 0; at = above_[at]) path.push_back(at);
        std::uint32_t depth = at == root_position ? 0 : depth_[at];
        for (; !path.empty(); path.pop_back()) depth_[path.back()] = ++depth;
    }
}

CONCORDAT_INLINE std::vector<actor_index> dominator_tree::chain(actor_index a) const {
    std::vector<actor_index> upwards;
    if (!has_line(a)) return upwards;
    for (auto at = a; at != root(); at = above_[at]) upwards.push_back(at);
    return upwards;
}

CONCORDAT_INLINE std::optional<actor_index> dominator_tree::lowest_common(std::span<const actor_index> actors) const {
    if (actors.empty() || !std::all_of(actors.begin(), actors.end(), [&](auto a) { return has_line(a); })) return {};
    auto common = actors.front();
    for (auto other : actors)
        while (common != other) {
            auto& lower = depth_[common] >= depth_[other] ? common : other;
            lower = above_[lower];
            if (lower == root()) return {};
        }
    return common;
}

CONCORDAT_INLINE ancestry::ancestry(const network& lines)
    : words_((lines.vertex_count() + 63) / 64), bits_(words_ * lines.vertex_count(), 0) {
    std::vector<actor_index> open;
    for (actor_index from = 0; from < lines.vertex_count(); ++from) {
        auto* const reached = bits_.data() + from * words_;
        const auto visit = [&](actor_index v) {
            const auto bit = std::uint64_t{1} << (v % 64);
            if ((reached[v / 64] & bit) != 0) return;
            reached[v / 64] |= bit;
            open.push_back(v);
        };
        visit(from);
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            for (const auto& line : lines.out(at)) visit(line.to);
        }
    }
}

CONCORDAT_INLINE std::vector<actor_index> ancestry::shared(actor_index a, actor_index b) const {
    std::vector<actor_index> both;
    detail::first_shared(row(a), row(b), [&](actor_index v) {
        both.push_back(v);
        return false;
    });
    return both;
}

CONCORDAT_INLINE std::optional<actor_index> ancestry::least_shared(actor_index a, actor_index b) const {
    const auto of_a = row(a), of_b = row(b);
    return detail::first_shared(of_a, of_b, [&](actor_index v) {
        const auto of_v = row(v);
        for (std::size_t w = 0; w < of_v.size(); ++w)
            if ((of_a[w] & of_b[w] & ~of_v[w]) != 0) return false;
        return true;
    });
}

}  // namespace concordat
