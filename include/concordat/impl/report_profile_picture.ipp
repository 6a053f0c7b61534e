// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/profile_picture.hpp"

#include "concordat/impl/report_chart.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace concordat {

namespace detail::drawing {

inline constexpr std::size_t most_highlighted = 3;

struct profiles {
    const study& asked;
    const baseline_result& on;
    std::vector<worth> worths;
    std::vector<std::size_t> highlighted;

    [[nodiscard]] const performance_table& table() const { return on.assessment.table; }
    [[nodiscard]] std::size_t criteria() const { return table().criteria.size(); }
    [[nodiscard]] std::optional<double> worth_at(std::size_t option, std::size_t criterion) const {
        if (is_missing(table().cell(option, criterion))) return std::nullopt;
        return worths[option * criteria() + criterion].expected;
    }
    [[nodiscard]] std::vector<std::string> missing_on(std::size_t criterion) const {
        std::vector<std::string> keys;
        for (std::size_t o = 0; o < table().options.size(); ++o)
            if (!worth_at(o, criterion)) keys.push_back(table().options[o].key);
        return keys;
    }
};

/// The study's own first option is what it compares with: mostly things as they are.
inline std::vector<std::size_t> telling_options(const baseline_result& on) {
    const std::size_t options = on.assessment.table.options.size();
    std::vector<std::size_t> chosen{0};
    std::vector<std::size_t> order(options);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!on.rankings.empty()) order = by_first(on.rankings.front().with_missing);
    for (const auto o : order)
        if (chosen.size() < most_highlighted && std::find(chosen.begin(), chosen.end(), o) == chosen.end())
            chosen.push_back(o);
    return chosen;
}

/// On how many criteria options differ, are the same, and are not known.
inline std::string profile_finding(const profiles& drawn) {
    std::size_t same = 0, unknown = 0;
    for (std::size_t c = 0; c < drawn.criteria(); ++c) {
        std::vector<double> known;
        for (std::size_t o = 0; o < drawn.table().options.size(); ++o)
            if (const auto w = drawn.worth_at(o, c)) known.push_back(*w);
        const auto [low, high] = std::minmax_element(known.begin(), known.end());
        if (known.empty())
            ++unknown;
        else if (*low == *high)
            ++same;
    }
    const std::size_t options = drawn.table().options.size();
    const std::string of = " of " + counted(drawn.criteria(), "criterion", "criteria");
    if (unknown == drawn.criteria()) return "Nothing is known about any option on any criterion.";
    std::string text;
    if (options == 1)
        text = "There is one option, known on " + std::to_string(drawn.criteria() - unknown) + of;
    else if (same + unknown == drawn.criteria())
        text = "The options do not differ in what is known of them, on " + std::to_string(same) + of;
    else
        text = "The options differ on " + std::to_string(drawn.criteria() - same - unknown) + of +
               " and are the same on " + std::to_string(same);
    if (unknown != 0) text += "; on " + std::to_string(unknown) + " nobody knows";
    return text + ".";
}

inline sheet profile_table(const profiles& drawn) {
    sheet out{"What each value is worth, from 0 to 1", {{"criterion"}, {"title"}}, {}};
    for (const auto& option : drawn.table().options) out.columns.push_back({option.key, alignment::right});
    for (std::size_t c = 0; c < drawn.criteria(); ++c) {
        auto& row = out.rows.emplace_back();
        row.assign({drawn.table().criteria[c].key, drawn.table().criteria[c].title});
        for (std::size_t o = 0; o < drawn.table().options.size(); ++o)
            row.push_back(number_or_missing(drawn.worth_at(o, c)));
    }
    out.notes = {limitation_note()};
    return out;
}

/// How a line that stands out is drawn: told apart by its mark and its dashes.
struct profile_look {
    mark shape;
    paint line;
    paint dot;
    double lower;  ///< how far below the middle of its row, so that equal worths do not hide each other
};

