// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/logarithm.hpp"
#include "concordat/core/text.hpp"
#include "concordat/graph/accountability.hpp"
#include "concordat/graph/boost.hpp"
#include "concordat/graph/dominance.hpp"
#include "concordat/graph/team.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace concordat {

namespace detail {

/// What the measures of accountability start from. `missing` says why they cannot.
struct chain_of_account {
    network lines;
    std::vector<actor_index> tops;
    std::vector<actor_index> front_line;
    std::string missing;
};

[[nodiscard]] inline chain_of_account chain_of(const model& m, const std::vector<std::string>& services) {
    chain_of_account c{lines_of_accountability(m, services), mandates(m), showing::front_line(m), {}};
    if (c.lines.edge_count() == 0)
        c.missing = services.empty() ? "no relation accountable_to holds"
                                     : "no relation accountable_to that holds covers " + joined(services, " or ");
    else if (c.tops.empty())
        c.missing = "no actor has a mandate";
    else if (c.front_line.empty())
        c.missing = "no actor is of level frontline";
    return c;
}

inline constexpr std::string_view without_a_line = "without a line";

/// Counts the front-line actors that answer to no mandate, and names each.
inline void tell_without_line(const model& m, std::span<const actor_index> actors, finding& f) {
    f.figures.push_back({std::string(without_a_line), static_cast<double>(actors.size())});
    for (const auto a : actors) f.witnesses.push_back({showing::key(m, a) + ": no line at all to a mandate", {}, {a}});
}

/// The mean of a number over the front-line actors that have a line, with each one's number as a figure.
class mean_over_lines {
public:
    mean_over_lines(const model& m, finding& f) : model_(m), finding_(f) {}

    void add(actor_index p, double number) {
        finding_.figures.push_back({showing::key(model_, p), number});
        sum_ += number;
        ++count_;
    }
    void add_without_line(actor_index p) { without_.push_back(p); }

    void finish() {
        tell_without_line(model_, without_, finding_);
        if (count_ == 0)
            finding_.missing = "no actor of level frontline has a line of accountable_to to an actor with a mandate";
        else
            finding_.value = showing::mean(sum_, count_);
    }

private:
    const model& model_;
    finding& finding_;
    std::vector<actor_index> without_;
    double sum_ = 0;
    std::size_t count_ = 0;
};

/// Tops that were reached, ascending.
[[nodiscard]] inline std::vector<actor_index> reached_of(std::span<const actor_index> tops, const showing::steps& up) {
    std::vector<actor_index> reached;
    std::copy_if(tops.begin(), tops.end(), std::back_inserter(reached), [&](auto t) { return up.reaches(t); });
    return reached;
}

/// The first with the fewest steps.
[[nodiscard]] inline actor_index nearest_of(std::span<const actor_index> reached, const showing::steps& up) {
    return *std::min_element(reached.begin(), reached.end(), [&](auto a, auto b) { return up.count[a] < up.count[b]; });
}

/// Strong components of some lines: the component of each actor, and how many there are.
struct components {
    std::vector<actor_index> of;
    std::size_t count = 0;
};

[[nodiscard]] inline components strong_components_of(const network& g) {
    components c{std::vector<actor_index>(g.vertex_count()), 0};
    if (g.vertex_count() == 0) return c;
    const auto index = get(boost::vertex_index, g);
    c.count = boost::strong_components(g, boost::make_iterator_property_map(c.of.begin(), index));
    return c;
}

/// Paths from each component to the virtual root, through the condensation.
[[nodiscard]] inline std::vector<double> paths_to_root(const network& lines, const components& c,
                                                       std::span<const actor_index> tops) {
    std::set<std::pair<actor_index, actor_index>> between;
    for (actor_index v = 0; v < lines.vertex_count(); ++v)
        for (const auto& line : lines.out(v))
            if (c.of[v] != c.of[line.to]) between.insert({c.of[v], c.of[line.to]});
    std::vector<std::pair<ends, std::uint32_t>> edges;
    edges.reserve(between.size());
    for (const auto& [from, to] : between) edges.emplace_back(ends{from, to}, 0U);
    const network condensed(c.count, edges);

    std::vector<double> paths(c.count, 0);
    for (const auto top : tops) paths[c.of[top]] = 1;
    std::vector<actor_index> upper_first;
    boost::topological_sort(condensed, std::back_inserter(upper_first));
    constexpr double most = 1e300;  // keeps a drawing of a thousand diamonds finite
    for (const auto at : upper_first)
        for (const auto& line : condensed.out(at)) paths[at] = std::min(most, paths[at] + paths[line.to]);
    return paths;
}

}  // namespace detail

