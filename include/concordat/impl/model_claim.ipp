// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/claim.hpp"

#include <array>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 3> claim_sides{"for", "against", "mixed"};
}  // namespace detail::wording

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<claim_side>() noexcept {
    return detail::wording::claim_sides;
}

CONCORDAT_INLINE std::string_view name(claim_side w) noexcept {
    return detail::wording::claim_sides[static_cast<std::size_t>(w)];
}

}  // namespace concordat
