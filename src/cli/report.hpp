// SPDX-License-Identifier: Apache-2.0
/// `concordat report`: the page of a run that its record names.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>

namespace concordat::cli {

struct report_arguments {
    std::string record;
    std::string file;  ///< where the page goes; empty: to stdout
    std::string root;  ///< the directory below which the inputs lie; empty: looked for
};

/// The study is run again from the inputs that the record names; a page of other inputs, or of another result, would be
/// no page of that run and is refused (E802).
[[nodiscard]] result<answer> perform(const report_arguments&, const session&);

}  // namespace concordat::cli
