// SPDX-License-Identifier: Apache-2.0
// A governance graph as drawn: named boxes in lanes by level, lines with the words that they stand for, and a legend of
// what is in the drawing. It knows where things go from `lay_out`, and how they look; it knows no model.
#pragma once

#include "concordat/impl/report_svg.hpp"
#include "concordat/model/vocabulary.hpp"
#include "concordat/report/graph_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::drawing {

/// How a box or a line is drawn. Each differs from the others in stroke, and what changed has a mark before its words
/// too, so that no colour is needed to read it. Context is what did not change.
enum class graph_look : std::uint8_t { plain, weak, added, removed, changed, context };
inline constexpr std::size_t graph_look_count = 6;

struct graph_style {
    std::string_view colour;
    std::string_view words;  ///< colour of the words on it
    std::string_view ground;
    double line_width;
    double frame_width;
    std::string_view dashes;
    std::string_view mark;  ///< before words
};

inline const graph_style& style_of(graph_look look) {
    static constexpr std::array<graph_style, graph_look_count> styles = {{
        {ink, ink, paper, 1.4, 1.2, "", ""},
        {quiet, ink, paper, 1.2, 1.2, "2 3", ""},
        {blue, blue, pale_blue, 2.8, 3, "", "+ "},
        {vermilion, vermilion, paper, 2, 1.8, "7 4", "\u2212 "},
        {purple, purple, paper, 2.4, 2.4, "10 3 2 3", "~ "},
        {rule, quiet, paper, 1, 1, "", ""},
    }};
    return styles[static_cast<std::size_t>(look)];
}

struct graph_box {
    std::string name;
    std::size_t lane = 0;
    graph_look look = graph_look::plain;
    bool thick = false;  ///< has a thick frame
};

inline constexpr double thick_frame = 3;

/// Between two boxes, `upper` above `lower` where that can be. What it stands for reads upwards (the lower does it to
/// the upper), downwards, or both ways.
struct graph_line {
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::vector<std::string> upwards;
    std::vector<std::string> downwards;
    std::vector<std::string> both_ways;
    graph_look look = graph_look::plain;
    bool labelled = true;
};

struct legend_item {
    std::optional<graph_look> look;  ///< nothing: words alone
    bool of_box = false;
    std::string words;
    bool thick = false;
};

struct drawn_graph {
    std::vector<graph_box> boxes;
    std::vector<graph_line> lines;
    std::vector<std::string> lanes;  ///< titles, from above
    std::vector<legend_item> legend;
    double row_width = 640;
};

inline constexpr double box_text_width = 122;
inline constexpr double label_size = 12;
inline constexpr double label_text_width = 150;

inline std::vector<std::string> box_lines(const graph_box& b) {
    const bool bold = !style_of(b.look).mark.empty();
    return wrapped(std::string(style_of(b.look).mark) + b.name, box_text_width, letter_size, 5, bold);
}

/// Lines of a label. The arrow at the head of a paragraph says which way it reads; all arrows are equally wide, so it
/// can be laid out before it is known which box stands where.
inline std::vector<std::string> label_lines(const graph_line& line, std::string_view up, std::string_view down,
                                            std::string_view both) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view arrow, const std::vector<std::string>& words) {
        if (words.empty()) return;
        const std::string text = std::string(style_of(line.look).mark) + std::string(arrow) + " " + joined(words, ", ");
        for (auto& one : wrapped(text, label_text_width, label_size, 5)) lines.push_back(std::move(one));
    };
    if (!line.labelled) return lines;
    add(up, line.upwards);
    add(down, line.downwards);
    add(both, line.both_ways);
    return lines;
}

inline layout_size size_of(const std::vector<std::string>& lines, double letters, bool bold) {
    layout_size size;
    for (const auto& line : lines) size.width = std::max(size.width, text_width(line, letters, bold));
    size.height = static_cast<double>(lines.size()) * letters * line_pitch;
    return size;
}

inline graph_to_lay_out to_lay_out(const drawn_graph& graph) {
    constexpr double padding = 9;
    constexpr double least_width = 56;
    graph_to_lay_out given;
    for (const auto& box : graph.boxes) {
        const auto text = size_of(box_lines(box), letter_size, !style_of(box.look).mark.empty());
        given.boxes.push_back(
            {box.lane, {std::ceil(std::max(least_width, text.width + 2 * padding)), std::ceil(text.height + padding)}});
    }
    for (const auto& line : graph.lines) {
        const auto label = size_of(label_lines(line, "\u2191", "\u2193", "\u2194"), label_size, false);
        const bool has_label = label.height > 0;
        const bool level = line.upwards.empty() && line.downwards.empty();
        given.lines.push_back({line.upper, line.lower, level,
                               has_label ? layout_size{std::ceil(label.width), std::ceil(label.height)} : label});
    }
    for (const auto& title : graph.lanes)
        given.lane_titles.push_back({std::ceil(text_width(title, letter_size, true)), letter_size * line_pitch});
    return given;
}

