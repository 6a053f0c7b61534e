// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/area.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/model_area_rules.hpp"

#include <algorithm>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 4> delegation_states{"delegated", "not_delegated", "lead_agency",
                                                                   "unknown"};
inline constexpr std::array<std::string_view, 2> integration_models{"body_corporate", "lead_agency"};
inline constexpr std::array<std::string_view, 2> island_extents{"all", "part"};
}  // namespace detail::wording

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<delegation_state>() noexcept {
    return detail::wording::delegation_states;
}
CONCORDAT_INLINE std::string_view name(delegation_state w) noexcept {
    return detail::wording::delegation_states[static_cast<std::size_t>(w)];
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<integration_model>() noexcept {
    return detail::wording::integration_models;
}
CONCORDAT_INLINE std::string_view name(integration_model w) noexcept {
    return detail::wording::integration_models[static_cast<std::size_t>(w)];
}

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<island_extent>() noexcept {
    return detail::wording::island_extents;
}
CONCORDAT_INLINE std::string_view name(island_extent w) noexcept {
    return detail::wording::island_extents[static_cast<std::size_t>(w)];
}

CONCORDAT_INLINE const area* area_table::find(std::string_view area_key) const noexcept {
    const auto found = std::find_if(areas.begin(), areas.end(), [&](const area& a) { return a.key == area_key; });
    return found == areas.end() ? nullptr : &*found;
}

CONCORDAT_INLINE int year_of(const area_table& table, date day) noexcept {
    return day.month < table.first_month ? day.year - 1 : day.year;
}

CONCORDAT_INLINE bool is_silent(const area_table& table, const area& of, int year) {
    return std::none_of(of.delegations.begin(), of.delegations.end(), [&](const delegation& d) {
        return d.holds_in(year) && detail::arranging::decides(table, d.service);
    });
}

CONCORDAT_INLINE result<std::vector<arrangement_share>> arrangement_of(const area_table& table, const area& of,
                                                                       int year) {
    std::vector<arrangement_share> shares;
    for (const auto& rule : table.arrangements) {
        const auto same = [&](const arrangement_share& share) { return share.model == rule.model; };
        if (std::none_of(shares.begin(), shares.end(), same)) shares.push_back({rule.model, 0});
    }
    const auto rules = detail::arranging::rules_of(table);
    for (const auto& [combined, probability] : detail::arranging::combinations_of(table, of, year)) {
        const auto rule = rules.find(combined);
        if (rule == rules.end())
            return fail(errc::missing_value,
                        "area \"" + of.key + "\" in " + std::to_string(year) + ": " +
                            detail::arranging::no_rule_text(table, combined),
                        {}, of.where.at);
        for (auto& share : shares)
            if (share.model == rule->second->model) share.probability += probability;
    }
    std::erase_if(shares, [](const arrangement_share& share) { return share.probability <= 0; });
    // However many combinations lead to it, the only model is certain.
    if (shares.size() == 1) shares.front().probability = 1;
    return shares;
}

CONCORDAT_INLINE std::optional<year_span> years_of(const area_table& table) {
    std::optional<year_span> span;
    const auto take = [&](const std::optional<int>& year) {
        if (year && !span) span = year_span{*year, *year};
        if (year) span = year_span{std::min(span->first, *year), std::max(span->last, *year)};
    };
    for (const auto& each : table.areas)
        for (const auto& d : each.delegations)
            if (detail::arranging::decides(table, d.service)) {
                take(d.from);
                take(d.to);
            }
    return span;
}

CONCORDAT_INLINE result<arrangement_history> arrangements_over_years(const area_table& table) {
    arrangement_history history;
    const auto span = years_of(table);
    if (!span) return history;
    for (int year = span->first; year <= span->last; ++year) history.years.push_back(year);
    for (const auto& each : table.areas)
        for (const int year : history.years) {
            auto& cell = history.cells.emplace_back();
            if (is_silent(table, each, year)) continue;
            CONCORDAT_TRY(cell, arrangement_of(table, each, year));
        }
    return history;
}

}  // namespace concordat
