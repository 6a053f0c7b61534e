// SPDX-License-Identifier: Apache-2.0
/// `concordat diff`: what differs between two models, studies or recorded runs, or what reforms change in a model; of
/// models also as one graph for other programs.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/date.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli {

enum class diff_form { table, gexf };
inline constexpr std::array<std::string_view, 2> diff_form_words = {"table", "gexf"};

struct diff_arguments {
    std::string before;
    std::vector<std::string> after;  ///< one model, study or record, or reforms and transitions in order
    std::optional<date> at{};        ///< how far transitions have gone, and the day of both models
    diff_form form = diff_form::table;
    std::string root;                ///< where the inputs of a record lie; empty: looked for
    std::string root_before;         ///< likewise of the first record
};

[[nodiscard]] result<answer> perform(const diff_arguments&, const session&);

}  // namespace concordat::cli
