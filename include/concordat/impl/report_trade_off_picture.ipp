// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/trade_off_picture.hpp"

#include "concordat/impl/report_chart.hpp"
#include "concordat/impl/report_labels.hpp"
#include "concordat/impl/report_message.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// One option: what it takes, and what it is worth.
struct trade_off_point {
    std::size_t option = 0;
    std::optional<double> takes;
    double value = 0;
    double low = 0;
    double high = 0;
    bool beaten = false;
};

/// What options are set against, in words for a heading and for a sentence.
struct trade_off_axis {
    std::string key;
    std::string title;
    std::string unit;
    sense better = sense::lower;
    std::string short_name;  ///< "disruption", "cost"
};

struct trade_off {
    const study& asked;
    trade_off_axis axis;
    std::vector<trade_off_point> points;

    [[nodiscard]] const std::string& key(const trade_off_point& p) const { return asked.options[p.option].key; }
};

/// An option's value with one criterion left out and the others in their proportions, as it is and at both ends.
inline trade_off_point worth_without(const performance_table& table, const std::vector<worth>& worths,
                                     const additive_result& central, std::size_t option,
                                     std::optional<std::size_t> left_out) {
    trade_off_point made{option, std::nullopt, 0, 0, 0, false};
    double weight = 0;
    for (const auto& line : central.options[option].lines) {
        if (line.criterion == left_out) continue;
        const auto& each = worths[option * table.criteria.size() + line.criterion];
        weight += line.weight;
        made.value += line.product;
        made.low += line.weight * each.lowest;
        made.high += line.weight * each.highest;
    }
    if (weight > 0)
        for (double* sum : {&made.value, &made.low, &made.high}) *sum /= weight;
    return made;
}

/// Marks whatever another option beats: no worse on both, and better on one. What differs by rounding alone is equal.
inline void mark_beaten(trade_off& t) {
    constexpr double alike = 1e-12;
    const double sign = t.axis.better == sense::higher ? -1 : 1;
    for (auto& p : t.points)
        for (const auto& q : t.points) {
            if (!p.takes || !q.takes) continue;
            const double saved = sign * (*p.takes - *q.takes), gained = q.value - p.value;
            if (saved >= -alike && gained >= -alike && (saved > alike || gained > alike)) p.beaten = true;
        }
}

inline std::vector<std::string> keys_where(const trade_off& t, bool (*holds)(const trade_off_point&)) {
    std::vector<std::string> keys;
    for (const auto& p : t.points)
        if (holds(p)) keys.push_back(t.key(p));
    return keys;
}
inline bool on_front(const trade_off_point& p) { return p.takes && !p.beaten; }
inline bool is_unknown(const trade_off_point& p) { return !p.takes; }

inline std::string trade_off_finding(const trade_off& t) {
    const auto unknown = keys_where(t, is_unknown);
    if (unknown.size() == t.points.size())
        return "The " + t.axis.short_name + " of no option is known, so value cannot be set against it.";
    const auto front = keys_where(t, on_front);
    const std::size_t known = t.points.size() - unknown.size();
    if (known == 1) return "The " + t.axis.short_name + " of one option alone is known: nothing is compared.";
    double highest_low = 0, lowest_high = 1;
    for (const auto& p : t.points) {
        if (!p.takes) continue;
        highest_low = std::max(highest_low, p.low);
        lowest_high = std::min(lowest_high, p.high);
    }
    const std::string both = " on value and " + t.axis.short_name + " at once";
    std::string text = "No option beats another" + both;
    if (front.size() < known) {
        const bool few = front.size() < 6;
        text = few ? listed(front) : std::to_string(front.size()) + " of " + std::to_string(known) + " options";
        text += (front.size() == 1 ? " is" : " are") + std::string(" beaten by none") + both;
    }
    if (highest_low <= lowest_high) text += "; within what is not known all values could be the same";
    return text + ".";
}

