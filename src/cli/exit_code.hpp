// SPDX-License-Identifier: Apache-2.0
/// How the program ends. Scripts depend on these numbers; there are no others.
#pragma once

#include "concordat/core/error.hpp"

namespace concordat::cli {

enum class exit_code : int {
    done = 0,
    refused = 1,   ///< the input is wrong, or `verify` found a difference
    usage = 2,     ///< the command line is wrong
    files = 3,     ///< something could not be read or written
    limit = 4,     ///< too large, too many, or out of memory
    internal = 5,  ///< a fault of the program itself
    interrupted = 130,
};

[[nodiscard]] exit_code exit_code_of(const error&) noexcept;

}  // namespace concordat::cli
