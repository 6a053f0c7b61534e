// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/accountability.hpp"
#include "concordat/graph/dominance.hpp"
#include "concordat/graph/team.hpp"
#include "concordat/impl/graph_showing.hpp"
#include "concordat/impl/graph_team.ipp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace concordat {

namespace detail {

/// The lines and dominators for a child of one age. Most models bound no line by age, and then one tree serves every
/// persona.
class trees_by_age {
public:
    trees_by_age(const model& m, const std::vector<std::string>& services) : model_(m), services_(services) {
        const auto lines = m.relations(relation_type::accountable_to);
        aged_ = std::any_of(lines.begin(), lines.end(), [&](const auto& r) { return m.holds(r) && !r.ages.is_all(); });
    }

    struct entry {
        network lines;
        dominator_tree tree;
    };
    [[nodiscard]] const entry& at(double age) {
        if (!kept_ || (aged_ && age != kept_age_)) {
            auto lines = lines_of_accountability(model_, services_, aged_ ? std::optional(age) : std::nullopt);
            dominator_tree tree(lines, mandates(model_));
            kept_.emplace(entry{std::move(lines), std::move(tree)});
            kept_age_ = age;
        }
        return *kept_;
    }

private:
    const model& model_;
    const std::vector<std::string>& services_;
    bool aged_ = false;
    double kept_age_ = 0;
    std::optional<entry> kept_;
};

/// The lines from each of a team up to their common body, as one witness.
[[nodiscard]] inline witness lines_to_common(const model& m, const network& lines, std::span<const actor_index> team,
                                             actor_index body) {
    witness w{showing::keys(m, team) + " -> " + showing::key(m, body), {}, {team.begin(), team.end()}};
    w.actors.push_back(body);
    for (const auto member : team) {
        const auto way = showing::way_to(m, showing::steps_from(lines, member), body);
        w.relations.insert(w.relations.end(), way.relations.begin(), way.relations.end());
    }
    std::sort(w.relations.begin(), w.relations.end());
    w.relations.erase(std::unique(w.relations.begin(), w.relations.end()), w.relations.end());
    return w;
}

[[nodiscard]] inline std::string why_none_in_common(const model& m, const dominator_tree& tree,
                                                    std::span<const actor_index> team) {
    if (team.empty()) return "nobody delivers what is needed";
    std::vector<actor_index> loose;
    std::copy_if(team.begin(), team.end(), std::back_inserter(loose), [&](auto a) { return !tree.has_line(a); });
    if (!loose.empty()) return showing::keys(m, loose) + ": no line at all to a mandate";
    return showing::keys(m, team) + ": no body below the mandates is on every line";
}

/// Mean steps in the dominator tree from the team to its body.
[[nodiscard]] inline double depth_below(const dominator_tree& tree, std::span<const actor_index> team,
                                        actor_index body) {
    double steps = 0;
    for (const auto member : team) steps += static_cast<double>(tree.depth(member) - tree.depth(body));
    return showing::mean(steps, team.size());
}

}  // namespace detail

CONCORDAT_INLINE std::optional<actor_index> lowest_common_body(const model& m, std::span<const actor_index> actors,
                                                               const std::vector<std::string>& services) {
    return dominator_tree(lines_of_accountability(m, services), mandates(m)).lowest_common(actors);
}

CONCORDAT_INLINE finding common_accountable_body::operator()(const model& m) const {
    if (m.personas().empty()) return detail::showing::lacking("the model has no personas");
    if (mandates(m).empty()) return detail::showing::lacking("no actor has a mandate");
    if (lines_of_accountability(m, services).edge_count() == 0)
        return detail::showing::lacking("no relation accountable_to holds for the services asked for");
    finding f;
    detail::trees_by_age trees(m, services);
    double weight = 0, with_body = 0, depth = 0, without_team = 0;
    for (const auto& family : m.personas()) {
        weight += family.weight;
        const auto team = team_around(m, family);
        const auto& [lines, tree] = trees.at(family.age);
        const auto body = tree.lowest_common(team);
        f.figures.push_back({family.key, body ? 1.0 : 0.0});
        if (team.empty()) without_team += family.weight;
        if (!body) {
            auto followed = detail::showing::relations_from(lines, team);
            if (followed.empty()) followed = detail::deliveries_of_team(m, family);
            f.witnesses.push_back(
                {family.key + ": " + detail::why_none_in_common(m, tree, team), std::move(followed), team});
            continue;
        }
        with_body += family.weight;
        depth += family.weight * detail::depth_below(tree, team, *body);
        f.witnesses.push_back(detail::lines_to_common(m, lines, team, *body));
        f.witnesses.back().text = family.key + ": " + f.witnesses.back().text;
    }
    if (weight <= 0) return detail::showing::lacking("the personas weigh nothing");
    if (with_body > 0) f.figures.push_back({"depth", depth / with_body});
    f.figures.push_back({"without a team", without_team / weight});
    f.value = with_body / weight;
    return f;
}

}  // namespace concordat
