// SPDX-License-Identifier: Apache-2.0
/// A table of indicators for reading: the catalogue with how far each reaches, or the rows of an indicator, an area, or
/// both.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/indicator.hpp"

#include <string>
#include <vector>

namespace concordat {

/// Which rows are asked for; with neither, the catalogue.
struct indicator_question {
    std::string area;       ///< empty: every area
    std::string indicator;  ///< empty: every indicator
    [[nodiscard]] bool of_rows() const noexcept { return !area.empty() || !indicator.empty(); }
};

/// E301 for an area or indicator that the table does not have, with the nearest. O(rows).
[[nodiscard]] result<std::vector<sheet>> indicator_sheets(const indicator_table&, const indicator_question&);

/// The same for machines: `schemas/indicator_table.schema.json`. Rows are null where the catalogue was asked for.
[[nodiscard]] result<document> indicator_document(const indicator_table&, const indicator_question&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_indicators.ipp"
#endif
