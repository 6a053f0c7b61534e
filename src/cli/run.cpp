// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/report/result_sheets.hpp"
#include "concordat/study/run.hpp"

#include <algorithm>
#include <utility>

namespace concordat::cli {

namespace {

/// All files or none; asked to stop before the first is named, none.
result<std::string> write_run(const loaded_study& loaded, const run_outcome& outcome, const std::string& directory,
                              const extra_files& also) {
    CONCORDAT_TRY(auto files, files_of(loaded, outcome, also));
    CONCORDAT_TRY(auto record, to_json(files.record));
    files.outputs.push_back({record_name, std::move(record)});
    if (long_work::interrupted()) return fail(errc::interrupted, "interrupted; nothing was written");
    if (auto written = write_files(directory, files.outputs); !written) return fail(written.error());
    return "wrote " + std::to_string(files.outputs.size()) + " files to " + printable(directory) + "; " + record_name +
           " names them and dictionary.csv explains every column";
}

}  // namespace

result<answer> perform(const run_arguments& asked, const session& around) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(asked.study));
    long_work work(around);
    run_options options;
    options.samples = asked.samples;
    options.seed = asked.seed;
    options.threads = asked.threads;
    options.progress = work.progress();
    auto also = asked.also;
    std::sort(also.begin(), also.end());
    also.erase(std::unique(also.begin(), also.end()), also.end());
    CONCORDAT_TRY(const run_outcome outcome, run_for(loaded.study, options, also));
    const study_result& found = outcome.found;

    answer out;
    if (!asked.directory.empty()) {
        CONCORDAT_TRY(auto remark, write_run(loaded, outcome, asked.directory, also));
        out.remarks.push_back(std::move(remark));
    }
    report_style style;
    style.width = around.width;
    out.output.content = to_document(loaded.study, found);
    out.output.tidy = ranking_sheet(loaded.study, found);
    out.output.sheets = result_sheets(loaded.study, found, style);
    return out;
}

}  // namespace concordat::cli
