// SPDX-License-Identifier: Apache-2.0
/// `concordat rank`: any performance table, ranked, with how sure each rank is. It needs no model.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <array>
#include <string>
#include <string_view>

namespace concordat::cli {

enum class ranking_method { additive };
inline constexpr std::array<std::string_view, 1> ranking_method_words = {"additive"};

struct rank_arguments {
    std::string table;
    ranking_method method = ranking_method::additive;
};

[[nodiscard]] result<answer> perform(const rank_arguments&, const session&);

}  // namespace concordat::cli
