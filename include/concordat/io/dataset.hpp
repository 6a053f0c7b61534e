// SPDX-License-Identifier: Apache-2.0
/// What an analyst keeps of a run: tidy tables, each column described once. The CSV files and their dictionary, the
/// SQLite file and the workbook are written from this one description, so that they cannot say different things.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// What stands in a column: a text, a number, a whole number, true and false, or a day (as the text 2023-10-01).
enum class field_type : std::uint8_t { text, number, whole, truth, day };
[[nodiscard]] std::string_view name(field_type) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<field_type>() noexcept;

/// What an empty cell says: there is none, or nobody knows the value, or the question does not arise.
enum class absence : std::uint8_t { never, unknown, not_applicable };
[[nodiscard]] std::string_view name(absence) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<absence>() noexcept;

/// A column. Names are lower-case words joined by `_`, fit for SQL, R and Python as they are.
struct data_field {
    std::string name;
    std::string meaning;  ///< a sentence
    field_type type = field_type::text;
    std::string unit{};                  ///< empty: none, or it stands in another column
    std::vector<std::string> allowed{};  ///< every word there is; empty: any
    std::optional<double> lowest{};
    std::optional<double> highest{};
    absence empty = absence::never;
    std::string empty_means{};
};

/// The fields name a row of the other table, whose key they are, in its order.
struct data_reference {
    std::vector<std::string> fields;
    std::string table;
};

/// Each row has a datum for every field: null, a truth value, a whole number, a number or a text, as the field's type
/// says. Texts stand as they were read in; every writer shows what would act.
struct data_table {
    std::string name;     ///< like a field's; also of its file, its SQL table and its sheet
    std::string title;    ///< for people
    std::string meaning;  ///< what one row is
    std::vector<data_field> fields;
    std::vector<std::string> key;  ///< names of the fields that no two rows share
    std::vector<data_reference> references{};
    std::vector<std::vector<document>> rows{};
};

/// Every table of one run. Tables stand after those that they refer to, but that they may refer to themselves.
struct dataset {
    std::string key;         ///< the study's
    std::string title;       ///< the study's
    std::string limitation;  ///< the standing one, with its source: no table is to be read without it
    std::vector<std::string> watermarks{};
    std::vector<data_table> tables;  ///< the last two are `note` and `dictionary`

    /// Null when there is none. O(tables).
    [[nodiscard]] const data_table* find(std::string_view table_name) const noexcept;
};

/// In the column `baseline` of studies whose options stand each on a model of its own.
inline constexpr std::string_view own_models = "own-models";

/// All of a result: what was asked and compared, values with witnesses, weights, ranks and their probabilities, who
/// beats whom, the evidence ledger, areas, and notes that must be read. The result must be of this study. Nothing in it
/// depends on where the study lies. O(facts + baselines × options × (criteria × witnesses + weight sets × options)).
[[nodiscard]] dataset to_dataset(const study&, const study_result&);

/// Single tables of it, for those who need no more.
[[nodiscard]] data_table performance_data(const study_result&);
[[nodiscard]] data_table ranking_data(const study&, const study_result&);
/// Without rows for a study without areas.
[[nodiscard]] data_table area_data(const study&, const study_result&);

/// The table for people and for CSV: an empty datum is an empty cell, and truth values are words.
[[nodiscard]] sheet to_sheet(const data_table&);

/// The description of the CSV files by W3C's "Metadata Vocabulary for Tabular Data" (2015): what stands in
/// `csv-metadata.json` beside `<table>.csv`. Keys, references, types, allowed values and units as in the dictionary.
[[nodiscard]] document csv_metadata(const dataset&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_dataset.ipp"
#include "concordat/impl/write_dataset_metadata.ipp"
#endif