inline profile_look look_of(std::size_t highlighted) {
    const std::array<profile_look, most_highlighted> looks = {
        {{mark::circle, lined(ink, 1.5, "5 3"), framed(paper, ink, 1.5), -7},
         {mark::diamond, lined(blue, 2), framed(blue, blue), 0},
         {mark::triangle, lined(vermilion, 1.5, "2 2"), framed(vermilion, vermilion), 7}}};
    return looks[highlighted];
}

/// A line through the rows, broken where a value is missing.
inline std::string profile_path(const profiles& drawn, std::size_t option, const scale& across,
                                const std::vector<double>& rows, double lower) {
    std::string d;
    bool begun = false;
    for (std::size_t c = 0; c < rows.size(); ++c) {
        const auto w = drawn.worth_at(option, c);
        if (w) (d += begun ? 'L' : 'M') += place(spot{across.at(*w), rows[c] + lower});
        begun = w.has_value();
    }
    return d;
}

inline void draw_profile_lines(canvas& on, const profiles& drawn, const scale& across,
                               const std::vector<double>& rows) {
    std::string others, ticks;
    for (std::size_t o = 0; o < drawn.table().options.size(); ++o) {
        const auto& chosen = drawn.highlighted;
        if (std::find(chosen.begin(), chosen.end(), o) != chosen.end()) continue;
        others += profile_path(drawn, o, across, rows, 0);
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (const auto w = drawn.worth_at(o, c)) ticks += "M" + place(spot{across.at(*w), rows[c] - 3}) + "v6";
    }
    if (!others.empty()) draw_path(on, others, lined(rule, 0.75));
    if (!ticks.empty()) draw_path(on, ticks, lined(rule, 1.5));
    for (std::size_t i = 0; i < drawn.highlighted.size(); ++i) {
        const auto look = look_of(i);
        const auto option = drawn.highlighted[i];
        const std::string d = profile_path(drawn, option, across, rows, look.lower);
        const bool goes_on = d.find('L') != std::string::npos;  // one criterion alone is a mark without a line
        if (goes_on) draw_path(on, d, look.line);
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (const auto w = drawn.worth_at(option, c))
                draw_mark(on, look.shape, {across.at(*w), rows[c] + look.lower}, 4.5, look.dot);
    }
}

inline double draw_profile_key(canvas& on, double y, const profiles& drawn) {
    constexpr double margin = 12, sample = 34;
    for (std::size_t i = 0; i < drawn.highlighted.size(); ++i) {
        const auto look = look_of(i);
        const auto& option = drawn.asked.options[drawn.highlighted[i]];
        draw_line(on, {margin, y + 8}, {margin + sample, y + 8}, look.line);
        draw_mark(on, look.shape, {margin + sample / 2, y + 8}, 4.5, look.dot);
        draw_text(on, {margin + sample + 8, y + 12.5},
                  shortened(keyed_title(option.key, option.title), on.width - 2 * margin - sample - 8, letter_size));
        y += 20;
    }
    if (drawn.highlighted.size() < drawn.table().options.size()) {
        draw_line(on, {margin, y + 8}, {margin + sample, y + 8}, lined(rule, 0.75));
        draw_line(on, {margin + sample / 2, y + 5}, {margin + sample / 2, y + 11}, lined(rule, 1.5));
        draw_text(on, {margin + sample + 8, y + 12.5}, "every other option");
        y += 20;
    }
    return y + 6;
}

