// SPDX-License-Identifier: Apache-2.0
// Drawing in SVG: shapes and words at fixed places, in the painter's order. It writes no script, no style sheet and no
// reference beyond the drawing's own hatches, and every word is escaped where it is written, so that a label cannot
// act.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_lettering.hpp"
#include "concordat/impl/report_palette.hpp"
#include "concordat/impl/write_xml.hpp"
#include "concordat/report/picture.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace concordat::detail::drawing {

struct spot {
    double x = 0;
    double y = 0;
};

struct box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A colour of the palette, a hatch, or none. Lines are drawn solid unless `dashes` says otherwise ("4 2").
struct paint {
    std::string fill = "none";
    std::string line = "none";
    double width = 1;
    std::string_view dashes{};
};

inline paint filled(std::string_view colour) { return {std::string(colour), "none", 1, {}}; }
inline paint lined(std::string_view colour, double width = 1, std::string_view dashes = {}) {
    return {"none", std::string(colour), width, dashes};
}
inline paint framed(std::string_view fill, std::string_view line, double width = 1) {
    return {std::string(fill), std::string(line), width, {}};
}
/// The faint dotted line that leads the eye along a scale.
inline paint guide() { return lined(rule, 0.5, "1 3"); }

/// What is drawn so far, from (0, 0) at the top left. `key` begins every id.
struct canvas {
    std::string key;
    double width = narrow_width;
    double height = 0;
    std::string definitions{};
    std::string body{};
};

/// A length or place with at most two decimals.
inline std::string place(double value) { return rounded(value, 2); }

inline std::string place(spot at) { return place(at.x) + "," + place(at.y); }

inline void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    ((((out += ' ') += name) += "=\"") += value) += '"';
}

inline void append_places(std::string& out, std::initializer_list<std::pair<std::string_view, double>> named) {
    for (const auto& [name, value] : named) append_attribute(out, name, place(value));
}

inline void append_paint(std::string& out, const paint& p) {
    append_attribute(out, "fill", p.fill);
    if (p.line == "none") return;
    append_attribute(out, "stroke", p.line);
    if (p.width != 1) append_attribute(out, "stroke-width", place(p.width));
    if (!p.dashes.empty()) append_attribute(out, "stroke-dasharray", p.dashes);
}

inline void draw_box(canvas& on, box b, const paint& p, double corner = 0) {
    on.body += "<rect";
    append_places(on.body, {{"x", b.x}, {"y", b.y}, {"width", b.width}, {"height", b.height}});
    if (corner > 0) append_attribute(on.body, "rx", place(corner));
    append_paint(on.body, p);
    on.body += "/>";
}

/// A light area behind what is drawn next. It carries no meaning, so it need not stand out.
inline void draw_ground(canvas& on, box b, std::string_view colour) {
    on.body += "<rect class=\"ground\"";
    append_places(on.body, {{"x", b.x}, {"y", b.y}, {"width", b.width}, {"height", b.height}});
    append_attribute(on.body, "fill", colour);
    on.body += "/>";
}

inline void draw_line(canvas& on, spot from, spot to, const paint& p) {
    on.body += "<path d=\"M" + place(from) + "L" + place(to) + '"';
    append_paint(on.body, p);
    on.body += "/>";
}

inline std::string path_through(std::span<const spot> spots) {
    std::string d;
    for (const auto& each : spots) (d += d.empty() ? 'M' : 'L') += place(each);
    return d;
}

/// `d` is what SVG calls path data, made of `place`s.
inline void draw_path(canvas& on, std::string_view d, const paint& p) {
    on.body += "<path";
    append_attribute(on.body, "d", d);
    append_paint(on.body, p);
    on.body += "/>";
}

inline void draw_polyline(canvas& on, std::span<const spot> spots, const paint& p) {
    draw_path(on, path_through(spots), p);
}

inline void draw_polygon(canvas& on, std::span<const spot> spots, const paint& p) {
    draw_path(on, path_through(spots) + "Z", p);
}

inline void draw_circle(canvas& on, spot at, double radius, const paint& p) {
    on.body += "<circle";
    append_places(on.body, {{"cx", at.x}, {"cy", at.y}, {"r", radius}});
    append_paint(on.body, p);
    on.body += "/>";
}

/// Shapes that are told apart in grey and at the size of a letter.
enum class mark : std::uint8_t { circle, square, triangle, diamond, plus, triangle_down, cross, bar };
inline constexpr std::size_t mark_count = 8;

/// Around `at`, `radius` from its middle to its edge or corner. Plus, cross and bar are made of lines, and take the
/// paint's fill for a colour where it has no line.
inline void draw_mark(canvas& on, mark shape, spot at, double radius, const paint& p) {
    const double r = radius;
    const auto spot_at = [&](double dx, double dy) { return spot{at.x + dx, at.y + dy}; };
    const auto polygon = [&](std::initializer_list<spot> spots) { draw_polygon(on, std::span(spots), p); };
    const auto strokes_of = [&](const std::string& d) {
        draw_path(on, d, lined(p.line == "none" ? p.fill : p.line, std::max(p.width, 2.0)));
    };
    const auto line = [&](double dx, double dy) {
        return "M" + place(spot_at(-dx, -dy)) + "L" + place(spot_at(dx, dy));
    };
    switch (shape) {
        case mark::circle:
            return draw_circle(on, at, r, p);
        case mark::square:
            return draw_box(on, {at.x - 0.9 * r, at.y - 0.9 * r, 1.8 * r, 1.8 * r}, p);
        case mark::triangle:
            return polygon({spot_at(0, -1.1 * r), spot_at(1.1 * r, 0.9 * r), spot_at(-1.1 * r, 0.9 * r)});
        case mark::triangle_down:
            return polygon({spot_at(0, 1.1 * r), spot_at(1.1 * r, -0.9 * r), spot_at(-1.1 * r, -0.9 * r)});
        case mark::diamond:
            return polygon({spot_at(0, -1.25 * r), spot_at(1.25 * r, 0), spot_at(0, 1.25 * r), spot_at(-1.25 * r, 0)});
        case mark::plus:
            return strokes_of(line(r, 0) + line(0, r));
        case mark::cross:
            return strokes_of(line(0.8 * r, 0.8 * r) + line(0.8 * r, -0.8 * r));
        case mark::bar:
            return strokes_of(line(0, r));
    }
}

