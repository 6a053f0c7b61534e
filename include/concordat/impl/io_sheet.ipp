// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/sheet.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"
#include "concordat/impl/write_markdown.hpp"

#include <algorithm>

namespace concordat {

namespace detail::writing {

inline std::string heading_of(const column& c) { return c.unit.empty() ? c.name : c.name + " (" + c.unit + ")"; }

/// What Excel, LibreOffice Calc and Google Sheets read as the start of a formula, or skip on the way to one.
inline bool starts_formula(std::string_view text) {
    if (text.empty()) return false;
    constexpr std::u32string_view starters = U"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    return starters.find(first_code_point(text).value) != std::u32string_view::npos;
}

inline void append_csv_field(std::string& out, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

inline void append_csv_text(std::string& out, std::string_view text) {
    const std::string shown = printable(text, true);
    append_csv_field(out, starts_formula(text) || starts_formula(shown) ? "'" + shown : shown);
}

}  // namespace detail::writing

CONCORDAT_INLINE cell number_cell(double value, int digits) {
    cell made(rounded(value, digits));
    made.exact = shortest(value);
    return made;
}

CONCORDAT_INLINE cell count_cell(std::size_t count) {
    cell made(std::to_string(count));
    made.exact = made.text;
    return made;
}

CONCORDAT_INLINE cell number_or_missing(const std::optional<double>& value, int digits) {
    return value ? number_cell(*value, digits) : cell("missing");
}

CONCORDAT_INLINE std::string to_csv(const sheet& table) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i != 0) out += ',';
        detail::writing::append_csv_text(out, detail::writing::heading_of(table.columns[i]));
    }
    out += "\r\n";
    for (const auto& row : table.rows) {
        CONCORDAT_ASSERT(row.size() == table.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i != 0) out += ',';
            if (row[i].is_number())
                out += row[i].exact;
            else
                detail::writing::append_csv_text(out, row[i].text);
        }
        out += "\r\n";
    }
    return out;
}

CONCORDAT_INLINE std::string to_markdown(const sheet& table) {
    std::string out;
    if (!table.title.empty()) out += "## " + detail::writing::markdown_text(table.title, true) + "\n\n";
    const auto append_row = [&](const auto& cells, const auto& text_of) {
        out += '|';
        for (const auto& each : cells) out += " " + text_of(each) + " |";
        out += '\n';
    };
    append_row(table.columns,
               [](const column& c) { return detail::writing::markdown_text(detail::writing::heading_of(c), false); });
    append_row(table.columns,
               [](const column& c) { return std::string(c.align == alignment::right ? "---:" : "---"); });
    for (const auto& row : table.rows) {
        CONCORDAT_ASSERT(row.size() == table.columns.size());
        append_row(row, [](const cell& c) { return detail::writing::markdown_text(c.text, false); });
    }
    if (!table.notes.empty()) out += '\n';
    for (const auto& note : table.notes) out += "- " + detail::writing::markdown_text(note, true) + "\n";
    return out;
}

}  // namespace concordat
