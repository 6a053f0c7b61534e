// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/network.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail {

/// Counting sort of one direction into rows.
template <class End, class Other>
void fill_rows(std::size_t vertices, std::span<const std::pair<ends, std::uint32_t>> edges, End end, Other other,
               std::vector<std::uint32_t>& rows, std::vector<arc>& arcs) {
    rows.assign(vertices + 1, 0);
    arcs.resize(edges.size());
    for (const auto& edge : edges) ++rows[end(edge.first) + 1];
    std::partial_sum(rows.begin(), rows.end(), rows.begin());
    std::vector<std::uint32_t> next(rows.begin(), rows.end() - 1);
    for (const auto& edge : edges) arcs[next[end(edge.first)]++] = {other(edge.first), edge.second};
    for (std::size_t v = 0; v < vertices; ++v)
        std::sort(arcs.begin() + rows[v], arcs.begin() + rows[v + 1],
                  [](const arc& a, const arc& b) { return std::pair(a.to, a.relation) < std::pair(b.to, b.relation); });
}

inline bool covers_one_of(const relation& r, std::span<const std::string> services) {
    return services.empty() ||
           std::any_of(services.begin(), services.end(), [&](const auto& s) { return r.covers(s); });
}

}  // namespace detail

CONCORDAT_INLINE network::network(std::size_t vertices, std::span<const std::pair<ends, std::uint32_t>> edges) {
    const auto from = [](ends e) { return e.from; };
    const auto to = [](ends e) { return e.to; };
    detail::fill_rows(vertices, edges, from, to, out_rows_, out_);
    detail::fill_rows(vertices, edges, to, from, in_rows_, in_);
}

CONCORDAT_INLINE network select(const model& m, const selection& chosen) {
    std::vector<std::pair<ends, std::uint32_t>> edges;
    for (const auto type : chosen.types)
        for (const auto& r : m.relations(type)) {
            if (!m.holds(r) || !detail::covers_one_of(r, chosen.services)) continue;
            if (chosen.age && !r.ages.contains(*chosen.age)) continue;
            edges.emplace_back(m.ends_of(r), static_cast<std::uint32_t>(&r - m.relations().data()));
        }
    return {m.actors().size(), edges};
}

CONCORDAT_INLINE network simple_undirected(const network& directed) {
    std::vector<std::pair<ends, std::uint32_t>> pairs;
    for (actor_index v = 0; v < directed.vertex_count(); ++v)
        for (const auto& step : directed.out(v))
            if (step.to != v) pairs.emplace_back(ends{std::min(v, step.to), std::max(v, step.to)}, step.relation);
    const auto order = [](const auto& p) { return std::tuple(p.first.from, p.first.to, p.second); };
    std::sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same_pair = [](const auto& a, const auto& b) {
        return a.first.from == b.first.from && a.first.to == b.first.to;
    };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same_pair), pairs.end());
    const std::size_t count = pairs.size();
    for (std::size_t i = 0; i < count; ++i)
        pairs.emplace_back(ends{pairs[i].first.to, pairs[i].first.from}, pairs[i].second);
    return {directed.vertex_count(), pairs};
}

}  // namespace concordat
