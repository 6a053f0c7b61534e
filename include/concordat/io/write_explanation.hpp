// SPDX-License-Identifier: Apache-2.0
/// An explanation as a document, and as tables that a person can follow from the number down to the line of a statute.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/explain.hpp"

#include <vector>

namespace concordat {

/// `schemas/explain.schema.json`. O(relations named).
[[nodiscard]] document to_document(const explanation&);

/// First what the criterion is and what is said against its measure; then for each baseline the value before and after,
/// the witnesses, the steps that made a relation the value rests on, and those relations with their sources. What the
/// other steps did is in the document alone.
[[nodiscard]] std::vector<sheet> to_sheets(const explanation&);

/// A row for each baseline and relation that the value rests on.
[[nodiscard]] sheet grounds_sheet(const explanation&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_explanation.ipp"
#endif