/// Words in the middle of a place, line by line, in a group that says what they look like.
inline void draw_centred(canvas& on, const placed_box& where, spot by, const std::vector<std::string>& lines,
                         double letters) {
    constexpr double ascent = 0.93;  // of a letter's size, from the top of its line to its foot, within the pitch
    const double pitch = letters * line_pitch;
    double y = where.centre.y + by.y - pitch * static_cast<double>(lines.size()) / 2 + letters * ascent;
    for (const auto& line : lines) {
        draw_text(on, {where.centre.x + by.x, std::round(y)}, line);
        y += pitch;
    }
}

/// What words of one look have in common is said once.
inline void begin_words(canvas& on, graph_look look, double letters, bool bold) {
    on.body += "<g text-anchor=\"middle\"";
    if (letters != letter_size) append_attribute(on.body, "font-size", place(letters));
    if (style_of(look).words != ink) append_attribute(on.body, "fill", style_of(look).words);
    if (bold) append_attribute(on.body, "font-weight", "bold");
    on.body += '>';
}

/// Nothing is left of a group without words.
inline void end_words(canvas& on, std::size_t before, std::size_t empty) {
    if (on.body.size() == empty)
        on.body.resize(before);
    else
        on.body += "</g>";
}

inline constexpr std::array<graph_look, graph_look_count> painting_order = {graph_look::context, graph_look::weak,
                                                                            graph_look::plain,   graph_look::changed,
                                                                            graph_look::removed, graph_look::added};

/// Path data of a stroke of a placed line, with its turns rounded.
inline std::string path_of(const std::vector<layout_point>& stroke, spot by) {
    constexpr double widest_turn = 6;
    const auto at = [&](std::size_t i) { return spot{stroke[i].x + by.x, stroke[i].y + by.y}; };
    const auto length = [&](std::size_t i) {
        return std::abs(at(i).x - at(i - 1).x) + std::abs(at(i).y - at(i - 1).y);
    };
    /// The place on the way from one point to another that is `far` from it.
    const auto on_the_way = [](spot from, spot to, double far) {
        const auto step = [&](double a, double b) { return b > a ? far : b < a ? -far : 0; };
        return spot{from.x + step(from.x, to.x), from.y + step(from.y, to.y)};
    };
    // Steps are shorter to write than places, and a page has thousands of them.
    std::string d = "M" + place(at(0));
    spot pen = at(0);
    const auto from_pen = [&](spot to) { return spot{to.x - pen.x, to.y - pen.y}; };
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const bool last = i + 1 == stroke.size();
        const double turn = last ? 0 : std::min({widest_turn, length(i) / 2, length(i + 1) / 2});
        const spot stop = on_the_way(at(i), at(i - 1), turn);
        const spot step = from_pen(stop);
        d += stroke[i].y == stroke[i - 1].y ? "h" + place(step.x) : "v" + place(step.y);
        pen = stop;
        if (last) continue;
        const spot after = on_the_way(at(i), at(i + 1), turn);
        d += "q" + place(from_pen(at(i))) + " " + place(from_pen(after));
        pen = after;
    }
    return d;
}

/// A head whose tip is on `tip`, for a line that arrives upwards or downwards there.
inline std::string head_of(spot tip, bool upwards) {
    constexpr double half = 4;
    constexpr double length = 8;
    const double back = upwards ? length : -length;
    return "M" + place(tip) + "l" + place(spot{-half, back}) + "h" + place(2 * half) + "z";
}

/// All lines of a look are one path and all their heads another, which keeps a drawing small.
struct line_paths {
    std::string strokes;
    std::string heads;
};

inline void draw_frame(canvas& on, box where, graph_look look, bool thick) {
    const auto& style = style_of(look);
    auto frame = framed(style.ground, style.colour, thick ? thick_frame : style.frame_width);
    frame.dashes = style.dashes;
    draw_box(on, where, frame, 3);
}

inline void draw_graph_lines(canvas& on, const drawn_graph& graph, const graph_layout& placed, spot by) {
    std::array<line_paths, graph_look_count> paths;
    for (std::size_t i = 0; i < graph.lines.size(); ++i) {
        const auto& line = graph.lines[i];
        const auto& runs = placed.lines[i].strokes;
        auto& path = paths[static_cast<std::size_t>(line.look)];
        for (const auto& stroke : runs) path.strokes += path_of(stroke, by);
        const auto head = [&](const layout_point& tip, const layout_point& before) {
            path.heads += head_of({tip.x + by.x, tip.y + by.y}, before.y > tip.y);
        };
        const auto& first = runs.front();
        const auto& last = runs.back();
        if (!line.upwards.empty()) head(first.front(), first[1]);
        if (!line.downwards.empty()) head(last.back(), last[last.size() - 2]);
    }
    for (const auto look : painting_order) {
        const auto& path = paths[static_cast<std::size_t>(look)];
        const auto& style = style_of(look);
        if (!path.strokes.empty()) draw_path(on, path.strokes, lined(style.colour, style.line_width, style.dashes));
        if (!path.heads.empty()) draw_path(on, path.heads, filled(style.colour));
    }
}

