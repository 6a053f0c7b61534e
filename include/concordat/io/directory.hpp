// SPDX-License-Identifier: Apache-2.0
/// What lies below a directory that the user named, in an order that does not depend on the disk.
#pragma once

#include "concordat/core/error.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace concordat {

/// More files of ours than this in one directory are E701, as are directories deeper than `most_directories_deep`.
inline constexpr std::size_t most_files_listed = 10'000;
inline constexpr std::size_t most_directories_deep = 32;

/// Paths that begin with the directory as the user wrote it, each list in order of its bytes.
struct directory_listing {
    std::vector<std::string> files;   ///< names that end in .toml
    std::vector<std::string> tables;  ///< names that end in .csv
    std::vector<std::string> links;   ///< not followed, so that no circle of them and nothing outside is ever read
};

/// Whether the path leads to a directory; links in it are followed, for it is the user's own. False where nothing can
/// be told: reading it as a file then says why.
[[nodiscard]] bool is_directory(const std::string& path);

/// Everything below, but what is hidden (a name that begins with a dot). A directory that cannot be read is E601, one
/// without any .toml E305. Of links only those are told that are named as a file of ours or lead to a directory.
[[nodiscard]] result<directory_listing> list_directory(const std::string& path);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_directory.ipp"
#endif
