// SPDX-License-Identifier: Apache-2.0
/// How each type of family fares, as far as measures tell families apart: worst off first. A mean can hide a family
/// that nobody reaches. Types are made up and stand for nobody; that one does well in a drawing says nothing of a life.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// A row for each baseline, criterion that has a figure by family, and family: the figure of every option, worst family
/// first (by the lowest of the row, or the highest where less is better). Only figures between 0 and 1 of criteria that
/// have a direction. Empty where no criterion tells families apart. O(baselines × options × figures × families).
[[nodiscard]] sheet family_table(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_family_table.ipp"
#endif
