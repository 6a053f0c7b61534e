// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/evaluation.hpp"

#include "concordat/core/text.hpp"

#include <array>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 6> evaluation_designs{
    "randomised_trial", "quasi_experiment", "comparison_group", "before_after", "no_comparison", "not_seen"};
inline constexpr std::array<std::string_view, 5> effect_directions{"positive", "negative", "mixed", "none",
                                                                   "not_known"};
inline constexpr std::array<std::string_view, 3> evaluation_statuses{"published", "running", "stopped"};
}  // namespace detail::wording

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<evaluation_design>() noexcept {
    return detail::wording::evaluation_designs;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<effect_direction>() noexcept {
    return detail::wording::effect_directions;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<evaluation_status>() noexcept {
    return detail::wording::evaluation_statuses;
}

CONCORDAT_INLINE std::string_view name(evaluation_design w) noexcept {
    return detail::wording::evaluation_designs[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(effect_direction w) noexcept {
    return detail::wording::effect_directions[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(evaluation_status w) noexcept {
    return detail::wording::evaluation_statuses[static_cast<std::size_t>(w)];
}

CONCORDAT_INLINE std::string describe(const published_effect& effect) {
    std::string text = effect.value ? plain(*effect.value) + " " + effect.unit : std::string();
    if (effect.interval) text += ", " + plain(effect.interval->low) + " to " + plain(effect.interval->high);
    if (!effect.groups) return text;
    if (!text.empty()) text += "; ";
    text += "with " + plain(effect.groups->with) + ", without " + plain(effect.groups->without);
    return effect.value ? text : text + " " + effect.unit;
}

}  // namespace concordat