inline void draw_profiles(canvas& on, const profiles& drawn) {
    constexpr double margin = 12, column = 196, least_row = 38, pitch = small_size * line_pitch;
    const lettering names{small_size};
    const lettering remarks{names.size, side::start, quiet};
    const scale across{0, 1, margin + column + 14, on.width - margin - 14};
    double y = draw_profile_key(on, margin, drawn);
    draw_text(on, {across.from, y + small_size}, "0, worst", {small_size, side::middle, quiet});
    draw_text(on, {across.to + 14, y + small_size}, "1, best", {small_size, side::end, quiet});
    y += 22;
    const double top = y;
    std::vector<double> rows;
    for (std::size_t c = 0; c < drawn.criteria(); ++c) {
        const auto& criterion = drawn.table().criteria[c];
        const auto lines = wrapped(keyed_title(criterion.key, criterion.title), column, names.size, 3);
        const auto missing = drawn.missing_on(c);
        const bool none = missing.size() == drawn.table().options.size();
        std::vector<std::string> remark;
        if (!missing.empty() && !none) remark = wrapped("missing: " + some_of(missing, 6), column, small_size, 2);
        const double text = static_cast<double>(lines.size() + remark.size()) * pitch;
        const double height = std::max(least_row, text + 8);
        const double below = draw_lines(on, {margin, y + (height - text) / 2 + names.size}, lines, names);
        draw_lines(on, {margin, below}, remark, remarks);
        rows.push_back(y + height / 2);
        if (none)
            draw_text(on, {(across.from + across.to) / 2, rows.back() + 4}, "nobody knows",
                      {small_size, side::middle, quiet});
        else
            draw_line(on, {across.from, rows.back()}, {across.to, rows.back()}, guide());
        y += height;
    }
    for (const double end : {across.from, across.to}) draw_line(on, {end, top}, {end, y}, lined(rule, 0.5));
    draw_profile_lines(on, drawn, across, rows);
    on.height = y + margin;
}

/// A row for each criterion and option: keys of options are no names of fields there, where a point has a meaning.
inline document profile_specification(const picture& p, const profiles& drawn) {
    document values = document::array{};
    for (std::size_t c = 0; c < drawn.criteria(); ++c)
        for (std::size_t o = 0; o < drawn.table().options.size(); ++o)
            values.push(document::object{{"criterion", drawn.table().criteria[c].key},
                                         {"option", drawn.table().options[o].key},
                                         {"worth", drawn.worth_at(o, c)}});
    const document ends = document::object{{"domain", document::array{0, 1}}};
    const document encoding = document::object{{"x", channel("worth", "quantitative", {{"scale", ends}})},
                                               {"y", channel("criterion", "nominal", {{"sort", nullptr}})},
                                               {"order", channel("criterion", "nominal")},
                                               {"color", channel("option", "nominal")},
                                               {"strokeDash", channel("option", "nominal")}};
    return vega_lite(
        p, std::move(values),
        {{"mark", document::object{{"type", "line"}, {"point", true}, {"tooltip", true}}}, {"encoding", encoding}});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture profile_picture(std::string key, const study& s, const study_result& found,
                                         std::size_t baseline, std::vector<std::size_t> highlighted) {
    using namespace detail::drawing;
    CONCORDAT_ASSERT(baseline < found.baselines.size());
    const auto& on_baseline = found.baselines[baseline];
    if (highlighted.empty()) highlighted = telling_options(on_baseline);
    highlighted.resize(std::min(highlighted.size(), most_highlighted));
    const profiles drawn{s, on_baseline, worths_of(on_baseline.assessment.table), std::move(highlighted)};
    picture made;
    made.headline = profile_finding(drawn);
    made.subtitle =
        "What each option's value on each criterion is worth, from 0 (as bad as counts) to 1 (as good as counts), "
        "before any weight; " +
        baseline_words(s, on_baseline.baseline) + ". A line breaks where a value is missing.";
    std::vector<std::string> unknown;
    for (std::size_t c = 0; c < drawn.criteria(); ++c)
        if (drawn.missing_on(c).size() == s.options.size()) unknown.push_back(drawn.table().criteria[c].key);
    made.alternative = "Criteria from top to bottom, a line for each of " +
                       counted(s.options.size(), "option", "options") + ". " +
                       (unknown.empty() ? std::string("Every criterion has values.")
                                        : "Without any value: " + some_of(unknown, 8) + ".");
    made.table = profile_table(drawn);
    canvas on{std::move(key)};
    draw_profiles(on, drawn);
    finish(made, on);
    made.specification = profile_specification(made, drawn);
    return made;
}

}  // namespace concordat
