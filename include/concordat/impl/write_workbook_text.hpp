// SPDX-License-Identifier: Apache-2.0
/// What a data set says in the cells of a workbook; no library of workbooks here. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"
#include "concordat/impl/write_xml.hpp"
#include "concordat/io/dataset.hpp"
#include "concordat/io/workbook.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::workbook {

/// What a cell holds, in the units of UTF-16 that spreadsheets count.
inline constexpr std::size_t cell_limit = 32767;
/// The rows of a sheet.
inline constexpr std::size_t row_limit = 1048576;

/// `_x0041_` in a cell means the letter A (ECMA-376 part 1, 22.9.2.19); its underline is written so that it means
/// itself.
inline bool starts_escape(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return text.size() >= 7 && text.substr(0, 2) == "_x" && text[6] == '_' &&
           text.substr(2, 4).find_first_not_of(digits) == std::string_view::npos;
}

/// A text as a cell may hold it: what acts and what XML cannot hold is shown, and what is too long is cut and says so.
inline std::string cell_text(std::string_view text, std::size_t limit = cell_limit) {
    constexpr std::string_view cut = " [cut: a cell holds no more; CSV and SQLite have all of it]";
    constexpr std::string_view escaped_line = "_x005F_";
    const std::string shown = writing::xml_characters(text);
    std::string_view rest = shown;
    std::string out;
    std::size_t used = 0, fits = 0;  // units so far; bytes of what leaves room to say that it was cut
    while (!rest.empty()) {
        const auto point = first_code_point(rest);
        const bool escape = starts_escape(rest);
        used += escape ? escaped_line.size() : point.value > 0xffff ? 2 : 1;
        if (used > limit) return out.substr(0, fits) + std::string(cut);
        out += escape ? escaped_line : rest.substr(0, point.bytes);
        if (used + cut.size() <= limit) fits = out.size();
        rest.remove_prefix(point.bytes);
    }
    return out;
}

/// The column takes what its texts need, within what a screen shows; longer ones wrap.
inline double width_of(const data_table& table, std::size_t field) {
    constexpr std::size_t narrowest = 9, widest = 60, button = 3;  // the button filters rows
    std::size_t width = table.fields[field].name.size() + button;
    for (const auto& row : table.rows)
        if (const auto* text = row[field].as_string()) width = std::max(width, display_width(*text) + 1);
    return static_cast<double>(std::clamp(width, narrowest, widest));
}

inline std::string_view shorthand(const data_field& f) {
    return f.empty == absence::unknown ? unknown_shorthand : not_applicable_shorthand;
}

/// The tables in the order of reading: notes before numbers.
inline std::vector<const data_table*> in_reading_order(const dataset& data) {
    std::vector<const data_table*> tables;
    for (const bool notes : {true, false})
        for (const auto& table : data.tables)
            if ((table.name == "note") == notes) tables.push_back(&table);
    return tables;
}

/// What stands above a table, line by line; the title first.
inline std::vector<std::string> heading_lines(const dataset& data, const data_table& table) {
    const auto weighed = [](const data_field& f) { return f.name == "weights"; };
    std::vector<std::string> lines{table.title,
                                   "One table; a row: " + table.meaning + " " + unknown_shorthand +
                                       " means that nobody knows, " + not_applicable_shorthand +
                                       " that it does not apply; the sheet dictionary explains each column.",
                                   "Read first: " + data.limitation};
    if (std::any_of(table.fields.begin(), table.fields.end(), weighed) && !data.watermarks.empty())
        lines.push_back("Weights: " + joined(data.watermarks, "; "));
    return lines;
}

/// A line of the cover: what it is about, and what it says.
struct cover_line {
    std::string about;
    std::string text;
};

inline std::string datum_words(const document& datum, const data_field& f) {
    if (const auto* text = datum.as_string()) return *text;
    if (const auto* truth = datum.as_bool()) return *truth ? "true" : "false";
    if (const auto* number = datum.as_double()) return shortest(*number);
    if (const auto count = datum.as_unsigned()) return std::to_string(*count);
    if (const auto count = datum.as_signed()) return std::to_string(*count);
    return std::string(shorthand(f)) + " " + f.empty_means;
}

/// The only row of the table `study`, each field a line; and what to call this when it is quoted.
inline void append_study_lines(std::vector<cover_line>& lines, const data_table& study) {
    if (study.rows.size() != 1) return;
    std::vector<std::string> cited;
    for (std::size_t i = 0; i < study.fields.size(); ++i) {
        const auto& f = study.fields[i];
        const auto words = datum_words(study.rows.front()[i], f);
        lines.push_back({f.name, words});
        for (const auto* part : {"engine", "numerics", "samples", "seed"})
            if (f.name == part) cited.push_back(f.name + " " + words);
    }
    lines.push_back({"how to cite", "Concordat, " + joined(cited, ", ") +
                                        ", with the key and title of the study above; the "
                                        "record.json beside this file proves what it was computed from."});
}

inline std::vector<cover_line> cover_lines(const dataset& data) {
    std::vector<cover_line> lines{{"read first", data.limitation}};
    for (const auto& mark : data.watermarks) lines.push_back({"weights", mark});
    if (const auto* study = data.find("study")) append_study_lines(lines, *study);
    // The limitation and the watermarks stand above already.
    if (const auto* notes = data.find("note"))
        for (const auto& row : notes->rows)
            if (row.size() == 3 && row[1].as_string() != nullptr && row[2].as_string() != nullptr)
                if (const auto& kind = *row[1].as_string(); kind != "limitation" && kind != "watermark")
                    lines.push_back({kind, *row[2].as_string()});
    lines.push_back({"shorthand", std::string(unknown_shorthand) + " nobody knows the value; " +
                                      not_applicable_shorthand +
                                      " the question does not arise. No cell of a table is empty."});
    lines.push_back({"other forms",
                     "concordat run --out writes the same tables as CSV files with a dictionary; --also "
                     "sqlite puts them into one database."});
    return lines;
}

}  // namespace concordat::detail::workbook
