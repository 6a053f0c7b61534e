// SPDX-License-Identifier: Apache-2.0
/// A data set as a workbook (Office Open XML, `.xlsx`) for people who work in spreadsheets, laid out as the UK
/// government's Analysis Function asks in "Releasing statistics in spreadsheets": a cover first, then one table a
/// sheet, nothing merged, nothing told by colour, no cell left blank without a word.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/dataset.hpp"

#include <string>

namespace concordat {

/// What stands in a cell without a value, as that guidance has it.
inline constexpr const char* unknown_shorthand = "[x]";
inline constexpr const char* not_applicable_shorthand = "[z]";

/// The bytes of a workbook. Its cover tells what was asked, the standing limitation, watermarks, what is missing, how
/// to cite it, and links to every sheet; each further sheet is one table of the data set, with its title in A1, what a
/// row is, the standing limitation and, where there are weights, the watermarks above it. Tables without rows are named
/// on the cover and have no sheet.
///
/// Texts are never formulas or links of their own, and what would act is shown as `\u001b`; one that is longer than a
/// cell holds is cut and says so. Numbers have 16 significant digits, so the last bit of a double may be lost, which
/// CSV and SQLite keep. It knows no clock: its creation date is 1980-01-01. The same data set gives the same bytes from
/// the same releases of libxlsxwriter and zlib.
///
/// More rows than a sheet holds are E701, a table whose name no sheet can have is E901; E602 when the temporary files
/// that the library works with cannot be written, as on a full disk. O(data).
[[nodiscard]] result<std::string> to_workbook(const dataset&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_workbook.ipp"
#endif
