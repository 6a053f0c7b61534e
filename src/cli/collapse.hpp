// SPDX-License-Identifier: Apache-2.0
/// `concordat collapse`: a model drawn more coarsely, narrowed to some services, or asked about other families.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/vocabulary.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli {

/// In the order of `resolution`.
inline constexpr std::array<std::string_view, 3> resolution_words{"national", "body", "team"};

struct collapse_arguments {
    std::string model;
    resolution to = resolution::body;
    std::vector<std::string> services;  ///< empty: all
    std::string families;               ///< a file; empty: the model's own
    std::string file;                   ///< where the model goes; empty: stdout
};

[[nodiscard]] result<answer> perform(const collapse_arguments&, const session&);

}  // namespace concordat::cli
