// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/collaboration.hpp"
#include "concordat/graph/network.hpp"
#include "concordat/graph/team.hpp"
#include "concordat/impl/graph_showing.hpp"
#include "concordat/impl/graph_team.ipp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::together {

/// Two positions, the lower first.
using pair_of = std::pair<actor_index, actor_index>;
[[nodiscard]] inline pair_of paired(actor_index a, actor_index b) { return {std::min(a, b), std::max(a, b)}; }

/// The relation that joins two actors in a network without direction; nothing where none does.
[[nodiscard]] inline std::optional<std::uint32_t> tie_between(const network& ties, actor_index a, actor_index b) {
    const auto row = ties.out(a);
    const auto at = std::lower_bound(row.begin(), row.end(), b, [](const arc& x, actor_index y) { return x.to < y; });
    if (at == row.end() || at->to != b) return std::nullopt;
    return at->relation;
}

[[nodiscard]] inline bool share_a_service(const relation& a, const relation& b) {
    if (a.services.empty()) return true;
    return std::any_of(a.services.begin(), a.services.end(), [&](const auto& s) { return b.covers(s); });
}

[[nodiscard]] inline bool share_an_age(const age_span& a, const age_span& b) {
    return std::max(a.from, b.from) < std::min(a.to, b.to);
}

/// Positions of the information ties that hold, by their two ends.
[[nodiscard]] inline std::vector<std::pair<pair_of, std::uint32_t>> information_ties(const model& m) {
    std::vector<std::pair<pair_of, std::uint32_t>> ties;
    for (const auto& r : m.relations(relation_type::shares_information_with))
        if (m.holds(r)) ties.emplace_back(paired(m.ends_of(r).from, m.ends_of(r).to), showing::position(m, r));
    std::sort(ties.begin(), ties.end());
    return ties;
}

/// The first tie along which information may follow a referral: between its ends, or their organisations, or one of
/// each.
[[nodiscard]] inline std::optional<std::uint32_t> tie_along(
    const model& m, const relation& referral, const std::vector<std::pair<pair_of, std::uint32_t>>& ties) {
    const auto [from, to] = m.ends_of(referral);
    for (const auto a : {from, m.legal_entity_of(from)})
        for (const auto b : {to, m.legal_entity_of(to)}) {
            const auto pair = paired(a, b);
            for (auto at = std::lower_bound(ties.begin(), ties.end(), std::pair(pair, 0U));
                 at != ties.end() && at->first == pair; ++at) {
                const auto& tie = m.relations()[at->second];
                if (share_a_service(tie, referral) && share_an_age(tie.ages, referral.ages)) return at->second;
            }
        }
    return std::nullopt;
}

/// Which pairs of organisations have a relation of these types between any of their actors, each with the first of
/// them.
using organisation_pairs = std::vector<std::pair<pair_of, std::uint32_t>>;
[[nodiscard]] inline organisation_pairs between_organisations(const model& m,
                                                              std::initializer_list<relation_type> types) {
    organisation_pairs pairs;
    for (const auto type : types)
        for (const auto& r : m.relations(type)) {
            const auto a = m.legal_entity_of(m.ends_of(r).from), b = m.legal_entity_of(m.ends_of(r).to);
            if (m.holds(r) && a != b) pairs.emplace_back(paired(a, b), showing::position(m, r));
        }
    std::sort(pairs.begin(), pairs.end());
    const auto same = [](const auto& x, const auto& y) { return x.first == y.first; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return pairs;
}

/// The planning bodies in which each organisation sits: those that it or its actors are members of, and itself.
[[nodiscard]] inline std::vector<std::vector<actor_index>> tables_of(const model& m) {
    std::vector<std::vector<actor_index>> tables(m.actors().size());
    for (actor_index a = 0; a < tables.size(); ++a) tables[a].push_back(a);
    for (const auto& r : m.relations(relation_type::member_of))
        if (m.holds(r)) tables[m.legal_entity_of(m.ends_of(r).from)].push_back(m.ends_of(r).to);
    for (auto& t : tables) std::sort(t.begin(), t.end());
    return tables;
}

/// The lowest position in both of two ascending lists.
[[nodiscard]] inline std::optional<actor_index> first_common(const std::vector<actor_index>& a,
                                                             const std::vector<actor_index>& b) {
    for (const auto x : a)
        if (std::binary_search(b.begin(), b.end(), x)) return x;
    return std::nullopt;
}

}  // namespace detail::together

CONCORDAT_INLINE finding team_information_density::operator()(const model& m) const {
    if (m.personas().empty()) return detail::showing::lacking("the model has no personas");
    finding f;
    double weight = 0, sum = 0, size = 0;
    for (const auto& family : m.personas()) {
        const auto team = team_around(m, family);
        f.figures.push_back({family.key + ": team", static_cast<double>(team.size())});
        if (team.size() < 2) {
            f.witnesses.push_back({family.key + ": a team of " + std::to_string(team.size()) + " has no pairs",
                                   detail::deliveries_of_team(m, family), team});
            continue;
        }
        const auto ties = simple_undirected(select(m, {{relation_type::shares_information_with}, {}, family.age}));
        witness w{family.key + ":", {}, team};
        std::size_t pairs = 0, informed = 0;
        for (std::size_t i = 0; i < team.size(); ++i)
            for (std::size_t j = i + 1; j < team.size(); ++j) {
                ++pairs;
                const auto tie = detail::together::tie_between(ties, team[i], team[j]);
                if (!tie) continue;
                w.text +=
                    (informed++ > 0 ? "; " : " ") + detail::showing::keys(m, std::vector{team[i], team[j]}, " -- ");
                w.relations.push_back(*tie);
            }
        w.text += informed == 0 ? " no pair shares information" : " share information";
        if (informed == 0) w.relations = detail::deliveries_of_team(m, family);
        f.witnesses.push_back(std::move(w));
        const double density = static_cast<double>(informed) / static_cast<double>(pairs);
        f.figures.push_back({family.key, density});
        weight += family.weight;
        sum += family.weight * density;
        size += family.weight * static_cast<double>(team.size());
    }
    if (weight > 0) {
        f.value = sum / weight;
        f.figures.push_back({"team", size / weight});
    } else {
        f.missing = "no family has a team of two or more around it";
    }
    return f;
}

