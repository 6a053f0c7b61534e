// SPDX-License-Identifier: Apache-2.0
// From family to help, by Boost.Graph: hops by Dijkstra's algorithm, gatekeepers by dominators, routes by maximum flow.
#include "boost_graphs.hpp"
#include "boost_measures.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace concordat::bench {

namespace {

constexpr int far_away = std::numeric_limits<int>::max();

std::string_view team_of(const actor& a) { return a.team.empty() ? a.key : a.team; }

directed referrals_of(const model& m, const persona& family, const std::vector<actor_index>& doors,
                      std::optional<double> recipient_age) {
    directed web(m.actors().size() + 2);
    for (const auto& r : m.relations(relation_type::refers_to)) {
        if (!m.holds(r)) continue;
        if (!r.ages.contains(family.age) && !(recipient_age && r.ages.contains(*recipient_age))) continue;
        const auto [from, to] = m.ends_of(r);
        add_edge(from, to, team_of(m.actors()[from]) == team_of(m.actors()[to]) ? 0 : 1, web);
    }
    for (const auto door : doors) add_edge(family_vertex(m), door, 0, web);
    return web;
}

/// Hand-offs from the family to the nearest that delivers; `far_away` where nobody is reached.
std::vector<int> handoffs(const model& m, const family_webs& family) {
    std::map<std::optional<double>, std::vector<int>> distances;
    for (const auto& [age, web] : family.webs) {
        std::vector<int> distance(num_vertices(web));
        boost::dijkstra_shortest_paths(
            web, family_vertex(m),
            boost::distance_map(boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, web))));
        distances.emplace(age, std::move(distance));
    }
    std::vector<int> fewest;
    for (const auto& need : family.needs) {
        int best = far_away;
        for (const auto d : need.deliverers) best = std::min(best, distances.at(need.recipient_age)[d]);
        fewest.push_back(best);
    }
    return fewest;
}

double reach(const model& m) {
    double sum = 0;
    for (const auto& family : webs_of(m)) {
        const auto fewest = handoffs(m, family);
        for (std::size_t i = 0; i < fewest.size(); ++i)
            if (fewest[i] != far_away) sum += family.needs[i].weight / (1.0 + fewest[i]);
    }
    return sum;
}

double covered_within_two(const model& m) {
    double sum = 0;
    for (const auto& family : webs_of(m)) {
        const auto fewest = handoffs(m, family);
        for (std::size_t i = 0; i < fewest.size(); ++i)
            if (fewest[i] <= 2) sum += family.needs[i].weight;
    }
    return sum;
}

double gates(const model& m) {
    const auto contains = [](const auto& sorted, vertex v) {
        return std::binary_search(sorted.begin(), sorted.end(), v);
    };
    double sum = 0, reached = 0;
    for (auto& family : webs_of(m))
        for (const auto& need : family.needs) {
            auto& web = family.webs.at(need.recipient_age);
            for (const auto d : need.deliverers) add_edge(d, help_vertex(m), web);
            const auto dominator = dominators_from(family_vertex(m), web);
            clear_vertex(help_vertex(m), web);
            if (dominator[help_vertex(m)] == unreached) continue;
            reached += need.weight;
            for (auto v = dominator[help_vertex(m)]; v != family_vertex(m); v = dominator[v])
                if (!contains(family.doors, v) && !contains(need.deliverers, v)) sum += need.weight;
        }
    return sum / reached;
}

using traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using flow_graph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, traits::edge_descriptor>>>>;

/// With the reverse edge of capacity 0 that Boost's flow algorithms ask for.
void add_link(vertex from, vertex to, long capacity, flow_graph& g) {
    const auto forth = add_edge(from, to, g).first, back = add_edge(to, from, g).first;
    put(boost::edge_capacity, g, forth, capacity);
    put(boost::edge_capacity, g, back, 0);
    put(boost::edge_reverse, g, forth, back);
    put(boost::edge_reverse, g, back, forth);
}

double routes(const model& m) {
    double sum = 0, taking_a_referral = 0;
    for (const auto& family : webs_of(m))
        for (const auto& need : family.needs) {
            const auto& doors = family.doors;
            if (std::any_of(need.deliverers.begin(), need.deliverers.end(),
                            [&](auto d) { return std::binary_search(doors.begin(), doors.end(), d); }))
                continue;
            const auto& web = family.webs.at(need.recipient_age);
            flow_graph g(num_vertices(web));
            std::set<std::pair<vertex, vertex>> links;
            for (auto [e, end] = edges(web); e != end; ++e)
                if (source(*e, web) != family_vertex(m)) links.emplace(source(*e, web), target(*e, web));
            for (const auto& [from, to] : links) add_link(from, to, 1, g);
            const auto plenty = static_cast<long>(links.size());
            for (const auto door : doors) add_link(family_vertex(m), door, plenty, g);
            for (const auto d : need.deliverers) add_link(d, help_vertex(m), plenty, g);
            sum += need.weight * static_cast<double>(boost::edmonds_karp_max_flow(g, family_vertex(m), help_vertex(m)));
            taking_a_referral += need.weight;
        }
    return sum / taking_a_referral;
}

/// Keeps all vertices but one.
struct without {
    vertex lost = unreached;
    bool operator()(vertex v) const { return v != lost; }
};

double covered_without(const model& m, const std::vector<family_webs>& families, vertex lost) {
    double sum = 0;
    for (const auto& family : families) {
        std::map<std::optional<double>, std::vector<vertex>> hops;
        for (const auto& [age, web] : family.webs)
            hops.emplace(
                age, hops_from(family_vertex(m), boost::make_filtered_graph(web, boost::keep_all{}, without{lost})));
        for (const auto& need : family.needs)
            if (std::any_of(need.deliverers.begin(), need.deliverers.end(),
                            [&](auto d) { return hops.at(need.recipient_age)[d] != unreached; }))
                sum += need.weight;
    }
    return sum;
}

double worst_loss(const model& m) {
    const auto families = webs_of(m);
    const double all = covered_without(m, families, unreached);
    double worst = 0;
    for (vertex a = 0; a < m.actors().size(); ++a) worst = std::max(worst, all - covered_without(m, families, a));
    return worst;
}

}  // namespace

std::vector<family_webs> webs_of(const model& m) {
    std::vector<family_webs> families;
    double total = 0;
    for (const auto& family : m.personas()) {
        family_webs found;
        for (const auto& need : family.needs)
            if (need.ages.contains(family.age))
                found.needs.push_back({deliverers(m, need, family.age), need.recipient_age, family.weight});
        if (found.needs.empty()) continue;
        total += family.weight;
        found.doors = entries(m, family);
        for (auto& need : found.needs) {
            need.weight /= static_cast<double>(found.needs.size());
            if (!found.webs.contains(need.recipient_age))
                found.webs.emplace(need.recipient_age, referrals_of(m, family, found.doors, need.recipient_age));
        }
        families.push_back(std::move(found));
    }
    for (auto& family : families)
        for (auto& need : family.needs) need.weight /= total;
    return families;
}

std::vector<boost_measure> boost_access_measures() {
    return {{"reach_efficiency", "dijkstra_shortest_paths", reach},
            {"coverage", "dijkstra_shortest_paths", covered_within_two},
            {"gatekeepers", "lengauer_tarjan_dominator_tree", gates},
            {"disjoint_routes", "edmonds_karp_max_flow", routes},
            {"failure_impact", "breadth_first_search without each actor", worst_loss}};
}

}  // namespace concordat::bench
