// SPDX-License-Identifier: Apache-2.0
/// What the measures of the graph layer say beside a number: keys, paths, what is missing. Internal to
/// `impl/graph_*.ipp`.
#pragma once

#include "concordat/graph/finding.hpp"
#include "concordat/graph/network.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::showing {

[[nodiscard]] inline finding lacking(std::string what) {
    finding f;
    f.missing = std::move(what);
    return f;
}

[[nodiscard]] inline const std::string& key(const model& m, actor_index a) { return m.actors()[a].key; }

[[nodiscard]] inline std::uint32_t position(const model& m, const relation& r) {
    return static_cast<std::uint32_t>(&r - m.relations().data());
}

/// Its parts as one text.
[[nodiscard]] inline std::string text(std::initializer_list<std::string_view> parts) {
    std::string whole;
    for (const auto part : parts) whole += part;
    return whole;
}

/// `ijb, sw, ts`, or with another text between.
[[nodiscard]] inline std::string keys(const model& m, std::span<const actor_index> actors,
                                      std::string_view between = ", ") {
    std::string listed;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (i > 0) listed += between;
        listed += key(m, actors[i]);
    }
    return listed;
}

[[nodiscard]] inline std::vector<actor_index> front_line(const model& m) {
    std::vector<actor_index> found;
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (m.actors()[a].level == level::frontline) found.push_back(a);
    return found;
}

/// Which actors a list of keys means. Keys that the model does not have mean nobody: an option may have abolished them.
[[nodiscard]] inline std::vector<bool> marked(const model& m, std::span<const std::string> listed) {
    std::vector<bool> marks(m.actors().size());
    for (const auto& one : listed)
        if (const auto a = m.index_of(one)) marks[*a] = true;
    return marks;
}

/// The mean of what was counted; `count` is above 0.
[[nodiscard]] inline double mean(double sum, std::size_t count) { return sum / static_cast<double>(count); }

inline constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

/// Fewest steps from some actors to each, and the arc by which each was first reached; rows are in order of key, so the
/// way kept is always the same.
struct steps {
    std::vector<std::uint32_t> count;  ///< `never` where no way leads
    std::vector<arc> back;             ///< to the actor before, by that relation
    [[nodiscard]] bool reaches(actor_index a) const { return count[a] != never; }
};

/// Breadth first. Actors for whom `passes` is false may be reached and are not walked through; starts always are.
template <class Passes>
[[nodiscard]] steps steps_from(const network& g, std::span<const actor_index> starts, Passes passes) {
    steps s{std::vector<std::uint32_t>(g.vertex_count(), never), std::vector<arc>(g.vertex_count())};
    std::vector<actor_index> queue(starts.begin(), starts.end());
    for (const auto start : starts) s.count[start] = 0;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const auto at = queue[next];
        if (s.count[at] > 0 && !passes(at)) continue;
        for (const auto& step : g.out(at)) {
            if (s.count[step.to] != never) continue;
            s.count[step.to] = s.count[at] + 1;
            s.back[step.to] = {at, step.relation};
            queue.push_back(step.to);
        }
    }
    return s;
}

[[nodiscard]] inline steps steps_from(const network& g, actor_index start) {
    return steps_from(g, std::span(&start, 1), [](actor_index) { return true; });
}

/// Every relation that leads on from some actors, near and far, ascending.
[[nodiscard]] inline std::vector<std::uint32_t> relations_from(const network& g, std::span<const actor_index> starts) {
    const auto up = steps_from(g, starts, [](actor_index) { return true; });
    std::vector<std::uint32_t> found;
    for (actor_index a = 0; a < g.vertex_count(); ++a)
        if (up.reaches(a))
            for (const auto& step : g.out(a)) found.push_back(step.relation);
    std::sort(found.begin(), found.end());
    return found;
}

/// Every relation of a directed network, in order of who it starts from.
[[nodiscard]] inline std::vector<std::uint32_t> relations_of(const network& g) {
    std::vector<std::uint32_t> found;
    found.reserve(g.edge_count());
    for (actor_index a = 0; a < g.vertex_count(); ++a)
        for (const auto& step : g.out(a)) found.push_back(step.relation);
    return found;
}

/// The way to an actor that was reached: `ts -> sw -> cou`.
[[nodiscard]] inline witness way_to(const model& m, const steps& s, actor_index target) {
    witness w;
    w.actors.push_back(target);
    for (auto at = target; s.count[at] > 0; at = s.back[at].to) {
        w.relations.push_back(s.back[at].relation);
        w.actors.push_back(s.back[at].to);
    }
    std::reverse(w.actors.begin(), w.actors.end());
    std::reverse(w.relations.begin(), w.relations.end());
    w.text = keys(m, w.actors, " -> ");
    return w;
}

}  // namespace concordat::detail::showing
