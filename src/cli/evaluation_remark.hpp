// SPDX-License-Identifier: Apache-2.0
/// What `diff` and `apply` say about a reform that was evaluated: a structural change is not an effect, and where
/// somebody looked for one, it is told where to read it.
#pragma once

#include "concordat/model/reform.hpp"

#include <string>
#include <vector>

namespace concordat::cli {

/// A line for each reform that has evaluations; `files` are theirs, in the same order.
void append_evaluation_remarks(std::vector<std::string>& remarks, const std::vector<reform>& reforms,
                               const std::vector<std::string>& files);

}  // namespace concordat::cli
