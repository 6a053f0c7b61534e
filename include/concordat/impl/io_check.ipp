// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/check.hpp"

#include "concordat/impl/read_shapes.hpp"

#include <utility>

namespace concordat {

namespace detail::input {

inline void describe_file(const opened_file& file, check_report& report) {
    report.format = format_name(file.format);
    report.key = file.key;
}

/// One error with its followers as a list.
inline std::vector<error> listed_errors(error all) {
    std::vector<error> flat(1);
    auto followers = std::exchange(all.more, {});
    flat.front() = std::move(all);
    flat.insert(flat.end(), std::make_move_iterator(followers.begin()), std::make_move_iterator(followers.end()));
    return flat;
}

inline void close_report(reading& files, check_report& report) {
    if (!files.clean()) report.errors = listed_errors(files.finish(std::optional<bool>(true)).error());
}

}  // namespace detail::input

CONCORDAT_INLINE check_report check_file(const std::string& path) {
    check_report report;
    report.path = path;
    detail::input::reading files;
    if (auto* const file = files.open(path, std::nullopt)) {
        detail::input::describe_file(*file, report);
        detail::input::checked_file found;
        detail::input::row_of(file->format).whole(files, *file, found);
        report.warnings = std::move(found.warnings);
        report.facts = std::move(found.facts);
    }
    detail::input::close_report(files, report);
    if (!report.passed()) {
        report.warnings.clear();
        report.facts.reset();
    }
    return report;
}

CONCORDAT_INLINE check_report check_text(std::string_view text, const std::string& path) {
    check_report report;
    report.path = path;
    detail::input::reading files;
    if (auto* const file = files.open_text(text, path, std::nullopt)) {
        detail::input::describe_file(*file, report);
        detail::input::row_of(file->format).alone(files, *file);
    }
    detail::input::close_report(files, report);
    return report;
}

}  // namespace concordat
