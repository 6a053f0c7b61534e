// SPDX-License-Identifier: Apache-2.0
/// Tables of data as CSV (RFC 4180): fields with quotes, commas and line ends in quotes, a header row, every field with
/// its place. Lines end in CRLF or, as Unix writes them, in LF. Nothing is repaired, trimmed or dropped.
///
/// Own, because what Debian packages does not do what a reader here must: libfccp-dev reads line by line, so that a
/// quoted line end cuts a row in two; libcsv-dev gives no places, trims blanks and drops empty lines in silence.
#pragma once

#include "concordat/impl/read_table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::input {

struct csv_field {
    std::string text;
    tree_place at;
};

/// Walks over a text record by record. What is wrong goes to the file's problems (E101), and reading goes on with the
/// next record. The text has passed `scan_encoding`.
class csv_reader {
public:
    csv_reader(std::string_view text, file_scope& file);

    /// The fields of the next record; false at the end. A record of the text `a,b,` has three.
    [[nodiscard]] bool next(std::vector<csv_field>& into);
    /// Whether nothing was wrong with the record that came last.
    [[nodiscard]] bool is_sound() const noexcept { return sound_; }

private:
    [[nodiscard]] bool at_end() const noexcept { return at_ >= text_.size(); }
    [[nodiscard]] bool at_line_end() const noexcept;
    void step();
    void refuse(tree_place at, std::string message, std::string hint);
    [[nodiscard]] csv_field field();
    void bare(csv_field& into);
    void quoted(csv_field& into);

    std::string_view text_;
    file_scope& file_;
    std::size_t at_ = 0;
    tree_place place_{1, 1};
    bool sound_ = true;
};

struct csv_column {
    std::string_view name;
    bool required = true;
};

/// A record whose columns have names. Each value is taken or refused with its column, place and what was expected.
class csv_row {
public:
    csv_row(std::span<const csv_column> columns, file_scope& file) : columns_(columns), file_(file) {}

    /// Takes the header: columns that are not known (E201), stand twice (E206) or are missing (E202). False when rows
    /// cannot be read by it.
    [[nodiscard]] bool begin(const std::vector<csv_field>& header);
    /// Takes a record. False, and told of, when it has not as many fields as the header.
    [[nodiscard]] bool take(const std::vector<csv_field>& record);

    /// A column by its position in the list; null for one that the file leaves out.
    [[nodiscard]] const csv_field* at(std::size_t column) const;
    [[nodiscard]] bool text(std::size_t column, std::string& into) const;        ///< anything; empty without the column
    [[nodiscard]] bool identifier(std::size_t column, std::string& into) const;  ///< E406
    [[nodiscard]] bool number(std::size_t column, double& into) const;           ///< E203, E401, empty: E410
    /// Digits alone, between two bounds: E203, E401.
    [[nodiscard]] bool whole(std::size_t column, int& into, int least, int most) const;
    [[nodiscard]] source_pos where() const;

private:
    bool refuse(const csv_field& field, std::size_t column, errc code, std::string_view expected,
                std::string hint = {}) const;

    std::span<const csv_column> columns_;
    file_scope& file_;
    std::size_t width_ = 0;                              ///< of the header
    std::vector<std::optional<std::size_t>> positions_;  ///< in the file, by column
    const std::vector<csv_field>* record_ = nullptr;
};

}  // namespace concordat::detail::input

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_csv.ipp"
#endif
