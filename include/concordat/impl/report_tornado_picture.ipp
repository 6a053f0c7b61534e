// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/tornado_picture.hpp"

#include "concordat/impl/report_message.hpp"
#include "concordat/impl/report_sensed.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::drawing {

inline std::string bar_words(const sensed_ranking& s, const tornado_bar& bar) {
    const std::string title = s.node_title(bar.node);
    return bar.option ? s.option(*bar.option) + ": " + title : "Weight of: " + title;
}

/// The same within a sentence.
inline std::string bar_sentence(const sensed_ranking& s, const tornado_bar& bar) {
    const std::string title = quoted(s.node_title(bar.node));
    return bar.option ? "what " + s.option(*bar.option) + " is worth on " + title : "the weight of " + title;
}

inline std::string tornado_finding(const sensed_ranking& s) {
    if (!s.under.leader) return "There is one option, " + s.option(0) + ": nothing is compared.";
    const auto& t = *s.under.leader;
    const std::string first = s.option(t.option), second = s.option(t.other);
    if (t.bars.empty()) return "Nothing that is uncertain tells " + first + " and " + second + " apart.";
    const auto turning = std::count_if(t.bars.begin(), t.bars.end(), [](const auto& bar) { return bar.turns(); });
    if (turning == 0) return "Nothing that is uncertain could by itself put " + second + " ahead of " + first + ".";
    const auto& widest = *std::find_if(t.bars.begin(), t.bars.end(), [](const auto& bar) { return bar.turns(); });
    return "Of " + counted(t.bars.size(), "thing", "things") + " that " + (t.bars.size() == 1 ? "is" : "are") +
           " uncertain, " + std::to_string(turning) + " could alone put " + second + " ahead of " + first +
           ", most of all " + bar_sentence(s, widest) + ".";
}

inline sheet tornado_table(const sensed_ranking& s) {
    sheet out{"Difference in value, first option less second",
              {{"what"},
               {"criterion or branch"},
               {"option"},
               {"low", alignment::right},
               {"expected", alignment::right},
               {"high", alignment::right},
               {"turns"}},
              {}};
    if (s.under.leader)
        for (const auto& bar : s.under.leader->bars)
            out.rows.push_back({bar_words(s, bar), s.node_key(bar.node),
                                bar.option ? s.option(*bar.option) : std::string("weight"), number_cell(bar.low),
                                number_cell(s.under.leader->expected), number_cell(bar.high),
                                bar.turns() ? "yes" : "no"});
    out.notes = notes_of(s.asked, s.weights());
    return out;
}

inline double draw_tornado_key(canvas& on, double y, const sensed_ranking& s) {
    constexpr double margin = 12, swatch = 16, room = 170;
    const auto& t = *s.under.leader;
    const auto row = [&](const std::string& fill, std::string_view line, const std::string& words, double x) {
        draw_box(on, {x, y, swatch, 12}, {fill, std::string(line), 1, {}});
        draw_text(on, {x + swatch + 6, y + 10.5}, shortened(words, room - swatch - 6, small_size), {small_size});
    };
    row(std::string(pale_blue), blue, s.option(t.option) + " ahead", margin);
    row(hatched(on, hatch::rising, vermilion), vermilion, s.option(t.other) + " ahead", margin + room);
    y += 18;
    draw_line(on, {margin + 8, y}, {margin + 8, y + 12}, lined(ink, 1.5, "3 2"));
    draw_text(on, {margin + swatch + 6, y + 10.5}, "with everything as expected: " + signed_words(t.expected),
              {small_size});
    return y + 20;
}

