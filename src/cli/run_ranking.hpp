// SPDX-License-Identifier: Apache-2.0
/// The ranking of one baseline under every weight set side by side, with what may not be read out of it below.
#pragma once

#include "run_report.hpp"

#include <vector>

namespace concordat::cli {

/// One table, or several with fewer weight sets each where the style's width asks for it; weight sets are numbered as
/// in the study.
[[nodiscard]] std::vector<sheet> ranking_of(const study&, const baseline_result&, const report_style&);

}  // namespace concordat::cli
