// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_csv.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>

namespace concordat::detail::input {

CONCORDAT_INLINE csv_reader::csv_reader(std::string_view text, file_scope& file) : text_(text), file_(file) {
    // As in TOML files, a byte order mark is no part of the text.
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) text_.remove_prefix(byte_order_mark.size());
}

CONCORDAT_INLINE bool csv_reader::at_line_end() const noexcept {
    return text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
}

CONCORDAT_INLINE void csv_reader::step() {
    const auto byte = static_cast<unsigned char>(text_[at_++]);
    if (byte == '\n') {
        ++place_.line;
        place_.column = 1;
    } else if (at_ >= text_.size() || (static_cast<unsigned char>(text_[at_]) & 0xc0u) != 0x80u) {
        ++place_.column;  // columns are characters: the last byte of one counts
    }
}

CONCORDAT_INLINE void csv_reader::refuse(tree_place at, std::string message, std::string hint) {
    sound_ = false;
    file_.report(errc::bad_syntax, at, std::move(message), std::move(hint));
}

CONCORDAT_INLINE void csv_reader::bare(csv_field& into) {
    bool told = false;
    for (; !at_end() && text_[at_] != ',' && !at_line_end(); step()) {
        if (text_[at_] == '"' && !told) {
            told = true;
            refuse(place_, "a quote stands inside a field that does not begin with one",
                   "put the whole field in quotes and double those within");
        }
        into.text += text_[at_];
    }
}

CONCORDAT_INLINE void csv_reader::quoted(csv_field& into) {
    for (step();; step()) {
        if (at_end()) return refuse(into.at, "a field in quotes is not closed", "a quote within is written twice");
        if (text_[at_] == '"') {
            step();
            if (at_end() || text_[at_] != '"') break;
        }
        into.text += text_[at_];
    }
    if (at_end() || text_[at_] == ',' || at_line_end()) return;
    refuse(place_, "text stands behind a field's closing quote, where a comma or the line's end was expected",
           "a quote within is written twice");
    while (!at_end() && text_[at_] != ',' && !at_line_end()) step();
}

CONCORDAT_INLINE csv_field csv_reader::field() {
    csv_field made{{}, place_};
    if (!at_end() && text_[at_] == '"')
        quoted(made);
    else
        bare(made);
    if (made.text.size() > text_size_limit) {
        sound_ = false;
        file_.report(errc::limit_exceeded, made.at,
                     "a field is longer than " + std::to_string(text_size_limit >> 10) + " KB");
    }
    return made;
}

CONCORDAT_INLINE bool csv_reader::next(std::vector<csv_field>& into) {
    into.clear();
    sound_ = true;
    if (at_end()) return false;
    into.push_back(field());
    while (!at_end() && text_[at_] == ',') {
        step();
        into.push_back(field());
    }
    while (!at_end() && text_[at_] == '\r') step();
    if (!at_end()) step();
    return true;
}

CONCORDAT_INLINE bool csv_row::begin(const std::vector<csv_field>& header) {
    width_ = header.size();
    positions_.assign(columns_.size(), std::nullopt);
    std::vector<std::string_view> names;
    for (const auto& column : columns_) names.push_back(column.name);
    bool usable = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto found = std::find(names.begin(), names.end(), header[i].text);
        if (found == names.end()) {
            file_.report(errc::unknown_key, header[i].at,
                         "the table has no column " + shown(tree_value{header[i].text, {}}),
                         suggest(header[i].text, names));
            usable = false;
            continue;
        }
        auto& position = positions_[static_cast<std::size_t>(found - names.begin())];
        if (position)
            file_.report(errc::duplicate_key, header[i].at, "the column \"" + header[i].text + "\" stands twice");
        usable = usable && !position;
        position = i;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (positions_[c] || !columns_[c].required) continue;
        file_.report(errc::missing_key, {1, 1},
                     "the header lacks the column \"" + std::string(columns_[c].name) + "\"");
        usable = false;
    }
    return usable;
}

CONCORDAT_INLINE bool csv_row::take(const std::vector<csv_field>& record) {
    record_ = &record;
    if (record.size() == width_) return true;
    const bool blank = record.size() == 1 && record.front().text.empty();
    const auto& at = record.size() > width_ ? record[width_] : record.back();
    file_.report(errc::bad_syntax, at.at,
                 blank ? std::string("the line is empty, but a row was expected")
                       : "the row has " + std::to_string(record.size()) + (record.size() == 1 ? " field" : " fields") +
                             ", but the header has " + std::to_string(width_),
                 blank ? "take it out" : "a field that holds a comma stands in quotes");
    return false;
}

CONCORDAT_INLINE const csv_field* csv_row::at(std::size_t column) const {
    const auto& position = positions_[column];
    return position ? &(*record_)[*position] : nullptr;
}

CONCORDAT_INLINE source_pos csv_row::where() const { return file_.at(record_->front().at); }

CONCORDAT_INLINE bool csv_row::refuse(const csv_field& field, std::size_t column, errc code, std::string_view expected,
                                      std::string hint) const {
    file_.report(code, field.at,
                 std::string(columns_[column].name) + " = " + shown(tree_value{field.text, {}}) + ", but " +
                     std::string(expected),
                 std::move(hint));
    return false;
}

CONCORDAT_INLINE bool csv_row::text(std::size_t column, std::string& into) const {
    const auto* field = at(column);
    into = field == nullptr ? std::string() : field->text;
    return true;
}

CONCORDAT_INLINE bool csv_row::identifier(std::size_t column, std::string& into) const {
    const auto& field = *at(column);
    into = field.text;
    return is_identifier(into) ||
           refuse(field, column, errc::bad_identifier,
                  "a key is 1 to 64 of a-z, 0-9, point, _ and -, and starts with a letter or digit");
}

/// `-12.5e3`: what every program reads alike. No plus sign, blank, comma, or point without a digit on both sides.
inline bool is_plain_number(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const auto start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at > start;
    };
    const auto skip = [&](std::string_view any) {
        const bool there = at < text.size() && any.find(text[at]) != std::string_view::npos;
        at += there ? 1u : 0u;
        return there;
    };
    static_cast<void>(skip("-"));
    if (!digits() || (skip(".") && !digits())) return false;
    if (skip("eE")) {
        static_cast<void>(skip("+-"));
        if (!digits()) return false;
    }
    return at == text.size();
}

CONCORDAT_INLINE bool csv_row::number(std::size_t column, double& into) const {
    const auto& field = *at(column);
    if (field.text.empty())
        return refuse(field, column, errc::missing_value, "a number was expected",
                      "a cell that is not known is a row that is not there");
    if (!is_plain_number(field.text))
        return refuse(field, column, errc::wrong_type, "a number was expected", "as -1234.5 or 1.2e6");
    const auto value = parse_number(field.text);
    if (!value) return refuse(field, column, errc::out_of_range, "numbers lie between 5e-324 and 1.7e308, or are 0");
    into = *value;
    return true;
}

CONCORDAT_INLINE bool csv_row::whole(std::size_t column, int& into, int least, int most) const {
    const auto& field = *at(column);
    constexpr std::size_t most_digits = 9;
    const bool digits = !field.text.empty() && field.text.size() <= most_digits &&
                        field.text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) return refuse(field, column, errc::wrong_type, "a whole number in digits was expected");
    int value = 0;
    for (const char c : field.text) value = value * 10 + (c - '0');
    if (value < least || value > most)
        return refuse(field, column, errc::out_of_range,
                      "it lies between " + std::to_string(least) + " and " + std::to_string(most));
    into = value;
    return true;
}

}  // namespace concordat::detail::input
