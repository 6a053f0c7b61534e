// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include "concordat/io/check.hpp"
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
    for (const auto& file : asked.files) {
        const auto report = check_file(file);
        const auto count = count_of(report);
        for (const auto& problem : report.errors) out.remarks.push_back(to_string(problem));
        for (const auto& warning : report.warnings) out.remarks.push_back(describe(warning, "warning"));
        if (!report.passed() && out.code == exit_code::done) out.code = exit_code_of(report.errors.front());
        out.output.tidy.rows.push_back(row_of(report, count));
        files.push(document::object{{"path", report.path},
                                    {"format", report.format.empty() ? document() : document(report.format)},
                                    {"check", to_document(check_outcome{report.errors, report.warnings, count})}});
    }
    out.output.sheets = {out.output.tidy};
    out.output.content = document::object{
        {"format", "concordat/checks@1"}, {"sound", out.code == exit_code::done}, {"files", std::move(files)}};
    return out;
}

}  // namespace concordat::cli
