// SPDX-License-Identifier: Apache-2.0
/// What a study's own checks found, as a document and as a table: a row a rule.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/selfcheck.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// `schemas/selfcheck.schema.json`.
[[nodiscard]] document to_document(const study&, const std::vector<study_check>&);

/// One row a rule, with the number of cases over all baselines and weight sets, and the first in which it broke.
[[nodiscard]] sheet to_sheet(const std::vector<study_check>&);

/// Whether every rule held everywhere.
[[nodiscard]] bool all_passed(const std::vector<study_check>&) noexcept;

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_selfcheck.ipp"
#endif
