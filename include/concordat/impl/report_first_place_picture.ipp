// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/first_place_picture.hpp"

#include "concordat/impl/report_brackets.hpp"
#include "concordat/impl/report_chart.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// What is drawn, in the order of the rows.
struct first_places {
    const study& asked;
    const rank_probabilities& ranks;
    std::vector<std::size_t> order;

    [[nodiscard]] const study_option& option(std::size_t row) const { return asked.options[order[row]]; }
    [[nodiscard]] estimate first(std::size_t row) const { return ranks.first(order[row]); }
    [[nodiscard]] std::string words(std::size_t row) const { return option(row).key + " " + percent(first(row).value); }
};

inline double interval_low(const estimate& e) { return std::max(0.0, e.value - 2 * e.standard_error); }
inline double interval_high(const estimate& e) { return std::min(1.0, e.value + 2 * e.standard_error); }

inline bool separated_from_all(const rank_probabilities& ranks, std::size_t option) {
    for (std::size_t other = 0; other < ranks.option_count(); ++other)
        if (other != option && !ranks.separated(option, other)) return false;
    return true;
}

/// No option is called first unless it is so in most draws and apart from every other.
inline std::string first_place_finding(const first_places& drawn) {
    const auto& ranks = drawn.ranks;
    const std::string& top = drawn.option(0).key;
    if (ranks.option_count() == 1) return "There is one option, " + top + ": nothing is compared.";
    if (ranks.rank_count(drawn.order.back(), 1) == ranks.samples())
        return "No option comes first: all are worth the same in every draw.";
    const std::string share = percent(drawn.first(0).value);
    if (!separated_from_all(ranks, drawn.order[0]) || interval_low(drawn.first(0)) <= interval_high(drawn.first(1)))
        return "No option clearly comes first: " + drawn.words(0) + ", " + drawn.words(1) + ".";
    if (interval_low(drawn.first(0)) > 0.5)
        return top + " comes first in " + share + " of the draws; next is " + drawn.words(1) + ".";
    return "No option comes first in most draws: " + top + " most often, in " + share + "; then " + drawn.words(1) +
           ".";
}

inline sheet first_place_table(const first_places& drawn, const weight_set& w) {
    sheet out{"Probability of being first",
              {{"option"},
               {"title"},
               {"probability of being first", alignment::right},
               {"standard error", alignment::right},
               {"low", alignment::right},
               {"high", alignment::right},
               {"expected rank", alignment::right},
               {"not separated from"}},
              {}};
    for (std::size_t row = 0; row < drawn.order.size(); ++row) {
        const auto first = drawn.first(row);
        std::vector<std::string> alike;
        for (const auto other : drawn.order)
            if (other != drawn.order[row] && !drawn.ranks.separated(drawn.order[row], other))
                alike.push_back(drawn.asked.options[other].key);
        out.rows.push_back({drawn.option(row).key, drawn.option(row).title, number_cell(first.value),
                            number_cell(first.standard_error), number_cell(interval_low(first)),
                            number_cell(interval_high(first)),
                            number_cell(drawn.ranks.expected_rank(drawn.order[row]).value, 2), joined(alike, " ")});
    }
    out.notes = notes_of(drawn.asked, w);
    return out;
}

/// Neighbours of which no order can be told, as many together as there are. Pairs that are further apart stand in the
/// table alone.
inline std::vector<bracket> brackets_of(const first_places& drawn) {
    std::vector<bracket> runs;
    std::size_t end = 0;
    for (std::size_t start = 0; start < drawn.order.size(); ++start) {
        const std::size_t reached = end;
        const auto like_all = [&](std::size_t candidate) {
            for (std::size_t row = start; row < candidate; ++row)
                if (drawn.ranks.separated(drawn.order[row], drawn.order[candidate])) return false;
            return true;
        };
        end = std::max(end, start + 1);
        while (end < drawn.order.size() && like_all(end)) ++end;
        if (end - start < 2 || end <= reached) continue;
        auto& run = runs.emplace_back(end - start);
        std::iota(run.begin(), run.end(), start);
    }
    return runs;
}

