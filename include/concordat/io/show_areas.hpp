// SPDX-License-Identifier: Apache-2.0
/// A table of areas for reading: a map of tiles, each area's arrangement with its probability in one year, and how
/// arrangements changed from year to year.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/area.hpp"

#include <string>
#include <vector>

namespace concordat {

/// One letter for each model that the rules name, in their order: the first of the last part of its key that no other
/// has, `F` for `scotland.full`.
struct arrangement_mark {
    std::string model;
    char letter = '?';
};
[[nodiscard]] std::vector<arrangement_mark> marks_of(const area_table&);

/// How an arrangement is shown in one character: its model's letter, in lower case when it is not certain but more
/// likely than not, `?` when none is, `.` when nothing is said.
[[nodiscard]] char letter_of(const std::vector<arrangement_mark>&, const std::vector<arrangement_share>&);

/// The settings, the map where areas have tiles, the areas as of a year, and their arrangements over the years. Errors
/// are those of `arrangement_of`.
[[nodiscard]] result<std::vector<sheet>> area_sheets(const area_table&, int year);

/// For a spreadsheet: a row for each area, year of `years_of` and model that its arrangement can be.
[[nodiscard]] result<sheet> area_history_sheet(const area_table&);

/// Everything: `schemas/area_table.schema.json`.
[[nodiscard]] result<document> area_document(const area_table&, int year);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_areas.ipp"
#include "concordat/impl/write_area_table.ipp"
#endif
