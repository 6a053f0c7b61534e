// SPDX-License-Identifier: Apache-2.0
/// `concordat rank`: any performance table, put to one method; without one, ranked with how sure each rank is. It needs
/// no model.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/io/method_settings.hpp"

#include <optional>
#include <string>

namespace concordat::cli {

struct rank_arguments {
    std::string table;
    std::optional<decision_method> method{};  ///< before the one that the table names
};

[[nodiscard]] result<answer> perform(const rank_arguments&, const session&);

}  // namespace concordat::cli
