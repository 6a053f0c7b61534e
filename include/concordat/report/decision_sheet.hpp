// SPDX-License-Identifier: Apache-2.0
/// What was decided in setting a study up, as a table for people: each choice could have been another, and a reader who
/// does not share it knows where to begin.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// A row for each choice: the day, the direction of each contested criterion, what a missing value counts as, what
/// worst and best are on each scale, the odds of weak facts, what models were brought to, samples and seed; then the
/// assumptions that the study itself makes, with their reasons.
[[nodiscard]] sheet decision_sheet(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_decision_sheet.ipp"
#endif
