// SPDX-License-Identifier: Apache-2.0
// Who answers to whom, by Boost.Graph: searches, strong components, dominators and closure of the lines of
// accountability.
#include "boost_graphs.hpp"
#include "boost_measures.hpp"

#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/transitive_closure.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace concordat::bench {

namespace {

directed lines_of(const model& m) { return graph_of<directed>(m, {relation_type::accountable_to}); }

/// Mean of a number over the front-line actors that have one; negative: none.
template <class Number>
double mean_over_front_line(const model& m, Number number) {
    double sum = 0, count = 0;
    for (const auto p : with_level(m, level::frontline))
        if (const double n = number(p); n >= 0) {
            sum += n;
            count += 1;
        }
    return sum / count;
}

double tops_above(const model& m) {
    const auto lines = lines_of(m);
    const auto tops = mandates(m);
    return mean_over_front_line(m, [&](actor_index p) {
        const auto hops = hops_from(p, lines);
        const auto reached = std::count_if(tops.begin(), tops.end(), [&](auto t) { return hops[t] != unreached; });
        return reached == 0 ? -1.0 : static_cast<double>(reached);
    });
}

double distance_to_top(const model& m) {
    const auto lines = lines_of(m);
    const auto tops = mandates(m);
    return mean_over_front_line(m, [&](actor_index p) {
        const auto hops = hops_from(p, lines);
        auto nearest = unreached;
        for (const auto t : tops) nearest = std::min(nearest, hops[t]);
        return nearest == unreached ? -1.0 : static_cast<double>(nearest);
    });
}

/// Boost numbers components so that whoever is answered to comes first, which is the order that counting paths needs.
double paths_to_tops(const model& m) {
    const auto lines = lines_of(m);
    std::vector<vertex> component(num_vertices(lines));
    const auto count = boost::strong_components(
        lines, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, lines)));
    std::set<std::pair<vertex, vertex>> between;
    for (auto [e, end] = edges(lines); e != end; ++e)
        between.emplace(component[source(*e, lines)], component[target(*e, lines)]);
    std::vector<double> paths(static_cast<std::size_t>(count), 0);
    for (const auto top : mandates(m)) paths[component[top]] = 1;
    for (const auto& [lower, upper] : between)
        if (lower != upper) paths[lower] += paths[upper];
    return mean_over_front_line(m, [&](actor_index p) { return paths[component[p]] > 0 ? paths[component[p]] : -1; });
}

/// Dominators over the lines read downwards from a root above all mandates, which is the last vertex.
std::vector<vertex> bodies_above(const model& m, std::optional<double> age) {
    directed downwards(m.actors().size() + 1);
    for (const auto& r : m.relations(relation_type::accountable_to))
        if (m.holds(r) && (!age || r.ages.contains(*age))) add_edge(m.ends_of(r).to, m.ends_of(r).from, downwards);
    for (const auto top : mandates(m)) add_edge(m.actors().size(), top, downwards);
    return dominators_from(m.actors().size(), downwards);
}

double single_bodies(const model& m) {
    const auto above = bodies_above(m, {});
    const auto front_line = with_level(m, level::frontline);
    const auto single = std::count_if(front_line.begin(), front_line.end(),
                                      [&](auto p) { return above[p] != unreached && above[p] != m.actors().size(); });
    return static_cast<double>(single) / static_cast<double>(front_line.size());
}

/// The actor and everybody on each of its lines, from the top down; empty without a line.
std::vector<vertex> chain_down_to(vertex actor, const std::vector<vertex>& above) {
    std::vector<vertex> chain;
    if (above[actor] == unreached) return chain;
    for (auto at = actor; at + 1 != above.size(); at = above[at]) chain.push_back(at);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

double common_bodies(const model& m) {
    double sum = 0, total = 0;
    for (const auto& family : m.personas()) {
        total += family.weight;
        const auto above = bodies_above(m, family.age);
        const auto team = team_around(m, family);
        const bool common = !team.empty() && std::all_of(team.begin(), team.end(), [&](auto member) {
            const auto first = chain_down_to(team.front(), above), other = chain_down_to(member, above);
            return !first.empty() && !other.empty() && first.front() == other.front();
        });
        if (common) sum += family.weight;
    }
    return sum / total;
}

/// Who reaches whom, everybody themselves included.
std::vector<std::vector<bool>> closure_of(const directed& lines) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> closure;
    boost::transitive_closure(lines, closure);
    std::vector<std::vector<bool>> reaches(num_vertices(lines), std::vector<bool>(num_vertices(lines), false));
    for (vertex v = 0; v < reaches.size(); ++v) reaches[v][v] = true;
    for (auto [e, end] = edges(closure); e != end; ++e) reaches[source(*e, closure)][target(*e, closure)] = true;
    return reaches;
}

