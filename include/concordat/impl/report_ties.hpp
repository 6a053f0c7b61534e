// SPDX-License-Identifier: Apache-2.0
// Relations as they are drawn: all that join two actors and look alike are one line, which says of each type which way
// it reads.
#pragma once

#include "concordat/impl/report_graph_drawing.hpp"
#include "concordat/model/model.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::drawing {

inline constexpr int strong_evidence = 3;  ///< official guidance or scheme, and primary text

/// Below level 3, or unsourced.
inline bool is_weak(const model& m, const evidence& e) {
    const auto level = m.level_of(e);
    return !level || *level < strong_evidence;
}

/// As the vocabulary has it, in words: "accountable to".
inline std::string words_of(relation_type type) {
    std::string words(name(type));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

/// "Accountability and delegation".
inline std::string words_of(layer_set layers) {
    std::vector<std::string> all;
    for (const auto one : common(layers, layers)) all.emplace_back(name(one));
    return listed(all);
}

/// Titles of lanes, in the order of `level`.
inline std::vector<std::string> level_titles() {
    std::vector<std::string> titles;
    for (const auto word : words<level>()) {
        titles.emplace_back(word);
        titles.back().front() = static_cast<char>(titles.back().front() - 'a' + 'A');
    }
    return titles;
}

inline std::string box_name(const actor& a) {
    return a.count > 1 ? a.name + " (\u00d7" + std::to_string(a.count) + ")" : a.name;
}

enum class reading : std::uint8_t { upwards, downwards, both_ways };

/// Which way a type is drawn where nothing else decides: whoever answers, belongs or speaks to another stands below it,
/// and whoever directs, pays, refers or looks into another stands above it.
inline reading usual_reading(relation_type type) {
    if (is_symmetric(type)) return reading::both_ways;
    const bool up = type == relation_type::accountable_to || type == relation_type::member_of ||
                    type == relation_type::participates_in || type == relation_type::advises;
    return up ? reading::upwards : reading::downwards;
}

/// One relation between two boxes.
struct drawn_relation {
    std::size_t from = 0;
    std::size_t to = 0;
    relation_type type = relation_type::accountable_to;
    bool weak = false;
    graph_look look = graph_look::plain;
    bool idle = false;  ///< not in force on the model's day
};

/// A type within a line; weak when every relation of it is.
struct tie {
    relation_type type = relation_type::accountable_to;
    reading way = reading::both_ways;
    bool weak = true;
    bool idle = false;
};

struct bundle {
    std::size_t upper = 0;
    std::size_t lower = 0;
    graph_look look = graph_look::plain;
    std::vector<tie> ties;  ///< in the order of types, upwards first
    [[nodiscard]] bool all_weak() const {
        return std::all_of(ties.begin(), ties.end(), [](const tie& t) { return t.weak; });
    }
};

/// Lines by pair of boxes, and by look. Of two boxes the same stands above in all their lines: as the first type that
/// joins them has it.
inline std::vector<bundle> bundles_of(std::vector<drawn_relation> relations) {
    const auto ends = [](const drawn_relation& r) { return std::pair(std::min(r.from, r.to), std::max(r.from, r.to)); };
    std::stable_sort(relations.begin(), relations.end(), [](const auto& a, const auto& b) { return a.type < b.type; });
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> upper_of;
    for (const bool both_ways : {false, true})
        for (const auto& r : relations)
            if (is_symmetric(r.type) == both_ways)
                upper_of.try_emplace(ends(r), usual_reading(r.type) == reading::upwards ? r.to : r.from);

    std::map<std::pair<std::pair<std::size_t, std::size_t>, graph_look>, bundle> made;
    for (const auto& r : relations) {
        const auto upper = upper_of.at(ends(r));
        auto& line = made[{ends(r), r.look}];
        line.upper = upper;
        line.lower = r.from == upper ? r.to : r.from;
        line.look = r.look;
        const auto way = is_symmetric(r.type) ? reading::both_ways
                         : r.from == upper    ? reading::downwards
                                              : reading::upwards;
        const auto same = std::find_if(line.ties.begin(), line.ties.end(), [&](const tie& t) {
            return t.type == r.type && t.way == way && t.idle == r.idle;
        });
        if (same == line.ties.end())
            line.ties.push_back({r.type, way, r.weak, r.idle});
        else
            same->weak = same->weak && r.weak;
    }
    std::vector<bundle> all;
    for (auto& [key, line] : made) {
        std::stable_sort(line.ties.begin(), line.ties.end(), [](const tie& a, const tie& b) { return a.way < b.way; });
        all.push_back(std::move(line));
    }
    return all;
}

/// A type that is weak in a line that is not drawn so has a question mark.
inline graph_line line_of(const bundle& from, bool labelled) {
    graph_line line;
    line.upper = from.upper;
    line.lower = from.lower;
    line.look = from.look;
    line.labelled = labelled;
    for (const auto& t : from.ties) {
        auto& words = t.way == reading::upwards     ? line.upwards
                      : t.way == reading::downwards ? line.downwards
                                                    : line.both_ways;
        words.push_back(words_of(t.type) + (t.weak && from.look != graph_look::weak ? "?" : "") +
                        (t.idle ? " (not\u00a0in\u00a0force)" : ""));
    }
    return line;
}

}  // namespace concordat::detail::drawing
