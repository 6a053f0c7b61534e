// SPDX-License-Identifier: Apache-2.0
/// What must be printed beside whatever was weighed with weights that nobody gave. Internal to the writers.
#pragma once

#include "concordat/decide/weights.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace concordat::detail::writing {

/// Of any type that says whose the weights are as `weight_set` does. Weights that somebody gave add nothing, and what
/// is there already stands once.
template <class Weights>
void append_watermark(std::vector<std::string>& marks, const Weights& w) {
    std::string mark;
    if (w.how == elicitation::none)
        mark = w.key + ": nobody was asked for weights; every weighting counts as equally likely";
    else if (w.illustrative)
        mark = w.key + ": illustrative; nobody was asked, it shows how a viewpoint works";
    if (!mark.empty() && std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(std::move(mark));
}

}  // namespace concordat::detail::writing
