// SPDX-License-Identifier: Apache-2.0
#include "diff_records.hpp"

#include "recorded_run.hpp"
#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/io/write_run_diff.hpp"

#include <algorithm>
#include <utility>

namespace concordat::cli {

namespace {

/// One of the two runs: its record, and its inputs where they are still to be had.
struct side {
    std::string path;
    run_record record;
    result<run_inputs> inputs;
};

result<side> open_side(const std::string& path, const input_places& places) {
    CONCORDAT_TRY(const std::string text, read_input(path));
    CONCORDAT_TRY(run_record record, parse_record(text, path));
    auto inputs = read_recorded_inputs(record, path, places);
    return side{path, std::move(record), std::move(inputs)};
}

/// Whether running again gave the bytes that the run wrote.
bool is_as_recorded(const run_record& record, const std::string& json) {
    const auto again = mark_of(result_name, json);
    return std::any_of(record.outputs.begin(), record.outputs.end(), [&](const auto& mark) { return mark == again; });
}

result<run_summary> run_again(const side& of, long_work& work, std::vector<std::string>& remarks) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(of.inputs->files, of.inputs->study));
    run_options options;
    options.samples = of.record.samples;
    options.seed = of.record.seed;
    options.progress = work.progress();
    CONCORDAT_TRY(const study_result found, concordat::run(loaded.study, options));
    CONCORDAT_TRY(const std::string json, to_json(to_document(loaded.study, found)));
    if (!is_as_recorded(of.record, json))
        remarks.push_back(printable(of.path) + ": the run comes out otherwise than recorded; it was of engine " +
                          printable(of.record.engine) + " with arithmetic " + std::to_string(of.record.numerics));
    return summarise(loaded.study, found);
}

/// The result as it was written, else of running again, else none, which is remarked.
result<compared_run> result_of(const side& of, long_work& work, std::vector<std::string>& remarks) {
    compared_run run{of.record, std::nullopt, false};
    auto written = read_recorded_result(of.record, of.path);
    if (written) {
        run.result = *std::move(written);
        return run;
    }
    auto again = of.inputs ? run_again(of, work, remarks) : result<run_summary>(fail(of.inputs.error()));
    if (again) {
        run.result = *std::move(again);
        run.run_again = true;
        return run;
    }
    if (again.error().code == errc::interrupted) return fail(again.error());
    remarks.push_back(printable(of.path) + ": the result is not compared. It cannot be read:\n" +
                      to_string(written.error()) + "\nand the study cannot be run again:\n" + to_string(again.error()));
    return run;
}

/// In a sentence; the whole of it is remarked.
std::string reason_of(const side& of, const char* option, std::vector<std::string>& remarks) {
    remarks.push_back(printable(of.path) + ": the inputs of this run are not at hand:\n" +
                      to_string(of.inputs.error()) + "\n  hint: say with " + option +
                      " DIR where they lie, as in a copy of the models from that day");
    return "the inputs of " + of.path + " are not at hand (" + of.inputs.error().message + ").";
}

status share_out(const side& before, const side& after, long_work& work, run_comparison& into,
                 std::vector<std::string>& remarks) {
    if (!before.inputs) into.no_shares = reason_of(before, "--models-before", remarks);
    if (!after.inputs) {
        const auto reason = reason_of(after, "--models", remarks);
        into.no_shares += (into.no_shares.empty() ? "" : " And ") + reason;
    }
    if (!into.no_shares.empty()) return {};
    into.changes = changed_inputs(*before.inputs, *after.inputs);
    const auto mixed = mixtures(*before.inputs, *after.inputs, into.changes);
    auto shares = share_change(into.changes.size(), mixed, {0, work.progress()});
    if (shares)
        into.shares = *std::move(shares);
    else if (shares.error().code == errc::interrupted)
        return fail(shares.error());
    else
        into.no_shares = "one of the studies cannot be evaluated: " + to_string(shares.error());
    return {};
}

}  // namespace

bool looks_like_record(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && text[first] == '{';
}

result<answer> compare_runs(const record_pair& asked, const session& around) {
    CONCORDAT_TRY(const side before, open_side(asked.before, {asked.root_before, asked.root_after}));
    CONCORDAT_TRY(const side after, open_side(asked.after, {asked.root_after}));
    answer out;
    long_work work(around);
    CONCORDAT_TRY(auto first, result_of(before, work, out.remarks));
    CONCORDAT_TRY(auto second, result_of(after, work, out.remarks));
    run_comparison compared{std::move(first), std::move(second), {}, std::nullopt, {}};
    if (auto shared = share_out(before, after, work, compared, out.remarks); !shared) return fail(shared.error());

    out.output.content = to_document(compared);
    out.output.tidy = differences_sheet(compared);
    out.output.sheets = to_sheets(compared);
    out.output.sheets.front().title = "From " + asked.before + " to " + asked.after + ": what is not the same";
    return out;
}

}  // namespace concordat::cli
