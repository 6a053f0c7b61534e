// SPDX-License-Identifier: Apache-2.0
/// `concordat verify`: do a run's inputs still stand, and does running it again give the same bytes?
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>

namespace concordat::cli {

struct verify_arguments {
    std::string record;
    std::string root;  ///< the directory below which the inputs lie; empty: looked for
};

/// Refused when anything differs; the answer says what.
[[nodiscard]] result<answer> perform(const verify_arguments&, const session&);

}  // namespace concordat::cli
