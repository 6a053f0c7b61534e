// SPDX-License-Identifier: Apache-2.0
/// What `apply` and `diff` put on a model: reforms, and transitions as far as they have gone by a day.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/reform.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat::cli {

/// As of the day, where one is given; else as of its own.
[[nodiscard]] result<model> load_model_on(const std::string& file, std::optional<date> day);

/// Whether a file holds changes of a model, not a model.
[[nodiscard]] result<bool> is_change(const std::string& file);

/// In the order given. A transition without a day is refused: it says something else on each.
[[nodiscard]] result<std::vector<reform>> load_changes(const std::vector<std::string>& files, std::optional<date> day);

}  // namespace concordat::cli
