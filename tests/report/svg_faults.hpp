// SPDX-License-Identifier: Apache-2.0
// What a drawing must not have, as far as a program can see it: words that nobody can read for want of contrast, for
// lying over each other, under a line or outside of the frame; and anything that a page's policy would forbid.
#pragma once

#include "concordat/impl/report_lettering.hpp"
#include "concordat/report/picture.hpp"

#include "svg_reading.hpp"

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace svg {

/// WCAG 2.2, "relative luminance" and "contrast ratio".
inline double luminance(std::string_view colour) {
    const auto part = [&](std::size_t at) {
        const double share = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

inline double contrast(std::string_view a, std::string_view b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

inline constexpr double enough = 4.5;

struct frame {
    double left, top, right, bottom;
};

/// Where words are, but for the depth of letters as g.
inline frame frame_of(const element& text) {
    const double size = text.number("font-size");
    const double width = concordat::detail::drawing::text_width(text.words, size, text.get("font-weight") == "bold");
    const std::string side = text.get("text-anchor", "start");
    const double x = text.number("x") + text.moved.x - (side == "middle" ? width / 2 : side == "end" ? width : 0);
    const double y = text.number("y") + text.moved.y;
    return {x, y - 0.75 * size, x + width, y + 0.05 * size};
}

inline bool overlap(const frame& a, const frame& b) {
    constexpr double spare = 0.5;
    return a.left + spare < b.right && b.left + spare < a.right && a.top + spare < b.bottom && b.top + spare < a.bottom;
}

/// Whether a line from a to b passes through the frame (Liang and Barsky, 1984).
inline bool crosses(spot a, spot b, const frame& f) {
    double from = 0, to = 1;
    const auto clip = [&](double direction, double distance) {
        if (direction == 0) return distance >= 0;
        const double t = distance / direction;
        if (direction < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    return clip(a.x - b.x, a.x - f.left) && clip(b.x - a.x, f.right - a.x) && clip(a.y - b.y, a.y - f.top) &&
           clip(b.y - a.y, f.bottom - a.y);
}

/// A drawing as painted: `painted[i]` lies over all before it.
struct painting {
    std::vector<element> painted;
    std::vector<std::vector<std::vector<spot>>> shapes;  ///< by element; empty for words

    [[nodiscard]] std::optional<std::size_t> over(spot p, std::size_t below) const {
        for (std::size_t i = below; i-- > 0;)
            if (painted[i].name != "text" && painted[i].get("fill") != "none" && contains(shapes[i], p)) return i;
        return std::nullopt;
    }
};

inline painting painting_of(const std::vector<element>& all) {
    static const std::set<std::string> shown = {"rect", "circle", "path", "text"};
    painting made;
    for (const auto& e : all) {
        if (e.defined || !shown.contains(e.name)) continue;
        made.painted.push_back(e);
        made.shapes.push_back(e.name == "text" ? std::vector<std::vector<spot>>{} : outlines(e));
    }
    return made;
}

using faults = std::vector<std::string>;

inline std::string named(const element& e) {
    std::string text = e.name;
    for (const auto& [key, value] : e.attributes) text += " " + key + "=" + value.substr(0, 40);
    return e.words.empty() ? text : text + " \"" + e.words + "\"";
}

inline void check_words(const painting& all, const frame& page, faults& found) {
    for (std::size_t i = 0; i < all.painted.size(); ++i) {
        const element& text = all.painted[i];
        if (text.name != "text") continue;
        const frame f = frame_of(text);
        if (f.left < page.left - 0.5 || f.right > page.right + 0.5 || f.top < page.top || f.bottom > page.bottom)
            found.push_back("outside of the frame: " + named(text));
        if (text.number("font-size") < 11) found.push_back("small letters: " + named(text));
        for (const double along : {0.05, 0.5, 0.95}) {
            const spot p{f.left + along * (f.right - f.left), (f.top + f.bottom) / 2};
            const auto under = all.over(p, i);
            if (!under) {
                found.push_back("words on nothing: " + named(text));
                break;
            }
            const std::string ground = all.painted[*under].get("fill");
            if (ground.starts_with("url")) found.push_back("words on a hatch: " + named(text));
            if (ground.starts_with('#') && contrast(text.get("fill"), ground) < enough)
                found.push_back("too little contrast with " + ground + ": " + named(text));
        }
        for (std::size_t j = i + 1; j < all.painted.size(); ++j)
            if (all.painted[j].name == "text" && overlap(f, frame_of(all.painted[j])))
                found.push_back("words on words: " + named(text) + " and " + named(all.painted[j]));
    }
}

/// Dotted guides may pass behind words; nothing else may, unless a ground lies between.
inline void check_lines(const painting& all, faults& found) {
    for (std::size_t i = 0; i < all.painted.size(); ++i) {
        const element& line = all.painted[i];
        if (line.name == "text" || line.get("stroke", "none") == "none" || line.number("stroke-width", 1) <= 0.5)
            continue;
        for (std::size_t j = 0; j < all.painted.size(); ++j) {
            const element& text = all.painted[j];
            if (text.name != "text") continue;
            const frame f = frame_of(text);
            const spot middle{(f.left + f.right) / 2, (f.top + f.bottom) / 2};
            const auto between = all.over(middle, j);
            if (j > i && between && *between > i) continue;
            bool hit = false;
            for (const auto& part : all.shapes[i])
                for (std::size_t k = 1; k < part.size(); ++k) hit = hit || crosses(part[k - 1], part[k], f);
            if (hit) found.push_back("a line through words: " + named(line) + " and " + named(text));
        }
    }
}

inline bool stands_out(const painting& all, std::size_t at, const std::string& colour, spot p) {
    if (colour.starts_with("url")) return false;
    const auto under = all.over(p, at);
    if (!under) return false;
    const std::string ground = all.painted[*under].get("fill");
    return ground.starts_with("url") || contrast(colour, ground) >= enough;
}

/// A shape shows by its outline or by its fill.
inline void check_shapes(const painting& all, faults& found) {
    for (std::size_t i = 0; i < all.painted.size(); ++i) {
        const element& e = all.painted[i];
        if (e.name == "text" || e.get("class") == "ground") continue;
        const std::string stroke = e.get("stroke", "none"), fill = e.get("fill", "none");
        bool shows = false;
        for (const auto& part : all.shapes[i])
            for (std::size_t k = 1; k < part.size(); ++k) {
                const spot middle{(part[k - 1].x + part[k].x) / 2, (part[k - 1].y + part[k].y) / 2};
                if (stroke != "none") shows = shows || stands_out(all, i, stroke, middle);
                if (fill != "none") shows = shows || stands_out(all, i, fill, middle);
            }
        if (!shows) found.push_back("does not stand out: " + named(e));
    }
}

inline void check_number(const std::string& text, faults& found) {
    const std::size_t point = text.find('.');
    const std::size_t end = text.find_first_not_of("0123456789", point + 1);
    if (point != std::string::npos && std::min(end, text.size()) - point > 3)
        found.push_back("more than two decimals: " + text);
}

/// What a policy without scripts, styles and network allows, and ids that no other picture has.
inline void check_policy(const std::vector<element>& all, const std::string& key, faults& found) {
    static const std::set<std::string> elements = {"svg",     "title", "desc",   "defs", "g",
                                                   "pattern", "rect",  "circle", "path", "text"};
    static const std::set<std::string> allowed = {"xmlns",
                                                  "viewBox",
                                                  "role",
                                                  "aria-labelledby",
                                                  "font-family",
                                                  "font-size",
                                                  "font-weight",
                                                  "text-anchor",
                                                  "id",
                                                  "class",
                                                  "transform",
                                                  "x",
                                                  "y",
                                                  "width",
                                                  "height",
                                                  "rx",
                                                  "cx",
                                                  "cy",
                                                  "r",
                                                  "d",
                                                  "fill",
                                                  "stroke",
                                                  "stroke-width",
                                                  "stroke-dasharray",
                                                  "patternUnits",
                                                  "stroke-linecap",
                                                  "stroke-linejoin",
                                                  "font-style"};
    std::set<std::string> ids;
    for (const auto& e : all) {
        if (!elements.contains(e.name)) found.push_back("an element that is not allowed: " + named(e));
        for (const auto& [name, value] : e.attributes) {
            if (!allowed.contains(name)) found.push_back("an attribute that is not allowed: " + named(e));
            if (name != "d" && name != "font-family") check_number(value, found);
        }
        if (e.attributes.contains("class") && e.get("class") != "ground") found.push_back("a class: " + named(e));
        if (!e.attributes.contains("id")) continue;
        const std::string id = e.attributes.at("id");
        if (!id.starts_with(key + "-")) found.push_back("an id that another picture may have: " + id);
        if (!ids.insert(id).second) found.push_back("an id that stands twice: " + id);
    }
    for (const auto& e : all)
        for (const auto& [name, value] : e.attributes)
            if (value.starts_with("url(") && !ids.contains(value.substr(5, value.size() - 6)))
                found.push_back("refers to nothing: " + value);
    if (all.front().get("aria-labelledby") != key + "-title " + key + "-desc") found.push_back("no name");
    for (const auto* part : {"-title", "-desc"})
        if (!ids.contains(key + part)) found.push_back(std::string("no ") + part);
}

/// Everything that is wrong with a drawing; nothing when all is well.
inline faults faults_of(const std::string& text, const std::string& key) {
    faults found;
    std::vector<element> all;
    try {
        all = read(text);
        check_policy(all, key, found);
        std::vector<double> view;
        std::string box = all.front().get("viewBox") + " ";
        for (std::size_t at = 0; at < box.size(); at = box.find(' ', at) + 1) view.push_back(std::stod(box.substr(at)));
        const auto painted = painting_of(all);
        check_words(painted, {view.at(0), view.at(1), view.at(0) + view.at(2), view.at(1) + view.at(3)}, found);
        check_lines(painted, found);
        check_shapes(painted, found);
    } catch (const std::exception& problem) {
        found.emplace_back(problem.what());
    }
    return found;
}

/// Of a picture, drawn on a page and as a file.
inline faults faults_of(const concordat::picture& p) {
    faults found = faults_of(p.svg, p.key);
    for (auto& each : faults_of(concordat::to_svg(p), p.key)) found.push_back("as a file: " + each);
    if (p.headline.empty() || p.subtitle.empty() || p.alternative.empty())
        found.emplace_back("a picture without words");
    if (p.table.columns.empty()) found.emplace_back("a picture without its numbers");
    for (const auto& row : p.table.rows)
        if (row.size() != p.table.columns.size()) found.emplace_back("a row that is not as wide as its table");
    return found;
}

}  // namespace svg
