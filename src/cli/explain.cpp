// SPDX-License-Identifier: Apache-2.0
#include "explain.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/write_explanation.hpp"
#include "concordat/study/explain.hpp"

namespace concordat::cli {

result<answer> perform(const explain_arguments& asked, const session&) {
    CONCORDAT_TRY(const loaded_study loaded, load_study(asked.study));
    CONCORDAT_TRY(const explanation why, concordat::explain(loaded.study, asked.option, asked.criterion));
    answer out;
    out.output.content = to_document(why);
    out.output.sheets = to_sheets(why);
    out.output.tidy = grounds_sheet(why);
    return out;
}

}  // namespace concordat::cli
