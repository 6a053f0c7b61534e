// SPDX-License-Identifier: Apache-2.0
/// `concordat apply`: the model after a stack of reforms, and what each step did.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat::cli {

struct apply_arguments {
    std::string model;
    std::vector<std::string> reforms;  ///< and transitions
    std::optional<date> at{};          ///< how far transitions have gone, and the day of the model
    std::string file;                  ///< where the model goes; empty: to stdout
};

[[nodiscard]] result<answer> perform(const apply_arguments&, const session&);

}  // namespace concordat::cli
