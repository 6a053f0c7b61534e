// SPDX-License-Identifier: Apache-2.0
// SVG read back for tests: a reader of its own for the little of XML that a drawing may use, which refuses the rest.
#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace svg {

struct spot {
    double x = 0;
    double y = 0;
};

/// An element with what it inherits, in the painter's order.
struct element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::string> inherited;
    std::string words;
    spot moved;            ///< by groups around it
    bool defined = false;  ///< part of a hatch: not painted where it stands

    [[nodiscard]] std::string get(const std::string& attribute, const std::string& otherwise = "") const {
        if (const auto own = attributes.find(attribute); own != attributes.end()) return own->second;
        const auto theirs = inherited.find(attribute);
        return theirs == inherited.end() ? otherwise : theirs->second;
    }
    [[nodiscard]] double number(const std::string& attribute, double otherwise = 0) const {
        const std::string text = get(attribute);
        return text.empty() ? otherwise : std::stod(text);
    }
};

inline std::string unescaped(std::string_view text) {
    static const std::map<std::string_view, std::string> known = {
        {"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"apos", "'"}, {"quot", "\""}, {"#10", "\n"}, {"#9", "\t"}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') throw std::runtime_error("a raw < in text");
        if (static_cast<unsigned char>(text[i]) < 0x20) throw std::runtime_error("a raw control character");
        if (text[i] != '&') {
            out += text[i];
            continue;
        }
        const std::size_t end = text.find(';', i);
        if (end == std::string_view::npos) throw std::runtime_error("a raw & in text");
        const auto found = known.find(text.substr(i + 1, end - i - 1));
        if (found == known.end()) throw std::runtime_error("an unknown entity");
        out += found->second;
        i = end;
    }
    return out;
}

inline std::map<std::string, std::string> attributes_in(std::string_view tag) {
    std::map<std::string, std::string> read;
    while (!tag.empty()) {
        if (tag.front() != ' ') throw std::runtime_error("no space before an attribute: " + std::string(tag));
        const std::size_t equals = tag.find("=\"");
        if (equals == std::string_view::npos) throw std::runtime_error("no attribute: " + std::string(tag));
        const std::size_t end = tag.find('"', equals + 2);
        if (end == std::string_view::npos) throw std::runtime_error("an open attribute");
        const std::string name(tag.substr(1, equals - 1));
        if (!read.emplace(name, unescaped(tag.substr(equals + 2, end - equals - 2))).second)
            throw std::runtime_error("an attribute stands twice: " + name);
        tag.remove_prefix(end + 1);
    }
    return read;
}

inline spot translation(const std::string& transform) {
    if (transform.empty()) return {};
    const std::size_t comma = transform.find_first_of(", ");
    if (!transform.starts_with("translate(") || comma == std::string::npos)
        throw std::runtime_error("a transform that is no translation: " + transform);
    return {std::stod(transform.substr(10)), std::stod(transform.substr(comma + 1))};
}

/// Every element; throws at what is not well-formed.
inline std::vector<element> read(std::string_view text) {
    if (text.starts_with("<?xml")) text.remove_prefix(text.find('\n') + 1);
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    std::vector<element> all;
    std::vector<std::size_t> open;
    while (!text.empty()) {
        if (text.front() != '<') {
            const std::string_view words = text.substr(0, text.find('<'));
            if (open.empty()) throw std::runtime_error("words outside of the drawing");
            all[open.back()].words += unescaped(words);
            text.remove_prefix(words.size());
            continue;
        }
        const std::size_t end = text.find('>');
        if (end == std::string_view::npos) throw std::runtime_error("an open tag");
        std::string_view tag = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        if (tag.starts_with('/')) {
            if (open.empty() || all[open.back()].name != tag.substr(1))
                throw std::runtime_error("closes what is not open: " + std::string(tag));
            open.pop_back();
            continue;
        }
        const bool closed = tag.ends_with('/');
        if (closed) tag.remove_suffix(1);
        const std::string_view name = tag.substr(0, tag.find(' '));
        element made{std::string(name), attributes_in(tag.substr(name.size())), {}, {}, {}, false};
        if (!open.empty()) {
            const element& parent = all[open.back()];
            made.inherited = parent.inherited;
            for (const auto& [key, value] : parent.attributes) made.inherited[key] = value;
            for (const auto* own : {"id", "class", "transform", "x", "y", "width", "height"}) made.inherited.erase(own);
            made.moved = parent.moved;
            made.defined = parent.defined || parent.name == "defs";
        }
        const spot by = translation(made.attributes.contains("transform") ? made.attributes.at("transform") : "");
        made.moved = {made.moved.x + by.x, made.moved.y + by.y};
        if (!closed) open.push_back(all.size());
        all.push_back(std::move(made));
    }
    if (!open.empty()) throw std::runtime_error("not closed: " + all[open.back()].name);
    if (all.empty() || all.front().name != "svg") throw std::runtime_error("not an svg element");
    return all;
}

