// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/small_areas.hpp"
#include "study/small_study.hpp"

#include <variant>

namespace concordat::testing {

/// The small study on both worked examples, which are the two arrangements of the three areas.
[[nodiscard]] inline study small_patchwork() {
    auto s = small_study();
    s.samples = 5000;
    s.baselines.push_back(worked_example_option_x());
    for (auto& step : s.reforms.begin()->second.steps)
        if (auto* gone = std::get_if<unrelate_step>(&step.action)) gone->if_present = true;
    s.as_of = date{2023, 10, 1};
    s.areas = small_areas();
    s.areas->arrangements[0].model = "worked.base";
    s.areas->arrangements[1].model = "worked.option-x";
    return s;
}

}  // namespace concordat::testing
