// SPDX-License-Identifier: Apache-2.0
/// What differs between two studies, as a document and as tables.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/diff.hpp"

#include <vector>

namespace concordat {

/// `schemas/study-diff.schema.json`. O(changes).
[[nodiscard]] document to_document(const study_difference&, const study& before, const study& after);

/// What was asked; what changed in the models, once for all baselines on which it did; and the values that moved.
[[nodiscard]] std::vector<sheet> to_sheets(const study_difference&, const study& before, const study& after);

/// A row for each value that is not the same.
[[nodiscard]] sheet values_sheet(const study_difference&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_study_diff.ipp"
#endif
