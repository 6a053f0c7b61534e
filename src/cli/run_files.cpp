// SPDX-License-Identifier: Apache-2.0
#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/dataset.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/sqlite.hpp"
#include "concordat/io/workbook.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/io/write_xmcda.hpp"
#include "concordat/model/review.hpp"
#include "concordat/report/child_rights.hpp"
#include "concordat/report/child_summary.hpp"
#include "concordat/report/duties.hpp"
#include "concordat/report/page.hpp"
#include "concordat/report/pictures.hpp"
#include "concordat/report/plain_summary.hpp"
#include "concordat/report/result_sheets.hpp"

#include <algorithm>
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

document words_of(const extra_files& also) {
    return document::list(also, [](extra_file each) { return extra_file_words[static_cast<std::size_t>(each)]; });
}

/// All that is known of a run before its outputs are.
run_record begin_record(const loaded_study& loaded, const study_result& found, const extra_files& also) {
    auto record = record_of_this_engine();
    record.samples = found.samples;
    record.seed = found.seed;
    record.options = document::object{{"command", "run"}, {"study", loaded.study.key}, {"also", words_of(also)}};
    for (const auto& input : loaded.inputs)
        record.inputs.push_back(mark_of(input.name.empty() ? path_of_key(input.key) : input.name, input.bytes));
    record.assumptions_by_level = count_assumptions(loaded.study, found);
    record.warnings = warnings_of(loaded.study);
    return record;
}

/// Every table as CSV, and what describes them all.
status append_tables(std::vector<named_bytes>& files, const dataset& data) {
    for (const auto& table : data.tables) files.push_back({table.name + ".csv", to_csv(to_sheet(table))});
    auto metadata = to_json(csv_metadata(data));
    if (!metadata) return fail(std::move(metadata).error());
    files.push_back({"csv-metadata.json", *std::move(metadata)});
    return {};
}

/// The page with what belongs to it.
status append_report(std::vector<named_bytes>& files, const loaded_study& loaded, const run_outcome& outcome) {
    const auto& s = loaded.study;
    CONCORDAT_TRY(const auto rights, child_rights_of(s, outcome.found));
    files.push_back({"report.html", page_of(loaded, outcome)});
    files.push_back({"summary.md", to_markdown(plain_summary(s, outcome.found, outcome.tests()))});
    files.push_back({"summary-for-young-people.md", to_markdown(child_summary(s, outcome.found))});
    const auto duties = duty_checklists(s, outcome.found);
    files.push_back({"child-rights.md", to_markdown(to_prose(s, outcome.found, rights))});
    files.push_back({"child-rights.csv", to_csv(child_rights_sheet(s, rights))});
    files.push_back({"duties.md", to_markdown(to_prose(s, duties))});
    files.push_back({"duties.csv", to_csv(duties_sheet(duties))});
    return {};
}

/// Each picture as a drawing, and as a specification where it has one.
status append_pictures(std::vector<named_bytes>& files, const study& s, const run_outcome& outcome) {
    for (const auto& each : pictures_of(s, outcome.found, outcome.tests())) {
        files.push_back({"picture-" + each.key + ".svg", to_svg(each)});
        if (each.specification.is_null()) continue;
        CONCORDAT_TRY(auto specification, to_json(each.specification));
        files.push_back({"picture-" + each.key + ".vl.json", std::move(specification)});
    }
    return {};
}

void append_xmcda(std::vector<named_bytes>& files, const study& s, const study_result& found) {
    for (std::size_t b = 0; b < found.baselines.size(); ++b) {
        const auto& baseline = found.baselines[b].baseline;
        files.push_back(
            {(baseline.empty() ? std::string(own_models) : baseline) + ".xmcda.xml", to_xmcda(s, found, b)});
    }
}

status append_extra(std::vector<named_bytes>& files, const loaded_study& loaded, const run_outcome& outcome,
                    const dataset& data, extra_file which) {
    switch (which) {
        case extra_file::report:
            return append_report(files, loaded, outcome);
        case extra_file::pictures:
            return append_pictures(files, loaded.study, outcome);
        case extra_file::sqlite: {
            CONCORDAT_TRY(auto bytes, to_sqlite(data));
            files.push_back({"result.sqlite", std::move(bytes)});
            return {};
        }
        case extra_file::xlsx: {
            CONCORDAT_TRY(auto bytes, to_workbook(data));
            files.push_back({"result.xlsx", std::move(bytes)});
            return {};
        }
        case extra_file::xmcda:
            append_xmcda(files, loaded.study, outcome.found);
    }
    return {};
}

}  // namespace

result<run_outcome> run_for(const study& s, const run_options& options, const extra_files& also) {
    run_outcome outcome;
    CONCORDAT_TRY(outcome.found, concordat::run(s, options));
    const bool tests = std::any_of(also.begin(), also.end(), [](extra_file each) {
        return each == extra_file::report || each == extra_file::pictures;
    });
    if (!tests || s.weights.empty()) return outcome;
    sensitivity_options testing;
    testing.run = options;
    testing.baseline = outcome.found.baselines.front().baseline;
    CONCORDAT_TRY(outcome.tested, sensitivities(s, testing));
    return outcome;
}

std::string page_of(const loaded_study& loaded, const run_outcome& outcome) {
    const auto record = begin_record(loaded, outcome.found, {extra_file::report});
    return to_page(loaded.study, outcome.found, {outcome.tests(), &record});
}

result<run_files> files_of(const loaded_study& loaded, const run_outcome& outcome, const extra_files& also) {
    const auto& s = loaded.study;
    const auto& found = outcome.found;
    run_files files;
    CONCORDAT_TRY(auto json, to_json(to_document(s, found)));
    files.outputs = {{result_name, std::move(json)}, {"result.md", markdown_of(s, found)}};
    const auto data = to_dataset(s, found);
    if (auto added = append_tables(files.outputs, data); !added) return fail(std::move(added).error());
    for (const auto each : also)
        if (auto added = append_extra(files.outputs, loaded, outcome, data, each); !added)
            return fail(std::move(added).error());

    files.record = begin_record(loaded, found, also);
    for (const auto& output : files.outputs) files.record.outputs.push_back(mark_of(output.name, output.bytes));
    return files;
}

const std::string* study_of(const run_record& record) {
    const auto* key = record.options.find("study");
    return key == nullptr ? nullptr : key->as_string();
}

result<extra_files> extra_files_of(const run_record& record) {
    extra_files also;
    const auto* stated = record.options.find("also");
    if (stated == nullptr || stated->as_array() == nullptr) return also;  // of a run before there was a choice
    for (const auto& each : *stated->as_array()) {
        const auto* word = each.as_string();
        const std::string seen = word == nullptr ? std::string() : *word;
        const auto known = std::find(extra_file_words.begin(), extra_file_words.end(), seen);
        if (known == extra_file_words.end())
            return fail(errc::not_in_vocabulary,
                        "the record's options name \"" + printable(seen) +
                            "\" among the files, which this program cannot "
                            "write",
                        suggest(seen, extra_file_words));
        also.push_back(static_cast<extra_file>(known - extra_file_words.begin()));
    }
    return also;
}

}  // namespace concordat::cli
