// SPDX-License-Identifier: Apache-2.0
/// Case studies as documents and tables: one with its timeline, findings and figures, several with the figures that may
/// be compared. Whatever the form, one column holds figures of one definition and unit, and of nothing else.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/case_study.hpp"

#include <span>
#include <vector>

namespace concordat {

/// `schemas/show_case.schema.json`: everything, the timeline in order of time. O(size).
[[nodiscard]] document to_document(const case_study&);
/// What it is about, its timeline, its findings, its figures each as a sentence, and the sources of these.
[[nodiscard]] std::vector<sheet> to_sheets(const case_study&);
/// A row for each event, finding and figure; each definition has a column of its own.
[[nodiscard]] sheet to_sheet(const case_study&);

/// `schemas/show_cases.schema.json`: the figures alone, by definition where two cases share one.
[[nodiscard]] document to_document(std::span<const case_study>);
/// A table for each shared definition, then the figures that no other case shares, each as a sentence.
[[nodiscard]] std::vector<sheet> to_sheets(std::span<const case_study>);
/// A row for each figure of each case; each definition has a column of its own.
[[nodiscard]] sheet to_sheet(std::span<const case_study>);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_case.ipp"
#endif