CONCORDAT_INLINE finding top_level_bodies::operator()(const model& m) const {
    const auto chain = detail::chain_of(m, services);
    if (!chain.missing.empty()) return detail::showing::lacking(chain.missing);
    finding f;
    detail::mean_over_lines bodies(m, f);
    for (const auto p : chain.front_line) {
        const auto up = detail::showing::steps_from(chain.lines, p);
        const auto reached = detail::reached_of(chain.tops, up);
        if (reached.empty()) {
            bodies.add_without_line(p);
            continue;
        }
        bodies.add(p, static_cast<double>(reached.size()));
        for (const auto top : reached) f.witnesses.push_back(detail::showing::way_to(m, up, top));
    }
    bodies.finish();
    return f;
}

CONCORDAT_INLINE finding accountability_paths::operator()(const model& m) const {
    const auto chain = detail::chain_of(m, services);
    if (!chain.missing.empty()) return detail::showing::lacking(chain.missing);
    const auto components = detail::strong_components_of(chain.lines);
    const auto paths = detail::paths_to_root(chain.lines, components, chain.tops);
    finding f;
    detail::mean_over_lines ways(m, f);
    double logarithms = 0;
    std::size_t counted = 0;
    for (const auto p : chain.front_line) {
        const double count = paths[components.of[p]];
        if (count == 0) {
            ways.add_without_line(p);
            continue;
        }
        ways.add(p, count);
        logarithms += binary_log(count);
        ++counted;
        const auto up = detail::showing::steps_from(chain.lines, p);
        auto w = detail::showing::way_to(m, up, detail::nearest_of(detail::reached_of(chain.tops, up), up));
        w.text = rounded(count, 0) + (count == 1 ? " path: " : " paths, the shortest: ") + w.text;
        f.witnesses.push_back(std::move(w));
    }
    if (counted > 0) f.figures.push_back({"log2", detail::showing::mean(logarithms, counted)});
    ways.finish();
    return f;
}

CONCORDAT_INLINE finding single_accountable_body::operator()(const model& m) const {
    const auto chain = detail::chain_of(m, services);
    if (!chain.missing.empty()) return detail::showing::lacking(chain.missing);
    const dominator_tree tree(chain.lines, chain.tops);
    finding f;
    std::vector<actor_index> without;
    std::size_t single = 0;
    for (const auto p : chain.front_line) {
        if (!tree.has_line(p)) {
            without.push_back(p);
            continue;
        }
        const auto body = tree.above(p);
        const auto& key = detail::showing::key(m, p);
        f.figures.push_back({key, body == tree.root() ? 0.0 : 1.0});
        if (body != tree.root()) {
            ++single;
            auto w = detail::showing::way_to(m, detail::showing::steps_from(chain.lines, p), body);
            w.text = "every line of " + key + " passes " + detail::showing::key(m, body) + ": " + w.text;
            f.witnesses.push_back(std::move(w));
            continue;
        }
        const auto reached = detail::reached_of(chain.tops, detail::showing::steps_from(chain.lines, p));
        f.witnesses.push_back({key + ": no other body on every line to " + detail::showing::keys(m, reached),
                               detail::showing::relations_from(chain.lines, std::span(&p, 1)), reached});
        f.witnesses.back().actors.insert(f.witnesses.back().actors.begin(), p);
    }
    detail::tell_without_line(m, without, f);
    f.value = detail::showing::mean(static_cast<double>(single), chain.front_line.size());
    return f;
}

CONCORDAT_INLINE finding governance_distance::operator()(const model& m) const {
    const auto chain = detail::chain_of(m, services);
    if (!chain.missing.empty()) return detail::showing::lacking(chain.missing);
    const auto named = detail::showing::marked(m, ministers);
    std::vector<actor_index> ministerial;
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (ministers.empty() ? m.actors()[a].mandate && m.actors()[a].level == level::national : named[a])
            ministerial.push_back(a);
    finding f;
    detail::mean_over_lines distance(m, f);
    double to_ministers = 0;
    std::size_t under_ministers = 0;
    for (const auto p : chain.front_line) {
        const auto up = detail::showing::steps_from(chain.lines, p);
        const auto reached = detail::reached_of(chain.tops, up);
        if (const auto ministers_reached = detail::reached_of(ministerial, up); !ministers_reached.empty()) {
            to_ministers += up.count[detail::nearest_of(ministers_reached, up)];
            ++under_ministers;
        }
        if (reached.empty()) {
            distance.add_without_line(p);
            continue;
        }
        const auto top = detail::nearest_of(reached, up);
        distance.add(p, up.count[top]);
        f.witnesses.push_back(detail::showing::way_to(m, up, top));
    }
    if (under_ministers > 0)
        f.figures.push_back({"to ministers", detail::showing::mean(to_ministers, under_ministers)});
    f.figures.push_back({"under ministers", static_cast<double>(under_ministers)});
    distance.finish();
    return f;
}

}  // namespace concordat
