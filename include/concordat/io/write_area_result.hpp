// SPDX-License-Identifier: Apache-2.0
/// What a study came to area by area, as a document for machines and as a tidy table for spreadsheets.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// The part `areas` of `schemas/run.schema.json`; null for a study without areas. O(areas × weight sets × options).
[[nodiscard]] document area_result_document(const study&, const study_result&);

/// A row for each area, weight set and option: its arrangement, the probability of being first with what its standard
/// error is at most, and the expected value; then the same over all people and over all under 18, where their number is
/// known everywhere. Empty for a study without areas.
[[nodiscard]] sheet area_sheet(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_area_result.ipp"
#endif
