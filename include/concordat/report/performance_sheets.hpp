// SPDX-License-Identifier: Apache-2.0
/// What each option comes to on each criterion before any weight, and what nobody knows, as tables for people.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/report/style.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// Options by criteria in raw units on one baseline, below them the level of the weakest facts of each column. A value
/// that would round to nothing gets the digits that show it.
[[nodiscard]] sheet performance_by_option(const study&, const baseline_result&, const report_style&);

/// Each criterion of which a value is missing anywhere: why, what that counts as, and in how many cells.
[[nodiscard]] sheet missing_sheet(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_performance_sheets.ipp"
#endif
