// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/vocabulary.hpp"

namespace concordat {

namespace detail::wording {

inline constexpr std::array<std::string_view, relation_type_count> relation_types{"accountable_to",
                                                                                  "directs",
                                                                                  "appoints",
                                                                                  "employs",
                                                                                  "delegates_to",
                                                                                  "funds",
                                                                                  "commissions",
                                                                                  "refers_to",
                                                                                  "delivers",
                                                                                  "shares_information_with",
                                                                                  "plans_jointly_with",
                                                                                  "member_of",
                                                                                  "inspects",
                                                                                  "audits",
                                                                                  "registers",
                                                                                  "monitors",
                                                                                  "participates_in",
                                                                                  "advocates_for",
                                                                                  "advises"};
inline constexpr std::array<std::string_view, layer_count> layers{
    "accountability", "delegation", "money", "referral", "delivery", "information", "planning", "scrutiny", "voice"};
inline constexpr std::array<std::string_view, 5> levels{"national", "regional", "local", "frontline", "public"};
inline constexpr std::array<std::string_view, 3> resolutions{"national", "body", "team"};
inline constexpr std::array<std::string_view, 5> standings{"current", "former", "pilot", "proposed", "prospective"};
inline constexpr std::array<std::string_view, 3> bases{"law", "guidance", "practice"};
inline constexpr std::array<std::string_view, 2> practice_roles{"named_person", "lead_professional"};
inline constexpr std::array<std::string_view, 5> holdings{"accountable", "delivers", "funds", "commissions", "decides"};

/// Every relation type in the order of its enumerators, which keeps the types of a layer together.
inline constexpr std::array<relation_type, relation_type_count> all_types = [] {
    std::array<relation_type, relation_type_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<relation_type>(i);
    return all;
}();

/// Where each layer's types begin in `all_types`; one past the end last.
inline constexpr std::array<std::uint8_t, layer_count + 1> first_type_of_layer{0, 4, 5, 7, 8, 9, 10, 12, 16, 19};

}  // namespace detail::wording

CONCORDAT_INLINE layer layer_of(relation_type type) noexcept {
    std::size_t i = 0;
    while (static_cast<std::size_t>(type) >= detail::wording::first_type_of_layer[i + 1]) ++i;
    return static_cast<layer>(i);
}

CONCORDAT_INLINE std::vector<layer> common(layer_set a, layer_set b) {
    std::vector<layer> both;
    for (std::size_t i = 0; i < layer_count; ++i)
        if (const auto one = static_cast<layer>(i); a.contains(one) && b.contains(one)) both.push_back(one);
    return both;
}

CONCORDAT_INLINE std::string text_of(layer_set set) {
    std::string text;
    for (const auto one : common(set, set)) (text += text.empty() ? "" : ", ") += name(one);
    return text;
}

CONCORDAT_INLINE bool is_symmetric(relation_type type) noexcept {
    return type == relation_type::shares_information_with || type == relation_type::plans_jointly_with;
}

CONCORDAT_INLINE std::span<const relation_type> types_of(layer which) noexcept {
    const auto first = detail::wording::first_type_of_layer[static_cast<std::size_t>(which)];
    const auto last = detail::wording::first_type_of_layer[static_cast<std::size_t>(which) + 1];
    return std::span(detail::wording::all_types).subspan(first, last - first);
}

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<relation_type>() noexcept {
    return detail::wording::relation_types;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<layer>() noexcept {
    return detail::wording::layers;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<level>() noexcept {
    return detail::wording::levels;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<resolution>() noexcept {
    return detail::wording::resolutions;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<standing>() noexcept {
    return detail::wording::standings;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<basis>() noexcept {
    return detail::wording::bases;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<practice_role>() noexcept {
    return detail::wording::practice_roles;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<holding>() noexcept {
    return detail::wording::holdings;
}

CONCORDAT_INLINE std::string_view name(relation_type w) noexcept {
    return detail::wording::relation_types[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(layer w) noexcept {
    return detail::wording::layers[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(level w) noexcept {
    return detail::wording::levels[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(resolution w) noexcept {
    return detail::wording::resolutions[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(standing w) noexcept {
    return detail::wording::standings[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(basis w) noexcept { return detail::wording::bases[static_cast<std::size_t>(w)]; }
CONCORDAT_INLINE std::string_view name(practice_role w) noexcept {
    return detail::wording::practice_roles[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(holding w) noexcept {
    return detail::wording::holdings[static_cast<std::size_t>(w)];
}

}  // namespace concordat