inline sheet trade_off_table(const trade_off& t, const weight_set& w) {
    sheet out{"Value against " + t.axis.short_name,
              {{"option"},
               {"title"},
               {t.axis.short_name, alignment::right, t.axis.unit},
               {"value", alignment::right},
               {"low", alignment::right},
               {"high", alignment::right},
               {"beaten on both"}},
              {}};
    for (const auto& p : t.points)
        out.rows.push_back({t.key(p), t.asked.options[p.option].title, number_or_missing(p.takes), number_cell(p.value),
                            number_cell(p.low), number_cell(p.high),
                            !p.takes   ? "not known"
                            : p.beaten ? "yes"
                                       : "no"});
    out.notes = notes_of(t.asked, w);
    return out;
}

/// Points that would lie on each other are one mark with all their names.
struct shown_point {
    spot at;
    double low = 0;  ///< places, not values
    double high = 0;
    bool beaten = false;
    std::vector<std::string> keys;
};

inline std::vector<shown_point> shown_points(const trade_off& t, const scale& across, const scale& upward) {
    constexpr double nearest = 4;
    std::vector<shown_point> shown;
    for (const auto& p : t.points) {
        if (!p.takes) continue;
        const spot at{across.at(*p.takes), upward.at(p.value)};
        const auto same = std::find_if(shown.begin(), shown.end(), [&](const shown_point& s) {
            return s.beaten == p.beaten && std::abs(s.at.x - at.x) < nearest && std::abs(s.at.y - at.y) < nearest;
        });
        if (same == shown.end()) {
            shown.push_back({at, upward.at(p.low), upward.at(p.high), p.beaten, {t.key(p)}});
            continue;
        }
        same->keys.push_back(t.key(p));
        same->low = std::max(same->low, upward.at(p.low));
        same->high = std::min(same->high, upward.at(p.high));
    }
    std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) { return a.beaten < b.beaten; });
    return shown;
}

inline void draw_upward_axis(canvas& on, const scale& along, double x, int steps) {
    const auto marks = round_marks(along, steps);
    const double step = marks.size() > 1 ? marks[1] - marks[0] : 1;
    std::string d = "M" + place(spot{x, along.from}) + "L" + place(spot{x, along.to});
    for (const double m : marks) d += "M" + place(spot{x - 4, along.at(m)}) + "h4";
    draw_path(on, d, lined(rule));
    for (const double m : marks)
        draw_text(on, {x - 7, along.at(m) + 4}, mark_text(m, step), {small_size, side::end, quiet});
}

/// What the marks take up, and the thin lines through them, behind which names may stand.
inline crowd draw_marks(canvas& on, const std::vector<shown_point>& shown, const box& plot) {
    constexpr double radius = 5;
    crowd around{plot, {}, {}};
    std::string lines;
    for (const auto& p : shown) {
        lines += "M" + place(spot{p.at.x, p.low}) + "V" + place(p.high);
        for (const double end : {p.low, p.high}) {
            lines += "M" + place(spot{p.at.x - 4, end}) + "h8";
            around.taken.push_back({p.at.x - 5, end - 1, 10, 2});
        }
        around.taken.push_back({p.at.x - radius - 1, p.at.y - radius - 1, 2 * radius + 2, 2 * radius + 2});
    }
    draw_path(on, lines, lined(rule, 0.5));
    for (const auto& p : shown)
        if (p.beaten)
            draw_circle(on, p.at, radius - 1, framed(paper, ink, 1.5));
        else
            draw_mark(on, mark::diamond, p.at, radius, framed(blue, blue));
    return around;
}

