// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/check.hpp"

#include "concordat/impl/read_shapes.hpp"
#include "concordat/model/review.hpp"

#include <utility>

namespace concordat {

namespace detail::input {

/// Reads a file with all it names.
inline void check_whole(reading& files, opened_file& file, std::vector<error>& warnings) {
    switch (file.format) {
        case file_format::sources:
            static_cast<void>(assemble_sources(file));
            break;
        case file_format::vocabulary: {
            vocabulary words;
            read_vocabulary(file, words);
            break;
        }
        case file_format::model: {
            const auto made = assemble_model(files, file, true);
            if (made) warnings = review(*made);
            // A list of sources is shared by many models; that this one does not use them all is no news.
            std::erase_if(warnings, [&](const error& e) { return files.is_list_of_sources(e.where.path); });
            break;
        }
        case file_format::reform:
            static_cast<void>(assemble_reform(files, file));
            break;
        case file_format::criteria:
            static_cast<void>(assemble_criteria(files, file));
            break;
        case file_format::weights:
            static_cast<void>(assemble_weights(files, file));
            break;
        case file_format::study:
            static_cast<void>(assemble_study(files, file));
            break;
        case file_format::table:
            static_cast<void>(assemble_table(files, file));
            break;
        case file_format::case_study:
            static_cast<void>(assemble_case(files, file));
            break;
        case file_format::claims:
            static_cast<void>(assemble_claims(files, file));
            break;
    }
}

/// Reads a file as far as it goes alone.
inline void check_alone(reading& files, opened_file& file) {
    vocabulary words;
    switch (file.format) {
        case file_format::sources:
            static_cast<void>(assemble_sources(file));
            break;
        case file_format::vocabulary:
            read_vocabulary(file, words);
            break;
        case file_format::model:
            static_cast<void>(read_model(file));
            break;
        case file_format::reform:
            static_cast<void>(read_reform(file));
            break;
        case file_format::criteria:
            static_cast<void>(read_criteria(file));
            break;
        case file_format::weights:
            static_cast<void>(read_weights(file));
            break;
        case file_format::study:
            static_cast<void>(read_study(file));
            break;
        case file_format::table:
            static_cast<void>(assemble_table(files, file));
            break;
        case file_format::case_study:
            static_cast<void>(read_case(file));
            break;
        case file_format::claims:
            static_cast<void>(read_claims(file));
            break;
    }
}

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
        detail::input::check_whole(files, *file, report.warnings);
    }
    detail::input::close_report(files, report);
    if (!report.passed()) report.warnings.clear();
    return report;
}

CONCORDAT_INLINE check_report check_text(std::string_view text, const std::string& path) {
    check_report report;
    report.path = path;
    detail::input::reading files;
    if (auto* const file = files.open_text(text, path, std::nullopt)) {
        detail::input::describe_file(*file, report);
        detail::input::check_alone(files, *file);
    }
    detail::input::close_report(files, report);
    return report;
}

}  // namespace concordat