/// How an area is hatched, for who sees no colour: told apart by direction, not by how dense.
enum class hatch : std::uint8_t { rising, falling, level, upright, crossed, dotted };
inline constexpr std::size_t hatch_count = 6;

/// A fill of lines on white; the drawing holds each but once.
inline std::string hatched(canvas& on, hatch kind, std::string_view colour) {
    constexpr std::array<std::string_view, hatch_count> lines = {"M0,6L6,0M-1,1L1,-1M5,7L7,5",
                                                                 "M0,0L6,6M-1,5L1,7M5,-1L7,1",
                                                                 "M0,3L6,3",
                                                                 "M3,0L3,6",
                                                                 "M0,3L6,3M3,0L3,6",
                                                                 "M2,3L4,3M3,2L3,4"};
    const std::string id = on.key + "-hatch-" + std::to_string(static_cast<unsigned>(kind)) + "-" +
                           std::string(colour.substr(colour.starts_with('#') ? 1 : 0));
    if (on.definitions.find("\"" + id + "\"") == std::string::npos) {
        on.definitions += "<pattern id=\"" + id + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">";
        on.definitions += "<rect width=\"6\" height=\"6\" fill=\"" + std::string(paper) + "\"/><path";
        append_attribute(on.definitions, "d", lines[static_cast<std::size_t>(kind)]);
        append_paint(on.definitions, lined(colour, kind == hatch::dotted ? 2 : 1.5));
        on.definitions += "/></pattern>";
    }
    return "url(#" + id + ")";
}

enum class side : std::uint8_t { start, middle, end };

/// How words are set; `x` of a text is its start, middle or end, `y` its base line.
struct lettering {
    double size = letter_size;
    side at = side::start;
    std::string_view colour = ink;
    bool bold = false;
};

inline void draw_text(canvas& on, spot at, std::string_view text, const lettering& look = {}) {
    on.body += "<text";
    append_places(on.body, {{"x", at.x}, {"y", at.y}});
    if (look.size != letter_size) append_attribute(on.body, "font-size", place(look.size));
    if (look.at != side::start) append_attribute(on.body, "text-anchor", look.at == side::middle ? "middle" : "end");
    if (look.colour != ink) append_attribute(on.body, "fill", look.colour);
    if (look.bold) append_attribute(on.body, "font-weight", "bold");
    ((on.body += '>') += writing::xml_text(printable(text))) += "</text>";
}

/// Everything drawn until `close_letters` by `draw_word` looks so: for many short words, as the numbers of a map.
inline void open_letters(canvas& on, const lettering& look) {
    on.body += "<g";
    append_attribute(on.body, "font-size", place(look.size));
    append_attribute(on.body, "fill", look.colour);
    if (look.at != side::start) append_attribute(on.body, "text-anchor", look.at == side::middle ? "middle" : "end");
    if (look.bold) append_attribute(on.body, "font-weight", "bold");
    on.body += '>';
}
inline void draw_word(canvas& on, spot at, std::string_view word) { draw_text(on, at, word); }
inline void close_letters(canvas& on) { on.body += "</g>"; }

/// Lines one below the other, the first on `at`. Returns the base line after the last.
inline double draw_lines(canvas& on, spot at, std::span<const std::string> lines, const lettering& look = {}) {
    for (const auto& line : lines) {
        draw_text(on, at, line, look);
        at.y += look.size * line_pitch;
    }
    return at.y;
}

/// Puts the drawing into the picture, which has its words already.
inline void finish(picture& made, const canvas& drawn) {
    CONCORDAT_ASSERT(is_label(drawn.key) && drawn.width > 0 && drawn.height > 0);
    made.key = drawn.key;
    made.width = drawn.width;
    made.height = drawn.height;
    std::string& out = made.svg;
    out = "<svg viewBox=\"0 0 " + place(drawn.width) + " " + place(drawn.height) + "\" role=\"img\"";
    append_attribute(out, "aria-labelledby", drawn.key + "-title " + drawn.key + "-desc");
    append_attribute(out, "font-family", typefaces);
    append_attribute(out, "font-size", place(letter_size));
    append_attribute(out, "fill", ink);
    out += "><title id=\"" + drawn.key + "-title\">" + writing::xml_text(printable(made.headline)) + "</title>";
    out += "<desc id=\"" + drawn.key + "-desc\">" + writing::xml_text(printable(made.alternative)) + "</desc>";
    if (!drawn.definitions.empty()) out += "<defs>" + drawn.definitions + "</defs>";
    out += "<rect class=\"ground\" width=\"" + place(drawn.width) + "\" height=\"" + place(drawn.height);
    out += "\" fill=\"" + std::string(paper) + "\"/>" + drawn.body + "</svg>";
}

}  // namespace concordat::detail::drawing
