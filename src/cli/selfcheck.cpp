// SPDX-License-Identifier: Apache-2.0
#include "selfcheck.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/write_selfcheck.hpp"
#include "concordat/study/selfcheck.hpp"

namespace concordat::cli {

result<answer> perform(const selfcheck_arguments& asked, const session& around) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(asked.study));
    long_work work(around);
    run_options options;
    options.samples = asked.samples;
    options.seed = asked.seed;
    options.progress = work.progress();
    CONCORDAT_TRY(const auto found, selfcheck(loaded.study, options));

    answer out;
    out.output.content = to_document(loaded.study, found);
    out.output.sheets = {to_sheet(found)};
    out.output.tidy = out.output.sheets.front();
    if (!all_passed(found)) out.code = exit_code::refused;
    return out;
}

}  // namespace concordat::cli
