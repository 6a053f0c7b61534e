// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/workbook.hpp"

#include "concordat/impl/write_workbook_text.hpp"
#include "concordat/impl/write_zip_check.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::workbook {

struct closing {
    void operator()(lxw_workbook* open) const noexcept { lxw_workbook_free(open); }
    void operator()(std::FILE* open) const noexcept { static_cast<void>(std::fclose(open)); }
};

inline tl::unexpected<error> cannot_pack(const std::string& reason) {
    return fail(errc::cannot_write, "the workbook cannot be made: " + reason,
                "it is put together in temporary files; is there room for them?");
}

/// What the library's files ran into, or a name that no sheet can have.
inline tl::unexpected<error> refused(lxw_error cause) {
    if (cause <= LXW_ERROR_ZIP_CLOSE) return cannot_pack(lxw_strerror(cause));
    return fail(errc::internal, "the workbook cannot be made of this data set: " + std::string(lxw_strerror(cause)));
}

/// A workbook in the making. What first goes wrong is kept, so that every call need not be asked.
class workbook_writer {
public:
    explicit workbook_writer(const char* path) : book_(workbook_new(path)) {}

    [[nodiscard]] bool is_open() const noexcept { return book_ != nullptr; }

    void set_properties(const dataset& data) {
        constexpr std::size_t property_limit = 200;
        constexpr time_t the_first_of_1980 = 315532800;  // a run knows no clock, and ZIP no earlier day
        title_ = format(true, 15);
        heading_ = format(true, 11);
        wrapped_ = format(false, 11);
        if (wrapped_ != nullptr) {
            format_set_text_wrap(wrapped_);
            format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        }
        std::string title = cell_text(data.title, property_limit),
                    limitation = cell_text(data.limitation, property_limit);
        std::string author = "Concordat";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.comments = limitation.data();
        properties.author = author.data();
        properties.created = the_first_of_1980;
        note(workbook_set_properties(book_.get(), &properties));
    }

    void add_cover(const dataset& data);
    void add_sheet(const dataset& data, const data_table& table);

    /// Packs everything into the file. To be called once.
    [[nodiscard]] status close() {
        if (failed_ == LXW_NO_ERROR) failed_ = workbook_close(book_.release());
        if (failed_ != LXW_NO_ERROR) return refused(failed_);
        return {};
    }

private:
    void note(lxw_error outcome) noexcept {
        if (failed_ == LXW_NO_ERROR) failed_ = outcome;
    }

    lxw_format* format(bool bold, double size) {
        auto* made = workbook_add_format(book_.get());
        if (made == nullptr) {
            note(LXW_ERROR_MEMORY_MALLOC_FAILED);
            return nullptr;
        }
        if (bold) format_set_bold(made);
        format_set_font_size(made, size);
        return made;
    }

    lxw_worksheet* sheet_named(const std::string& called) {
        auto* made = workbook_add_worksheet(book_.get(), called.c_str());
        if (made == nullptr) note(LXW_ERROR_PARAMETER_VALIDATION);
        return made;
    }

    void text(lxw_worksheet* on, std::size_t row, std::size_t column, std::string_view words, lxw_format* as) {
        note(worksheet_write_string(on, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                    cell_text(words).c_str(), as));
    }
    void link(lxw_worksheet* on, std::size_t row, std::size_t column, const std::string& to, const std::string& words) {
        const std::string address = "internal:'" + to + "'!A1";
        note(worksheet_write_url_opt(on, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), address.c_str(),
                                     nullptr, words.c_str(), nullptr));
    }
    void datum(lxw_worksheet* on, std::size_t row, std::size_t column, const document& value, const data_field& f) {
        const auto r = static_cast<lxw_row_t>(row);
        const auto c = static_cast<lxw_col_t>(column);
        if (const auto* words = value.as_string())
            text(on, row, column, *words, wrapped_);
        else if (const auto* truth = value.as_bool())
            note(worksheet_write_boolean(on, r, c, *truth ? 1 : 0, wrapped_));
        else if (const auto* number = value.as_double())
            note(worksheet_write_number(on, r, c, *number, wrapped_));
        else if (const auto whole = value.as_signed())
            note(worksheet_write_number(on, r, c, static_cast<double>(*whole), wrapped_));
        else
            text(on, row, column, shorthand(f), wrapped_);
    }

    /// Marks rows as a table with these headings, so that a screen reader finds it; its first row is `head`.
    void mark_table(lxw_worksheet* on, const std::string& called, std::size_t head, std::size_t rows,
                    std::vector<std::string> headings) {
        std::vector<lxw_table_column> columns(headings.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            columns[i].header = headings[i].data();
            pointers.push_back(&columns[i]);
        }
        pointers.push_back(nullptr);
        std::string table_name = "table_" + called;
        lxw_table_options options{};
        options.name = table_name.data();
        options.columns = pointers.data();
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 1;
        note(worksheet_add_table(on, static_cast<lxw_row_t>(head), 0, static_cast<lxw_row_t>(head + rows),
                                 static_cast<lxw_col_t>(headings.size() - 1), &options));
    }

    void lay_out_page(lxw_worksheet* on, std::size_t head) {
        worksheet_freeze_panes(on, static_cast<lxw_row_t>(head + 1), 0);
        worksheet_set_landscape(on);
        worksheet_set_paper(on, 9);  // A4
        worksheet_fit_to_pages(on, 1, 0);
        note(worksheet_repeat_rows(on, static_cast<lxw_row_t>(head), static_cast<lxw_row_t>(head)));
    }

    std::unique_ptr<lxw_workbook, closing> book_;
    lxw_error failed_ = LXW_NO_ERROR;
    lxw_format* title_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* wrapped_ = nullptr;
};