/// Marks, then names wherever there is room. Returns how many marks have no name.
inline std::size_t draw_shown(canvas& on, const std::vector<shown_point>& shown, const box& plot) {
    constexpr double most_label = 150, label_height = 15;
    const crowd around = draw_marks(on, shown, plot);
    std::vector<std::string> names;
    std::vector<named_point> points;
    for (const auto& p : shown) {
        names.push_back(shortened(some_of(p.keys, 4), most_label, letter_size, !p.beaten));
        points.push_back({p.at, text_width(names.back(), letter_size, !p.beaten), label_height});
    }
    const auto labels = place_labels(around, points);
    for (const auto& label : labels.places)
        if (label && label->leader) draw_line(on, label->leader->first, label->leader->second, lined(rule));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!labels.places[i]) continue;
        const box& at = labels.places[i]->at;
        draw_ground(on, {at.x, at.y + 1, at.width, at.height - 2}, paper);
        draw_text(on, {at.x, at.y + 12}, names[i], {letter_size, side::start, ink, !shown[i].beaten});
    }
    return labels.nameless;
}

inline std::size_t draw_trade_off(canvas& on, const trade_off& t) {
    constexpr double margin = 12, left = 50, height = 300;
    constexpr int steps = 5;
    std::vector<double> takes, values;
    for (const auto& p : t.points) {
        if (!p.takes) continue;
        takes.push_back(*p.takes);
        values.insert(values.end(), {p.low, p.high});
    }
    double y = margin + letter_size;
    draw_mark(on, mark::diamond, {margin + 6, y - 4}, 5, framed(blue, blue));
    draw_text(on, {margin + 18, y}, "nothing beats it on both", {small_size});
    draw_circle(on, {margin + 206, y - 4}, 4, framed(paper, ink, 1.5));
    draw_text(on, {margin + 218, y}, "beaten on both", {small_size});
    y += 22;
    draw_text(on, {margin, y}, "value, from 0 to 1: higher is better", {small_size, side::start, quiet});
    const double top = y + 12, bottom = top + height;
    const auto upward = scale_around(values, bottom, top, steps);
    const auto across = scale_around(takes, left + 10, on.width - 24, steps);
    draw_upward_axis(on, upward, left, steps);
    draw_axis(on, across, bottom + 6, steps, axis_numbers::plain);
    const std::string better = t.axis.better == sense::higher ? "higher" : "lower";
    const auto title = wrapped(t.axis.short_name + ", " + t.axis.unit + ": " + better + " is better",
                               on.width - left - margin, small_size, 2);
    y = draw_lines(on, {left, bottom + 6 + axis_height + small_size}, title, {small_size, side::start, quiet});
    const auto shown = shown_points(t, across, upward);
    const std::size_t nameless = draw_shown(on, shown, {left + 2, top - 6, on.width - left - 6, height + 10});
    const auto unknown = keys_where(t, is_unknown);
    if (!unknown.empty())
        y = draw_lines(on, {margin, y + 4},
                       wrapped("Not drawn, for their " + t.axis.short_name + " is not known: " + listed(unknown),
                               on.width - 2 * margin));
    on.height = y;
    return nameless;
}

inline document trade_off_specification(const picture& p, const trade_off& t) {
    const auto takes =
        channel(t.axis.short_name, "quantitative",
                {{"title", t.axis.title + " (" + t.axis.unit + ")"}, {"scale", document::object{{"zero", false}}}});
    const auto value = channel("value", "quantitative", {{"scale", document::object{{"zero", false}}}});
    const auto range = channel("low", "quantitative", {{"scale", document::object{{"zero", false}}}});
    const document ranges = document::object{
        {"mark", "rule"},
        {"encoding", document::object{{"x", takes}, {"y", range}, {"y2", document::object{{"field", "high"}}}}}};
    const document points = document::object{
        {"mark", document::object{{"type", "point"}, {"filled", true}, {"size", 80}, {"tooltip", true}}},
        {"encoding", document::object{{"x", takes}, {"y", value}, {"shape", channel("beaten on both", "nominal")}}}};
    const document names = document::object{
        {"mark", document::object{{"type", "text"}, {"align", "left"}, {"dx", 8}}},
        {"encoding", document::object{{"x", takes}, {"y", value}, {"text", document::object{{"field", "option"}}}}}};
    return vega_lite(
        p,
        {{"transform", document::array{document::object{{"filter", "isNumber(datum['" + t.axis.short_name + "'])"}}}},
         {"layer", document::array{ranges, points, names}}});
}

