// SPDX-License-Identifier: Apache-2.0
/// The areas that one way of governing is a patchwork of: who is delegated what, where and since when, and which model
/// each area's arrangement stands for. What nobody's source says becomes a distribution over models by odds that the
/// file states; no area is given an arrangement in silence. It holds structure and a few figures for reading beside it,
/// and no outcome: those are indicators.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/facts.hpp"
#include "concordat/model/vocabulary.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Who holds a service in an area: the body that it was delegated to, the body that delegates (`not_delegated`), or a
/// lead agency, to which one of the two bodies handed it.
enum class delegation_state : std::uint8_t { delegated, not_delegated, lead_agency, unknown };
[[nodiscard]] std::string_view name(delegation_state) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<delegation_state>() noexcept;

/// How one service stands in an area, from a year up to but not including another; either may be open.
struct delegation {
    std::string service;
    delegation_state state = delegation_state::unknown;
    std::optional<int> from;
    std::optional<int> to;
    concordat::evidence evidence;
    std::string note;
    origin where;
    friend bool operator==(const delegation&, const delegation&) = default;

    [[nodiscard]] bool holds_in(int year) const noexcept { return (!from || *from <= year) && (!to || year < *to); }
};

/// A number about an area and the year it is of.
struct area_figure {
    double value = 0;
    std::string unit;
    int year = 0;
    concordat::evidence evidence;
    friend bool operator==(const area_figure&, const area_figure&) = default;
};

/// How an area's people spread over the six classes from large urban to remote rural, in percent; they sum to 100 but
/// for rounding. `kind` is the class in words.
struct rurality {
    std::array<double, 6> shares{};
    std::string kind;
    int year = 0;
    concordat::evidence evidence;
    friend bool operator==(const rurality&, const rurality&) = default;
};

/// Where an area stands on a map of equal tiles, from 1 at the top left, and its two or three letters.
struct tile_place {
    int row = 0;
    int column = 0;
    std::string label;
    friend bool operator==(const tile_place&, const tile_place&) = default;
};

/// By what kind of body council and health board act together.
enum class integration_model : std::uint8_t { body_corporate, lead_agency };
[[nodiscard]] std::string_view name(integration_model) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<integration_model>() noexcept;

/// `established`: the day on which that body was, where it is known.
struct area_integration {
    integration_model by = integration_model::body_corporate;
    concordat::evidence evidence;
    friend bool operator==(const area_integration&, const area_integration&) = default;
};
struct establishment {
    date day;
    concordat::evidence evidence;
    friend bool operator==(const establishment&, const establishment&) = default;
};

/// Whether people of the area live on islands: all of them, or some.
enum class island_extent : std::uint8_t { all, part };
[[nodiscard]] std::string_view name(island_extent) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<island_extent>() noexcept;

struct area_islands {
    island_extent extent = island_extent::part;
    concordat::evidence evidence;
    friend bool operator==(const area_islands&, const area_islands&) = default;
};

struct area {
    std::string key;
    std::string name;
    std::string code;  ///< of the statistics office
    std::optional<tile_place> tile;
    std::string health_board;
    std::string health_board_code;
    std::string partnership;
    std::string partnership_code;
    std::optional<area_integration> integration;
    std::optional<establishment> established;
    std::optional<area_figure> population;           ///< persons
    std::optional<area_figure> population_under_18;  ///< persons
    std::optional<area_figure> most_deprived_fifth;
    std::optional<area_figure> most_deprived_fifth_children;
    std::optional<concordat::rurality> rurality;
    std::vector<delegation> delegations;  ///< spans of one service do not overlap
    concordat::evidence evidence;         ///< of the code and of the health board
    concordat::evidence partnership_evidence;
    std::string note;
    origin where;
    std::optional<area_islands> islands{};  ///< nothing: not stated, which is not the same as none
    friend bool operator==(const area&, const area&) = default;
};

/// Which model stands for a combination: the services that are delegated or with a lead agency, and whether one of them
/// is with a lead agency. Several rules may name one model, as where a combination has none of its own.
struct arrangement_rule {
    std::string model;
    std::vector<std::string> delegated;
    bool lead = false;
    concordat::evidence evidence;
    std::string note;
    origin where;
    friend bool operator==(const arrangement_rule&, const arrangement_rule&) = default;
};

