// SPDX-License-Identifier: Apache-2.0
// A catalogue in TOML, and its rows in CSV beside it.
#pragma once

#include "concordat/impl/read_csv.hpp"
#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <utility>

namespace concordat::detail::input {

/// A plain file name, so that it cannot lead anywhere else.
inline bool read_data_name(const cell& c, reference& into) {
    into.at = c.file.at(c.value.at);
    if (!read_cell(c, into.key)) return false;
    constexpr std::string_view ending = ".csv";
    const bool ends_so = into.key.size() > ending.size() && into.key.substr(into.key.size() - ending.size()) == ending;
    if (is_label(into.key) && ends_so) return true;
    c.refuse(errc::bad_identifier, "a file beside this one was expected, named with letters, digits, . _ and -",
             "as scotland.csv");
    into.key.clear();
    return false;
}

CONCORDAT_INLINE indicators_file read_indicators(opened_file& file) {
    indicators_file read;
    auto& parts = read.parts;
    parts.key = file.key;
    parts.title = file.title;
    auto in = file.reader();
    in.optional("sources", read.sources);
    in.requires_key("data");
    in.with("data", [&](const cell& c) { static_cast<void>(read_data_name(c, read.data)); });
    parts.data = read.data.key;
    read_sources(in, parts.sources);
    read_assumptions(in, parts.assumptions);
    read_conflicts(in, parts.conflicts);
    in.each("indicator", [&](table_reader& one) {
        auto& i = parts.catalogue.emplace_back();
        i.where = one.where();
        one.required("key", identifier_in{i.key});
        one.required("title", not_blank{i.title});
        one.required("unit", not_blank{i.unit});
        one.required("sense", i.better);
        one.optional("note", not_blank{i.note});
        one.required("sources", one_or_more{i.sources});
        one.optional("licence", not_blank{i.licence});
    });
    in.finish();
    return read;
}

inline constexpr csv_column indicator_columns[] = {{"area"},   {"year"},  {"indicator"},     {"value"},      {"unit"},
                                                   {"source"}, {"level"}, {"period", false}, {"note", false}};

/// Rows that could be read; the others are told of.
inline std::vector<indicator_value> read_indicator_rows(std::string_view text, file_scope& file) {
    std::vector<indicator_value> rows;
    csv_reader reader(text, file);
    csv_row row(indicator_columns, file);
    std::vector<csv_field> record;
    if (!reader.next(record)) {
        file.report(errc::missing_key, {1, 1}, "the file is empty, but a header row was expected",
                    "area,year,indicator,value,unit,source,level");
        return rows;
    }
    if (!row.begin(record)) return rows;
    while (reader.next(record)) {
        if (!reader.is_sound() || !row.take(record)) continue;
        indicator_value v;
        v.where = {row.where()};
        constexpr int first_year = 1900, last_year = 2100, strongest = 4;
        // Every cell is looked at, so that all that is wrong with a row is told.
        bool sound = row.identifier(0, v.area);
        sound = row.whole(1, v.year, first_year, last_year) && sound;
        sound = row.identifier(2, v.indicator) && sound;
        sound = row.number(3, v.value) && sound;
        sound = row.text(4, v.unit) && sound;
        sound = row.identifier(5, v.source) && sound;
        sound = row.whole(6, v.level, 0, strongest) && sound;
        sound = row.text(7, v.period) && sound;
        sound = row.text(8, v.note) && sound;
        if (sound) rows.push_back(std::move(v));
    }
    return rows;
}

CONCORDAT_INLINE std::optional<indicator_table> assemble_indicators(reading& files, opened_file& file) {
    auto read = read_indicators(file);
    check_unique(file.scope, read.parts.assumptions, "assumption");
    bool whole = complete_sources(files, file, read.sources, read.parts.sources, read.parts.assumptions);
    if (whole) check_conflicts(file.scope, read.parts.conflicts, read.parts.sources);
    auto data = files.open_beside(file, read.data);
    if (data) read.parts.rows = read_indicator_rows(data->bytes, data->scope);
    if (!data || !whole) return std::nullopt;
    auto made = indicator_table::make(std::move(read.parts));
    if (made) return *std::move(made);
    files.add_unexplained(made.error());
    return std::nullopt;
}

}  // namespace concordat::detail::input
