// SPDX-License-Identifier: Apache-2.0
/// What a study came to over its areas: which arrangement each has and how sure that is, and under each weight set how
/// probably each option is first for people all over, where it leads, and where it does worst.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/report/style.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// Nothing for a study without areas. Where each option does worst stands only where errors are asked for: in files.
[[nodiscard]] std::vector<sheet> area_sheets(const study&, const study_result&, const report_style&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_area_sheets.ipp"
#endif
