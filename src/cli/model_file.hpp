// SPDX-License-Identifier: Apache-2.0
/// Where a command's resulting model goes: to stdout as TOML, or to a file that every other command reads.
#pragma once

#include "presentation.hpp"

#include "concordat/model/model.hpp"

#include <string>

namespace concordat::cli {

/// Puts the model into the answer; with a file, writes it there and says so. E602 where it cannot be written.
[[nodiscard]] status put_model(const std::string& file, const model&, answer&);

}  // namespace concordat::cli
