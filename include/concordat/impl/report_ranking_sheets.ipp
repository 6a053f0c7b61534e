// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/ranking_sheets.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/io/write_ranking.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>

namespace concordat {

namespace detail::ranking_work {

/// The best few by the probability of being first.
inline constexpr std::size_t leaders_shown = 3;

inline cell estimate_cell(const estimate& e, const report_style& style) {
    if (style.errors) return wording::estimate_words(e, style);
    cell made = number_cell(e.value, style.digits);
    made.text = wording::fixed(e.value, style.digits);
    return made;
}

/// `Weights 1, not separated: O0 and O8; O3a and O3b.`
inline std::string groups_note(const study& s, const weighed_ranking& ranking) {
    std::string text = "Weights " + std::to_string(ranking.weights + 1) + ", not separated: ";
    const auto groups = unseparated_groups(ranking.with_missing);
    for (const auto& group : groups)
        (text += &group == &groups.front() ? "" : "; ") += listed(wording::keys_of(s, group));
    return text + (groups.empty() ? "none." : ".");
}

/// Who leads once the criteria without values are left out.
inline std::string known_note(const study& s, const weighed_ranking& ranking, const report_style& style) {
    const auto& ranks = ranking.without_missing;
    std::vector<std::size_t> order(ranks.option_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return ranks.rank_count(a, 1) > ranks.rank_count(b, 1); });
    order.resize(std::min(order.size(), leaders_shown));
    std::vector<std::string> leaders;
    for (const auto option : order)
        if (rounded(ranks.first(option).value, style.digits) != "0")
            leaders.push_back(s.options[option].key + " " + wording::estimate_words(ranks.first(option), style));
    return "Weights " + std::to_string(ranking.weights + 1) +
           ", criteria with missing values left out, first with probability: " + joined(leaders, ", ") + ".";
}

/// The largest standard errors of what stands in the table.
inline std::string errors_note(const std::vector<const weighed_ranking*>& shown) {
    double probability = 0, rank = 0;
    for (const auto* ranking : shown)
        for (std::size_t o = 0; o < ranking->with_missing.option_count(); ++o) {
            const auto& ranks = ranking->with_missing;
            probability =
                std::max({probability, ranks.first(o).standard_error, ranks.among_worst_three(o).standard_error});
            rank = std::max(rank, ranks.expected_rank(o).standard_error);
        }
    return "One standard error of sampling is at most " + rounded(probability, 4) + " for each probability and " +
           rounded(rank, 4) + " for each expected rank.";
}

inline sheet table_of(const study& s, const baseline_result& b, const std::vector<const weighed_ranking*>& shown,
                      const report_style& style) {
    sheet out{wording::place_words(b) + ": ranking", {{"option"}}, {}};
    for (const auto* ranking : shown) {
        const std::string number = std::to_string(ranking->weights + 1);
        for (const auto* what : {" first", " last3", " rank"}) out.columns.push_back({number + what, alignment::right});
    }
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(s.options[o].key);
        for (const auto* ranking : shown) {
            const auto& ranks = ranking->with_missing;
            row.push_back(estimate_cell(ranks.first(o), style));
            row.push_back(estimate_cell(ranks.among_worst_three(o), style));
            row.push_back(estimate_cell(ranks.expected_rank(o), style));
        }
    }
    if (!style.errors) out.notes.push_back(errors_note(shown));
    for (const auto* ranking : shown) {
        out.notes.push_back(groups_note(s, *ranking));
        out.notes.push_back(known_note(s, *ranking, style));
    }
    return out;
}

/// How many weight sets fit beside each other: three columns of at most seven characters and their gaps each.
inline std::size_t sets_in(std::size_t width) {
    constexpr std::size_t option_columns = 8, set_columns = 27;
    return width == 0 ? 0 : std::max<std::size_t>(1, (width - option_columns) / set_columns);
}

}  // namespace detail::ranking_work

CONCORDAT_INLINE std::vector<sheet> ranking_sheets(const study& s, const baseline_result& b,
                                                   const report_style& style) {
    const std::size_t together = detail::ranking_work::sets_in(style.width);
    std::vector<sheet> tables;
    std::vector<const weighed_ranking*> shown;
    for (const auto& ranking : b.rankings) {
        shown.push_back(&ranking);
        if (shown.size() != together && &ranking != &b.rankings.back()) continue;
        tables.push_back(detail::ranking_work::table_of(s, b, shown, style));
        shown.clear();
    }
    if (!tables.empty())
        tables.back().notes.push_back("Not dominated by another option, by expected worth and whatever the weights: " +
                                      listed(detail::wording::keys_of(s, pareto_front(b.dominates))) + ".");
    return tables;
}

}  // namespace concordat
