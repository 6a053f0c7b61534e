// SPDX-License-Identifier: Apache-2.0
/// `concordat measure`: measures of one model, each with its witness.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>
#include <vector>

namespace concordat::cli {

struct measure_arguments {
    std::string model;                  ///< empty with `list`
    std::vector<std::string> measures;  ///< keys or ids; none: all
    std::string baseline;               ///< what disruption is measured from; empty: nothing
    bool list = false;                  ///< the measures themselves, without a model
};

[[nodiscard]] result<answer> perform(const measure_arguments&, const session&);

}  // namespace concordat::cli
