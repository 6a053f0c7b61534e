// SPDX-License-Identifier: Apache-2.0
/// `concordat show`: a model as a table, JSON, a graph for other programs, or TOML.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <array>
#include <string>
#include <string_view>

namespace concordat::cli {

enum class model_form { table, json, graphml, dot, toml };
inline constexpr std::array<std::string_view, 5> model_form_words = {"table", "json", "graphml", "dot", "toml"};

struct show_arguments {
    std::string model;
    model_form form = model_form::table;
};

[[nodiscard]] result<answer> perform(const show_arguments&, const session&);

}  // namespace concordat::cli