inline void workbook_writer::add_cover(const dataset& data) {
    auto* on = sheet_named("cover");
    if (on == nullptr) return;
    constexpr std::array<double, 4> widths{24, 80, 60, 10};
    for (std::size_t i = 0; i < widths.size(); ++i)
        note(worksheet_set_column(on, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr));
    text(on, 0, 0, data.title + ": tables", title_);
    std::size_t row = 1;
    for (const auto& line : cover_lines(data)) {
        text(on, row, 0, line.about, heading_);
        text(on, row++, 1, line.text, wrapped_);
    }
    if (data.tables.empty()) return;
    const std::size_t head = row + 1;
    text(on, row, 0, "Contents: one table a sheet", heading_);
    mark_table(on, "contents", head, data.tables.size(), {"sheet", "title", "a row is", "rows"});
    row = head;
    for (const auto* table : in_reading_order(data)) {
        ++row;
        if (table->rows.empty())
            text(on, row, 0, table->name + " (no sheet)", wrapped_);
        else
            link(on, row, 0, table->name, table->name);
        text(on, row, 1, table->title, wrapped_);
        text(on, row, 2, table->meaning, wrapped_);
        note(worksheet_write_number(on, static_cast<lxw_row_t>(row), 3, static_cast<double>(table->rows.size()),
                                    wrapped_));
    }
}

inline void workbook_writer::add_sheet(const dataset& data, const data_table& table) {
    auto* on = sheet_named(table.name);
    if (on == nullptr) return;
    std::size_t row = 0;
    for (const auto& line : heading_lines(data, table)) {
        text(on, row, 0, line, row == 0 ? title_ : nullptr);
        ++row;
    }
    link(on, row++, 0, "cover", "Back to the cover");
    const std::size_t head = row;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        headings.push_back(table.fields[i].name);
        const auto column = static_cast<lxw_col_t>(i);
        note(worksheet_set_column(on, column, column, width_of(table, i), nullptr));
    }
    mark_table(on, table.name, head, table.rows.size(), std::move(headings));
    for (const auto& each : table.rows) {
        ++row;
        for (std::size_t i = 0; i < each.size(); ++i) datum(on, row, i, each[i], table.fields[i]);
    }
    lay_out_page(on, head);
}

inline std::string whole_content(std::FILE* file) {
    std::string bytes;
    std::array<char, 1 << 16> buffer{};
    std::rewind(file);
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file)) bytes.append(buffer.data(), got);
    return bytes;
}

}  // namespace detail::workbook

CONCORDAT_INLINE result<std::string> to_workbook(const dataset& data) {
    constexpr std::size_t rows_above = 8;
    for (const auto& table : data.tables)
        if (table.rows.size() + rows_above > detail::workbook::row_limit)
            return fail(errc::limit_exceeded,
                        "the table " + printable(table.name) + " has " + std::to_string(table.rows.size()) +
                            " rows, and a sheet of a workbook holds 1048576",
                        "the CSV files and the SQLite database hold any number");
    // The library writes to a name; this file has none but that of its descriptor, and vanishes with it.
    const std::unique_ptr<std::FILE, detail::workbook::closing> file(std::tmpfile());
    if (!file) return detail::workbook::cannot_pack("no temporary file can be opened");
    const std::string path = "/dev/fd/" + std::to_string(::fileno(file.get()));
    detail::workbook::workbook_writer writer(path.c_str());
    if (!writer.is_open()) return fail(errc::limit_exceeded, "the workbook cannot be made: out of memory");
    writer.set_properties(data);
    writer.add_cover(data);
    for (const auto* table : detail::workbook::in_reading_order(data))
        if (!table->rows.empty()) writer.add_sheet(data, *table);
    if (auto closed = writer.close(); !closed) return fail(std::move(closed).error());
    auto bytes = detail::workbook::whole_content(file.get());
    if (!detail::workbook::holds_whole_xml(bytes)) return detail::workbook::cannot_pack("a part of it was cut short");
    return bytes;
}

}  // namespace concordat
