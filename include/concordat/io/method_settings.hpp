// SPDX-License-Identifier: Apache-2.0
/// The methods that a plain table can be put to by name, and what such a table says for their sake alone. What a file
/// left out is left out here too: each method has its own defaults, and tells which of them it used.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/electre1.hpp"
#include "concordat/decide/normalisation.hpp"
#include "concordat/decide/ordinal_regression.hpp"
#include "concordat/decide/promethee.hpp"
#include "concordat/decide/threshold.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

enum class decision_method : std::uint8_t {
    additive,
    dominance,
    topsis,
    vikor,
    promethee,
    electre1,
    electre2,
    electre3,
    electre_tri,
    smaa,
    ror,                   ///< robust ordinal regression
    surrogate_weights,     ///< weights out of an order
    weight_stability,      ///< how far each weight can move before another option comes first
    value_of_information,  ///< what it would be worth to know the cells
};
/// As on the command line and in a file, in the order of the enumerators.
inline constexpr std::array<std::string_view, 14> decision_method_words = {
    "additive", "dominance",   "topsis", "vikor", "promethee",         "electre1",         "electre2",
    "electre3", "electre_tri", "smaa",   "ror",   "surrogate_weights", "weight_stability", "value_of_information"};

[[nodiscard]] constexpr std::string_view name(decision_method method) noexcept {
    return decision_method_words[static_cast<std::size_t>(method)];
}

/// What a table says of one criterion for the methods that compare differences.
struct criterion_settings {
    std::optional<threshold> q{};  ///< indifference
    std::optional<threshold> p{};  ///< preference
    std::optional<threshold> v{};  ///< veto
    std::optional<preference_function> function{};
    std::optional<double> s{};
    source_pos where;
};

/// The lower bound of a category.
struct category_profile {
    std::string key;
    std::vector<double> values;  ///< by criterion
};

/// The table `[method]` of a file.
struct method_settings {
    std::optional<decision_method> method{};
    std::optional<normalisation> normalised{};
    std::optional<std::uint64_t> samples{};
    std::optional<std::uint64_t> seed{};

    std::optional<double> v{};  ///< of VIKOR
    std::optional<double> concordance{}, discordance{};
    std::optional<double> strong_concordance{}, middle_concordance{}, weak_concordance{};
    std::optional<double> loose_discordance{}, tight_discordance{};
    std::optional<discordance_scale> scale{};
    std::optional<double> alpha{}, beta{};
    std::vector<category_profile> profiles;  ///< the worst first
    std::optional<double> cut{};
    std::vector<reference_statement> statements;
    source_pos where;  ///< of the table, or of the file that has none
};

}  // namespace concordat
