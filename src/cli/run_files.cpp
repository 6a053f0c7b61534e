// SPDX-License-Identifier: Apache-2.0
#include "run_files.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/write_area_result.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/model/review.hpp"
#include "concordat/report/page.hpp"
#include "concordat/report/result_sheets.hpp"

#include <set>
#include <string>
#include <utility>

namespace concordat::cli {

namespace {

std::string markdown_of(const study& s, const study_result& found) {
    report_style style;
    style.digits = 4;
    style.errors = true;
    style.in_full = true;
    std::string text;
    for (const auto& each : result_sheets(s, found, style)) {
        if (!text.empty()) text += '\n';
        text += to_markdown(each);
    }
    return text;
}

/// How many assumptions of each level the study, its criteria and any of its models rest on, each once.
std::array<std::uint64_t, 2> count_assumptions(const study& s, const study_result& found) {
    std::array<std::set<std::string, std::less<>>, 2> keys;
    const auto add = [&](const auto& assumptions) {
        for (const auto& a : assumptions)
            if (a.level == 0 || a.level == 1) keys[static_cast<std::size_t>(a.level)].insert(a.key);
    };
    add(s.assumptions);
    add(s.criteria.assumptions);
    if (s.areas) add(s.areas->assumptions);
    for (const auto& b : found.baselines)
        for (const auto& option : b.options) add(option.after.assumptions());
    return {keys[0].size(), keys[1].size()};
}

/// Without places: a record holds no path of a machine.
std::vector<std::string> warnings_of(const study& s) {
    auto warnings = watermarks(s);
    for (const auto& baseline : s.baselines)
        for (const auto& warning : review(baseline)) warnings.push_back(baseline.key() + ": " + warning.message);
    return warnings;
}

/// All that is known of a run before its outputs are.
run_record begin_record(const loaded_study& loaded, const run_outcome& outcome, const run_extras& extras) {
    auto record = record_of_this_engine();
    record.samples = outcome.found.samples;
    record.seed = outcome.found.seed;
    record.options =
        document::object{{"command", "run"}, {"study", loaded.study.key}, {"report", document(extras.report)}};
    for (const auto& input : loaded.inputs)
        record.inputs.push_back(mark_of(input.name.empty() ? path_of_key(input.key) : input.name, input.bytes));
    record.assumptions_by_level = count_assumptions(loaded.study, outcome.found);
    record.warnings = warnings_of(loaded.study);
    return record;
}

}  // namespace

run_extras extras_of(const run_record& record) {
    const auto* report = record.options.find("report");
    return {report != nullptr && report->as_bool() != nullptr && *report->as_bool()};
}

result<run_outcome> run_with_extras(const study& s, const run_options& options, const run_extras& extras) {
    run_outcome outcome;
    CONCORDAT_TRY(outcome.found, concordat::run(s, options));
    if (!extras.report || s.weights.empty()) return outcome;
    sensitivity_options testing;
    testing.run = options;
    testing.baseline = outcome.found.baselines.front().baseline;
    CONCORDAT_TRY(outcome.tested, sensitivities(s, testing));
    return outcome;
}

std::string page_of(const loaded_study& loaded, const run_outcome& outcome) {
    const auto record = begin_record(loaded, outcome, {true});
    return to_page(loaded.study, outcome.found, {outcome.tested ? &*outcome.tested : nullptr, &record});
}

result<run_files> files_of(const loaded_study& loaded, const run_outcome& outcome, const run_extras& extras) {
    const auto& s = loaded.study;
    const auto& found = outcome.found;
    run_files files;
    CONCORDAT_TRY(auto json, to_json(to_document(s, found)));
    files.outputs = {{result_name, std::move(json)},
                     {"result.md", markdown_of(s, found)},
                     {"performance.csv", to_csv(performance_sheet(found))},
                     {"ranking.csv", to_csv(ranking_sheet(s, found))}};
    if (found.areas) files.outputs.push_back({"area.csv", to_csv(area_sheet(s, found))});
    if (extras.report) files.outputs.push_back({"report.html", page_of(loaded, outcome)});

    files.record = begin_record(loaded, outcome, extras);
    for (const auto& output : files.outputs) files.record.outputs.push_back(mark_of(output.name, output.bytes));
    return files;
}

const std::string* study_of(const run_record& record) {
    const auto* key = record.options.find("study");
    return key == nullptr ? nullptr : key->as_string();
}

}  // namespace concordat::cli
