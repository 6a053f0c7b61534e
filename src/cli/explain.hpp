// SPDX-License-Identifier: Apache-2.0
/// `concordat explain`: why an option has the value it has on a criterion, down to the source lines.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>

namespace concordat::cli {

struct explain_arguments {
    std::string study;
    std::string option;
    std::string criterion;
    bool steps = false;  ///< also which part of the option adds what
    unsigned threads = 0;
};

[[nodiscard]] result<answer> perform(const explain_arguments&, const session&);

}  // namespace concordat::cli
