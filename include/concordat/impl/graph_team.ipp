// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/team.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace concordat {

namespace detail {

inline constexpr std::array<std::string_view, 3> unit_boundary_words{"team", "organisation", "sector"};

inline void sort_and_unify(std::vector<std::uint32_t>& positions) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

/// Calls `then` with each relation that delivers the service to somebody of that age.
template <class Then>
void for_each_delivery(const model& m, std::string_view service, double age, Then then) {
    for (const auto& r : m.relations(relation_type::delivers)) {
        if (!m.holds(r) || !r.ages.contains(age) || !r.covers(service)) continue;
        if (m.actors()[m.ends_of(r).to].level == level::public_) then(r);
    }
}

/// Appends who delivers the service to somebody of that age, in no order and perhaps twice.
inline void append_deliverers(const model& m, std::string_view service, double age, std::vector<actor_index>& to) {
    for_each_delivery(m, service, age, [&](const relation& r) { to.push_back(m.ends_of(r).from); });
}

/// The relations by which a need is met at that age of the child, ascending, each with who delivers.
[[nodiscard]] inline std::vector<std::pair<actor_index, std::uint32_t>> deliveries_for(const model& m, const need& n,
                                                                                       double age) {
    std::vector<std::pair<actor_index, std::uint32_t>> found;
    for_each_delivery(m, n.service, n.recipient_age ? *n.recipient_age : age, [&](const relation& r) {
        found.emplace_back(m.ends_of(r).from, static_cast<std::uint32_t>(&r - m.relations().data()));
    });
    std::sort(found.begin(), found.end());
    return found;
}

/// The relations that make the team around a family of the persona's age, ascending.
[[nodiscard]] inline std::vector<std::uint32_t> deliveries_of_team(const model& m, const persona& family) {
    std::vector<std::uint32_t> found;
    for (const auto& n : family.needs)
        if (n.ages.contains(family.age))
            for (const auto& [deliverer, relation] : deliveries_for(m, n, family.age)) found.push_back(relation);
    sort_and_unify(found);
    return found;
}

}  // namespace detail

CONCORDAT_INLINE std::vector<actor_index> deliverers(const model& m, const need& n, double age) {
    std::vector<actor_index> found;
    detail::append_deliverers(m, n.service, n.recipient_age ? *n.recipient_age : age, found);
    detail::sort_and_unify(found);
    return found;
}

CONCORDAT_INLINE std::vector<actor_index> team_around(const model& m, const persona& family,
                                                      std::optional<double> age) {
    const double of_child = age ? *age : family.age;
    std::vector<actor_index> team;
    for (const auto& n : family.needs)
        if (n.ages.contains(of_child))
            detail::append_deliverers(m, n.service, n.recipient_age ? *n.recipient_age : of_child, team);
    detail::sort_and_unify(team);
    return team;
}

CONCORDAT_INLINE std::vector<actor_index> entries(const model& m, const persona& family) {
    std::vector<actor_index> doors;
    for (const auto& key : family.entries)
        if (const auto door = m.index_of(key)) doors.push_back(*door);
    for (const auto& offered : m.services())
        if (offered.universal) detail::append_deliverers(m, offered.key, family.age, doors);
    detail::sort_and_unify(doors);
    return doors;
}

CONCORDAT_INLINE std::string_view name(unit_boundary b) noexcept {
    return detail::unit_boundary_words[static_cast<std::size_t>(b)];
}

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<unit_boundary>() noexcept {
    return detail::unit_boundary_words;
}

CONCORDAT_INLINE std::vector<std::uint32_t> units_of(const model& m, unit_boundary boundary) {
    const auto actors = m.actors();
    std::vector<std::uint32_t> units(actors.size());
    if (boundary == unit_boundary::organisation) {
        for (actor_index a = 0; a < actors.size(); ++a) units[a] = m.legal_entity_of(a);
        return units;
    }
    std::vector<std::string_view> labels(actors.size());
    for (actor_index a = 0; a < actors.size(); ++a) {
        const auto& entity = actors[m.legal_entity_of(a)];
        if (boundary == unit_boundary::team)
            labels[a] = actors[a].team.empty() ? actors[a].key : actors[a].team;
        else
            labels[a] = !actors[a].sector.empty() ? actors[a].sector
                        : !entity.sector.empty()  ? entity.sector
                                                  : entity.key;
    }
    auto distinct = labels;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (actor_index a = 0; a < actors.size(); ++a)
        units[a] = static_cast<std::uint32_t>(std::lower_bound(distinct.begin(), distinct.end(), labels[a]) -
                                              distinct.begin());
    return units;
}

}  // namespace concordat
