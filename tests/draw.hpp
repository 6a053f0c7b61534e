// SPDX-License-Identifier: Apache-2.0
/// A small drawing language for models in tests, so that a test reads like the domain:
///
///     draw(R"(
///         actors: council(mandate, local) ijb team(frontline, of council) family(public)
///         accountable_to: team -> ijb [children_social_work]; ijb -> council
///         funds: council -> team 200 term 3 ring_fenced
///         delivers: team -> family [social_work] 0-18 as lead_professional {act 4}
///         plans_jointly_with: council -- ijb
///         participates_in: family -> council standing lundy
///         personas: child(age 10, weight 1, needs social_work, entry team)
///         rights: start-help(team, for social_work)
///     )")
///
/// A line starts with its head and a colon; a line without one continues the head above. `;` is the same as a new line,
/// `#` starts a comment, and space parts words. Heads and what stands after them:
///
///     model: KEY          as_of: YYYY-MM-DD      resolution: national | body | team      universal: SERVICE…
///     actors: KEY(…)…     in the brackets, parted by commas: a level (local without one), mandate, statutory, of
///     ENTITY,
///                         kind KIND (body without one), team KEY, sector WORD, locality WORD, name WORD, {evidence}
///     TYPE: A, B -> C, D …   for every relation type; every A with every C, `--` for `->` where it holds both ways.
///     Then, in
///                         any order: [SERVICE…], AGE-AGE or AGE+, AMOUNT (in GBP_m/year of 2022, or unit UNIT), term
///                         YEARS, ring_fenced, as ROLE, law | guidance | practice, a status, from DAY, until DAY,
///                         standing, lundy (all four) or lundy(space voice …), {evidence}
///     personas: KEY(age A, weight W, needs SERVICE…, entry KEY…)…   an AGE-AGE after a service bounds that need, and
///     of AGE
///                         makes it somebody else's
///     rights: KEY(HOLDER, weight W, for SERVICE…)…
///     sources: KEY(official | secondary | background)…      assumptions: KEY(LEVEL)…
///
/// Evidence is `{SOURCE… LEVEL}` or `{assuming KEY}`. Kinds and services are declared by being used; actors, sources
/// and assumptions are not, so that a test can draw what dangles. Everything's `where` is `drawing`, line and column.
#pragma once

#include "concordat/model/model.hpp"

#include <string_view>

namespace concordat::testing {

/// What the drawing says, unchecked: for models that `model::make` is to refuse, or that are edited first.
/// Throws std::runtime_error with the line where the drawing itself is not in the language.
[[nodiscard]] model_parts draw_parts(std::string_view drawing);

/// The model of a drawing. Throws `failure` where `model::make` refuses it.
[[nodiscard]] model draw(std::string_view drawing);

}  // namespace concordat::testing
