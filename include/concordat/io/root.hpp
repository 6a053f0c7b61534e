// SPDX-License-Identifier: Apache-2.0
/// Opening files safely. Files name each other by key, and a key is a path below one directory, the root:
/// `scotland.full` is `<root>/scotland/full.toml`. Nothing outside the root is ever opened by key, whatever links lie
/// below it; nothing but a regular file of limited size is read at all.
#pragma once

#include "concordat/core/error.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Input files above this many bytes are refused (E701) before they are read.
inline constexpr std::size_t file_size_limit = std::size_t{8} << 20;

/// The bytes of a file that the user named; links are followed, for the path is the user's own. Missing: E305; a
/// directory, pipe, device or socket: E603, which says so, without waiting on it; of more bytes than `limit`: E701;
/// else unreadable: E601.
[[nodiscard]] result<std::string> read_input(const std::string& path, std::size_t limit = file_size_limit);

/// Files that are held in memory, by their names below the root: `scotland/full.toml` and what is in it.
using file_bytes = std::map<std::string, std::string, std::less<>>;

/// A directory of files that name each other by key, or the same in memory.
class model_root {
public:
    /// That of a file which was given by its path, found by its own key: `models` for `models/scotland/full.toml` and
    /// `scotland.full`. A path that does not end as the key asks is E205.
    [[nodiscard]] static result<model_root> of_file(std::string_view path, std::string_view key);

    /// Of files in memory, which must outlive it. Nothing on the disk is looked at, so that a study can be read as it
    /// was, or as it never was.
    [[nodiscard]] static model_root of_bytes(const file_bytes&);
    static model_root of_bytes(file_bytes&&) = delete;

    /// As the user wrote it; empty for the working directory, and for files in memory.
    [[nodiscard]] const std::string& directory() const noexcept { return directory_; }
    /// Where a key's file lies. Nothing is opened.
    [[nodiscard]] std::string path_of(std::string_view key) const;
    /// The keys of the files below it, in order, to find the nearest to one that names none. No link is followed and no
    /// file opened; of a directory with more than ten thousand entries, none.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// The bytes of a key's file. A key that is no identifier, or has an empty part, is E406; one whose links lead out
    /// of the root is E304; the rest as for `read_input`. Once resolved, no link is followed on the way, so that a link
    /// exchanged meanwhile cannot lead out either.
    [[nodiscard]] result<std::string> read(std::string_view key) const;

    /// Where a file of data lies that stands beside a key's own under a plain name (letters, digits, `. _ -`).
    [[nodiscard]] std::string path_beside(std::string_view key, std::string_view name) const;
    /// Its bytes, as safely as `read`; a name that is not plain is E406.
    [[nodiscard]] result<std::string> read_beside(std::string_view key, std::string_view name) const;

private:
    [[nodiscard]] std::string path_below(const std::string& name) const;
    [[nodiscard]] result<std::string> read_below(const std::string& name) const;
    explicit model_root(std::string directory) : directory_(std::move(directory)) {}
    std::string directory_;
    const file_bytes* in_memory_ = nullptr;  ///< instead of the directory
};

/// `scotland/full.toml` for `scotland.full`: where a key's file lies below its root.
[[nodiscard]] std::string path_of_key(std::string_view key);
/// `indicators/scotland.csv` for `indicators.scotland` and `scotland.csv`: where a file beside a key's own lies.
[[nodiscard]] std::string name_beside_key(std::string_view key, std::string_view name);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_root.ipp"
#endif
