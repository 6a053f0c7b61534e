// SPDX-License-Identifier: Apache-2.0
/// What the measures of access and resilience share: the families, their doors, and the ways from there to help.
/// Internal to `impl/graph_*.ipp`.
#pragma once

#include "concordat/graph/boost.hpp"
#include "concordat/graph/network.hpp"
#include "concordat/graph/team.hpp"
#include "concordat/impl/graph_dominance.ipp"
#include "concordat/impl/graph_showing.hpp"
#include "concordat/impl/graph_team.ipp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace concordat::detail::routes {

/// The arc from a family to its door is no relation.
inline constexpr std::uint32_t no_relation = static_cast<std::uint32_t>(-1);

/// One kind of help a family needs at its age, and who delivers it.
struct need_routes {
    const need* what = nullptr;
    std::vector<actor_index> deliverers;
    std::size_t web = 0;
    std::vector<std::pair<actor_index, std::uint32_t>> deliveries{};  ///< who delivers, and by which relation
};

/// A family with needs at its age. Its webs are the referrals that hold for it, with the family as one more vertex,
/// after the last actor, from which an arc leads to each door: one web for the child, and one for each age of somebody
/// else in need.
struct family_routes {
    const persona* family = nullptr;
    double weight = 0;  ///< over all families with needs the weights sum to 1
    std::vector<actor_index> doors;
    std::vector<network> webs;
    std::vector<need_routes> needs;

    [[nodiscard]] double weight_of_need() const { return weight / static_cast<double>(needs.size()); }
    [[nodiscard]] bool is_door(actor_index a) const { return std::binary_search(doors.begin(), doors.end(), a); }
};

using referral_list = std::vector<std::pair<ends, std::uint32_t>>;

[[nodiscard]] inline network referral_web(const model& m, const referral_list& referrals, const family_routes& of,
                                          std::optional<double> recipient_age) {
    referral_list held;
    held.reserve(referrals.size() + of.doors.size());
    for (const auto& referral : referrals) {
        const auto& ages = m.relations()[referral.second].ages;
        if (ages.contains(of.family->age) || (recipient_age && ages.contains(*recipient_age))) held.push_back(referral);
    }
    const auto family = static_cast<actor_index>(m.actors().size());
    for (const auto door : of.doors) held.emplace_back(ends{family, door}, no_relation);
    return {m.actors().size() + 1, held};
}

[[nodiscard]] inline family_routes routes_of(const model& m, const persona& family, const referral_list& referrals) {
    family_routes found;
    found.family = &family;
    found.weight = family.weight;
    std::vector<std::optional<double>> ages;
    for (const auto& n : family.needs) {
        if (!n.ages.contains(family.age)) continue;
        const auto same = std::find(ages.begin(), ages.end(), n.recipient_age);
        found.needs.push_back(
            {&n, {}, static_cast<std::size_t>(same - ages.begin()), deliveries_for(m, n, family.age)});
        auto& last = found.needs.back();
        for (const auto& [deliverer, relation] : last.deliveries) last.deliverers.push_back(deliverer);
        sort_and_unify(last.deliverers);
        if (same == ages.end()) ages.push_back(n.recipient_age);
    }
    if (found.needs.empty()) return found;
    found.doors = entries(m, family);
    for (const auto& age : ages) found.webs.push_back(referral_web(m, referrals, found, age));
    return found;
}

/// All families that need something at their age, in the model's order; empty where they weigh nothing together.
[[nodiscard]] inline std::vector<family_routes> families_with_needs(const model& m) {
    referral_list referrals;
    for (const auto& r : m.relations(relation_type::refers_to))
        if (m.holds(r)) referrals.emplace_back(m.ends_of(r), showing::position(m, r));
    std::vector<family_routes> families;
    double total = 0;
    for (const auto& family : m.personas()) {
        auto found = routes_of(m, family, referrals);
        if (found.needs.empty()) continue;
        total += found.weight;
        families.push_back(std::move(found));
    }
    if (!(total > 0)) return {};
    for (auto& f : families) f.weight /= total;
    return families;
}

inline constexpr const char* no_family_in_need = "no persona of the model has a need at its age";

/// `persona, service: `, the start of what is told about a need.
[[nodiscard]] inline std::string about_need(const family_routes& f, const need_routes& n) {
    return f.family->key + ", " + n.what->service + ": ";
}

/// Why a need cannot be reached.
[[nodiscard]] inline witness out_of_reach(const model& m, const family_routes& f, const need_routes& n) {
    if (n.deliverers.empty()) return {about_need(f, n) + "nobody delivers it", {}, {}};
    witness w{about_need(f, n) + "no way of referrals to " + showing::keys(m, n.deliverers, ", "), {}, n.deliverers};
    for (const auto& [deliverer, relation] : n.deliveries) w.relations.push_back(relation);
    return w;
}

/// How a vertex of a web is reached best.
struct reached_by {
    std::uint32_t handoffs = no_relation;  ///< none: not reached
    std::uint32_t steps = 0;
    actor_index before = 0;
    std::uint32_t relation = no_relation;
    [[nodiscard]] bool reached() const { return handoffs != no_relation; }
};

