// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/root.hpp"

#include "concordat/core/text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace concordat {

namespace detail::rooting {

/// A file descriptor that closes itself.
class open_descriptor {
public:
    explicit open_descriptor(int number) noexcept : number_(number) {}
    open_descriptor(open_descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    open_descriptor& operator=(open_descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~open_descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

private:
    int number_;
};

/// Reading never waits: a pipe without a writer, or a device, is opened, looked at and refused.
inline constexpr int reading_flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

inline error cannot_open(const std::string& path, int reason) {
    const source_pos where{path, 0, 0};
    if (reason == ENOENT || reason == ENOTDIR)
        return {errc::no_such_file, "there is no file \"" + path + "\"", {}, where, {}};
    const std::string why = std::error_code(reason, std::generic_category()).message();
    return {errc::cannot_read, "\"" + path + "\" cannot be read: " + why, {}, where, {}};
}

/// What stands in the place of a regular file, in words.
inline std::string_view kind_of_file(mode_t mode) {
    if (S_ISDIR(mode)) return "a directory";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    if (S_ISSOCK(mode)) return "a socket";
    return "something else";
}

inline error file_too_large(const std::string& path, std::size_t limit) {
    constexpr std::size_t megabyte = std::size_t{1} << 20;
    const auto size =
        limit % megabyte == 0 ? std::to_string(limit / megabyte) + " MB" : std::to_string(limit) + " bytes";
    return {errc::limit_exceeded,
            "\"" + path + "\" is larger than " + size,
            "the limit is on every file that is read; split the file",
            source_pos{path, 0, 0},
            {}};
}

/// All bytes of an open file, once it is known to be a regular one. The size is checked again while reading, for a file
/// may grow meanwhile.
CONCORDAT_INLINE result<std::string> read_open_file(const open_descriptor& file, const std::string& path,
                                                    std::size_t limit) {
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) return fail(cannot_open(path, errno));
    if (!S_ISREG(about.st_mode))
        return fail(errc::not_a_file,
                    "\"" + path + "\" is " + std::string(kind_of_file(about.st_mode)) + ", but a file was expected", {},
                    source_pos{path, 0, 0});
    if (static_cast<std::uintmax_t>(about.st_size) > limit) return fail(file_too_large(path, limit));
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(about.st_size) + 1);
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto count = ::read(file.number(), block.data(), block.size());
        if (count == 0) return bytes;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(cannot_open(path, errno));
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) return fail(file_too_large(path, limit));
    }
}

/// A path without links, dots and doubled slashes; empty, with errno, when there is nothing there.
inline std::string resolved_path(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? std::string(resolved.get()) : std::string();
}

