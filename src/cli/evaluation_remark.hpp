// SPDX-License-Identifier: Apache-2.0
/// What `diff` and `apply` say about a reform that was evaluated: a structural change is not an effect, and where
/// somebody looked for one, it is told where to read it.
#pragma once

#include "concordat/model/reform.hpp"

#include <string>
#include <vector>

namespace concordat::cli {

/// Nothing for a reform without evaluations.
void append_evaluation_remark(std::vector<std::string>& remarks, const reform&, const std::string& file);

}  // namespace concordat::cli
