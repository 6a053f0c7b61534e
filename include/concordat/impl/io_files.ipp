// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/files.hpp"

#include "concordat/core/text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::writing {

/// A file descriptor that is closed once, whatever happens.
class open_file {
public:
    explicit open_file(int descriptor) noexcept : descriptor_(descriptor) {}
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;
    ~open_file() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] int get() const noexcept { return descriptor_; }
    [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
    /// False when the system reports at the last moment that bytes were lost, as network file systems do.
    [[nodiscard]] bool close() noexcept { return ::close(std::exchange(descriptor_, -1)) == 0 || errno == EINTR; }

private:
    int descriptor_;
};

/// `errno` in words, from a function that is safe in threads.
inline std::string system_reason(int number) { return std::generic_category().message(number); }

inline tl::unexpected<error> cannot_write(const std::string& path, int number) {
    return fail(errc::cannot_write, "cannot write \"" + printable(path) + "\": " + system_reason(number),
                "the file that stood there before, if any, is as it was", {path, 0, 0});
}

inline tl::unexpected<error> not_a_file(const std::string& path) {
    return fail(errc::not_a_file, "\"" + printable(path) + "\" is a directory, pipe, socket or device; expected a file",
                {}, {path, 0, 0});
}

/// Opens, and opens again when a signal came in between.
inline int open_patiently(const std::string& path, int flags, unsigned mode) {
    int descriptor = -1;
    do descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/// False with `errno` set.
inline bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

inline bool synchronise(int descriptor) {
    int outcome = 0;
    do outcome = ::fsync(descriptor);
    while (outcome != 0 && errno == EINTR);
    return outcome == 0;
}

/// Some file systems cannot synchronise a directory and say EINVAL; the names are then as safe as that system makes
/// them.
inline bool synchronise_folder(const std::string& folder) {
    open_file opened(open_patiently(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY, 0));
    if (!opened.is_open()) return false;
    return synchronise(opened.get()) || errno == EINVAL;
}

/// A file under its temporary name. Gone unless it was given its real one.
class pending_file {
public:
    /// `folder` is empty, or ends in a slash.
    pending_file(const std::string& folder, const std::string& name) : folder_(folder), target_(folder + name) {}
    pending_file(pending_file&& other) noexcept
        : folder_(std::move(other.folder_)),
          target_(std::move(other.target_)),
          temporary_(std::exchange(other.temporary_, {})) {}
    pending_file& operator=(pending_file&&) = delete;
    ~pending_file() {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }

    [[nodiscard]] status fill(std::string_view bytes) {
        struct stat standing {};
        const bool stands = ::lstat(target_.c_str(), &standing) == 0;
        if (!stands && errno != ENOENT) return cannot_write(target_, errno);
        const bool replaces_file = stands && S_ISREG(standing.st_mode);
        if (stands && !replaces_file && !S_ISLNK(standing.st_mode)) return not_a_file(target_);
        open_file file(create());
        // Who could not read the old file may not read the new one.
        const auto as_private_as_the_old = [&] {
            return !replaces_file || ::fchmod(file.get(), standing.st_mode & 0777) == 0;
        };
        if (!file.is_open() || !as_private_as_the_old() || !write_all(file.get(), bytes) || !synchronise(file.get()) ||
            !file.close())
            return cannot_write(target_, errno);
        return {};
    }

    [[nodiscard]] status give_name() {
        if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return cannot_write(target_, errno);
        temporary_.clear();
        return {};
    }

private:
    /// A new file beside the target. The process number keeps programs apart, O_EXCL everything else; the name is short
    /// because the target's may be as long as the file system allows.
    int create() {
        constexpr int attempts = 1000;
        constexpr unsigned readable_as_umask_allows = 0666;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            std::string path =
                folder_ + ".concordat-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
            const int made = open_patiently(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, readable_as_umask_allows);
            if (made >= 0) temporary_ = std::move(path);
            if (made >= 0 || errno != EEXIST) return made;
        }
        return -1;
    }

    std::string folder_, target_, temporary_;
};

inline bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos;
}

inline status write_into(const std::string& folder, std::span<const named_bytes> files) {
    std::vector<pending_file> pending;
    pending.reserve(files.size());
    for (const auto& file : files) {
        if (!is_plain_name(file.name))
            return fail(errc::cannot_write, "\"" + printable(file.name) + "\" is no name of a file in a directory",
                        "leave out slashes", {folder, 0, 0});
        pending.emplace_back(folder, file.name);
        if (auto filled = pending.back().fill(file.bytes); !filled) return filled;
    }
    for (auto& file : pending)
        if (auto named = file.give_name(); !named) return named;
    if (!synchronise_folder(folder))
        return fail(errc::cannot_write,
                    "written, but the system does not confirm that the names are on the disk: " + system_reason(errno),
                    "write again before relying on these files", {folder, 0, 0});
    return {};
}

}  // namespace detail::writing

CONCORDAT_INLINE status write_file(const std::string& path, std::string_view bytes) {
    const std::size_t folder_size = path.rfind('/') + 1;  // npos + 1 is 0
    const named_bytes file{path.substr(folder_size), std::string(bytes)};
    if (file.name.empty() || file.name == "." || file.name == "..") return detail::writing::not_a_file(path);
    return detail::writing::write_into(path.substr(0, folder_size), {&file, 1});
}

CONCORDAT_INLINE status write_files(const std::string& directory, std::span<const named_bytes> files) {
    std::error_code problem;
    if (!directory.empty()) std::filesystem::create_directories(directory, problem);
    if (problem) return detail::writing::cannot_write(directory, problem.value());
    return detail::writing::write_into(directory.empty() || directory.back() == '/' ? directory : directory + "/",
                                       files);
}

}  // namespace concordat
