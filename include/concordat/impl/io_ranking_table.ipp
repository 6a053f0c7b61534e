// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/ranking_table.hpp"

#include "concordat/impl/read_shapes.hpp"

namespace concordat {

CONCORDAT_INLINE result<ranking_table> load_table(const std::string& path) {
    detail::input::reading files;
    auto* const file = files.open(path, detail::input::file_format::table);
    return files.finish(file == nullptr ? std::nullopt : detail::input::assemble_table(files, *file));
}

CONCORDAT_INLINE result<ranking_table> load_table_text(std::string_view text, const std::string& path) {
    detail::input::reading files;
    auto* const file = files.open_text(text, path, detail::input::file_format::table);
    return files.finish(file == nullptr ? std::nullopt : detail::input::assemble_table(files, *file));
}

}  // namespace concordat
