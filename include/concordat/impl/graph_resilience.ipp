// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/resilience.hpp"
#include "concordat/impl/graph_flow.hpp"
#include "concordat/impl/graph_routes.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail {

/// True when the family comes in where the need is met.
[[nodiscard]] inline bool met_at_entry(const routes::family_routes& f, const routes::need_routes& n) {
    return std::any_of(n.deliverers.begin(), n.deliverers.end(), [&](actor_index a) { return f.is_door(a); });
}

/// `persona, service: 2 routes, cut at school -> social_work, nursery -> social_work`.
[[nodiscard]] inline witness told_cut(const model& m, const routes::family_routes& f, const routes::need_routes& n,
                                      std::size_t ways, const link_flow& flow) {
    if (ways == 0) return routes::out_of_reach(m, f, n);
    witness w;
    w.text = routes::about_need(f, n) + std::to_string(ways) + (ways == 1 ? " route, cut at " : " routes, cut at ");
    for (const auto& [link, relation] : flow.least_cut()) {
        if (!w.relations.empty()) w.text += ", ";
        w.text += showing::key(m, link.from) + " -> " + showing::key(m, link.to);
        w.relations.push_back(relation);
        w.actors.push_back(link.from);
        w.actors.push_back(link.to);
    }
    return w;
}

/// What is lost with each actor: the share of needs, and which.
struct loss {
    double share = 0;
    std::vector<std::pair<const routes::family_routes*, const routes::need_routes*>> needs;
};

[[nodiscard]] inline std::map<actor_index, loss> losses_of(const std::vector<routes::family_routes>& families) {
    std::map<actor_index, loss> losses;
    for (const auto& family : families) {
        const auto dominators = routes::dominators_of(family);
        for (const auto& n : family.needs) {
            const auto passed = routes::must_pass(dominators[n.web], n.deliverers);
            if (!passed) continue;
            for (const auto a : *passed) {
                losses[a].share += family.weight_of_need();
                losses[a].needs.emplace_back(&family, &n);
            }
        }
    }
    return losses;
}

/// `without gp: child health out of reach`, by what the actor delivers of it and the referrals that lead to the actor
/// and, where others deliver, on from it.
[[nodiscard]] inline witness told_loss(const model& m, actor_index lost, const loss& what) {
    witness w{{}, {}, {lost}};
    std::vector<std::string> needs;
    for (const auto& [family, n] : what.needs) {
        needs.push_back(family->family->key + " " + n->what->service);
        bool delivers = false;
        for (const auto& [deliverer, relation] : n->deliveries) {
            if (deliverer != lost) continue;
            delivers = true;
            w.relations.push_back(relation);
        }
        const auto& web = family->webs[n->web];
        for (const auto& a : web.in(lost))
            if (a.relation != routes::no_relation) w.relations.push_back(a.relation);
        if (!delivers)
            for (const auto& a : web.out(lost)) w.relations.push_back(a.relation);
    }
    sort_and_unify(w.relations);
    w.text = "without " + showing::key(m, lost) + ": " + listed(needs) + " out of reach";
    return w;
}

/// All that delivers to these families, for where no loss of one actor ends any of it.
[[nodiscard]] inline std::vector<std::uint32_t> deliveries_to(const std::vector<routes::family_routes>& families) {
    std::vector<std::uint32_t> all;
    for (const auto& family : families)
        for (const auto& n : family.needs)
            for (const auto& [deliverer, relation] : n.deliveries) all.push_back(relation);
    sort_and_unify(all);
    return all;
}

/// Each tie of an undirected network once, ascending.
[[nodiscard]] inline std::vector<std::uint32_t> all_ties(const network& g) {
    std::vector<std::uint32_t> all;
    for (actor_index v = 0; v < g.vertex_count(); ++v)
        for (const auto& a : g.out(v)) all.push_back(a.relation);
    sort_and_unify(all);
    return all;
}

/// The component of every vertex, numbered by its earliest; without `gone`, which is in none.
[[nodiscard]] inline std::vector<actor_index> components_without(const network& g, actor_index gone) {
    constexpr auto unseen = network_traits::null_vertex();
    std::vector<actor_index> of(g.vertex_count(), unseen);
    std::vector<actor_index> open;
    for (actor_index first = 0; first < g.vertex_count(); ++first) {
        if (first == gone || of[first] != unseen) continue;
        of[first] = first;
        open.push_back(first);
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            for (const auto& a : g.out(at))
                if (a.to != gone && of[a.to] == unseen) {
                    of[a.to] = first;
                    open.push_back(a.to);
                }
        }
    }
    return of;
}

