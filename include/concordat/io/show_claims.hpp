// SPDX-License-Identifier: Apache-2.0
/// The claims about a decision, and its history, as a document and as tables. Claims are counted and never weighed.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/claim.hpp"

#include <vector>

namespace concordat {

/// `schemas/show_claims.schema.json`: claims in the order of the file, the history in order of time. O(size).
[[nodiscard]] document to_document(const claim_set&);
/// How many there are, the claims for, against and mixed, the history, and the sources of these.
[[nodiscard]] std::vector<sheet> to_sheets(const claim_set&);
/// A row for each claim and each event.
[[nodiscard]] sheet to_sheet(const claim_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_claims.ipp"
#endif
