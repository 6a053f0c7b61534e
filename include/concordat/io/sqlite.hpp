// SPDX-License-Identifier: Apache-2.0
/// A data set as an SQLite database, for R, Python, spreadsheets and the program `sqlite3`: strict tables with keys
/// that refer to each other, views that answer the common questions, and a dictionary beside the data.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/dataset.hpp"

#include <cstdint>
#include <string>

namespace concordat {

/// In the file's header, so that programs can tell what it is: "CCDT".
inline constexpr std::int32_t sqlite_application_id = 0x43434454;
/// `user_version`: another number where tables or columns change their name or meaning.
inline constexpr std::int32_t sqlite_layout = 1;

/// The bytes of a database file of format 3, of pages of 4096 bytes, without a journal; they are made in memory, so a
/// file of them is whole or absent. Tables, columns and keys are those of the data set. They are strict, with their
/// meaning as comments in their SQL, which `.schema` prints; the table `question` says what each view answers. Views
/// whose tables the data set lacks are left out. Control and direction characters of texts are shown as `\u001b`, since
/// programs print them. The same data set gives the same bytes from the same release of SQLite; another may lay out its
/// pages otherwise. SQLite 3.37 or later reads it.
///
/// A data set that breaks its own keys, types or references is E901; one that memory or SQLite's limits cannot hold is
/// E701. O(data · log data).
[[nodiscard]] result<std::string> to_sqlite(const dataset&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_sqlite.ipp"
#endif
