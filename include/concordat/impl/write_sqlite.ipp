// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/sqlite.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_dataset_notes.ipp"
#include "concordat/impl/write_sqlite_schema.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>

namespace concordat {

namespace detail::sqlite {

struct closing {
    void operator()(sqlite3* open) const noexcept { static_cast<void>(sqlite3_close(open)); }
    void operator()(sqlite3_stmt* prepared) const noexcept { static_cast<void>(sqlite3_finalize(prepared)); }
    void operator()(unsigned char* bytes) const noexcept { sqlite3_free(bytes); }
};
using database = std::unique_ptr<sqlite3, closing>;
using statement = std::unique_ptr<sqlite3_stmt, closing>;
using serialised = std::unique_ptr<unsigned char, closing>;

inline error out_of_memory() {
    return {errc::limit_exceeded, "the SQLite database cannot be made: out of memory", {}, {}, {}};
}

/// What SQLite could not hold is a limit; anything else it refuses here is a fault of the data set or of ours.
inline tl::unexpected<error> refused(sqlite3* db, std::string_view what) {
    const int code = sqlite3_errcode(db);
    const bool limit = code == SQLITE_NOMEM || code == SQLITE_TOOBIG || code == SQLITE_FULL;
    return fail(limit ? errc::limit_exceeded : errc::internal,
                "the SQLite database cannot be made: " + std::string(what) + ": " + printable(sqlite3_errmsg(db)));
}

inline status execute(sqlite3* db, const std::string& sql, std::string_view what) {
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return refused(db, what);
    return {};
}

inline int bind(sqlite3_stmt* into, int place, const document& datum) {
    if (const auto* truth = datum.as_bool()) return sqlite3_bind_int(into, place, *truth ? 1 : 0);
    if (const auto* number = datum.as_double()) return sqlite3_bind_double(into, place, *number);
    if (const auto whole = datum.as_signed()) return sqlite3_bind_int64(into, place, *whole);
    if (const auto* text = datum.as_string()) {
        const std::string shown = printable(*text, true);
        return sqlite3_bind_text64(into, place, shown.data(), shown.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    return datum.is_null() ? sqlite3_bind_null(into, place) : SQLITE_MISMATCH;
}

inline status insert_rows(sqlite3* db, const data_table& table) {
    const std::string sql = insert_into(table);
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) return refused(db, table.name);
    const statement insert(raw);
    for (const auto& row : table.rows) {
        CONCORDAT_ASSERT(row.size() == table.fields.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            if (bind(raw, static_cast<int>(i + 1), row[i]) != SQLITE_OK) return refused(db, table.name);
        if (sqlite3_step(raw) != SQLITE_DONE || sqlite3_reset(raw) != SQLITE_OK) return refused(db, table.name);
    }
    return {};
}

inline status add_table(sqlite3* db, const data_table& table) {
    if (auto made = execute(db, create_table(table), table.name); !made) return made;
    return insert_rows(db, table);
}

/// The tables of the data set, and the one that says what the views answer, which the dictionary knows too.
inline status add_tables(sqlite3* db, const dataset& data) {
    const auto questions = question_data(data);
    for (const auto& table : data.tables) {
        if (table.name != "dictionary") {
            if (auto added = add_table(db, table); !added) return added;
            continue;
        }
        auto dictionary = table;
        tabulating::append_dictionary_rows(dictionary, questions);
        if (auto added = add_table(db, dictionary); !added) return added;
    }
    return add_table(db, questions);
}

inline status fill(sqlite3* db, const dataset& data) {
    const auto run = [&](const std::string& sql, std::string_view what) { return execute(db, sql, what); };
    // Pages are written whole, so that what a page held before never shows in the file.
    if (auto set =
            run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA secure_delete = ON; PRAGMA "
                "foreign_keys = ON; BEGIN; PRAGMA application_id = " +
                    std::to_string(sqlite_application_id) + "; PRAGMA user_version = " + std::to_string(sqlite_layout),
                "its settings");
        !set)
        return set;
    if (auto added = add_tables(db, data); !added) return added;
    for (const auto& asked : standing_questions())
        if (can_be_asked(asked, data))
            if (auto made = run(create_view(asked), asked.view); !made) return made;
    return run("COMMIT", "a reference that names nothing");
}

}  // namespace detail::sqlite

CONCORDAT_INLINE result<std::string> to_sqlite(const dataset& data) {
    sqlite3* raw = nullptr;
    const int opened =
        sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    const detail::sqlite::database db(raw);
    if (raw == nullptr) return fail(detail::sqlite::out_of_memory());
    if (opened != SQLITE_OK) return detail::sqlite::refused(raw, "opening");
    if (auto filled = detail::sqlite::fill(raw, data); !filled) return fail(std::move(filled).error());
    sqlite3_int64 size = 0;
    const detail::sqlite::serialised bytes(sqlite3_serialize(raw, "main", &size, 0));
    if (!bytes) return fail(detail::sqlite::out_of_memory());
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

}  // namespace concordat
