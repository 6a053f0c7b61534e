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

inline std::string rank_column(std::size_t column) { return "rank " + std::to_string(column + 1); }

inline sheet rank_heat_table(const rank_heat& drawn, const weight_set& w) {
    sheet out{"Probability of each rank", {{"option"}, {"title"}, {"expected rank", alignment::right}}, {}};
    for (std::size_t column = 0; column < drawn.count(); ++column)
        out.columns.push_back({rank_column(column), alignment::right});
    for (std::size_t row = 0; row < drawn.count(); ++row) {
        auto& cells = out.rows.emplace_back();
        cells = {drawn.option(row).key, drawn.option(row).title,
                 number_cell(drawn.ranks.expected_rank(drawn.order[row]).value, 2)};
        for (std::size_t column = 0; column < drawn.count(); ++column)
            cells.push_back(number_cell(drawn.share(row, column).value));
    }
    double error = 0;
    for (std::size_t row = 0; row < drawn.count(); ++row)
        for (std::size_t column = 0; column < drawn.count(); ++column)
            error = std::max(error, drawn.share(row, column).standard_error);
    out.notes = notes_of(drawn.asked, w);
    out.notes.insert(out.notes.begin(),
                     "One standard error of sampling is at most " + rounded(error, 4) + " for each.");
    return out;
}

/// Where the cells are.
struct heat_grid {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 24;
    double most = 1;  ///< where the darkest shade ends
};

/// All cells of one shade are one path, and the numbers of one colour a group: a map of many options stays small.
inline void draw_heat_cells(canvas& on, const rank_heat& drawn, const heat_grid& grid) {
    std::array<std::string, shades.size()> cells;
    const std::string outline =
        "h" + place(grid.width - 1) + "v" + place(grid.height - 1) + "h" + place(1 - grid.width) + "Z";
    const auto each_cell = [&](const auto& draw) {
        for (std::size_t row = 0; row < drawn.count(); ++row)
            for (std::size_t column = 0; column < drawn.count(); ++column)
                draw(spot{grid.left + static_cast<double>(column) * grid.width,
                          grid.top + static_cast<double>(row) * grid.height},
                     drawn.share(row, column).value);
    };
    each_cell([&](spot corner, double share) { cells[shade_at(share, grid.most)] += "M" + place(corner) + outline; });
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty()) draw_path(on, cells[i], {std::string(shades[i].fill), std::string(rule), 0.5, {}});
    for (const auto letters : {shades.front().letters, shades.back().letters}) {
        open_letters(on, {small_size, side::middle, letters});
        each_cell([&](spot corner, double share) {
            if (share <= 0 || shades[shade_at(share, grid.most)].letters != letters) return;
            // A percent sign in every cell would leave no room for the number.
            draw_word(on, {corner.x + (grid.width - 1) / 2, corner.y + 16},
                      share < 0.005 ? "<1" : rounded(100 * share, 0));
        });
        close_letters(on);
    }
}

inline void draw_rank_heat(canvas& on, const rank_heat& drawn) {
    constexpr double margin = 12, least_cell = 24.5, most_cell = 60, most_label = 110;
    double label = text_width("rank", small_size);
    for (std::size_t row = 0; row < drawn.count(); ++row)
        label = std::max(label, std::min(most_label, text_width(printable(drawn.option(row).key), letter_size, true)));
    const auto columns = static_cast<double>(drawn.count());
    heat_grid grid{margin + label + 6, margin + 36};
    grid.width = std::clamp((narrow_width - margin - grid.left) / columns, least_cell, most_cell);
    double highest = 0;
    for (std::size_t row = 0; row < drawn.count(); ++row)
        for (std::size_t column = 0; column < drawn.count(); ++column)
            highest = std::max(highest, drawn.share(row, column).value);
    grid.most = shaded_most(highest);
    on.width = std::max(narrow_width, grid.left + columns * grid.width + margin);
    draw_text(on, {grid.left, margin + small_size}, "rank, best first; percent of draws",
              {small_size, side::start, quiet});
    open_letters(on, {small_size, side::middle, ink});
    for (std::size_t column = 0; column < drawn.count(); ++column)
        draw_word(on, {grid.left + (static_cast<double>(column) + 0.5) * grid.width - 0.5, margin + 30},
                  std::to_string(column + 1));
    close_letters(on);
    for (std::size_t row = 0; row < drawn.count(); ++row)
        draw_text(on, {grid.left - 6, grid.top + static_cast<double>(row) * grid.height + 16},
                  shortened(drawn.option(row).key, label, letter_size, true), {letter_size, side::end, ink, true});
    draw_heat_cells(on, drawn, grid);
    on.height = draw_shade_key(on, {margin, grid.top + columns * grid.height + 8}, grid.most);
}

inline document rank_heat_specification(const picture& p, std::size_t ranks) {
    document columns = document::array{};
    for (std::size_t column = 0; column < ranks; ++column) columns.push(rank_column(column));
    const document long_form = document::object{{"fold", columns}, {"as", document::array{"rank", "probability"}}};
    const document encoding = document::object{{"x", channel("rank", "ordinal", {{"sort", nullptr}})},
                                               {"y", channel("option", "nominal", {{"sort", nullptr}})},
                                               {"color", channel("probability", "quantitative")}};
    return vega_lite(p, {{"transform", document::array{long_form}},
                         {"mark", document::object{{"type", "rect"}, {"tooltip", true}}},
                         {"encoding", encoding}});
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
    made.specification = rank_heat_specification(made, drawn.count());
    return made;
}

}  // namespace concordat
