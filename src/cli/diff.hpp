// SPDX-License-Identifier: Apache-2.0
/// `concordat diff`: what differs between two models or two studies, or what reforms change in a model, also as a
/// drawing.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/date.hpp"
#include "concordat/model/vocabulary.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli {

enum class diff_form { table, json, svg };
inline constexpr std::array<std::string_view, 3> diff_form_words = {"table", "json", "svg"};

struct diff_arguments {
    std::string before;
    std::vector<std::string> after;  ///< one model or study, or reforms and transitions in order
    std::optional<date> at{};        ///< how far transitions have gone, and the day of both models
    diff_form form = diff_form::table;
    std::optional<layer_set> layers{};  ///< of a drawing: whose changes; without it, of every layer
    bool whole = false;                 ///< of a drawing: what does not change too
};

[[nodiscard]] result<answer> perform(const diff_arguments&, const session&);

}  // namespace concordat::cli
