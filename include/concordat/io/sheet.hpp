// SPDX-License-Identifier: Apache-2.0
/// A table for people, and its renderings for a terminal, a spreadsheet and a page of Markdown. Text of input may hold
/// anything: each rendering shows it, and lets none of it act.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

enum class alignment { left, right };

/// `unit` is printed beside the name.
struct column {
    std::string name;
    alignment align = alignment::left;
    std::string unit{};
};

/// One cell: a text, or a number of the engine. A number is shown to people with few digits; a spreadsheet gets all of
/// them.
struct cell {
    cell() = default;
    cell(std::string words) : text(std::move(words)) {}
    cell(std::string_view words) : text(words) {}
    cell(const char* words) : text(words) {}

    std::string text;
    std::string exact{};  ///< of a number, the shortest text that reads back the same; empty for texts
    [[nodiscard]] bool is_number() const noexcept { return !exact.empty(); }
};

/// A number with at most `digits` after the point; it must be finite.
[[nodiscard]] cell number_cell(double value, int digits = 4);
/// A whole number.
[[nodiscard]] cell count_cell(std::size_t count);
/// A number, or the word `missing`: nothing is left blank in silence.
[[nodiscard]] cell number_or_missing(const std::optional<double>& value, int digits = 4);

/// Every row has as many cells as there are columns. `notes` stand below the table: watermarks, criticisms, counts.
struct sheet {
    std::string title;
    std::vector<column> columns;
    std::vector<std::vector<cell>> rows;
    std::vector<std::string> notes{};
};

/// How a terminal wants its text. Faces decide it: the library asks no environment.
struct text_style {
    bool colour = false;  ///< headings bold
};

/// Aligned columns for a terminal `width` columns wide; 0: as wide as it takes. Long texts wrap within their column,
/// the widest columns giving way first; a table whose columns cannot be narrowed to fit stays wider than asked. Numbers
/// never wrap. Control and direction characters are shown as `\u001b`. O(cells · width).
[[nodiscard]] std::string to_text(const sheet&, std::size_t width, text_style style = {});

/// A table that is wider than the terminal as several, each with its first column again. Only for tables whose other
/// columns are short; `to_text` wraps the others better.
[[nodiscard]] std::vector<sheet> split_to_width(const sheet&, std::size_t width);

/// RFC 4180 in UTF-8, with a header row and CRLF. A text that a spreadsheet would take for a formula (it starts with
/// `= + - @`, their full-width forms, TAB, CR or LF) gets an apostrophe in front; numbers of the engine do not. The
/// format has no place for title and notes, so what must not be lost belongs into a column.
[[nodiscard]] std::string to_csv(const sheet&);

/// A GitHub-flavoured table, with every character that is markup escaped.
[[nodiscard]] std::string to_markdown(const sheet&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_sheet.ipp"
#include "concordat/impl/io_sheet_text.ipp"
#endif
