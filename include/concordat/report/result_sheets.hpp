// SPDX-License-Identifier: Apache-2.0
/// A study's result as a person reads it: what was asked, what structure cannot show, then baseline by baseline the
/// values, the ranking and how sure it is, and what all of it rests on.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/report/style.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// All tables in the order of reading. The result must be of this study.
[[nodiscard]] std::vector<sheet> result_sheets(const study&, const study_result&, const report_style&);

/// What others published about the options: how many claims and evaluations there are of each, and in full where the
/// style asks for it. Nothing where nothing was published.
[[nodiscard]] std::vector<sheet> published_sheets(const study&, const report_style&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_result_sheets.ipp"
#endif
