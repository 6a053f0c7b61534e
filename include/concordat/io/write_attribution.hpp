// SPDX-License-Identifier: Apache-2.0
/// What the parts of an option add to its values, as a document and as tables.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/attribution.hpp"

#include <vector>

namespace concordat {

/// The array `attribution` of `schemas/explain.schema.json`, an object a baseline. O(shares).
[[nodiscard]] document to_document(const attribution&);

/// For each baseline and criterion the parts with what each adds; then the witnesses that appear and vanish with each.
/// Of many the first few: the document has them all.
[[nodiscard]] std::vector<sheet> to_sheets(const attribution&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_attribution.ipp"
#endif
