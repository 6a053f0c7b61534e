// SPDX-License-Identifier: Apache-2.0
/// What a study came to over its areas: which arrangement each has and how sure that is, and under each weight set how
/// probably each option is first for people all over, where it leads, and where it does worst.
#pragma once

#include "run_report.hpp"

#include <vector>

namespace concordat::cli {

/// Nothing for a study without areas. Where each option does worst stands only where errors are asked for: in files.
[[nodiscard]] std::vector<sheet> areas_of(const study&, const study_result&, const report_style&);

}  // namespace concordat::cli
