// SPDX-License-Identifier: Apache-2.0
#include "presentation.hpp"

#include "concordat/core/utf8.hpp"
#include "concordat/io/json.hpp"

#include <algorithm>

namespace concordat::cli {

namespace {

constexpr std::size_t gap_between_columns = 2;

std::string in_order(const std::vector<sheet>& sheets, auto render) {
    std::string text;
    for (const auto& each : sheets) {
        if (!text.empty()) text += '\n';
        text += render(each);
    }
    return text;
}

std::size_t width_of(const sheet& table, std::size_t position) {
    const auto& heading = table.columns[position];
    std::size_t width = display_width(heading.name);
    if (!heading.unit.empty()) width += display_width(heading.unit) + 3;  // " (" and ")"
    for (const auto& row : table.rows) width = std::max(width, display_width(row[position].text));
    return width;
}

void append_column(sheet& part, const sheet& whole, std::size_t position) {
    part.columns.push_back(whole.columns[position]);
    part.rows.resize(whole.rows.size());
    for (std::size_t row = 0; row < whole.rows.size(); ++row) part.rows[row].push_back(whole.rows[row][position]);
}

}  // namespace

result<std::string> rendered(const presentation& shown, output_format format, std::size_t width, text_style style) {
    switch (format) {
        case output_format::json:
            return to_json(shown.content);
        case output_format::csv:
            return to_csv(shown.tidy);
        case output_format::md:
            return in_order(shown.sheets, [](const sheet& each) { return to_markdown(each); });
        case output_format::table:
            break;
    }
    if (shown.verbatim) return *shown.verbatim;
    return in_order(shown.sheets, [&](const sheet& each) { return to_text(each, width, style); });
}

std::vector<sheet> split_to_width(const sheet& table, std::size_t width) {
    std::vector<sheet> parts;
    std::size_t used = 0;
    for (std::size_t position = 1; position < table.columns.size(); ++position) {
        const std::size_t wanted = width_of(table, position) + gap_between_columns;
        if (parts.empty() || (width != 0 && used + wanted > width)) {
            parts.emplace_back();
            append_column(parts.back(), table, 0);
            used = width_of(table, 0);
        }
        append_column(parts.back(), table, position);
        used += wanted;
    }
    if (parts.empty()) return {table};
    parts.front().title = table.title;
    parts.back().notes = table.notes;
    return parts;
}

}  // namespace concordat::cli
