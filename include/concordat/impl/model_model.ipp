// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/model.hpp"

#include "concordat/impl/model_text.hpp"

#include <algorithm>

namespace concordat {

CONCORDAT_INLINE bool relation::covers(std::string_view service) const noexcept {
    return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
}

CONCORDAT_INLINE bool relation::holds_on(date day) const noexcept {
    const bool ended = status == standing::former && in_force.to;
    return (ended || status == standing::current || status == standing::pilot) && in_force.contains(day);
}

CONCORDAT_INLINE std::string identity_of(const decision_right& right) {
    return "decision right " + right.key + ": " + right.holder;
}

CONCORDAT_INLINE std::string identity(const relation& r) {
    const auto fields = detail::modelling::identity_view_of(r, true);
    std::string text(name(fields.type));
    text += ' ';
    text += fields.from;
    text += is_symmetric(r.type) ? " -- " : " -> ";
    text += fields.to;
    if (!r.services.empty()) {
        auto sorted = r.services;
        std::sort(sorted.begin(), sorted.end());
        text += " [" + joined(sorted, ", ") + ']';
    }
    if (!r.ages.is_all()) text += ' ' + detail::modelling::ages_text(r.ages);
    if (r.role) text += " as " + std::string(name(*r.role));
    return text;
}

CONCORDAT_INLINE std::span<const relation> model::relations(relation_type type) const noexcept {
    const auto first = first_of_type_[static_cast<std::size_t>(type)];
    const auto last = first_of_type_[static_cast<std::size_t>(type) + 1];
    return std::span(parts_.relations).subspan(first, last - first);
}

CONCORDAT_INLINE model model::dated(date day) const {
    model other = *this;
    other.parts_.as_of = day;
    for (std::size_t i = 0; i < holds_.size(); ++i) other.holds_[i] = parts_.relations[i].holds_on(day);
    return other;
}

CONCORDAT_INLINE const actor* model::find_actor(std::string_view key) const noexcept {
    return detail::modelling::find_by_key(parts_.actors, key);
}

CONCORDAT_INLINE std::optional<actor_index> model::index_of(std::string_view key) const noexcept {
    const auto* found = find_actor(key);
    if (found == nullptr) return std::nullopt;
    return static_cast<actor_index>(found - parts_.actors.data());
}

CONCORDAT_INLINE const source* model::find_source(std::string_view key) const noexcept {
    return detail::modelling::find_by_key(parts_.sources, key);
}

CONCORDAT_INLINE const assumption* model::find_assumption(std::string_view key) const noexcept {
    return detail::modelling::find_by_key(parts_.assumptions, key);
}

CONCORDAT_INLINE std::optional<int> model::level_of(const evidence& card) const noexcept {
    if (card.level) return card.level;
    const auto* rests_on = card.assumption.empty() ? nullptr : find_assumption(card.assumption);
    if (rests_on == nullptr) return std::nullopt;
    return rests_on->level;
}

}  // namespace concordat
