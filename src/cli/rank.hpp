// SPDX-License-Identifier: Apache-2.0
/// `concordat rank`: any performance table, put to one method; without one, ranked with how sure each rank is. It needs
/// no model.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/io/method_settings.hpp"

#include <optional>
#include <string>

namespace concordat::cli {

inline constexpr const char* method_help =
    "additive, dominance, topsis, vikor, promethee, electre1, electre2, electre3, electre_tri,\n"
    "smaa, ror, surrogate_weights, weight_stability or value_of_information, before the table's own";

struct rank_arguments {
    std::string table;
    std::optional<decision_method> method{};  ///< before the one that the table names
};

[[nodiscard]] result<answer> perform(const rank_arguments&, const session&);

}  // namespace concordat::cli
