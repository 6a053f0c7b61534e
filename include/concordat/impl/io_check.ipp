// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/check.hpp"

#include "concordat/impl/read_shapes.hpp"
#include "concordat/io/directory.hpp"
#include "concordat/study/ledger.hpp"

#include <set>
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

namespace detail::input {

inline check_report check_with(parsed_files& shared, const std::string& path) {
    check_report report;
    report.path = path;
    reading files(shared);
    if (auto* const file = files.open(path, std::nullopt)) {
        describe_file(*file, report);
        checked_file found;
        row_of(file->format).whole(files, *file, found);
        report.warnings = std::move(found.warnings);
        report.facts = std::move(found.facts);
        report.part = found.part;
    }
    for (auto& input : files.take_inputs()) report.inputs.push_back(std::move(input.path));
    close_report(files, report);
    if (!report.passed()) {
        report.warnings.clear();
        report.facts.reset();
    }
    return report;
}

}  // namespace detail::input

CONCORDAT_INLINE check_report check_file(const std::string& path) {
    detail::input::parsed_files shared;
    return detail::input::check_with(shared, path);
}

CONCORDAT_INLINE std::vector<check_report> check_files(std::span<const std::string> paths) {
    detail::input::parsed_files shared;
    std::vector<check_report> reports;
    for (const auto& path : paths) reports.push_back(detail::input::check_with(shared, path));
    return reports;
}

CONCORDAT_INLINE result<directory_check> check_directory(const std::string& path) {
    CONCORDAT_TRY(auto listed, list_directory(path));
    directory_check found{check_files(listed.files), {}, std::move(listed.links)};
    std::set<std::string_view> named;
    for (const auto& report : found.files) named.insert(report.inputs.begin(), report.inputs.end());
    for (auto& table : listed.tables)
        if (!named.contains(table)) found.left_over.push_back(std::move(table));
    return found;
}

CONCORDAT_INLINE check_summary summarise(std::span<const check_report> reports) {
    check_summary sum;
    std::vector<fact_list> stated;
    for (const auto& report : reports) {
        ++sum.files;
        if (!report.passed()) ++sum.refused;
        const bool is_model = report.format == detail::input::format_name(detail::input::file_format::model);
        if (is_model && report.passed()) ++(report.part ? sum.parts : sum.models);
        if (report.facts) stated.push_back(*report.facts);
    }
    const auto ledger = make_ledger(stated);
    for (const auto& kind : ledger.kinds) {
        if (kind.kind == "actor") sum.actors += kind.count.facts();
        if (kind.kind == "relation") sum.relations += kind.count.facts();
    }
    sum.sources = ledger.sources.size();
    sum.evidence = ledger.count;
    return sum;
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
