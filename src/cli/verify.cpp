// SPDX-License-Identifier: Apache-2.0
#include "verify.hpp"

#include "recorded_run.hpp"
#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/record.hpp"
#include "concordat/io/root.hpp"
#include "concordat/study/run.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace concordat::cli {

namespace {

/// What a record says, and what is found instead. `found` is empty where there is nothing.
struct difference {
    std::string part;
    std::string what;
    std::string recorded;
    std::string found;
};

void compare_file(std::vector<difference>& all, const char* part, const file_mark& recorded,
                  const std::optional<file_mark>& now) {
    if (!now || *now != recorded)
        all.push_back({part, recorded.name, recorded.sha256, now ? now->sha256 : std::string()});
}

result<std::vector<difference>> compare_files(const run_record& record, const std::string& record_path,
                                              const std::string& root) {
    std::vector<difference> all;
    const auto beside = std::filesystem::path(record_path).parent_path();
    for (const auto* marks : {&record.inputs, &record.outputs})
        for (const auto& mark : *marks) {
            if (!stays_inside(mark.name))
                return fail(errc::leaves_root, "the record names \"" + printable(mark.name) + "\", which leads out", {},
                            {record_path, 0, 0});
            const bool input = marks == &record.inputs;
            const auto path = (input ? std::filesystem::path(root) : beside) / mark.name;
            compare_file(all, input ? "input file" : "output file", mark, mark_now(mark.name, path.string()));
        }
    return all;
}

/// Runs the study again. Only what a record promises counts: another compiler with the same bytes is as it should be.
result<std::vector<difference>> run_again(const run_record& record, const std::string& study_path,
                                          const session& around) {
    CONCORDAT_TRY(const extra_files also, extra_files_of(record));
    CONCORDAT_TRY(const loaded_study loaded, load_study(study_path));
    long_work work(around);
    run_options options;
    options.samples = record.samples;
    options.seed = record.seed;
    options.progress = work.progress();
    CONCORDAT_TRY(const run_outcome outcome, run_for(loaded.study, options, also));
    CONCORDAT_TRY(run_files files, files_of(loaded, outcome, also));
    files.record.compiler = record.compiler;

    std::vector<difference> all;
    for (auto& each : compare_records(record, files.record))
        all.push_back({"run again: " + std::string(name(each.part)), std::move(each.what), std::move(each.first),
                       std::move(each.second)});
    return all;
}

answer present(const std::string& record_path, const run_record& record, const std::vector<difference>& all) {
    const auto each = [](const difference& d) {
        return document::object{{"part", d.part},
                                {"what", d.what},
                                {"recorded", d.recorded.empty() ? document() : document(d.recorded)},
                                {"found", d.found.empty() ? document() : document(d.found)}};
    };
    answer out;
    out.code = all.empty() ? exit_code::done : exit_code::refused;
    out.output.content = document::object{
        {"format", "concordat/verify@1"}, {"equal", all.empty()}, {"differences", document::list(all, each)}};
    auto& table = out.output.tidy;
    if (all.empty()) {
        table = {record_path + ": equal", {{"what"}, {"equal", alignment::right}}, {}};
        table.rows = {{"inputs, by hash", count_cell(record.inputs.size())},
                      {"outputs, by hash", count_cell(record.outputs.size())},
                      {"outputs, run again", count_cell(record.outputs.size())}};
    } else {
        table = {record_path + ": differs", {{"part"}, {"what"}, {"recorded"}, {"found"}}, {}};
        for (const auto& d : all)
            table.rows.push_back({d.part, d.what, d.recorded, d.found.empty() ? "nothing" : d.found});
        table.notes.emplace_back("Other inputs explain other outputs; look at those first.");
    }
    out.output.sheets = {table};
    return out;
}

}  // namespace

result<answer> perform(const verify_arguments& asked, const session& around) {
    CONCORDAT_TRY(const std::string text, read_input(asked.record));
    CONCORDAT_TRY(const run_record record, parse_record(text, asked.record));
    const std::string* key = study_of(record);
    if (key == nullptr)
        return fail(errc::missing_key, "the record's options name no study, so there is nothing to run again", {},
                    {asked.record, 0, 0});
    CONCORDAT_TRY(const std::string root, find_root(asked.record, asked.root, *key));
    CONCORDAT_TRY(auto all, compare_files(record, asked.record, root));
    const auto again = run_again(record, root + "/" + path_of_key(*key), around);
    if (!again && (all.empty() || again.error().code == errc::interrupted)) return fail(again.error());
    if (again) all.insert(all.end(), again->begin(), again->end());

    answer out = present(asked.record, record, all);
    if (!again) out.remarks.push_back("the study cannot be run again:\n" + to_string(again.error()));
    return out;
}

}  // namespace concordat::cli
