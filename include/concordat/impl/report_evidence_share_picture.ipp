// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/evidence_share_picture.hpp"

#include "concordat/impl/report_chart.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace concordat {

namespace detail::drawing {

inline constexpr std::size_t level_count = 5;  ///< of evidence, from 4 down to 0

/// A part of a bar. `look`: which hatch or shade it has among the bar's.
struct weight_part {
    std::string what;
    double share = 0;
    std::size_t look = 0;
};

struct weight_bar {
    std::string question;
    bool graded = false;  ///< parts are levels: shades that darken with the level, else hatches
    std::vector<weight_part> parts;
};

inline constexpr std::size_t unknown_look = hatch_count;  ///< in either kind of bar: white and dotted

inline weight_bar bar_by_source(const study& s, const baseline_result& on, const std::vector<double>& weights) {
    weight_bar bar{"Where the values come from", false, {}};
    for (const char* kind : {"structure, read off the graph", "an indicator", "a survey", "a panel's judgement"})
        bar.parts.push_back({kind, 0, bar.parts.size()});
    bar.parts.push_back({"nobody knows", 0, unknown_look});
    const std::size_t options = on.assessment.table.options.size();
    for (std::size_t c = 0; c < weights.size(); ++c)
        for (std::size_t o = 0; o < options; ++o) {
            const bool missing = is_missing(on.assessment.table.cell(o, c));
            const auto kind = static_cast<std::size_t>(s.criteria.criteria[c].needs);
            bar.parts[missing ? bar.parts.size() - 1 : kind].share += weights[c] / static_cast<double>(options);
        }
    return bar;
}

using level_meanings = std::array<std::string_view, level_count>;

/// One part a level, strongest first, then what has none, then what is missing.
inline weight_bar bar_of_levels(std::string question, const level_meanings& meanings, std::string none) {
    weight_bar bar{std::move(question), true, {}};
    for (const auto meaning : meanings) bar.parts.push_back({std::string(meaning), 0, level_count - bar.parts.size()});
    bar.parts.push_back({std::move(none), 0, 0});
    bar.parts.push_back({"nobody knows the value", 0, unknown_look});
    return bar;
}

inline double& share_at(weight_bar& bar, const std::optional<int>& level) {
    const bool graded = level && *level >= 0 && *level < static_cast<int>(level_count);
    return bar.parts[graded ? level_count - 1 - static_cast<std::size_t>(*level) : level_count].share;
}

inline weight_bar bar_by_fact(const baseline_result& on, const std::vector<double>& weights) {
    constexpr level_meanings meanings = {"level 4, in force and in primary text",
                                         "level 3, official guidance or scheme", "level 2, local or secondary",
                                         "level 1, inferred, prospective or background", "level 0, assumed"};
    auto bar =
        bar_of_levels("How well the weakest fact behind each value is known", meanings, "rests on no single fact");
    const std::size_t options = on.assessment.table.options.size();
    for (std::size_t c = 0; c < weights.size(); ++c)
        for (std::size_t o = 0; o < options; ++o) {
            const auto& cell = on.assessment.at(o, c);
            (is_missing(cell.value) ? bar.parts.back().share : share_at(bar, cell.level)) +=
                weights[c] / static_cast<double>(options);
        }
    return bar;
}

inline weight_bar bar_by_benefit(const study& s, const std::vector<double>& weights) {
    constexpr level_meanings meanings = {"level 4, well known", "level 3", "level 2", "level 1", "level 0, assumed"};
    auto bar = bar_of_levels("How well anyone knows that it helps children", meanings, "nobody has said");
    bar.parts.pop_back();
    for (std::size_t c = 0; c < weights.size(); ++c) {
        const auto& card = s.criteria.criteria[c].benefit;
        std::optional<int> level = card.level;
        for (const auto& a : s.criteria.assumptions)
            if (!level && a.key == card.assumption) level = a.level;
        share_at(bar, level) += weights[c];
    }
    return bar;
}

inline std::string share_finding(const std::array<weight_bar, 3>& bars) {
    const auto& from = bars[0].parts;
    std::vector<std::string> parts;
    for (const auto& part : from)
        if (part.share > 0 && &part != &from.back()) parts.push_back(percent(part.share) + " rests on " + part.what);
    std::string text =
        "Of the weight, " + (parts.empty() ? std::string("nothing rests on a known value") : listed(parts));
    if (from.back().share > 0) text += ", and " + percent(from.back().share) + " is on values that nobody knows";
    const auto& helps = bars[2].parts;
    const auto best =
        std::find_if(helps.begin(), helps.begin() + level_count, [](const auto& p) { return p.share > 0; });
    const auto at = static_cast<std::size_t>(best - helps.begin());
    text += at == level_count ? "; nothing says that any of it helps children"
                              : "; that it helps children is known at level " + std::to_string(level_count - 1 - at) +
                                    " of 4 at best";
    return text + ".";
}

inline sheet share_table(const study& s, const std::array<weight_bar, 3>& bars, const weight_set& w) {
    sheet out{
        "Share of weight by what it rests on", {{"question"}, {"part"}, {"share of weight", alignment::right}}, {}};
    for (const auto& bar : bars)
        for (const auto& part : bar.parts) out.rows.push_back({bar.question, part.what, number_cell(part.share)});
    out.notes = notes_of(s, w);
    return out;
}

inline paint look_of(canvas& on, const weight_bar& bar, const weight_part& part) {
    if (part.look == unknown_look) return {hatched(on, hatch::dotted, vermilion), std::string(vermilion), 1, {}};
    if (bar.graded) return framed(shades[part.look].fill, rule);
    constexpr std::array kinds = {hatch::rising, hatch::upright, hatch::level, hatch::crossed};
    return {hatched(on, kinds[part.look % kinds.size()], blue), std::string(blue), 1, {}};
}

inline void draw_shares(canvas& on, const std::array<weight_bar, 3>& bars) {
    constexpr double margin = 12, height = 24, swatch = 16;
    const double full = on.width - 2 * margin;
    double y = margin;
    for (const auto& bar : bars) {
        draw_text(on, {margin, y + letter_size}, shortened(bar.question, full, letter_size, true),
                  {letter_size, side::start, ink, true});
        y += letter_size + 7;
        double x = margin;
        for (const auto& part : bar.parts) {
            if (part.share <= 0) continue;
            draw_box(on, {x, y, part.share * full, height}, look_of(on, bar, part));
            x += part.share * full;
        }
        y += height + 8;
        for (const auto& part : bar.parts) {
            if (part.share <= 0) continue;
            draw_box(on, {margin, y, swatch, 12}, look_of(on, bar, part));
            draw_text(on, {margin + swatch + 8, y + 10.5}, percent(part.share) + " " + part.what);
            y += 19;
        }
        y += 12;
    }
    on.height = y;
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture evidence_share_picture(std::string key, const study& s, const study_result& found,
                                                const ranking_choice& which) {
    using namespace detail::drawing;
    const auto& ranking = chosen_ranking(found, which);
    const auto& on_baseline = found.baselines[which.baseline];
    const auto& weights = ranking.central.weights;
    const std::array<weight_bar, 3> bars = {bar_by_source(s, on_baseline, weights), bar_by_fact(on_baseline, weights),
                                            bar_by_benefit(s, weights)};
    picture made;
    made.headline = share_finding(bars);
    made.subtitle = "Share of the central weight, " + baseline_words(s, on_baseline.baseline) + "; " +
                    weights_words(s.weights[ranking.weights]) + ". Levels of evidence go from 0, assumed, to 4.";
    std::vector<std::string> words;
    for (const auto& bar : bars) {
        std::vector<std::string> parts;
        for (const auto& part : bar.parts)
            if (part.share > 0) parts.push_back(percent(part.share) + " " + part.what);
        words.push_back(bar.question + ": " + listed(parts));
    }
    made.alternative = "Three bars, each all of the weight. " + joined(words, ". ") + ".";
    made.table = share_table(s, bars, s.weights[ranking.weights]);
    canvas on{std::move(key)};
    draw_shares(on, bars);
    finish(made, on);
    made.specification = vega_lite(
        made,
        {{"mark", document::object{{"type", "bar"}, {"tooltip", true}}},
         {"encoding", document::object{{"x", channel("share of weight", "quantitative", {{"stack", "zero"}})},
                                       {"y", channel("question", "nominal", {{"sort", nullptr}, {"title", nullptr}})},
                                       {"color", channel("part", "nominal", {{"sort", nullptr}})}}}});
    return made;
}

}  // namespace concordat
