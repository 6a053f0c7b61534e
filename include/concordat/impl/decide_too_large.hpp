// SPDX-License-Identifier: Apache-2.0
/// What tables and matrices say when they are too large. Apart from the other checks, which `table.hpp` itself needs
/// before it has said what its limits are: a header-only build includes bodies on the way.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"

#include <cstddef>
#include <string>

namespace concordat::detail {

inline error too_large(std::size_t options, std::size_t criteria) {
    return {errc::limit_exceeded,
            std::to_string(options) + " options by " + std::to_string(criteria) + " criteria; at most " +
                std::to_string(most_options) + " by " + std::to_string(most_criteria) + " fit a table",
            {},
            {},
            {}};
}

}  // namespace concordat::detail
