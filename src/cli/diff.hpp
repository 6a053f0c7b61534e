// SPDX-License-Identifier: Apache-2.0
/// `concordat diff`: what differs between two models, studies or recorded runs, or what reforms change in a model; of
/// models also as a drawing, and as one graph for other programs.
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

enum class diff_form { table, json, gexf, svg };
inline constexpr std::array<std::string_view, 4> diff_form_words = {"table", "json", "gexf", "svg"};
/// Those that are a language of their own, which no other format can hold.
[[nodiscard]] constexpr bool is_own_language(diff_form form) noexcept {
    return form != diff_form::table && form != diff_form::json;
}

struct diff_arguments {
    std::string before;
    std::vector<std::string> after;  ///< one model, study or record, or reforms and transitions in order
    std::optional<date> at{};        ///< how far transitions have gone, and the day of both models
    diff_form form = diff_form::table;
    std::optional<layer_set> layers{};  ///< of a drawing: whose changes; without it, of every layer
    bool whole = false;                 ///< of a drawing: what does not change too
    std::string root;                   ///< where the inputs of a record lie; empty: looked for
    std::string root_before;            ///< likewise of the first record
};

[[nodiscard]] result<answer> perform(const diff_arguments&, const session&);

}  // namespace concordat::cli
