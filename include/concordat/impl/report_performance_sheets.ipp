// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/performance_sheets.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/report_wording.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::performance_work {

/// A value that would round to nothing gets as many digits as it takes to be seen.
inline cell value_cell(double value, int digits) {
    constexpr int most_digits = 8;
    while (value != 0 && digits < most_digits && rounded(value, digits) == "0") ++digits;
    return number_cell(value, digits);
}

inline cell raw_cell(const quantity& q, int digits) {
    if (is_missing(q)) return "-";
    if (!is_uncertain(q)) return value_cell(mean(q), digits);
    return rounded(lowest(q), digits) + ".." + rounded(highest(q), digits);
}

inline std::string note_of(const char* what, const std::vector<std::string>& keys) {
    return keys.empty() ? std::string() : std::string(what) + listed(keys) + ".";
}

inline std::vector<std::string> notes_on_leaves(const leaf_report& leaves) {
    std::vector<std::string> notes;
    notes.push_back(note_of("Without any value: ", leaves.without_values));
    notes.push_back(note_of("The same for every option: ", leaves.not_separating));
    std::vector<std::string> pairs;
    for (const auto& p : leaves.correlated) pairs.push_back(p.first + "/" + p.second + " " + rounded(p.correlation, 2));
    notes.push_back(note_of("Say nearly the same over these options, so that counting both counts twice: ", pairs));
    std::erase(notes, std::string());
    return notes;
}

}  // namespace detail::performance_work

CONCORDAT_INLINE sheet performance_by_option(const study& s, const baseline_result& b, const report_style& style) {
    const auto& table = b.assessment.table;
    sheet out{
        detail::wording::place_words(b) + ": performance in raw units (units above; - is missing)", {{"option"}}, {}};
    std::vector<cell> weakest{cell("weakest")};
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        out.columns.push_back({table.criteria[c].key, alignment::right});
        std::optional<int> level;
        for (std::size_t o = 0; o < s.options.size(); ++o)
            if (const auto& each = b.assessment.at(o, c); each.level)
                level = level ? std::min(*level, *each.level) : *each.level;
        weakest.push_back(level ? number_cell(*level) : cell("-"));
    }
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(s.options[o].key);
        for (std::size_t c = 0; c < table.criteria.size(); ++c)
            row.push_back(detail::performance_work::raw_cell(b.assessment.at(o, c).value, style.digits));
    }
    out.rows.push_back(std::move(weakest));
    out.notes = detail::performance_work::notes_on_leaves(b.leaves);
    return out;
}

CONCORDAT_INLINE sheet missing_sheet(const study& s, const study_result& found) {
    sheet out{"What is missing", {{"criterion"}, {"why"}, {"counts as"}, {"cells", alignment::right}}, {}};
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        std::size_t cells = 0;
        std::string why;
        for (const auto& b : found.baselines)
            for (std::size_t o = 0; o < s.options.size(); ++o)
                if (const auto& each = b.assessment.at(o, c); is_missing(each.value)) {
                    if (cells++ == 0) why = each.missing;
                }
        const auto& asked = s.criteria.criteria[c];
        if (cells != 0)
            out.rows.push_back({asked.key + " " + asked.title, why, asked.missing ? name(*asked.missing) : "refuse",
                                count_cell(cells)});
    }
    if (out.rows.empty()) out.notes.emplace_back("Nothing: every option has a value on every criterion.");
    return out;
}

}  // namespace concordat