/// Path data, walked command by command.
struct path_walk {
    std::string d;
    spot moved;
    std::size_t at = 0;
    spot now{};
    std::vector<std::vector<spot>> parts{};

    double next() {
        while (at < d.size() && (d[at] == ' ' || d[at] == ',')) ++at;
        std::size_t used = 0;
        const double value = std::stod(d.substr(at, 24), &used);
        at += used;
        return value;
    }
    spot next_spot() {
        const double x = next();
        return {x, next()};
    }
    void add(spot to) {
        now = to;
        parts.back().push_back({to.x + moved.x, to.y + moved.y});
    }
    /// Eight chords of a cubic curve; a quadratic one has both handles in one place.
    void curve(bool quadratic, spot origin = {}) {
        const auto next_from = [&] {
            const spot given = next_spot();
            return spot{origin.x + given.x, origin.y + given.y};
        };
        const spot from = now, first = next_from(), second = quadratic ? first : next_from(), to = next_from();
        for (int i = 1; i <= 8; ++i) {
            const double t = i / 8.0, u = 1 - t;
            const auto along = [&](double a, double b, double c, double z) {
                return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * z;
            };
            add({along(from.x, first.x, second.x, to.x), along(from.y, first.y, second.y, to.y)});
        }
    }
    void step_by(spot far) { add({now.x + far.x, now.y + far.y}); }
    void step(char command) {
        if (command == 'M') parts.emplace_back();
        if (command == 'M' || command == 'L')
            add(next_spot());
        else if (command == 'H')
            add({next(), now.y});
        else if (command == 'V')
            add({now.x, next()});
        else if (command == 'h')
            add({now.x + next(), now.y});
        else if (command == 'v')
            add({now.x, now.y + next()});
        else if (command == 'l')
            step_by(next_spot());
        else if (command == 'Q' || command == 'C')
            curve(command == 'Q');
        else if (command == 'q')
            curve(true, now);
        else if (command == 'Z' || command == 'z')
            parts.back().push_back(parts.back().front());
        else
            throw std::runtime_error("path data that the test cannot read: " + d);
    }
};

/// The outline of a shape as lines; curves as a few chords. Several where path data has several parts.
inline std::vector<std::vector<spot>> outlines(const element& e) {
    const auto moved = [&](double x, double y) { return spot{x + e.moved.x, y + e.moved.y}; };
    if (e.name == "rect") {
        const double x = e.number("x"), y = e.number("y"), w = e.number("width"), h = e.number("height");
        return {{moved(x, y), moved(x + w, y), moved(x + w, y + h), moved(x, y + h), moved(x, y)}};
    }
    if (e.name == "circle") {
        std::vector<spot> round;
        for (int i = 0; i <= 16; ++i) {
            const double turn = i * 2 * 3.14159265358979 / 16;
            round.push_back(moved(e.number("cx") + e.number("r") * std::cos(turn),
                                  e.number("cy") + e.number("r") * std::sin(turn)));
        }
        return {round};
    }
    path_walk walk{e.get("d"), e.moved};
    char command = 0;
    while (walk.at < walk.d.size()) {
        if (std::isalpha(static_cast<unsigned char>(walk.d[walk.at])) != 0) command = walk.d[walk.at++];
        walk.step(command);
        if (command == 'M') command = 'L';
    }
    return walk.parts;
}

/// What it says, a text an entry.
inline std::vector<std::string> words_in(std::string_view svg) {
    std::vector<std::string> words;
    for (const auto& e : read(svg))
        if (e.name == "text") words.push_back(e.words);
    return words;
}
inline bool shows(std::string_view svg, std::string_view words) {
    const auto all = words_in(svg);
    return std::find(all.begin(), all.end(), words) != all.end();
}

/// Even-odd, over all parts.
inline bool contains(const std::vector<std::vector<spot>>& parts, spot p) {
    bool inside = false;
    for (const auto& line : parts)
        for (std::size_t i = 0, j = line.size() - 1; i < line.size(); j = i++)
            if ((line[i].y > p.y) != (line[j].y > p.y) &&
                p.x < (line[j].x - line[i].x) * (p.y - line[i].y) / (line[j].y - line[i].y) + line[i].x)
                inside = !inside;
    return inside;
}

}  // namespace svg
