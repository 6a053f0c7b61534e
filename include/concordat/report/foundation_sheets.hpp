// SPDX-License-Identifier: Apache-2.0
/// What a result stands on, as tables for people: how many facts of which level, and how much of the weight is placed
/// on values of which kind.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// A row a baseline: facts by level, unsourced ones, assumptions and conflicts of sources, as a range over the options.
[[nodiscard]] sheet facts_by_level_sheet(const study_result&);

/// The share of the weight by the kind of value it rests on; a row a weight set where all baselines agree, else a row
/// for each baseline.
[[nodiscard]] sheet weight_shares_sheet(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_foundation_sheets.ipp"
#endif
