// SPDX-License-Identifier: Apache-2.0
/// Looking at what was written: sheets, texts and files. For the tests of this layer.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/sheet.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace written {

/// The first whose title begins so.
inline const concordat::sheet& titled(const std::vector<concordat::sheet>& sheets, std::string_view start) {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto& each) { return each.title.starts_with(start); });
    REQUIRE(found != sheets.end());
    return *found;
}

/// Whether a cell holds the words.
inline bool cells_say(const concordat::sheet& table, std::string_view words) {
    const auto holds = [&](const concordat::cell& c) { return c.text.find(words) != std::string::npos; };
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return std::any_of(row.begin(), row.end(), holds); });
}

/// Whether a cell or a note holds them.
inline bool says(const concordat::sheet& table, std::string_view words) {
    return cells_say(table, words) || std::any_of(table.notes.begin(), table.notes.end(), [&](const auto& note) {
               return note.find(words) != std::string::npos;
           });
}

inline std::size_t occurrences(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

inline std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// For the tests of schemas and for readers of other programs, which run after these.
inline void keep(const std::string& folder, const std::string& name, const std::string& bytes) {
    const concordat::named_bytes file{name, bytes};
    REQUIRE(concordat::write_files(CONCORDAT_TEST_OUT "/" + folder, {&file, 1}));
}
inline std::string keep_sample(const std::string& name, const concordat::document& d) {
    auto json = to_json(d).value();
    keep("samples", name, json);
    return json;
}

}  // namespace written