/// A probability that somebody stated because no source gives it.
struct stated_odds {
    double value = 0;
    concordat::evidence evidence;
    friend bool operator==(const stated_odds&, const stated_odds&) = default;
};

struct area_table {
    std::string key;
    std::string title;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<std::string> known_services;  ///< of the vocabulary: what a delegation may name
    /// Those that decide which model an area has. Delegations of others are kept, and decide nothing.
    std::vector<std::string> services;
    int first_month = 1;  ///< in which a year of this table begins: 4 for financial years
    std::vector<arrangement_rule> arrangements;
    stated_odds unknown;     ///< that a service whose state is unknown is delegated
    stated_odds background;  ///< that a state known at level 1 or less is as stated
    std::vector<area> areas;
    std::string indicators;  ///< key of the table of indicators; empty: none
    origin where;
    friend bool operator==(const area_table&, const area_table&) = default;

    /// Null when there is none. O(areas).
    [[nodiscard]] const area* find(std::string_view area_key) const noexcept;
};

/// How many services may decide the arrangement (E701): an area can be in 2^services combinations at once.
inline constexpr std::size_t most_deciding_services = 8;

/// How many areas a table may have (E701).
inline constexpr std::size_t most_areas = 1000;

/// The table, or all that is wrong with it: an area or tile place that stands twice (E206), a service that the
/// vocabulary or the list of deciding services lacks (E301), spans of one service that overlap or end before they begin
/// (E405), shares that do not sum to 100 (E401), two rules for one combination (E206), a combination that some area can
/// be in, in a year that the table speaks of, and that no rule names (E410). O(areas × years × 2^services).
[[nodiscard]] result<area_table> check(area_table);

/// The year of the table in which a day lies: with `first_month` 4, February 2024 lies in 2023.
[[nodiscard]] int year_of(const area_table&, date) noexcept;

/// Everything that the table states, each delegation and figure by itself.
[[nodiscard]] fact_list facts_of(const area_table&);

struct arrangement_share {
    std::string model;
    double probability = 0;
    friend bool operator==(const arrangement_share&, const arrangement_share&) = default;
};

/// What an area's arrangement is in a year, as a distribution over models: every model that it can be, in the order in
/// which the rules first name them. An unknown service (stated so, or of which nothing is said for that year) is
/// delegated with the odds `unknown`; a state known at level 1 or less, or without evidence, is as stated with the odds
/// `background`, and else the opposite (delegated or with a lead agency: not delegated; not delegated: delegated);
/// every other state is certain. Services are independent. The probabilities sum to 1 to 1e-12, and a model that is the
/// only one has exactly 1. A combination that no rule names is E410. O(2^services).
[[nodiscard]] result<std::vector<arrangement_share>> arrangement_of(const area_table&, const area&, int year);

/// Whether anything at all is said of the deciding services of an area in that year.
[[nodiscard]] bool is_silent(const area_table&, const area&, int year);

/// The first and the last year in which a deciding service changes anywhere; nothing when no delegation has a year.
struct year_span {
    int first = 0;
    int last = 0;
    friend bool operator==(const year_span&, const year_span&) = default;
};
[[nodiscard]] std::optional<year_span> years_of(const area_table&);

/// Arrangements year by year: a cell for each area, in the order of the table, and year of `years`. Empty cells:
/// nothing is said (see `is_silent`).
struct arrangement_history {
    std::vector<int> years;
    std::vector<std::vector<arrangement_share>> cells;  ///< area by year
    [[nodiscard]] const std::vector<arrangement_share>& at(std::size_t area_at, std::size_t year_at) const {
        return cells[area_at * years.size() + year_at];
    }
};
/// Every year of `years_of`. O(areas × years × 2^services).
[[nodiscard]] result<arrangement_history> arrangements_over_years(const area_table&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_area.ipp"
#include "concordat/impl/model_area_check.ipp"
#include "concordat/impl/model_area_facts.ipp"
#endif