[[nodiscard]] inline std::vector<actor_index> components_of(const network& g) {
    return components_without(g, network_traits::null_vertex());
}

/// `hb: joins hvt to the rest`: the parts that its neighbours fall into without it, all but the largest (the earliest
/// of equals).
[[nodiscard]] inline witness told_point(const model& m, const network& g, actor_index point) {
    const auto parts = components_without(g, point);
    std::map<actor_index, std::vector<actor_index>> members;
    for (const auto& a : g.out(point)) members[parts[a.to]];
    for (actor_index v = 0; v < parts.size(); ++v)
        if (const auto part = members.find(parts[v]); part != members.end()) part->second.push_back(v);
    const auto largest = std::max_element(
        members.begin(), members.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    witness w;
    w.actors.push_back(point);
    w.text = showing::key(m, point) + ": joins ";
    for (auto part = members.begin(); part != members.end(); ++part) {
        if (part == largest) continue;
        if (w.actors.size() > 1) w.text += " and ";
        w.text += showing::keys(m, part->second);
        w.actors.insert(w.actors.end(), part->second.begin(), part->second.end());
    }
    w.text += " to the rest";
    for (const auto& a : g.out(point)) w.relations.push_back(a.relation);
    return w;
}

/// The type that stands for each layer in the study's notation.
inline constexpr std::array<relation_type, layer_count> main_types{
    relation_type::accountable_to,     relation_type::delegates_to, relation_type::funds,
    relation_type::refers_to,          relation_type::delivers,     relation_type::shares_information_with,
    relation_type::plans_jointly_with, relation_type::inspects,     relation_type::advocates_for};

[[nodiscard]] inline network ties_of(const model& m, const std::vector<layer>& layers) {
    selection chosen;
    for (const auto l : layers) chosen.types.push_back(main_types[static_cast<std::size_t>(l)]);
    return simple_undirected(select(m, chosen));
}

[[nodiscard]] inline finding too_few_ties(const std::vector<layer>& layers, std::string_view why) {
    std::vector<std::string> words;
    for (const auto l : layers) words.emplace_back(name(l));
    return showing::lacking("the ties of " + listed(words) + std::string(why));
}

/// The members of the largest component, ascending; of equals the one with the earliest member.
[[nodiscard]] inline std::vector<actor_index> largest_component(const network& g) {
    const auto of = components_of(g);
    std::vector<std::size_t> sizes(of.size(), 0);
    for (const auto c : of) ++sizes[c];
    const auto largest = static_cast<actor_index>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<actor_index> members;
    for (actor_index v = 0; v < of.size(); ++v)
        if (of[v] == largest) members.push_back(v);
    return members;
}

/// Of all pairs of others in a component of `n`, the share whose shortest ways pass each actor. Boost.Graph sees each
/// tie as two arcs, so each pair is counted from both ends: hence (n - 1)(n - 2) and not half of it.
[[nodiscard]] inline std::vector<double> relative_betweenness(const network& ties, std::size_t n) {
    std::vector<double> passed(ties.vertex_count(), 0.0);
    boost::brandes_betweenness_centrality(
        ties, boost::make_iterator_property_map(passed.begin(), get(boost::vertex_index, ties)));
    const auto pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
    for (auto& p : passed) p /= pairs;
    return passed;
}

[[nodiscard]] inline bool delivers_to_public(const model& m, actor_index a) {
    for (const auto& r : m.relations(relation_type::delivers))
        if (m.holds(r) && m.ends_of(r).from == a && m.actors()[m.ends_of(r).to].level == level::public_) return true;
    return false;
}

}  // namespace detail