/// From the family, which is the web's last vertex, to every actor: fewest hand-offs, then fewest steps, then the
/// earliest predecessor. Dijkstra's search over pairs, since a search over hand-offs alone may prefer a roundabout way.
[[nodiscard]] inline std::vector<reached_by> shortest_routes(const network& web, std::span<const std::uint32_t> units) {
    const auto family = static_cast<actor_index>(web.vertex_count() - 1);
    std::vector<reached_by> best(web.vertex_count());
    using stop = std::tuple<std::uint32_t, std::uint32_t, actor_index>;
    std::priority_queue<stop, std::vector<stop>, std::greater<>> open;
    best[family].handoffs = 0;
    open.emplace(0u, 0u, family);
    while (!open.empty()) {
        const auto [handoffs, steps, at] = open.top();
        open.pop();
        if (std::tie(best[at].handoffs, best[at].steps) < std::tie(handoffs, steps)) continue;
        for (const auto& a : web.out(at)) {
            const std::uint32_t cost = at != family && units[at] != units[a.to] ? 1 : 0;
            const reached_by way{handoffs + cost, steps + 1, at, a.relation};
            if (std::tie(best[a.to].handoffs, best[a.to].steps) <= std::tie(way.handoffs, way.steps)) continue;
            best[a.to] = way;
            open.emplace(way.handoffs, way.steps, a.to);
        }
    }
    return best;
}

/// The best way of a family to one kind of help. Its relations are the referrals, and by what the last actor delivers.
struct way_to_help {
    const need_routes* need = nullptr;
    std::optional<std::uint32_t> handoffs;  ///< nothing: out of reach
    std::vector<actor_index> actors;
    std::vector<std::uint32_t> relations;
};

[[nodiscard]] inline way_to_help best_way(const need_routes& n, std::span<const reached_by> best) {
    way_to_help way;
    way.need = &n;
    const reached_by* chosen = nullptr;
    actor_index at = 0;
    for (const auto d : n.deliverers) {
        const auto& here = best[d];
        if (!here.reached()) continue;
        if (chosen && std::tie(chosen->handoffs, chosen->steps) <= std::tie(here.handoffs, here.steps)) continue;
        chosen = &here;
        at = d;
    }
    if (!chosen) return way;
    way.handoffs = chosen->handoffs;
    for (const auto& [deliverer, relation] : n.deliveries)
        if (deliverer == at) way.relations.push_back(relation);
    std::reverse(way.relations.begin(), way.relations.end());
    for (; at + 1 != best.size(); at = best[at].before) {
        way.actors.push_back(at);
        if (best[at].relation != no_relation) way.relations.push_back(best[at].relation);
    }
    std::reverse(way.actors.begin(), way.actors.end());
    std::reverse(way.relations.begin(), way.relations.end());
    return way;
}

/// One way for each need of the family, in their order.
[[nodiscard]] inline std::vector<way_to_help> ways_to_help(const family_routes& f,
                                                           std::span<const std::uint32_t> units) {
    std::vector<std::vector<reached_by>> best;
    best.reserve(f.webs.size());
    for (const auto& web : f.webs) best.push_back(shortest_routes(web, units));
    std::vector<way_to_help> ways;
    ways.reserve(f.needs.size());
    for (const auto& n : f.needs) ways.push_back(best_way(n, best[n.web]));
    return ways;
}

/// `persona, service: school -> social_work -> family_centre (2 hand-offs)`.
[[nodiscard]] inline witness told(const model& m, const family_routes& f, const way_to_help& way) {
    if (!way.handoffs) return out_of_reach(m, f, *way.need);
    auto text = about_need(f, *way.need) + showing::keys(m, way.actors, " -> ") + " (" + std::to_string(*way.handoffs) +
                (*way.handoffs == 1 ? " hand-off)" : " hand-offs)");
    return {std::move(text), way.relations, way.actors};
}

/// Of each web, the immediate dominator of every vertex as seen from the family.
[[nodiscard]] inline std::vector<std::vector<actor_index>> dominators_of(const family_routes& f) {
    std::vector<std::vector<actor_index>> all;
    all.reserve(f.webs.size());
    for (const auto& web : f.webs)
        all.push_back(immediate_dominators(web, static_cast<actor_index>(web.vertex_count() - 1)));
    return all;
}

/// The actors on every way from the family to any of the deliverers, nearest the family first: what dominates a point
/// behind all of them. Nothing when none is reached. `dominator` is that of a web from its family.
[[nodiscard]] inline std::optional<std::vector<actor_index>> must_pass(std::span<const actor_index> dominator,
                                                                       std::span<const actor_index> deliverers) {
    const auto family = static_cast<actor_index>(dominator.size() - 1);
    std::optional<std::vector<actor_index>> common;
    for (const auto d : deliverers) {
        if (dominator[d] == network_traits::null_vertex()) continue;
        std::vector<actor_index> chain;
        for (auto at = d; at != family; at = dominator[at]) chain.push_back(at);
        std::reverse(chain.begin(), chain.end());
        if (!common) {
            common = std::move(chain);
            continue;
        }
        const auto split = std::mismatch(common->begin(), common->end(), chain.begin(), chain.end()).first;
        common->erase(split, common->end());
    }
    return common;
}

}  // namespace concordat::detail::routes
