// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/evidence.hpp"

#include <array>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 3> sourcings{"official", "secondary", "background"};
}  // namespace detail::wording

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<sourcing>() noexcept {
    return detail::wording::sourcings;
}

CONCORDAT_INLINE std::string_view name(sourcing w) noexcept {
    return detail::wording::sourcings[static_cast<std::size_t>(w)];
}

}  // namespace concordat