/// Opens `below`, which has no links in it, step by step from a directory, following none.
CONCORDAT_INLINE open_descriptor open_below(const std::string& directory, std::string_view below) {
    open_descriptor here(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    while (here.is_open()) {
        const auto slash = below.find('/');
        const std::string part(below.substr(0, slash));
        if (slash == std::string_view::npos)
            return open_descriptor(::openat(here.number(), part.c_str(), reading_flags | O_NOFOLLOW));
        here = open_descriptor(::openat(here.number(), part.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        below.remove_prefix(slash + 1);
    }
    return here;
}

inline bool has_empty_part(std::string_view key) {
    return key.empty() || key.back() == '.' || key.front() == '.' || key.find("..") != std::string_view::npos;
}

/// The working directory, for a relative path that is shorter than its key.
inline std::string absolute_path(const std::string& path) {
    if (!path.empty() && path.front() == '/') return path;
    const std::string here = resolved_path(".");
    return here.empty() ? path : here + "/" + path;
}

/// What is left of a path when the key's own path is taken off its end; nothing when it does not end so.
inline std::optional<std::string> directory_above(std::string_view path, std::string_view key_path) {
    if (path == key_path) return std::string();
    if (path.size() <= key_path.size() || path.substr(path.size() - key_path.size()) != key_path) return std::nullopt;
    path.remove_suffix(key_path.size());
    if (path.back() != '/') return std::nullopt;
    return std::string(path.size() > 1 ? path.substr(0, path.size() - 1) : path);
}

}  // namespace detail::rooting

CONCORDAT_INLINE result<std::string> read_input(const std::string& path, std::size_t limit) {
    if (path.find('\0') != std::string::npos)
        return fail(errc::no_such_file, "a path holds no NUL character, but this one does", {}, source_pos{path, 0, 0});
    const detail::rooting::open_descriptor file(::open(path.c_str(), detail::rooting::reading_flags));
    if (!file.is_open()) return fail(detail::rooting::cannot_open(path, errno));
    return detail::rooting::read_open_file(file, path, limit);
}

CONCORDAT_INLINE std::string path_of_key(std::string_view key) {
    std::string path(key);
    std::replace(path.begin(), path.end(), '.', '/');
    return path + ".toml";
}

CONCORDAT_INLINE result<model_root> model_root::of_file(std::string_view path, std::string_view key) {
    const std::string key_path = path_of_key(key);
    auto directory = detail::rooting::directory_above(path, key_path);
    if (!directory)
        directory = detail::rooting::directory_above(detail::rooting::absolute_path(std::string(path)), key_path);
    if (!directory)
        return fail(errc::key_not_path,
                    "key = \"" + std::string(key) + "\" says that the file is \"…/" + key_path + "\", but it is \"" +
                        std::string(path) + "\"",
                    "a key is the file's path below the root, with dots for slashes and without .toml",
                    source_pos{std::string(path), 0, 0});
    return model_root(std::move(*directory));
}

CONCORDAT_INLINE model_root model_root::of_bytes(const file_bytes& files) {
    model_root root{std::string()};
    root.in_memory_ = &files;
    return root;
}

CONCORDAT_INLINE std::string name_beside_key(std::string_view key, std::string_view name) {
    const std::string path = path_of_key(key);
    return path.substr(0, path.rfind('/') + 1) + std::string(name);  // npos + 1 is 0: the root itself
}

CONCORDAT_INLINE std::string model_root::path_below(const std::string& name) const {
    const bool bare = directory_.empty() || directory_.back() == '/';
    return directory_ + (bare ? "" : "/") + name;
}

CONCORDAT_INLINE std::string model_root::path_of(std::string_view key) const { return path_below(path_of_key(key)); }

CONCORDAT_INLINE std::string model_root::path_beside(std::string_view key, std::string_view name) const {
    return path_below(name_beside_key(key, name));
}

CONCORDAT_INLINE std::vector<std::string> model_root::keys() const {
    constexpr std::size_t most_entries = 10'000;
    std::vector<std::string> found;
    const auto add = [&](std::string key) {
        std::replace(key.begin(), key.end(), '/', '.');
        if (is_identifier(key)) found.push_back(std::move(key));
    };
    if (in_memory_ != nullptr) {
        for (const auto& [name, bytes] : *in_memory_)
            if (name.ends_with(".toml")) add(name.substr(0, name.rfind('.')));
        std::sort(found.begin(), found.end());
        return found;
    }
    const std::filesystem::path top = directory_.empty() ? "." : directory_;
    std::error_code problem;
    std::size_t entries = 0;
    using walk = std::filesystem::recursive_directory_iterator;
    for (walk at(top, std::filesystem::directory_options::skip_permission_denied, problem), end; !problem && at != end;
         at.increment(problem)) {
        if (++entries > most_entries) return {};
        if (at->path().extension() == ".toml") add(at->path().lexically_relative(top).replace_extension().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

CONCORDAT_INLINE result<std::string> model_root::read(std::string_view key) const {
    if (!is_identifier(key) || detail::rooting::has_empty_part(key))
        return fail(errc::bad_identifier, "\"" + std::string(key) + "\" names no file",
                    "a key is lower-case letters, digits, _ and -, with single dots for folders");
    return read_below(path_of_key(key));
}

CONCORDAT_INLINE result<std::string> model_root::read_beside(std::string_view key, std::string_view name) const {
    if (!is_identifier(key) || detail::rooting::has_empty_part(key) || !is_label(name))
        return fail(errc::bad_identifier,
                    "\"" + std::string(name) + "\" names no file beside \"" + std::string(key) + "\"",
                    "a plain name is letters, digits, . _ and -, and starts with a letter or digit");
    return read_below(name_beside_key(key, name));
}

CONCORDAT_INLINE result<std::string> model_root::read_below(const std::string& name) const {
    const std::string path = path_below(name);
    if (in_memory_ != nullptr) {
        const auto held = in_memory_->find(name);
        if (held == in_memory_->end()) return fail(detail::rooting::cannot_open(path, ENOENT));
        if (held->second.size() > file_size_limit) return fail(detail::rooting::file_too_large(path, file_size_limit));
        return held->second;
    }
    const std::string root = detail::rooting::resolved_path(directory_.empty() ? "." : directory_);
    const std::string target = root.empty() ? root : detail::rooting::resolved_path(path);
    if (target.empty()) return fail(detail::rooting::cannot_open(path, errno));
    const std::string inside = root == "/" ? root : root + "/";
    if (target.compare(0, inside.size(), inside) != 0)
        return fail(
            errc::leaves_root,
            "\"" + path + "\" is a link that leads out of the root \"" + (directory_.empty() ? "." : directory_) + "\"",
            "files named by key lie below the root", source_pos{path, 0, 0});
    const auto file = detail::rooting::open_below(root, std::string_view(target).substr(inside.size()));
    if (!file.is_open()) return fail(detail::rooting::cannot_open(path, errno));
    return detail::rooting::read_open_file(file, path, file_size_limit);
}

}  // namespace concordat
