// SPDX-License-Identifier: Apache-2.0
/// The methods that a plain table can be put to by name, and what such a table says for their sake alone. What a file
/// left out is left out here too: each method has its own defaults, and tells which of them it used.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/normalisation.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace concordat {

enum class decision_method : std::uint8_t { additive, dominance, smaa };
/// As on the command line and in a file, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> decision_method_words = {"additive", "dominance", "smaa"};

[[nodiscard]] constexpr std::string_view name(decision_method method) noexcept {
    return decision_method_words[static_cast<std::size_t>(method)];
}

/// The table `[method]` of a file.
struct method_settings {
    std::optional<decision_method> method{};
    std::optional<normalisation> normalised{};
    std::optional<std::uint64_t> samples{};
    std::optional<std::uint64_t> seed{};
    source_pos where;  ///< of the table, or of the file that has none
};

}  // namespace concordat
