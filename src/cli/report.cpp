// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include "recorded_run.hpp"
#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/write_result.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace concordat::cli {

namespace {

/// E802 for the first input that is not as it was.
status check_inputs(const run_record& record, const std::string& root) {
    for (const auto& input : record.inputs) {
        const auto path = (std::filesystem::path(root) / input.name).string();
        const auto now = stays_inside(input.name) ? mark_now(input.name, path) : std::nullopt;
        if (!now)
            return fail(errc::differs, "the run read \"" + printable(input.name) + "\", which is not there now",
                        "say where the inputs lie with --models DIR", {path, 0, 0});
        if (*now != input)
            return fail(errc::differs, "\"" + printable(input.name) + "\" is not the file that the run read",
                        "run the study again, and take the page of that run", {path, 0, 0});
    }
    return {};
}

/// E802 when the run comes out otherwise: with another engine, for one.
status check_result(const run_record& record, const loaded_study& loaded, const run_outcome& outcome) {
    constexpr std::string_view name = "result.json";
    CONCORDAT_TRY(const auto json, to_json(to_document(loaded.study, outcome.found)));
    const auto again = mark_of(std::string(name), json);
    const auto recorded = std::find_if(record.outputs.begin(), record.outputs.end(),
                                       [&](const auto& output) { return output.name == name; });
    if (recorded != record.outputs.end() && *recorded == again) return {};
    return fail(errc::differs, "the run comes out otherwise than recorded",
                "the record is of engine " + record.engine + " with arithmetic " + std::to_string(record.numerics) +
                    "; concordat verify tells what differs");
}

}  // namespace

result<answer> perform(const report_arguments& asked, const session& around) {
    CONCORDAT_TRY(const std::string text, read_input(asked.record));
    CONCORDAT_TRY(const run_record record, parse_record(text, asked.record));
    const std::string* key = study_of(record);
    if (key == nullptr)
        return fail(errc::missing_key, "the record's options name no study, so there is nothing to report", {},
                    {asked.record, 0, 0});
    CONCORDAT_TRY(const std::string root, find_root(asked.record, asked.root, *key));
    if (auto same = check_inputs(record, root); !same) return fail(same.error());
    CONCORDAT_TRY(const loaded_study loaded, load_study(root + "/" + path_of_key(*key)));
    long_work work(around);
    run_options options;
    options.samples = record.samples;
    options.seed = record.seed;
    options.progress = work.progress();
    CONCORDAT_TRY(const run_outcome outcome, run_for(loaded.study, options, {extra_file::report}));
    if (auto same = check_result(record, loaded, outcome); !same) return fail(same.error());

    answer out;
    std::string page = page_of(loaded, outcome);
    if (asked.file.empty()) {
        out.output.verbatim = std::move(page);
        return out;
    }
    if (auto written = write_file(asked.file, page); !written) return fail(written.error());
    out.output.content =
        document::object{{"format", "concordat/report@1"}, {"file", asked.file}, {"bytes", page.size()}};
    out.output.tidy = {
        "The page of " + *key, {{"file"}, {"bytes", alignment::right}}, {{asked.file, count_cell(page.size())}}};
    out.output.sheets = {out.output.tidy};
    return out;
}

}  // namespace concordat::cli
