// SPDX-License-Identifier: Apache-2.0
#include "run_files.hpp"

#include "run_report.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/dataset.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/sqlite.hpp"
#include "concordat/io/workbook.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/io/write_xmcda.hpp"
#include "concordat/model/review.hpp"

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
    for (const auto& each : report(s, found, style)) {
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

/// Every table as CSV, and what describes them all.
status append_tables(std::vector<named_bytes>& files, const dataset& data) {
    for (const auto& table : data.tables) files.push_back({table.name + ".csv", to_csv(to_sheet(table))});
    auto metadata = to_json(csv_metadata(data));
    if (!metadata) return fail(std::move(metadata).error());
    files.push_back({"csv-metadata.json", *std::move(metadata)});
    return {};
}

status append_extra(std::vector<named_bytes>& files, const study& s, const study_result& found, const dataset& data,
                    extra_file which) {
    if (which == extra_file::xmcda) {
        for (std::size_t b = 0; b < found.baselines.size(); ++b) {
            const auto& baseline = found.baselines[b].baseline;
            files.push_back(
                {(baseline.empty() ? std::string(own_models) : baseline) + ".xmcda.xml", to_xmcda(s, found, b)});
        }
        return {};
    }
    const bool sqlite = which == extra_file::sqlite;
    auto bytes = sqlite ? to_sqlite(data) : to_workbook(data);
    if (!bytes) return fail(std::move(bytes).error());
    files.push_back({sqlite ? "result.sqlite" : "result.xlsx", *std::move(bytes)});
    return {};
}

document words_of(const extra_files& also) {
    return document::list(also, [](extra_file each) { return extra_file_words[static_cast<std::size_t>(each)]; });
}

}  // namespace

result<run_files> files_of(const loaded_study& loaded, const study_result& found, const extra_files& also) {
    const auto& s = loaded.study;
    run_files files;
    CONCORDAT_TRY(auto json, to_json(to_document(s, found)));
    files.outputs = {{"result.json", std::move(json)}, {"result.md", markdown_of(s, found)}};
    const auto data = to_dataset(s, found);
    if (auto added = append_tables(files.outputs, data); !added) return fail(std::move(added).error());
    for (const auto each : also)
        if (auto added = append_extra(files.outputs, s, found, data, each); !added)
            return fail(std::move(added).error());

    files.record = record_of_this_engine();
    files.record.samples = found.samples;
    files.record.seed = found.seed;
    files.record.options = document::object{{"command", "run"}, {"study", s.key}, {"also", words_of(also)}};
    for (const auto& input : loaded.inputs)
        files.record.inputs.push_back(mark_of(input.name.empty() ? path_of_key(input.key) : input.name, input.bytes));
    for (const auto& output : files.outputs) files.record.outputs.push_back(mark_of(output.name, output.bytes));
    files.record.assumptions_by_level = count_assumptions(s, found);
    files.record.warnings = warnings_of(s);
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
