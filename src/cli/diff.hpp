// SPDX-License-Identifier: Apache-2.0
/// `concordat diff`: what differs between two models, or what reforms change in one.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>
#include <vector>

namespace concordat::cli {

struct diff_arguments {
    std::string before;
    std::vector<std::string> after;  ///< one model, or reforms in order
};

[[nodiscard]] result<answer> perform(const diff_arguments&, const session&);

}  // namespace concordat::cli