inline void draw_tornado_bar(canvas& on, const scale& along, double y, const tornado_bar& bar, double expected) {
    constexpr double height = 14;
    const double nought = along.at(0), low = along.at(bar.low), high = along.at(bar.high);
    if (bar.high > 0)
        draw_box(on, {std::max(low, nought), y, high - std::max(low, nought), height}, framed(pale_blue, blue));
    if (bar.low < 0)
        draw_box(on, {low, y, std::min(high, nought) - low, height},
                 {hatched(on, hatch::rising, vermilion), std::string(vermilion), 1, {}});
    draw_line(on, {nought, y - 3}, {nought, y + height + 3}, lined(ink, 1.5));
    draw_line(on, {along.at(expected), y - 3}, {along.at(expected), y + height + 3}, lined(ink, 1.5, "3 2"));
}

inline void draw_tornado(canvas& on, const sensed_ranking& s) {
    constexpr double margin = 12, numbers = 118, bar_height = 14, gap = 12;
    constexpr int steps = 4;
    const auto& t = *s.under.leader;
    const std::size_t drawn = std::min(t.bars.size(), most_rows_drawn);
    std::vector<double> ends{t.expected};
    for (std::size_t i = 0; i < drawn; ++i) ends.insert(ends.end(), {t.bars[i].low, t.bars[i].high});
    const auto along = scale_around(ends, margin + 8, on.width - margin - numbers, steps, true);
    double y = draw_tornado_key(on, margin, s);
    for (std::size_t i = 0; i < drawn; ++i) {
        const auto& bar = t.bars[i];
        const auto lines = wrapped(bar_words(s, bar), on.width - 2 * margin, letter_size, 2);
        y = draw_lines(on, {margin, y + letter_size}, lines) - letter_size + 3;
        draw_tornado_bar(on, along, y, bar, t.expected);
        draw_text(on, {on.width - margin, y + 11}, signed_words(bar.low) + " to " + signed_words(bar.high),
                  {small_size, side::end, quiet});
        y += bar_height + gap;
    }
    draw_axis(on, along, y - 3, steps, axis_numbers::plain);
    on.height = y + axis_height;
}

inline document tornado_specification(const picture& p) {
    const auto what = channel("what", "nominal", {{"sort", nullptr}, {"title", nullptr}});
    const auto low = channel("low", "quantitative", {{"title", "difference in value"}});
    return vega_lite(p, {{"mark", document::object{{"type", "bar"}, {"tooltip", true}}},
                         {"encoding", document::object{{"y", what},
                                                       {"x", low},
                                                       {"x2", document::object{{"field", "high"}}},
                                                       {"color", channel("turns", "nominal")}}}});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture tornado_picture(std::string key, const study& s, const sensitivity& found,
                                         const sensitivity_choice& which) {
    using namespace detail::drawing;
    const auto sensed = chosen_sensitivity(s, found, which);
    const auto& leader = sensed.under.leader;
    picture made;
    made.headline = tornado_finding(sensed);
    made.subtitle =
        "Difference in value between the first option and the second, of a scale from 0 to 1, when one "
        "uncertain value or weight alone goes from its worst to its best; " +
        sensed.words() + ".";
    made.table = tornado_table(sensed);
    canvas on{std::move(key)};
    if (!leader || leader->bars.empty()) {
        made.alternative = made.headline;
        draw_message(on, made.headline);
    } else {
        std::vector<std::string> bars;
        for (const auto& bar : leader->bars)
            bars.push_back(bar_words(sensed, bar) + " (" + signed_words(bar.low) + " to " + signed_words(bar.high) +
                           ")");
        made.alternative = "Horizontal bars around nought, the widest on top: " + some_of(std::move(bars), 6) +
                           ". Left of nought " + sensed.option(leader->other) + " is ahead, right of it " +
                           sensed.option(leader->option) + ".";
        if (leader->bars.size() > most_rows_drawn)
            made.table.notes.insert(made.table.notes.begin(), rows_left_out(leader->bars.size()));
        draw_tornado(on, sensed);
    }
    finish(made, on);
    if (leader && !leader->bars.empty()) made.specification = tornado_specification(made);
    return made;
}

}  // namespace concordat
