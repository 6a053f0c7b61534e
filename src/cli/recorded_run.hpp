// SPDX-License-Identifier: Apache-2.0
/// What a record names, as it lies on this machine: the study and its inputs, and the outputs beside the record.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/record.hpp"

#include <optional>
#include <string>

namespace concordat::cli {

/// The directory that holds the study by its key: `given`, else the first of those where people keep models.
[[nodiscard]] result<std::string> find_root(const std::string& record, const std::string& given,
                                            const std::string& study_key);

/// The file as it is now, marked; nothing when it cannot be read.
[[nodiscard]] std::optional<file_mark> mark_now(const std::string& name, const std::string& path);

/// Names in a record are somebody's input: none leads out of the directory.
[[nodiscard]] bool stays_inside(const std::string& name);

}  // namespace concordat::cli