inline void draw_graph_boxes(canvas& on, const drawn_graph& graph, const graph_layout& placed, spot by) {
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        const auto& where = placed.boxes[i];
        draw_frame(on,
                   {where.centre.x + by.x - where.size.width / 2, where.centre.y + by.y - where.size.height / 2,
                    where.size.width, where.size.height},
                   graph.boxes[i].look, graph.boxes[i].thick);
    }
    for (const auto look : painting_order) {
        const std::size_t before = on.body.size();
        begin_words(on, look, letter_size, !style_of(look).mark.empty());
        const std::size_t empty = on.body.size();
        for (std::size_t i = 0; i < graph.boxes.size(); ++i)
            if (graph.boxes[i].look == look)
                draw_centred(on, placed.boxes[i], by, box_lines(graph.boxes[i]), letter_size);
        end_words(on, before, empty);
    }
}

inline std::vector<std::string> placed_label_lines(const graph_line& line, const graph_layout& placed) {
    const auto& upper = placed.boxes[line.upper].centre;
    const auto& lower = placed.boxes[line.lower].centre;
    const bool beside = upper.y == lower.y;
    const bool turned = beside ? upper.x > lower.x : upper.y > lower.y;
    const std::string_view up = beside ? "\u2190" : "\u2191";
    const std::string_view down = beside ? "\u2192" : "\u2193";
    return label_lines(line, turned ? down : up, turned ? up : down, "\u2194");
}

inline void draw_graph_labels(canvas& on, const drawn_graph& graph, const graph_layout& placed, spot by) {
    for (const auto look : painting_order) {
        const std::size_t before = on.body.size();
        begin_words(on, look, label_size, false);
        const std::size_t empty = on.body.size();
        for (std::size_t i = 0; i < graph.lines.size(); ++i)
            if (graph.lines[i].look == look && placed.lines[i].label)
                draw_centred(on, *placed.lines[i].label, by, placed_label_lines(graph.lines[i], placed), label_size);
        end_words(on, before, empty);
    }
}

inline void draw_graph_lanes(canvas& on, const drawn_graph& graph, const graph_layout& placed, spot by) {
    bool shaded = true;
    for (std::size_t lane = 0; lane < placed.lanes.size(); ++lane) {
        const auto& where = placed.lanes[lane];
        if (where.bottom <= where.top) continue;
        if (shaded) draw_ground(on, {0, where.top + by.y, on.width, where.bottom - where.top}, pale_grey);
        shaded = !shaded;
        // The title keeps to the left edge of a drawing that is put into the middle of a wider one.
        const double left = where.title.centre.x - where.title.size.width / 2;
        draw_text(on, {left, where.title.centre.y + by.y + letter_size / 3}, graph.lanes[lane],
                  {letter_size, side::start, quiet, true});
    }
}

inline void draw_sample(canvas& on, const legend_item& item, box where) {
    const auto& style = style_of(*item.look);
    const double middle = where.y + where.height / 2;
    if (item.of_box)
        draw_frame(on, {where.x + 2, middle - 6, where.width - 4, 12}, *item.look, item.thick);
    else
        draw_line(on, {where.x, middle}, {where.x + where.width, middle},
                  lined(style.colour, style.line_width, style.dashes));
}

/// A sample of each look, and what it means, in as many rows as it takes. Returns where it ends.
inline double draw_graph_legend(canvas& on, const std::vector<legend_item>& items, double y) {
    constexpr double margin = 10;
    constexpr double sample = 30;
    constexpr double gap = 8;
    constexpr double pitch = label_size * line_pitch;
    double x = margin;
    double height = 0;
    for (const auto& item : items) {
        const double indent = item.look ? sample + gap : 0;
        const auto lines = wrapped(item.words, on.width - 2 * margin - indent, label_size);
        const auto size = size_of(lines, label_size, false);
        if (x > margin && x + indent + size.width > on.width - margin) {
            x = margin;
            y += height;
            height = 0;
        }
        if (item.look) draw_sample(on, item, {x, y, sample, pitch});
        draw_lines(on, {x + indent, y + label_size * 0.93}, lines,
                   {label_size, side::start, item.look ? style_of(*item.look).words : quiet});
        x += indent + size.width + 2 * gap;
        height = std::max(height, size.height + 4);
    }
    return items.empty() ? y : y + height;
}

/// Draws the graph and its legend on a canvas of its own, at least as wide as a telephone shows.
inline canvas draw_graph(const std::string& key, const drawn_graph& graph) {
    if (graph.boxes.empty()) {
        canvas empty{key, narrow_width, 34};
        draw_text(empty, {10, 22}, "Nothing to draw.", {letter_size, side::start, quiet});
        return empty;
    }
    const auto placed = lay_out(to_lay_out(graph), {graph.row_width, 24});
    canvas on{key, std::max(narrow_width, placed.size.width), 0};
    const spot by{std::floor((on.width - placed.size.width) / 2), 0};
    draw_graph_lanes(on, graph, placed, by);
    draw_graph_lines(on, graph, placed, by);
    draw_graph_labels(on, graph, placed, by);
    draw_graph_boxes(on, graph, placed, by);
    on.height = draw_graph_legend(on, graph.legend, placed.size.height + 8) + 4;
    return on;
}

}  // namespace concordat::detail::drawing
