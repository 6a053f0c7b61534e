// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/directory.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace concordat {

namespace detail::listing {

inline error unreadable(const std::string& path, const std::error_code& reason) {
    return {errc::cannot_read,
            "the directory \"" + path + "\" cannot be read: " + reason.message(),
            {},
            source_pos{path, 0, 0},
            {}};
}

inline error too_much(const std::string& path, const std::string& what) {
    return {errc::limit_exceeded,
            "\"" + path + "\" holds " + what,
            "name a directory further down",
            source_pos{path, 0, 0},
            {}};
}

/// Directories that are still to be read, with their depth; no recursion.
class walk {
public:
    [[nodiscard]] result<directory_listing> through(const std::string& top) {
        waiting_.emplace_back(top, 0);
        while (!waiting_.empty()) {
            const auto [directory, depth] = std::move(waiting_.back());
            waiting_.pop_back();
            if (depth > most_directories_deep)
                return fail(too_much(top, "directories more than " + std::to_string(most_directories_deep) + " deep"));
            if (const auto reason = read(directory, depth)) return fail(unreadable(directory, reason));
            if (found_.files.size() > most_files_listed)
                return fail(too_much(top, "more than " + std::to_string(most_files_listed) + " files"));
        }
        for (auto* paths : {&found_.files, &found_.tables, &found_.links}) std::sort(paths->begin(), paths->end());
        return std::move(found_);
    }

private:
    std::error_code read(const std::string& directory, std::size_t depth) {
        std::error_code reason;
        std::filesystem::directory_iterator at(directory, reason);
        const std::string before = directory.back() == '/' ? directory : directory + "/";
        for (; !reason && at != std::filesystem::directory_iterator(); at.increment(reason)) {
            const std::string name = at->path().filename().string();
            if (name.front() != '.') sort_in(*at, before + name, depth);
        }
        return reason;
    }

    void sort_in(const std::filesystem::directory_entry& entry, std::string path, std::size_t depth) {
        std::error_code gone;  // an entry that is gone by now is in no list, and one that is odd is told of when read
        const auto ending = entry.path().extension();
        const bool ours = ending == ".toml" || ending == ".csv";
        if (entry.is_symlink(gone)) {
            if (ours || entry.is_directory(gone)) found_.links.push_back(std::move(path));
        } else if (entry.is_directory(gone)) {
            waiting_.emplace_back(std::move(path), depth + 1);
        } else if (ours) {
            (ending == ".toml" ? found_.files : found_.tables).push_back(std::move(path));
        }
    }

    std::vector<std::pair<std::string, std::size_t>> waiting_;
    directory_listing found_;
};

}  // namespace detail::listing

CONCORDAT_INLINE bool is_directory(const std::string& path) {
    std::error_code unknown;
    return path.find('\0') == std::string::npos && std::filesystem::is_directory(path, unknown);
}

CONCORDAT_INLINE result<directory_listing> list_directory(const std::string& path) {
    std::string top = path;
    while (top.size() > 1 && top.back() == '/') top.pop_back();
    CONCORDAT_TRY(auto found, detail::listing::walk().through(top));
    if (found.files.empty())
        return fail(errc::no_such_file,
                    "the directory \"" + path + "\" holds no file of ours, whose names end in .toml", {},
                    source_pos{path, 0, 0});
    return found;
}

}  // namespace concordat
