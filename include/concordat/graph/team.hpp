// SPDX-License-Identifier: Apache-2.0
/// Who helps a family, and through which doors it comes in: the ends between which the measures of access,
/// collaboration and accountability look. Only `delivers` relations that hold on the model's day and reach an actor of
/// level `public` are help; a delivery from one body to another is not.
#pragma once

#include "concordat/model/model.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace concordat {

/// The actors that deliver a needed service to the public, in ascending order; empty when nobody does. `age` is the
/// child's, in years; a need of somebody else in the family is met at that person's own age instead. Whether the need
/// lasts at that age is not asked: see `need::ages`. O(relations of type `delivers`).
[[nodiscard]] std::vector<actor_index> deliverers(const model&, const need&, double age);

/// The team around the child, TAC(f, a) in the study's notation: everybody who delivers a service that the family needs
/// when the child is of that age (the persona's own by default), ascending, each once. It is drawn from what is needed,
/// so it says who would be around the table, not who comes. O(needs · relations of type `delivers`).
[[nodiscard]] std::vector<actor_index> team_around(const model&, const persona&, std::optional<double> age = {});

/// Where the family comes in without being referred, ascending: the persona's own entries, and whoever delivers a
/// universal service to a child of the persona's age, since everybody of that age uses it. O(relations of type
/// `delivers`).
[[nodiscard]] std::vector<actor_index> entries(const model&, const persona&);

/// What a family must leave for a step from one actor to another to be a hand-off.
enum class unit_boundary : std::uint8_t {
    team,          ///< `actor::team`
    organisation,  ///< the legal entity
    sector,        ///< `actor::sector`, else that of the legal entity, else the legal entity itself
};
[[nodiscard]] std::string_view name(unit_boundary) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<unit_boundary>() noexcept;

/// The unit of every actor, by position: equal numbers are the same team, organisation or sector. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> units_of(const model&, unit_boundary);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_team.ipp"
#endif
