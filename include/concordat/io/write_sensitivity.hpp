// SPDX-License-Identifier: Apache-2.0
/// What would have to be true for a study to come out otherwise, as a document for machines and as tables for people:
/// the nearest switches first, the facts that carry the order, and what would be worth finding out.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// Everything: `schemas/sensitivity.schema.json`. The result must be of this study.
[[nodiscard]] document to_document(const study&, const sensitivity&);

/// For each baseline and weight set: switches of weights, nearest switches of values, facts that change the order,
/// what is worth finding out, and where the uncertainty comes from.
[[nodiscard]] std::vector<sheet> to_sheets(const study&, const sensitivity&);

/// The research agenda as one tidy table: a row for each baseline, weight set and thing that could be found out (a
/// criterion, a fact, a source), with its value of information and standard error.
[[nodiscard]] sheet agenda_sheet(const study&, const sensitivity&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_sensitivity.ipp"
#include "concordat/impl/write_sensitivity_sheet.ipp"
#endif
