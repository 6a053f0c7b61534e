// SPDX-License-Identifier: Apache-2.0
/// `concordat show`: a model as a table, JSON, a graph for other programs, a drawing, or TOML; a reform, a case,
/// claims, areas or indicators as tables or JSON; of several cases, the figures that may be compared.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/vocabulary.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli {

enum class model_form { table, json, graphml, gexf, dot, toml, svg };
inline constexpr std::array<std::string_view, 7> model_form_words = {"table", "json", "graphml", "gexf",
                                                                     "dot",   "toml", "svg"};
/// Those that are a language of their own, which no other format can hold.
[[nodiscard]] constexpr bool is_own_language(model_form form) noexcept {
    return form != model_form::table && form != model_form::json;
}

struct show_arguments {
    std::vector<std::string> files;  ///< one of any kind that can be shown, or several cases
    model_form form = model_form::table;
    std::optional<layer_set> layers{};  ///< of a drawing; without it, who answers to whom
    std::optional<int> year{};          ///< of a table of areas
    std::string area;                   ///< of a table of indicators; empty: all
    std::string indicator;
};

[[nodiscard]] result<answer> perform(const show_arguments&, const session&);

}  // namespace concordat::cli
