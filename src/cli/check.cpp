// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include "concordat/io/check.hpp"
#include "concordat/io/directory.hpp"
#include "concordat/io/show.hpp"
#include "concordat/model/facts.hpp"

#include <optional>
#include <utility>

namespace concordat::cli {

namespace {

/// What the facts of a sound file rest on; nothing for formats that state none, and for parts of models.
std::optional<evidence_count> count_of(const check_report& report) {
    return report.facts ? std::optional(count_evidence(*report.facts)) : std::nullopt;
}

/// Every file that is named, and every one below a directory that is; together, as though they were of one.
result<directory_check> look_at(const std::vector<std::string>& paths) {
    directory_check all;
    std::vector<std::string> plain;
    const auto check_plain = [&] {
        for (auto& report : check_files(plain)) all.files.push_back(std::move(report));
        plain.clear();
    };
    for (const auto& path : paths) {
        if (!is_directory(path)) {
            plain.push_back(path);
            continue;
        }
        check_plain();
        CONCORDAT_TRY(auto found, check_directory(path));
        for (auto& report : found.files) all.files.push_back(std::move(report));
        for (auto& table : found.left_over) all.left_over.push_back(std::move(table));
        for (auto& link : found.links) all.links.push_back(std::move(link));
    }
    check_plain();
    return all;
}

error unnamed(const std::string& table) {
    return {errc::missing_value,
            "no file names this table, so nothing reads it",
            "a file of ours names a table that lies beside it, as data = \"scotland.csv\"",
            source_pos{table, 0, 0},
            {}};
}

error not_followed(const std::string& link) {
    return {errc::not_a_file,
            "this is a link, which is not followed below a directory",
            "name what it leads to, if that is to be checked",
            source_pos{link, 0, 0},
            {}};
}

sheet empty_sheet() {
    sheet out{"", {{"file"}, {"result"}, {"format"}}, {}};
    for (const auto* heading : {"facts", "level 4", "3", "2", "1", "0", "unsourced", "warnings"})
        out.columns.push_back({heading, alignment::right});
    return out;
}

std::vector<cell> row_of(const check_report& report, const std::optional<evidence_count>& count) {
    std::vector<cell> row{report.path, report.passed() ? "ok" : "refused", report.format};
    row.push_back(count ? count_cell(count->facts()) : cell("-"));
    for (std::size_t level = 5; level-- > 0;) row.push_back(count ? count_cell(count->by_level[level]) : cell("-"));
    row.push_back(count ? count_cell(count->unsourced) : cell("-"));
    row.push_back(count_cell(report.warnings.size()));
    return row;
}

}  // namespace

result<answer> perform(const check_arguments& asked, const session&) {
    answer out;
    out.output.tidy = empty_sheet();
    document files = document::array{};
    CONCORDAT_TRY(const auto looked_at, look_at(asked.files));
    document left_over = document::array{};
    for (const auto& table : looked_at.left_over) {
        left_over.push(table);
        out.remarks.push_back(describe(unnamed(table), "warning"));
    }
    for (const auto& link : looked_at.links) out.remarks.push_back(describe(not_followed(link), "warning"));
    for (const auto& report : looked_at.files) {
        const auto count = count_of(report);
        for (const auto& problem : report.errors) out.remarks.push_back(to_string(problem));
        for (const auto& warning : report.warnings) out.remarks.push_back(describe(warning, "warning"));
        if (!report.passed() && out.code == exit_code::done) out.code = exit_code_of(report.errors.front());
        out.output.tidy.rows.push_back(row_of(report, count));
        files.push(document::object{{"path", report.path},
                                    {"format", report.format.empty() ? document() : document(report.format)},
                                    {"check", to_document(check_outcome{report.errors, report.warnings, count})}});
    }
    const auto sum = summarise(looked_at.files);
    out.output.sheets = {out.output.tidy};
    if (looked_at.files.size() > 1) out.output.sheets.push_back(to_sheet(sum));
    out.output.content = document::object{{"format", "concordat/checks@1"},
                                          {"sound", out.code == exit_code::done},
                                          {"files", std::move(files)},
                                          {"left_over", std::move(left_over)},
                                          {"links", document::list(looked_at.links)},
                                          {"together", to_document(sum)}};
    return out;
}

}  // namespace concordat::cli