/// Returns how many brackets were left out.
inline std::size_t draw_first_places(canvas& on, const first_places& drawn) {
    constexpr double margin = 12, bar = 14, gap = 12, number = 70;
    constexpr std::size_t most_lanes = 7, most_lines = 2, steps = 5;
    const auto brackets = lanes_of(brackets_of(drawn), most_lanes);
    const double lanes = brackets.lanes.empty() ? 0 : 8 + lane_width * static_cast<double>(brackets.lanes.size());
    const double right = on.width - margin - lanes;

    std::vector<double> reach{0.05};
    for (std::size_t row = 0; row < drawn.order.size(); ++row) reach.push_back(interval_high(drawn.first(row)));
    const auto along = scale_around(reach, margin, right - number, steps, true);
    double y = margin;
    if (lanes > 0) {
        draw_text(on, {on.width - margin, y + small_size}, "joined: no order can be told",
                  {small_size, side::end, quiet});
        y += 22;
    }
    std::vector<double> middles;
    for (std::size_t row = 0; row < drawn.order.size(); ++row) {
        const auto& option = drawn.option(row);
        const auto lines = wrapped(keyed_title(option.key, option.title), right - margin, letter_size, most_lines);
        y = draw_lines(on, {margin, y + letter_size}, lines) - letter_size + 2;
        const auto first = drawn.first(row);
        const double middle = y + bar / 2, end = along.at(interval_high(first));
        if (first.value > 0) draw_box(on, {margin, y, along.at(first.value) - margin, bar}, framed(pale_blue, blue));
        const double low = along.at(interval_low(first));
        if (first.standard_error > 0)
            draw_path(on,
                      "M" + place(spot{low, middle}) + "H" + place(end) + "M" + place(spot{low, middle - 4}) + "v8M" +
                          place(spot{end, middle - 4}) + "v8",
                      lined(ink, 1.5));
        draw_text(on, {end + 6, middle + 4.5}, percent(first.value), {letter_size, side::start, ink, true});
        middles.push_back(middle);
        y += bar + gap;
    }
    draw_axis(on, along, y - 4, steps, axis_numbers::percents);
    on.height = y + axis_height;
    draw_brackets(on, right + 14, brackets, [&](std::size_t row) { return middles[row]; });
    return brackets.left_out;
}

inline document first_place_specification(const picture& p) {
    const auto option = channel("option", "nominal", {{"sort", nullptr}, {"title", "option"}});
    const auto reach = channel("low", "quantitative", {{"title", "probability of being first"}});
    return vega_lite(
        p, {{"encoding", document::object{{"y", option}}},
            {"layer",
             document::array{
                 document::object{
                     {"mark", "bar"},
                     {"encoding", document::object{{"x", channel("probability of being first", "quantitative")}}}},
                 document::object{
                     {"mark", document::object{{"type", "rule"}, {"color", ink}}},
                     {"encoding", document::object{{"x", reach}, {"x2", document::object{{"field", "high"}}}}}}}}});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture first_place_picture(std::string key, const study& s, const study_result& found,
                                             const ranking_choice& which) {
    using namespace detail::drawing;
    const auto& ranking = chosen_ranking(found, which);
    const auto& ranks = chosen_ranks(ranking, which.gaps);
    const auto& weights = s.weights[ranking.weights];
    const first_places drawn{s, ranks, by_first(ranks)};
    picture made;
    made.headline = first_place_finding(drawn);
    made.subtitle = "Probability of being first, " + baseline_words(s, found.baselines[which.baseline].baseline) +
                    "; " + weights_words(weights) + "; " + draws_words(s, ranks.samples()) + "; " +
                    gaps_words(which.gaps) + ". Lines reach two standard errors of sampling to either side.";
    std::vector<std::string> shares;
    for (std::size_t row = 0; row < drawn.order.size(); ++row) shares.push_back(drawn.words(row));
    made.alternative = "A bar for " + counted(shares.size(), "option", "options") +
                       ", the longest on top: " + some_of(shares, 12) +
                       ". Neighbours of which no order can be told are joined by a line.";
    made.table = first_place_table(drawn, weights);
    canvas on{std::move(key)};
    const std::size_t left_out = draw_first_places(on, drawn);
    if (left_out != 0)
        made.table.notes.insert(made.table.notes.begin(),
                                counted(left_out, "more set", "more sets") +
                                    " of neighbours of which no order can be told: see the last column of the table.");
    finish(made, on);
    made.specification = first_place_specification(made);
    return made;
}

}  // namespace concordat