CONCORDAT_INLINE finding disjoint_routes::operator()(const model& m) const {
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    const auto actors = static_cast<actor_index>(m.actors().size());
    double routes = 0, by_referral = 0, several = 0, at_entry = 0;
    finding f;
    f.figures = {{"share with two or more", 0}, {"share met at an entry", 0}};
    for (const auto& family : families) {
        const double weight = family.weight_of_need();
        std::vector<detail::link_flow> flows;
        for (const auto& web : family.webs) flows.emplace_back(web, actors);
        for (const auto& n : family.needs) {
            if (detail::met_at_entry(family, n)) {
                at_entry += weight;
                continue;
            }
            const auto ways = flows[n.web].maximise(family.doors, n.deliverers);
            routes += weight * static_cast<double>(ways);
            by_referral += weight;
            if (ways >= 2) several += weight;
            f.figures.push_back({"routes of " + family.family->key + " to " + n.what->service, double(ways)});
            f.witnesses.push_back(detail::told_cut(m, family, n, ways, flows[n.web]));
        }
    }
    if (!(by_referral > 0))
        return detail::showing::lacking("every need is met where the family comes in, so there is no referral to lose");
    f.value = routes / by_referral;
    f.figures[0].value = several / by_referral;
    f.figures[1].value = at_entry;
    return f;
}

CONCORDAT_INLINE finding failure_impact::operator()(const model& m) const {
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    finding f;
    f.value = 0;
    const auto losses = detail::losses_of(families);
    for (const auto& [actor, lost] : losses) {
        f.figures.push_back({detail::showing::key(m, actor), lost.share});
        f.value = std::max(*f.value, lost.share);
    }
    std::stable_sort(f.figures.begin(), f.figures.end(),
                     [](const figure& a, const figure& b) { return a.value > b.value; });
    for (const auto& [actor, lost] : losses)
        if (lost.share == *f.value) f.witnesses.push_back(detail::told_loss(m, actor, lost));
    if (losses.empty())
        f.witnesses.push_back({"no need hangs on one actor alone", detail::deliveries_to(families), {}});
    return f;
}

CONCORDAT_INLINE finding articulation_points::operator()(const model& m) const {
    const auto ties = detail::ties_of(m, layers);
    std::size_t tied = 0;
    for (actor_index v = 0; v < ties.vertex_count(); ++v) tied += ties.out(v).empty() ? 0 : 1;
    if (tied == 0) return detail::too_few_ties(layers, " are none on the model's day");
    std::vector<actor_index> points;
    boost::articulation_points(ties, std::back_inserter(points));
    std::sort(points.begin(), points.end());
    const auto components = detail::components_of(ties);
    std::size_t joined_up = 0;
    for (actor_index v = 0; v < components.size(); ++v) joined_up += components[v] == v && !ties.out(v).empty() ? 1 : 0;
    finding f;
    f.value = static_cast<double>(points.size()) / static_cast<double>(tied);
    f.figures = {{"articulation points", static_cast<double>(points.size())},
                 {"actors with a tie", static_cast<double>(tied)},
                 {"components", static_cast<double>(joined_up)}};
    for (const auto p : points) f.witnesses.push_back(detail::told_point(m, ties, p));
    if (points.empty()) f.witnesses.push_back({"nobody's removal parts others", detail::all_ties(ties), {}});
    return f;
}

CONCORDAT_INLINE finding hub_centralisation::operator()(const model& m) const {
    const auto ties = detail::ties_of(m, layers);
    const auto members = detail::largest_component(ties);
    if (members.size() < 3) return detail::too_few_ties(layers, " join no three actors");
    const auto betweenness = detail::relative_betweenness(ties, members.size());
    const auto hub = *std::max_element(members.begin(), members.end(),
                                       [&](actor_index a, actor_index b) { return betweenness[a] < betweenness[b]; });
    double difference = 0;
    for (const auto v : members) difference += betweenness[hub] - betweenness[v];
    finding f;
    f.value = difference / static_cast<double>(members.size() - 1);
    f.figures = {{"actors in the largest component", static_cast<double>(members.size())},
                 {"betweenness of the hub", betweenness[hub]}};
    const char* mode = *f.value < high                      ? "shared governance"
                       : detail::delivers_to_public(m, hub) ? "lead organisation"
                                                            : "network administrative organisation";
    witness w{std::string(mode) + ": hub " + detail::showing::key(m, hub), {}, {hub}};
    for (const auto& a : ties.out(hub)) w.relations.push_back(a.relation);
    f.witnesses.push_back(std::move(w));
    return f;
}

}  // namespace concordat
