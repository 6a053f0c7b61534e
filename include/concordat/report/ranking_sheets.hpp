// SPDX-License-Identifier: Apache-2.0
/// The ranking of one baseline under every weight set side by side, with what may not be read out of it below.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/report/style.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// One table, or several with fewer weight sets each where the style's width asks for it; weight sets are numbered as
/// in the study. Of each option the probability of being first and of being among the worst three, and the expected
/// rank; below, the options that are not separated, and who leads without the criteria that have missing values.
[[nodiscard]] std::vector<sheet> ranking_sheets(const study&, const baseline_result&, const report_style&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_ranking_sheets.ipp"
#endif
