// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/accountability.hpp"
#include "concordat/graph/dominance.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace concordat {

namespace detail {

/// Weak components: for each actor the lowest actor it hangs together with.
[[nodiscard]] inline std::vector<actor_index> weak_components(const network& g) {
    std::vector<actor_index> lowest(g.vertex_count());
    std::iota(lowest.begin(), lowest.end(), 0U);
    const auto find = [&](actor_index v) {
        while (lowest[v] != v) v = lowest[v] = lowest[lowest[v]];
        return v;
    };
    for (actor_index v = 0; v < g.vertex_count(); ++v)
        for (const auto& line : g.out(v)) {
            const auto a = find(v), b = find(line.to);
            lowest[std::max(a, b)] = std::min(a, b);
        }
    for (actor_index v = 0; v < g.vertex_count(); ++v) lowest[v] = find(v);
    return lowest;
}

/// A shortest circle through an actor that answers to itself, and marks of all that hang together with it in circles.
[[nodiscard]] inline witness circle_through(const model& m, const network& lines, actor_index start) {
    const auto up = showing::steps_from(lines, start);
    arc last{start, 0};
    auto fewest = showing::never;
    for (const auto& back : lines.in(start))
        if (up.reaches(back.to) && up.count[back.to] < fewest) {
            fewest = up.count[back.to];
            last = back;
        }
    auto w = showing::way_to(m, up, last.to);
    w.relations.push_back(last.relation);
    w.text += " -> " + showing::key(m, start);
    return w;
}

}  // namespace detail

CONCORDAT_INLINE finding least_upper_bounds::operator()(const model& m) const {
    const auto lines = lines_of_accountability(m, services);
    const auto component = detail::weak_components(lines);
    const ancestry above(lines);
    std::vector<std::size_t> size(lines.vertex_count(), 0);
    for (const auto c : component) ++size[c];
    std::size_t most = 0;
    for (const auto n : size)
        if (n > 2) most += (n - 1) * (n - 2) / 2;
    if (most == 0) return detail::showing::lacking("no three actors are joined by relations accountable_to that hold");
    finding f;
    std::size_t violations = 0;
    for (actor_index a = 0; a < component.size(); ++a)
        for (actor_index b = a + 1; b < component.size(); ++b) {
            if (component[a] != component[b] || above.least_shared(a, b)) continue;
            ++violations;
            witness w{detail::showing::keys(m, std::vector{a, b}) + ": no least common superior", {}, {a, b}};
            for (const auto of : {a, b})
                for (const auto& line : lines.out(of)) w.relations.push_back(line.relation);
            f.witnesses.push_back(std::move(w));
        }
    if (violations == 0)
        f.witnesses.push_back(
            {"every two that hang together have a least common superior", detail::showing::relations_of(lines), {}});
    f.figures = {{"pairs without a least upper bound", static_cast<double>(violations)},
                 {"pairs at most", static_cast<double>(most)}};
    f.value = 1 - static_cast<double>(violations) / static_cast<double>(most);
    return f;
}

CONCORDAT_INLINE finding hierarchy::operator()(const model& m) const {
    const auto lines = lines_of_accountability(m, services);
    if (lines.edge_count() == 0) return detail::showing::lacking("no relation accountable_to holds");
    const ancestry above(lines);
    finding f;
    std::size_t joined_pairs = 0, mutual_pairs = 0, circles = 0;
    std::vector<bool> told(lines.vertex_count(), false);
    for (actor_index a = 0; a < lines.vertex_count(); ++a) {
        std::vector<actor_index> circle{a};
        for (actor_index b = a + 1; b < lines.vertex_count(); ++b) {
            const bool up = above.reaches(a, b), down = above.reaches(b, a);
            if (up || down) ++joined_pairs;
            if (!up || !down) continue;
            ++mutual_pairs;
            circle.push_back(b);
        }
        if (circle.size() == 1 || told[a]) continue;
        ++circles;
        for (const auto member : circle) told[member] = true;
        f.witnesses.push_back(detail::circle_through(m, lines, a));
        if (circle.size() > f.witnesses.back().actors.size())
            f.witnesses.back().text += "; in circles together: " + detail::showing::keys(m, circle);
        f.witnesses.back().actors = std::move(circle);
    }
    if (circles == 0)
        f.witnesses.push_back({"nobody answers to itself in a circle", detail::showing::relations_of(lines), {}});
    f.figures = {{"circles", static_cast<double>(circles)}, {"pairs in circles", static_cast<double>(mutual_pairs)}};
    f.value = 1 - static_cast<double>(mutual_pairs) / static_cast<double>(joined_pairs);
    return f;
}

CONCORDAT_INLINE finding span_of_control::operator()(const model& m) const {
    const auto lines = lines_of_accountability(m, services);
    if (lines.edge_count() == 0) return detail::showing::lacking("no relation accountable_to holds");
    finding f;
    std::vector<std::size_t> spans;
    std::size_t widest = 0;
    for (actor_index a = 0; a < lines.vertex_count(); ++a) {
        witness w;
        for (const auto& report : lines.in(a)) {
            if (w.actors.empty() || w.actors.back() != report.to) w.actors.push_back(report.to);
            w.relations.push_back(report.relation);
        }
        if (w.actors.empty()) continue;
        spans.push_back(w.actors.size());
        widest = std::max(widest, spans.back());
        f.figures.push_back({detail::showing::key(m, a), static_cast<double>(spans.back())});
        w.text = detail::showing::key(m, a) + " <- " + detail::showing::keys(m, w.actors);
        f.witnesses.push_back(std::move(w));
    }
    std::sort(spans.begin(), spans.end());
    const auto n = spans.size();
    f.figures.push_back({"maximum", static_cast<double>(widest)});
    f.value = static_cast<double>(spans[(n - 1) / 2] + spans[n / 2]) / 2;
    return f;
}

}  // namespace concordat
