// SPDX-License-Identifier: Apache-2.0
/// `concordat check`: is a file well-formed, and what does it rest on?
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>
#include <vector>

namespace concordat::cli {

struct check_arguments {
    std::vector<std::string> files;
};

/// Every problem of every file, on stderr for people. Refused when there is an error; warnings alone are no reason.
[[nodiscard]] result<answer> perform(const check_arguments&, const session&);

}  // namespace concordat::cli
