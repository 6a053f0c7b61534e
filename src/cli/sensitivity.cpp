// SPDX-License-Identifier: Apache-2.0
#include "sensitivity.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/write_sensitivity.hpp"
#include "concordat/study/sensitivity.hpp"

namespace concordat::cli {

result<answer> perform(const sensitivity_arguments& asked, const session& around) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(asked.study));
    long_work work(around);
    sensitivity_options options;
    options.run.samples = asked.samples;
    options.run.seed = asked.seed;
    options.run.threads = asked.threads;
    options.run.progress = work.progress();
    options.baseline = asked.baseline;
    options.weights = asked.weights;
    CONCORDAT_TRY(const auto found, sensitivities(loaded.study, options));

    answer out;
    out.output.content = to_document(loaded.study, found);
    out.output.sheets = to_sheets(loaded.study, found);
    out.output.tidy = agenda_sheet(loaded.study, found);
    return out;
}

}  // namespace concordat::cli
