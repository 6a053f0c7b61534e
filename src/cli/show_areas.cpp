// SPDX-License-Identifier: Apache-2.0
#include "show_areas.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/show_areas.hpp"
#include "concordat/io/show_indicators.hpp"

#include <utility>

namespace concordat::cli {

result<answer> show_areas(const show_arguments& asked) {
    CONCORDAT_TRY(const area_table shown, load_areas(asked.files.front()));
    const auto years = years_of(shown);
    const int year = asked.year ? *asked.year : years ? years->last : 0;
    answer out;
    CONCORDAT_TRY(out.output.content, area_document(shown, year));
    CONCORDAT_TRY(out.output.sheets, area_sheets(shown, year));
    CONCORDAT_TRY(out.output.tidy, area_history_sheet(shown));
    return out;
}

result<answer> show_indicators(const show_arguments& asked) {
    CONCORDAT_TRY(const indicator_table shown, load_indicators(asked.files.front()));
    const indicator_question question{asked.area, asked.indicator};
    answer out;
    CONCORDAT_TRY(out.output.content, indicator_document(shown, question));
    CONCORDAT_TRY(out.output.sheets, indicator_sheets(shown, question));
    out.output.tidy = out.output.sheets.front();
    return out;
}

}  // namespace concordat::cli
