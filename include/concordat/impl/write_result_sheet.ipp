// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_result.hpp"

#include "concordat/core/text.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

/// A number in full, or an empty cell where it does not apply.
inline cell bound_cell(const quantity& q, double (*bound)(const quantity&)) {
    return is_missing(q) ? cell() : number_cell(bound(q));
}

inline std::string unseparated_from(const performance_table& table, const rank_probabilities& ranks,
                                    std::size_t option) {
    std::vector<std::string> keys;
    for (std::size_t other = 0; other < ranks.option_count(); ++other)
        if (other != option && !ranks.separated(option, other)) keys.push_back(table.options[other].key);
    return joined(keys, " ");
}

inline void append_ranks(sheet& out, const study& s, const baseline_result& b, const weighed_ranking& ranking,
                         const rank_probabilities& ranks, std::string_view treatment) {
    const auto& weights = s.weights[ranking.weights];
    const auto& table = b.assessment.table;
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.assign({b.baseline, weights.key, name(weights.how), weights.illustrative ? "true" : "false", treatment,
                    table.options[o].key});
        for (const auto& e : {ranks.first(o), ranks.among_worst_three(o), ranks.expected_rank(o)}) {
            row.push_back(number_cell(e.value));
            row.push_back(number_cell(e.standard_error));
        }
        row.push_back(count_cell(ranks.samples()));
        row.push_back(unseparated_from(table, ranks, o));
    }
}

}  // namespace detail::writing

CONCORDAT_INLINE sheet performance_sheet(const study_result& found) {
    sheet out{"Performance in raw units", {}, {}};
    for (const auto* heading : {"baseline", "option", "criterion", "unit", "value", "low", "high", "worth", "missing",
                                "weakest_level", "facts_at_assumption", "given_by", "witness"})
        out.columns.push_back({heading});
    for (const auto& b : found.baselines) {
        const auto& table = b.assessment.table;
        const auto worths = worths_of(table);
        for (std::size_t o = 0; o < table.options.size(); ++o)
            for (std::size_t c = 0; c < table.criteria.size(); ++c) {
                const auto& one = b.assessment.at(o, c);
                const auto& worth_of_it = worths[o * table.criteria.size() + c];
                out.rows.push_back(
                    {b.baseline, table.options[o].key, table.criteria[c].key, table.criteria[c].unit,
                     detail::writing::bound_cell(one.value, mean), detail::writing::bound_cell(one.value, lowest),
                     detail::writing::bound_cell(one.value, highest),
                     is_missing(one.value) ? cell() : number_cell(worth_of_it.expected), one.missing,
                     one.level ? number_cell(*one.level) : cell(), count_cell(one.facts_at_assumption), one.by,
                     one.found.witnesses.empty() ? cell() : cell(one.found.witnesses.front().text)});
            }
    }
    out.notes = {std::string(standing_limitation().text)};
    return out;
}

CONCORDAT_INLINE sheet ranking_sheet(const study& s, const study_result& found) {
    sheet out{"Ranking", {}, {}};
    for (const auto* heading :
         {"baseline", "weights", "elicitation", "illustrative", "missing_values", "option", "probability_first",
          "probability_first_standard_error", "probability_worst_three", "probability_worst_three_standard_error",
          "expected_rank", "expected_rank_standard_error", "samples", "not_separated_from"})
        out.columns.push_back({heading});
    for (const auto& b : found.baselines)
        for (const auto& ranking : b.rankings) {
            detail::writing::append_ranks(out, s, b, ranking, ranking.with_missing, "as each criterion says");
            detail::writing::append_ranks(out, s, b, ranking, ranking.without_missing, "criteria left out");
        }
    out.notes = watermarks(s);
    return out;
}

}  // namespace concordat