bool have_least_bound(vertex a, vertex b, const std::vector<std::vector<bool>>& reaches) {
    std::vector<vertex> bounds;
    for (vertex v = 0; v < reaches.size(); ++v)
        if (reaches[a][v] && reaches[b][v]) bounds.push_back(v);
    return std::any_of(bounds.begin(), bounds.end(), [&](auto least) {
        return std::all_of(bounds.begin(), bounds.end(), [&](auto bound) { return reaches[least][bound]; });
    });
}

double least_bounds(const model& m) {
    const auto reaches = closure_of(lines_of(m));
    const auto ties = graph_of<undirected>(m, {relation_type::accountable_to});
    std::vector<int> component(num_vertices(ties));
    const int count = boost::connected_components(
        ties, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, ties)));
    double most = 0, violations = 0;
    for (int c = 0; c < count; ++c) {
        const auto n = static_cast<double>(std::count(component.begin(), component.end(), c));
        most += (n - 1) * (n - 2) / 2;
    }
    for (vertex a = 0; a < reaches.size(); ++a)
        for (vertex b = a + 1; b < reaches.size(); ++b)
            if (component[a] == component[b] && !have_least_bound(a, b, reaches)) violations += 1;
    return 1 - violations / most;
}

double without_circles(const model& m) {
    const auto lines = lines_of(m);
    std::vector<int> component(num_vertices(lines));
    boost::strong_components(lines,
                             boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, lines)));
    const auto reaches = closure_of(lines);
    double joined = 0, mutual = 0;
    for (vertex a = 0; a < reaches.size(); ++a)
        for (vertex b = a + 1; b < reaches.size(); ++b) {
            if (reaches[a][b] || reaches[b][a]) joined += 1;
            if (component[a] == component[b]) mutual += 1;
        }
    return 1 - mutual / joined;
}

double median_reports(const model& m) {
    using simple = boost::adjacency_list<boost::setS, boost::vecS, boost::bidirectionalS>;
    const auto lines = graph_of<simple>(m, {relation_type::accountable_to});
    std::vector<std::size_t> reports;
    for (vertex v = 0; v < num_vertices(lines); ++v)
        if (in_degree(v, lines) > 0) reports.push_back(in_degree(v, lines));
    std::sort(reports.begin(), reports.end());
    return static_cast<double>(reports[(reports.size() - 1) / 2] + reports[reports.size() / 2]) / 2;
}

double money_from_above(const model& m) {
    const auto reaches = closure_of(lines_of(m));
    double aligned = 0, total = 0;
    for (const auto& r : m.relations(relation_type::funds)) {
        if (!m.holds(r) || !r.amount) continue;
        total += r.amount->value;
        if (reaches[m.ends_of(r).to][m.ends_of(r).from]) aligned += r.amount->value;
    }
    return aligned / total;
}

}  // namespace

std::vector<boost_measure> boost_accountability_measures() {
    return {{"top_level_bodies", "breadth_first_search", tops_above},
            {"accountability_paths", "strong_components", paths_to_tops},
            {"single_accountable_body", "lengauer_tarjan_dominator_tree", single_bodies},
            {"common_accountable_body", "lengauer_tarjan_dominator_tree", common_bodies},
            {"least_upper_bounds", "transitive_closure", least_bounds},
            {"hierarchy", "strong_components and transitive_closure", without_circles},
            {"governance_distance", "breadth_first_search", distance_to_top},
            {"span_of_control", "in_degree", median_reports},
            {"funding_accountability_alignment", "transitive_closure", money_from_above}};
}

}  // namespace concordat::bench
