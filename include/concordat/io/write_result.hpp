// SPDX-License-Identifier: Apache-2.0
/// What a study came to, as a document for machines and as tidy tables for spreadsheets: one row a cell, one row a
/// rank. Every number stands with what it rests on, every rank with its probability, and the standing limitation is
/// never left out.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <vector>

namespace concordat {

/// What must be printed beside every ranking of this study: whose weights nobody gave, and which are made up to show a
/// viewpoint. In the order of the weight sets.
[[nodiscard]] std::vector<std::string> watermarks(const study&);

/// Everything: `schemas/run.schema.json`. The result must be of this study. O(baselines × options × criteria ×
/// witnesses + baselines × weight sets × options²).
[[nodiscard]] document to_document(const study&, const study_result&);

/// A row for each baseline, option and criterion: the value in its unit, its bounds, what it is worth between 0 and 1,
/// why it is missing, the level of the weakest fact it rests on, and the first witness.
[[nodiscard]] sheet performance_sheet(const study_result&);

/// A row for each baseline, weight set, treatment of missing values and option, with standard errors, watermark, and
/// the options that it is not separated from.
[[nodiscard]] sheet ranking_sheet(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_result.ipp"
#include "concordat/impl/write_result_sheet.ipp"
#endif
