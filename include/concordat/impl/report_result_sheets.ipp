// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/result_sheets.hpp"

#include "concordat/io/write_published.hpp"
#include "concordat/report/area_sheets.hpp"
#include "concordat/report/foundation_sheets.hpp"
#include "concordat/report/performance_sheets.hpp"
#include "concordat/report/ranking_sheets.hpp"
#include "concordat/report/study_sheets.hpp"
#include "concordat/study/published.hpp"

#include <iterator>
#include <utility>

namespace concordat {

CONCORDAT_INLINE std::vector<sheet> published_sheets(const study& s, const report_style& style) {
    const auto found = published_on(s);
    const auto events = history(s, s.as_of);
    auto counts = published_count_sheet(s, found);
    if (!style.in_full && !counts.rows.empty())
        counts.notes.emplace_back("explain prints those about one option, and --out writes all of them to result.md.");
    std::vector<sheet> published{std::move(counts)};
    if (style.in_full) {
        published.push_back(claims_sheet(found));
        published.push_back(evaluations_sheet(found));
        published.push_back(history_sheet(events, s.as_of));
    }
    std::erase_if(published, [](const sheet& each) { return each.rows.empty(); });
    return published;
}

CONCORDAT_INLINE std::vector<sheet> result_sheets(const study& s, const study_result& found,
                                                  const report_style& style) {
    std::vector<sheet> sheets{question_sheet(s, found), options_sheet(s), criteria_sheet(s), weights_sheet(s)};
    const auto append = [&](std::vector<sheet> parts) {
        sheets.insert(sheets.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
    };
    for (const auto& b : found.baselines) {
        append(split_to_width(performance_by_option(s, b, style), style.width));
        append(ranking_sheets(s, b, style));
    }
    append(area_sheets(s, found, style));
    append({missing_sheet(s, found), facts_by_level_sheet(found), weight_shares_sheet(s, found)});
    append(published_sheets(s, style));
    return sheets;
}

}  // namespace concordat
