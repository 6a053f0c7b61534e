// SPDX-License-Identifier: Apache-2.0
/// Files that are whole or absent. A file is written under another name beside its place, brought to the disk, and only
/// then given its name; whoever reads it sees the old content or the new, never half of either. It locks nothing: of
/// two programs that write one file at once, one wins.
#pragma once

#include "concordat/core/error.hpp"

#include <span>
#include <string>
#include <string_view>

namespace concordat {

/// A file's name within a directory, and what is to stand in it.
struct named_bytes {
    std::string name;
    std::string bytes;
};

/// Writes or replaces one file, in a directory that exists. On any failure (E602, with the system's reason) the old
/// file stays as it was. A name that stands for a directory, FIFO, socket or device is refused (E603). A symbolic link
/// is replaced, not followed, so that no link can direct the bytes elsewhere.
[[nodiscard]] status write_file(const std::string& path, std::string_view bytes);

/// Writes several files into one directory, which is made if it is not there. All of them are on the disk before the
/// first gets its name, so that a full disk leaves every old file as it was; then they get their names in the order
/// given, so put last the one that vouches for the others. Names are plain: no slash, not empty, not `.` or `..` (E602
/// otherwise).
[[nodiscard]] status write_files(const std::string& directory, std::span<const named_bytes> files);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_files.ipp"
#endif
