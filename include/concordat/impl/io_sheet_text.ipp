// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/sheet.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"
#include "concordat/impl/io_sheet.ipp"
#include "concordat/impl/write_lines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace concordat {

namespace detail::writing {

inline constexpr std::size_t column_gap = 2;
/// No text column is made narrower than this: words of ten letters are common, and broken words are hard to read.
inline constexpr std::size_t narrowest_column = 12;

inline std::string padded(const std::string& text, std::size_t width, alignment align) {
    const std::size_t columns = display_width(text);
    const std::string blank(width > columns ? width - columns : 0, ' ');
    return align == alignment::right ? blank + text : text + blank;
}

/// How wide each column would like to be, and how narrow it can get.
struct column_widths {
    std::vector<std::size_t> wanted;
    std::vector<std::size_t> least;
};

inline column_widths measure_columns(const sheet& table) {
    column_widths widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t wanted = display_width(printable(heading_of(table.columns[i])));
        std::size_t numbers = 0;
        for (const auto& row : table.rows) {
            const std::size_t width = display_width(printable(row[i].text));
            wanted = std::max(wanted, width);
            if (row[i].is_number()) numbers = std::max(numbers, width);
        }
        widths.wanted.push_back(wanted);
        widths.least.push_back(std::max(std::min(wanted, narrowest_column), numbers));
    }
    return widths;
}

/// Takes one column of the terminal at a time from whichever table column is the widest that can still give.
inline std::vector<std::size_t> fitted(column_widths widths, std::size_t available) {
    auto& given = widths.wanted;
    std::size_t total = given.empty() ? 0 : column_gap * (given.size() - 1);
    for (const std::size_t width : given) total += width;
    while (total > available) {
        std::size_t widest = given.size();
        for (std::size_t i = 0; i < given.size(); ++i)
            if (given[i] > widths.least[i] && (widest == given.size() || given[i] > given[widest])) widest = i;
        if (widest == given.size()) break;
        --given[widest];
        --total;
    }
    return std::move(given);
}

/// One row of cells as lines of a terminal.
inline void append_text_row(std::string& out, const std::vector<std::string>& texts, const std::vector<column>& columns,
                            const std::vector<std::size_t>& widths, bool heading, text_style style) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        lines.push_back(wrapped(texts[i], widths[i]));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
        std::string line;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (i != 0) line.append(column_gap, ' ');
            line += padded(y < lines[i].size() ? lines[i][y] : std::string(), widths[i], columns[i].align);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += (heading && !line.empty() ? emphasised(line, style) : line) + "\n";
    }
}

inline void append_paragraph(std::string& out, std::string_view text, std::size_t width) {
    for (const auto& line : wrapped(printable(text), width)) out += line + "\n";
}

inline void append_column(sheet& part, const sheet& whole, std::size_t position) {
    part.columns.push_back(whole.columns[position]);
    part.rows.resize(whole.rows.size());
    for (std::size_t row = 0; row < whole.rows.size(); ++row) part.rows[row].push_back(whole.rows[row][position]);
}

}  // namespace detail::writing

CONCORDAT_INLINE std::string to_text(const sheet& table, std::size_t width, text_style style) {
    for ([[maybe_unused]] const auto& row : table.rows) CONCORDAT_ASSERT(row.size() == table.columns.size());
    std::string out;
    for (const auto& line : detail::writing::wrapped(printable(table.title), width))
        if (!line.empty()) out += detail::writing::emphasised(line, style) + "\n";
    if (!table.title.empty()) out += '\n';

    auto measured = detail::writing::measure_columns(table);
    const auto widths = width == 0 ? measured.wanted : detail::writing::fitted(std::move(measured), width);
    std::vector<std::string> texts;
    for (const auto& c : table.columns) texts.push_back(printable(detail::writing::heading_of(c)));
    detail::writing::append_text_row(out, texts, table.columns, widths, true, style);
    for (auto& text : texts) text.clear();
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i].assign(widths[i], '-');
    detail::writing::append_text_row(out, texts, table.columns, widths, false, style);
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) texts[i] = printable(row[i].text);
        detail::writing::append_text_row(out, texts, table.columns, widths, false, style);
    }
    if (!table.notes.empty()) out += '\n';
    for (const auto& note : table.notes) detail::writing::append_paragraph(out, note, width);
    return out;
}

CONCORDAT_INLINE std::vector<sheet> split_to_width(const sheet& table, std::size_t width) {
    const auto wanted = detail::writing::measure_columns(table).wanted;
    std::vector<sheet> parts;
    std::size_t used = 0;
    for (std::size_t position = 1; position < table.columns.size(); ++position) {
        const std::size_t needed = wanted[position] + detail::writing::column_gap;
        if (parts.empty() || (width != 0 && used + needed > width)) {
            parts.emplace_back();
            detail::writing::append_column(parts.back(), table, 0);
            used = wanted.front();
        }
        detail::writing::append_column(parts.back(), table, position);
        used += needed;
    }
    if (parts.empty()) return {table};
    parts.front().title = table.title;
    parts.back().notes = table.notes;
    return parts;
}

}  // namespace concordat
