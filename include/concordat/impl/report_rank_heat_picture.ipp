// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/rank_heat_picture.hpp"

#include "concordat/impl/report_chart.hpp"
#include "concordat/impl/report_shade_key.hpp"
#include "concordat/impl/write_expected_order.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// The options in order of expected rank, and how often each has each rank.
struct rank_heat {
    const study& asked;
    const rank_probabilities& ranks;
    std::vector<std::size_t> order;

    [[nodiscard]] std::size_t count() const { return order.size(); }
    [[nodiscard]] const study_option& option(std::size_t row) const { return asked.options[order[row]]; }
    /// `column` from 0: the first rank.
    [[nodiscard]] estimate share(std::size_t row, std::size_t column) const {
        return ranks.acceptability(order[row], column + 1);
    }
    /// How often it stands behind half of the others or more.
    [[nodiscard]] double lower_half(std::size_t row) const {
        double sum = 0;
        for (std::size_t column = (count() + 1) / 2; column < count(); ++column) sum += share(row, column).value;
        return sum;
    }
};

inline std::string rank_heat_finding(const rank_heat& drawn) {
    const std::string& top = drawn.option(0).key;
    if (drawn.count() == 1) return "There is one option, " + top + ": nothing is compared.";
    const auto all_first = [&](std::size_t option) {
        return drawn.ranks.rank_count(option, 1) == drawn.ranks.samples();
    };
    if (std::all_of(drawn.order.begin(), drawn.order.end(), all_first))
        return "All options share the first rank in every draw.";
    const double lower = drawn.lower_half(0);
    if (lower < 0.05)
        return top + ", best on average, stands in the better half in " + percent(1 - lower) + " of the draws.";
    return "Ranks are open: even " + top + ", best on average, stands in the worse half in " + percent(lower) +
           " of the draws.";
}

inline sheet rank_heat_table(const rank_heat& drawn, const weight_set& w) {
    sheet out{"Probability of each rank",
              {{"option"},
               {"title"},
               {"rank", alignment::right},
               {"probability", alignment::right},
               {"standard error", alignment::right}},
              {}};
    for (std::size_t row = 0; row < drawn.count(); ++row)
        for (std::size_t column = 0; column < drawn.count(); ++column) {
            const auto share = drawn.share(row, column);
            out.rows.push_back({drawn.option(row).key, drawn.option(row).title, count_cell(column + 1),
                                number_cell(share.value), number_cell(share.standard_error)});
        }
    out.notes = notes_of(drawn.asked, w);
    return out;
}

/// Where the cells are.
struct heat_grid {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 24;
};

/// All cells of one shade are one path: a drawing of many options stays small.
inline void draw_heat_cells(canvas& on, const rank_heat& drawn, const heat_grid& grid) {
    std::array<std::string, shades.size()> cells;
    const std::string outline =
        "h" + place(grid.width - 1) + "v" + place(grid.height - 1) + "h" + place(1 - grid.width) + "Z";
    for (std::size_t row = 0; row < drawn.count(); ++row)
        for (std::size_t column = 0; column < drawn.count(); ++column) {
            const double share = drawn.share(row, column).value;
            const spot corner{grid.left + static_cast<double>(column) * grid.width,
                              grid.top + static_cast<double>(row) * grid.height};
            cells[shade_at(share)] += "M" + place(corner) + outline;
        }
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty()) draw_path(on, cells[i], {std::string(shades[i].fill), std::string(rule), 0.5, {}});
    for (std::size_t row = 0; row < drawn.count(); ++row)
        for (std::size_t column = 0; column < drawn.count(); ++column) {
            const double share = drawn.share(row, column).value;
            if (share <= 0) continue;
            const spot middle{grid.left + (static_cast<double>(column) + 0.5) * grid.width - 0.5,
                              grid.top + static_cast<double>(row) * grid.height + 15.5};
            // A full percent sign in every cell would leave no room for the number.
            const std::string number = share < 0.005 ? "<1" : rounded(100 * share, 0);
            draw_text(on, middle, number, {small_size, side::middle, shades[shade_at(share)].letters});
        }
}

inline void draw_rank_heat(canvas& on, const rank_heat& drawn) {
    constexpr double margin = 8, least_cell = 25, most_cell = 60, most_label = 110;
    double label = text_width("rank", small_size);
    for (std::size_t row = 0; row < drawn.count(); ++row)
        label = std::max(label, std::min(most_label, text_width(printable(drawn.option(row).key), letter_size, true)));
    const auto columns = static_cast<double>(drawn.count());
    heat_grid grid{margin + label + 8, margin + 34};
    grid.width = std::clamp((narrow_width - margin - grid.left) / columns, least_cell, most_cell);
    on.width = std::max(narrow_width, grid.left + columns * grid.width + margin);
    draw_text(on, {grid.left, margin + small_size}, "rank, best first; percent of draws",
              {small_size, side::start, quiet});
    for (std::size_t column = 0; column < drawn.count(); ++column)
        draw_text(on, {grid.left + (static_cast<double>(column) + 0.5) * grid.width - 0.5, margin + 29},
                  std::to_string(column + 1), {small_size, side::middle, ink});
    for (std::size_t row = 0; row < drawn.count(); ++row)
        draw_text(on, {grid.left - 8, grid.top + static_cast<double>(row) * grid.height + 16},
                  shortened(drawn.option(row).key, label, letter_size, true), {letter_size, side::end, ink, true});
    draw_heat_cells(on, drawn, grid);
    on.height = draw_shade_key(on, {margin, grid.top + columns * grid.height + 8});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture rank_heat_picture(std::string key, const study& s, const study_result& found,
                                           const ranking_choice& which) {
    using namespace detail::drawing;
    const auto& ranking = chosen_ranking(found, which);
    const auto& weights = s.weights[ranking.weights];
    const auto& ranks = chosen_ranks(ranking, which.gaps);
    const rank_heat drawn{s, ranks, detail::writing::in_expected_order(ranks)};
    picture made;
    made.headline = rank_heat_finding(drawn);
    made.subtitle = "Probability of each rank in percent, " +
                    baseline_words(s, found.baselines[which.baseline].baseline) + "; " + weights_words(weights) + "; " +
                    draws_words(s, ranks.samples()) + "; " + gaps_words(which.gaps) + ". Best expected rank on top.";
    std::vector<std::string> expected;
    for (std::size_t row = 0; row < drawn.count(); ++row)
        expected.push_back(drawn.option(row).key + " " + rounded(ranks.expected_rank(drawn.order[row]).value, 1));
    made.alternative = "A row of shaded cells for " + counted(drawn.count(), "option", "options") +
                       ", a column for each rank. Expected ranks, best first: " + some_of(std::move(expected), 12) +
                       ".";
    made.table = rank_heat_table(drawn, weights);
    canvas on{std::move(key)};
    draw_rank_heat(on, drawn);
    finish(made, on);
    const auto option = channel("option", "nominal", {{"sort", nullptr}});
    made.specification =
        vega_lite(made, {{"mark", document::object{{"type", "rect"}, {"tooltip", true}}},
                         {"encoding", document::object{{"x", channel("rank", "ordinal")},
                                                       {"y", option},
                                                       {"color", channel("probability", "quantitative")}}}});
    return made;
}

}  // namespace concordat
