// SPDX-License-Identifier: Apache-2.0
#include "explain.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/write_attribution.hpp"
#include "concordat/io/write_explanation.hpp"
#include "concordat/study/attribution.hpp"
#include "concordat/study/explain.hpp"

#include <iterator>

namespace concordat::cli {

result<answer> perform(const explain_arguments& asked, const session& around) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(asked.study));
    CONCORDAT_TRY(const explanation why, concordat::explain(loaded.study, asked.option, asked.criterion));
    answer out;
    out.output.content = to_document(why);
    out.output.sheets = to_sheets(why);
    out.output.tidy = grounds_sheet(why);
    if (!asked.steps) return out;
    long_work work(around);
    attribution_options options;
    options.criterion = asked.criterion;
    options.threads = asked.threads;
    options.progress = work.progress();
    CONCORDAT_TRY(const attribution split, attribute(loaded.study, asked.option, options));
    out.output.content.set("attribution", to_document(split));
    auto sheets = to_sheets(split);
    out.output.sheets.insert(out.output.sheets.end(), std::make_move_iterator(sheets.begin()),
                             std::make_move_iterator(sheets.end()));
    return out;
}

}  // namespace concordat::cli