inline picture trade_off_picture(std::string key, trade_off t, const weight_set& w, const std::string& where,
                                 const std::string& value_words) {
    mark_beaten(t);
    picture made;
    made.headline = trade_off_finding(t);
    made.subtitle = value_words + ", against " + t.axis.short_name + " (" + t.axis.title + ", " + t.axis.unit + "), " +
                    where + "; " + weights_words(w) +
                    ". Lines reach from every uncertain or missing value at its worst to every one at its best.";
    made.table = trade_off_table(t, w);
    canvas on{std::move(key)};
    const bool none = keys_where(t, is_unknown).size() == t.points.size();
    if (none) {
        made.alternative = made.headline;
        draw_message(on, made.headline + " To leave it out would not make it nought.");
    } else {
        std::vector<std::string> words;
        for (const auto& p : t.points)
            if (p.takes) words.push_back(t.key(p) + " " + rounded(*p.takes, 2) + ", " + rounded(p.value, 2));
        made.alternative =
            "Points, " + t.axis.short_name + " across and value upwards: " + some_of(std::move(words), 12) + ".";
        const std::size_t nameless = draw_trade_off(on, t);
        if (nameless != 0)
            made.table.notes.insert(made.table.notes.begin(), counted(nameless, "mark has", "marks have") +
                                                                  " no room for a name: see the table.");
    }
    finish(made, on);
    if (!none) made.specification = trade_off_specification(made, t);
    return made;
}

}  // namespace detail::drawing

CONCORDAT_INLINE std::optional<std::size_t> disruption_criterion(const study& s) {
    const auto& all = s.criteria.criteria;
    const auto found =
        std::find_if(all.begin(), all.end(), [](const criterion& c) { return c.measure == "disruption"; });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

CONCORDAT_INLINE picture disruption_picture(std::string key, const study& s, const study_result& found,
                                            const ranking_choice& which) {
    using namespace detail::drawing;
    const auto& ranking = chosen_ranking(found, which);
    const auto& on = found.baselines[which.baseline];
    const auto& table = on.assessment.table;
    const auto at = disruption_criterion(s);
    trade_off t{s, {"", "no criterion measures it", "share", sense::lower, "disruption"}, {}};
    if (at)
        t.axis = {table.criteria[*at].key, table.criteria[*at].title, table.criteria[*at].unit,
                  table.criteria[*at].better, "disruption"};
    const auto worths = worths_of(table);
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        t.points.push_back(worth_without(table, worths, ranking.central, o, at));
        if (at && !is_missing(table.cell(o, *at))) t.points.back().takes = mean(table.cell(o, *at));
    }
    return trade_off_picture(std::move(key), std::move(t), s.weights[ranking.weights], baseline_words(s, on.baseline),
                             "Value of all other criteria at central weights and expected values");
}

CONCORDAT_INLINE picture cost_picture(std::string key, const study& s, const study_result& found,
                                      const ranking_choice& which, std::size_t axis) {
    using namespace detail::drawing;
    const auto& ranking = chosen_ranking(found, which);
    const auto& on = found.baselines[which.baseline];
    const auto& table = on.assessment.table;
    trade_off t{s, {"", "no axis stands beside the criteria", "no unit", sense::lower, "cost"}, {}};
    if (axis < s.criteria.axes.size()) {
        const auto& a = s.criteria.axes[axis];
        t.axis = {a.key, a.title, a.unit, a.better, "cost"};
    }
    const auto worths = worths_of(table);
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        auto& point = t.points.emplace_back(worth_without(table, worths, ranking.central, o, std::nullopt));
        for (const auto& j : s.judgements)
            if (j.criterion == t.axis.key && j.option == table.options[o].key && !is_missing(j.value))
                point.takes = mean(j.value);
    }
    return trade_off_picture(std::move(key), std::move(t), s.weights[ranking.weights], baseline_words(s, on.baseline),
                             "Value at central weights and expected values");
}

}  // namespace concordat
