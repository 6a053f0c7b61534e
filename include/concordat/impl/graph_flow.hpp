// SPDX-License-Identifier: Apache-2.0
/// Link-disjoint routes between sets of actors, with a least cut. Internal to `impl/graph_*.ipp`. Boost.Graph's flow
/// algorithms want a graph with reverse edges built for each call; with capacities of 1 and two or three routes,
/// augmenting along the rows as they are costs less than building it (Ford & Fulkerson 1956, shortest augmenting ways
/// by Edmonds & Karp 1972).
#pragma once

#include "concordat/graph/network.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail {

/// The links of a network, parallel relations as one, and a flow of 0 or 1 on each.
class link_flow {
public:
    /// Leaves out the network's vertices from `vertices` on.
    link_flow(const network& g, actor_index vertices) : vertices_(vertices), first_(vertices + 1, 0) {
        for (actor_index v = 0; v < vertices; ++v) {
            first_[v] = static_cast<std::uint32_t>(links_.size());
            for (const auto& a : g.out(v))
                if (a.to < vertices && (links_.size() == first_[v] || links_.back().to != a.to))
                    links_.push_back({v, a.to, a.relation, false});
        }
        first_[vertices] = static_cast<std::uint32_t>(links_.size());
        into_.resize(vertices);
        for (std::uint32_t l = 0; l < links_.size(); ++l) into_[links_[l].to].push_back(l);
    }

    /// The greatest number of link-disjoint ways. `from` and `to` have no actor in common.
    [[nodiscard]] std::size_t maximise(std::span<const actor_index> from, std::span<const actor_index> to) {
        for (auto& l : links_) l.used = false;
        std::size_t ways = 0;
        while (augment(from, to)) ++ways;
        return ways;
    }

    /// After `maximise`: the links from what the last search could reach to what it could not.
    [[nodiscard]] std::vector<std::pair<ends, std::uint32_t>> least_cut() const {
        std::vector<std::pair<ends, std::uint32_t>> cut;
        for (const auto& l : links_)
            if (reached_[l.from] && !reached_[l.to]) cut.emplace_back(ends{l.from, l.to}, l.relation);
        return cut;
    }

private:
    struct link {
        actor_index from, to;
        std::uint32_t relation;
        bool used;
    };
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    /// One more way, if there is one: over unused links forwards and used ones backwards.
    bool augment(std::span<const actor_index> from, std::span<const actor_index> to) {
        reached_.assign(vertices_, false);
        by_.assign(vertices_, none);
        queue_.assign(from.begin(), from.end());
        for (const auto v : from) reached_[v] = true;
        const auto visit = [&](actor_index v, std::uint32_t by) {
            if (reached_[v]) return;
            reached_[v] = true;
            by_[v] = by;
            queue_.push_back(v);
        };
        for (std::size_t next = 0; next < queue_.size(); ++next) {
            const auto at = queue_[next];
            if (std::binary_search(to.begin(), to.end(), at)) {
                turn(at);
                return true;
            }
            for (auto l = first_[at]; l < first_[at + 1]; ++l)
                if (!links_[l].used) visit(links_[l].to, l);
            for (const auto l : into_[at])
                if (links_[l].used) visit(links_[l].from, l);
        }
        return false;
    }

    void turn(actor_index at) {
        while (by_[at] != none) {
            auto& l = links_[by_[at]];
            at = at == l.to ? l.from : l.to;
            l.used = !l.used;
        }
    }

    actor_index vertices_;
    std::vector<std::uint32_t> first_;
    std::vector<link> links_;
    std::vector<std::vector<std::uint32_t>> into_;
    std::vector<bool> reached_;
    std::vector<std::uint32_t> by_;
    std::vector<actor_index> queue_;
};

}  // namespace concordat::detail