CONCORDAT_INLINE finding referral_information_coverage::operator()(const model& m) const {
    const auto ties = detail::together::information_ties(m);
    finding f;
    std::size_t all = 0, covered = 0, across = 0, covered_across = 0;
    for (const auto& referral : m.relations(relation_type::refers_to)) {
        if (!m.holds(referral)) continue;
        const auto [from, to] = m.ends_of(referral);
        const bool crosses = m.legal_entity_of(from) != m.legal_entity_of(to);
        const auto tie = detail::together::tie_along(m, referral, ties);
        ++all;
        if (tie) ++covered;
        if (!crosses) continue;
        ++across;
        witness w{detail::showing::keys(m, std::vector{from, to}, " -> "),
                  {detail::showing::position(m, referral)},
                  {from, to}};
        if (tie) {
            ++covered_across;
            w.relations.push_back(*tie);
            const auto [a, b] = m.ends_of(m.relations()[*tie]);
            w.text += ": " + detail::showing::keys(m, std::vector{a, b}, " -- ") + " share information";
        } else {
            w.text += ": no information tie";
        }
        f.witnesses.push_back(std::move(w));
    }
    if (all > 0) f.figures.push_back({"all referrals", static_cast<double>(covered) / static_cast<double>(all)});
    f.figures.push_back({"referrals between organisations", static_cast<double>(across)});
    if (across == 0)
        f.missing = "no relation refers_to that holds crosses from one organisation to another";
    else
        f.value = static_cast<double>(covered_across) / static_cast<double>(across);
    return f;
}

CONCORDAT_INLINE finding planning_clustering::operator()(const model& m) const {
    const auto ties = simple_undirected(select(m, {{relation_type::plans_jointly_with}}));
    if (ties.edge_count() == 0) return detail::showing::lacking("no relation plans_jointly_with holds");
    finding f;
    std::size_t triples = 0, closed = 0, partners = 0;
    double local = 0;
    for (actor_index v = 0; v < ties.vertex_count(); ++v) {
        const auto row = ties.out(v);
        if (row.empty()) continue;
        const auto possible = row.size() * (row.size() - 1) / 2;
        ++partners;
        std::size_t here = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            for (std::size_t j = i + 1; j < row.size(); ++j) {
                const auto a = row[i].to, b = row[j].to;
                const auto third = detail::together::tie_between(ties, a, b);
                if (!third) continue;
                ++here;
                if (v < a)
                    f.witnesses.push_back({detail::showing::keys(m, std::vector{v, a, b}, " -- "),
                                           {row[i].relation, row[j].relation, *third},
                                           {v, a, b}});
            }
        triples += possible;
        closed += here;
        if (possible > 0) local += static_cast<double>(here) / static_cast<double>(possible);
    }
    f.figures = {{"mean local", detail::showing::mean(local, partners)},
                 {"triangles", static_cast<double>(f.witnesses.size())}};
    if (closed == 0) {
        f.witnesses.push_back({"no three plan with each other", detail::showing::relations_of(ties), {}});
        detail::sort_and_unify(f.witnesses.back().relations);
    }
    f.value = triples == 0 ? 0.0 : static_cast<double>(closed) / static_cast<double>(triples);
    return f;
}

CONCORDAT_INLINE finding planning_congruence::operator()(const model& m) const {
    using enum relation_type;
    const auto dependent = detail::together::between_organisations(m, {refers_to, funds, commissions});
    if (dependent.empty())
        return detail::showing::lacking(
            "no relation refers_to, funds or commissions that holds joins two organisations");
    const auto planned = detail::together::between_organisations(m, {plans_jointly_with});
    const auto tables = detail::together::tables_of(m);
    finding f;
    std::size_t together = 0;
    for (const auto& [pair, because] : dependent) {
        const auto [a, b] = pair;
        witness w{detail::showing::keys(m, std::vector{a, b}, " -- "), {because}, {a, b}};
        const auto at = std::lower_bound(planned.begin(), planned.end(), std::pair(pair, 0U));
        const bool jointly = at != planned.end() && at->first == pair;
        const auto table = detail::together::first_common(tables[a], tables[b]);
        if (jointly) w.relations.push_back(at->second);
        w.text += jointly ? " plan jointly"
                  : table ? " sit on " + detail::showing::key(m, *table)
                          : " do not plan together";
        if (jointly || table) ++together;
        f.witnesses.push_back(std::move(w));
    }
    f.figures = {{"pairs that depend on each other", static_cast<double>(dependent.size())},
                 {"of these, plan together", static_cast<double>(together)}};
    f.value = detail::showing::mean(static_cast<double>(together), dependent.size());
    return f;
}

}  // namespace concordat
