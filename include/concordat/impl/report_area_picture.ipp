// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/area_picture.hpp"

#include "concordat/impl/report_chart.hpp"
#include "concordat/impl/report_message.hpp"
#include "concordat/impl/report_shade_key.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// What one tile shows.
struct area_finding {
    const area* where = nullptr;
    std::size_t option = 0;
    estimate first;
    bool ahead = false;   ///< of every other option by more than two standard errors
    bool certain = true;  ///< the area's arrangement
};

struct area_map {
    const study& asked;
    const area_results& found;
    std::size_t weights = 0;
    std::optional<std::size_t> option;
    std::vector<area_finding> areas;
    double most = 1;  ///< where the darkest shade ends

    [[nodiscard]] std::string tile_words(const area_finding& a) const {
        return option || a.ahead ? asked.options[a.option].key : std::string("open");
    }
};

inline area_finding finding_in(const area_map& map, const area_result& one) {
    area_finding made{&map.asked.areas->areas[one.area], 0, {}, false, one.arrangements.size() == 1};
    const auto first = [&](std::size_t o) { return map.found.at(one, map.weights, o).first; };
    for (std::size_t o = 1; o < map.found.option_count; ++o)
        if (first(o).value > first(made.option).value) made.option = o;
    if (map.option) made.option = *map.option;
    made.first = first(made.option);
    made.ahead = true;
    for (std::size_t o = 0; o < map.found.option_count; ++o) {
        if (o == made.option) continue;
        const double spread = 2 * (made.first.standard_error + first(o).standard_error);
        made.ahead = made.ahead && made.first.value - first(o).value > spread;
    }
    return made;
}

inline std::string share_range(const std::vector<const area_finding*>& areas) {
    double low = 1, high = 0;
    for (const auto* a : areas) {
        low = std::min(low, a->first.value);
        high = std::max(high, a->first.value);
    }
    return percent(low) == percent(high) ? percent(low) : percent(low) + " to " + percent(high);
}

inline std::string area_headline(const area_map& map) {
    const std::string of = " of " + counted(map.areas.size(), "area", "areas");
    std::map<std::size_t, std::vector<const area_finding*>> leading;
    std::vector<const area_finding*> all;
    std::size_t open = 0;
    for (const auto& a : map.areas) {
        all.push_back(&a);
        if (a.ahead)
            leading[a.option].push_back(&a);
        else
            ++open;
    }
    if (map.option)
        return map.asked.options[*map.option].key + " comes first in " + share_range(all) +
               " of the draws, depending on the area.";
    std::vector<std::string> parts;
    for (const auto& [option, areas] : leading)
        parts.push_back(map.asked.options[option].key + " is most often first in " + std::to_string(areas.size()) +
                        (parts.empty() ? of : "") + ", with " + share_range(areas));
    if (parts.empty()) return "In none" + of + " is any option clearly ahead of the others.";
    std::string text = joined(parts, "; ");
    if (open != 0) text += "; in " + std::to_string(open) + " no option is clearly ahead";
    return text + ".";
}

inline sheet area_map_table(const area_map& map) {
    sheet out{"Most often first, by area",
              {{"area"},
               {"arrangement"},
               {"option"},
               {"probability of being first", alignment::right},
               {"standard error", alignment::right},
               {"ahead of all others"}},
              {}};
    for (const auto& one : map.found.areas) {
        const auto& shown = map.areas[static_cast<std::size_t>(&one - map.found.areas.data())];
        std::vector<std::string> arrangements;
        for (const auto& a : one.arrangements)
            arrangements.push_back(a.model + (one.arrangements.size() == 1 ? "" : " " + percent(a.probability)));
        out.rows.push_back({shown.where->name, listed(arrangements), map.asked.options[shown.option].key,
                            number_cell(shown.first.value), number_cell(shown.first.standard_error),
                            shown.ahead ? "yes" : "no"});
    }
    out.notes = notes_of(map.asked, map.asked.weights[map.weights]);
    return out;
}

inline void draw_tile(canvas& on, const area_map& map, const area_finding& a, const box& tile) {
    const auto& shade = shades[shade_at(a.first.value, map.most)];
    if (a.certain)
        draw_box(on, tile, {std::string(shade.fill), std::string(rule), 0.75, {}});
    else
        draw_box(on, {tile.x + 1, tile.y + 1, tile.width - 2, tile.height - 2},
                 {std::string(shade.fill), std::string(ink), 2, "4 2"});
    const double middle = tile.x + tile.width / 2, room = tile.width - 6;
    const auto line = [&](double below, const std::string& words, bool bold) {
        draw_text(on, {middle, tile.y + below}, shortened(words, room, small_size, bold),
                  {small_size, side::middle, shade.letters, bold});
    };
    line(14, a.where->tile->label, true);
    line(29, map.tile_words(a), false);
    line(43, percent(a.first.value), false);
}

inline double draw_area_key(canvas& on, double y, const area_map& map) {
    constexpr double margin = 12;
    draw_text(on, {margin, y + small_size}, "probability of being first", {small_size, side::start, quiet});
    y = draw_shade_key(on, {margin, y + 18}, map.most);
    const bool any_open = std::any_of(map.areas.begin(), map.areas.end(), [](const auto& a) { return !a.ahead; });
    const bool any_odds = std::any_of(map.areas.begin(), map.areas.end(), [](const auto& a) { return !a.certain; });
    if (any_open && !map.option) {
        const auto words = wrapped("open: no option is ahead of all others by more than two standard errors",
                                   on.width - 2 * margin, small_size);
        y = draw_lines(on, {margin, y + small_size}, words, {small_size, side::start, quiet}) - 6;
    }
    if (any_odds) {
        draw_box(on, {margin + 1, y + 1, 16, 12}, {std::string(paper), std::string(ink), 2, "4 2"});
        draw_text(on, {margin + 26, y + 11}, "the area's arrangement is not certain", {small_size, side::start, quiet});
        y += 20;
    }
    return y + 2;
}

inline void draw_area_map(canvas& on, const area_map& map) {
    constexpr double margin = 12, widest = 53, least = 46, tile_height = 50, between = 2;
    int columns = 1, rows = 0;
    std::vector<std::string> placeless;
    for (const auto& a : map.areas) {
        if (!a.where->tile) {
            placeless.push_back(a.where->name + " " + map.tile_words(a) + " " + percent(a.first.value));
            continue;
        }
        columns = std::max(columns, a.where->tile->column);
        rows = std::max(rows, a.where->tile->row);
    }
    const double pitch = std::clamp((narrow_width - 2 * margin) / columns, least, widest);
    on.width = std::max(narrow_width, 2 * margin + pitch * columns);
    double y = draw_area_key(on, margin, map);
    for (const auto& a : map.areas)
        if (a.where->tile)
            draw_tile(
                on, map, a,
                {margin + pitch * (a.where->tile->column - 1) + between / 2,
                 y + tile_height * (a.where->tile->row - 1) + between / 2, pitch - between, tile_height - between});
    y += tile_height * rows + 4;
    if (!placeless.empty())
        y = draw_lines(
            on, {margin, y + letter_size},
            wrapped("Without a place on the map: " + joined(placeless, "; "), on.width - 2 * margin, letter_size, 40));
    on.height = y + margin;
}

inline picture map_picture(std::string key, const area_map& map) {
    picture made;
    const auto& w = map.asked.weights[map.weights];
    made.headline = area_headline(map);
    made.subtitle = (map.option ? "Probability that " + map.asked.options[*map.option].key + " is first"
                                : std::string("The option that is most often first, and with what probability")) +
                    ", in each area as it stood in " + std::to_string(map.found.year) + "; " + weights_words(w) +
                    ". Areas are tiles of one size, near where they are. Areas are not compared with each other.";
    std::vector<std::string> words;
    for (const auto& a : map.areas)
        words.push_back(a.where->name + " " + map.tile_words(a) + " " + percent(a.first.value));
    made.alternative = "A map of " + counted(map.areas.size(), "tile", "tiles") +
                       ", one an area: " + some_of(std::move(words), 40) + ".";
    made.table = area_map_table(map);
    if (map.found.on_odds != 0)
        made.table.notes.insert(made.table.notes.begin(),
                                "In " + counted(map.found.on_odds, "area", "areas") +
                                    " the arrangement is not certain; the result is mixed by stated odds.");
    canvas on{std::move(key)};
    draw_area_map(on, map);
    finish(made, on);
    return made;
}

/// Tiles by row and column, which a table of areas for people does not have.
inline document area_specification(const picture& p, const area_map& map) {
    document tiles = document::array{};
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        const auto& tile = map.areas[i].where->tile;
        const auto& a = map.areas[i];
        if (tile)
            tiles.push(document::object{{"area", a.where->name},
                                        {"label", tile->label},
                                        {"row", tile->row},
                                        {"column", tile->column},
                                        {"option", map.tile_words(a)},
                                        {"probability", a.first.value}});
    }
    const document place_on = document::object{{"x", channel("column", "ordinal", {{"axis", nullptr}})},
                                               {"y", channel("row", "ordinal", {{"axis", nullptr}})}};
    const auto words = [](std::string_view field, int below) {
        return document::object{{"mark", document::object{{"type", "text"}, {"dy", below}}},
                                {"encoding", document::object{{"text", document::object{{"field", field}}}}}};
    };
    const document shading =
        document::object{{"mark", document::object{{"type", "rect"}, {"tooltip", true}}},
                         {"encoding", document::object{{"color", channel("probability", "quantitative")}}}};
    return vega_lite(
        p, std::move(tiles),
        {{"encoding", place_on}, {"layer", document::array{shading, words("label", -6), words("option", 8)}}});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture area_picture(std::string key, const study& s, const study_result& found, std::size_t weights,
                                      std::optional<std::size_t> option) {
    using namespace detail::drawing;
    if (!found.areas || !s.areas || s.weights.empty()) {
        picture made;
        made.headline = s.areas ? "The study gives no weights, so nothing is ranked in any area."
                                : "The study has no areas: it was asked for the country as a whole.";
        made.subtitle = "The options in each area.";
        made.alternative = made.headline;
        made.table = {"Most often first, by area", {{"area"}, {"option"}}, {}, {limitation_note()}};
        canvas on{std::move(key)};
        draw_message(on, made.headline);
        finish(made, on);
        return made;
    }
    CONCORDAT_ASSERT(weights < s.weights.size() && (!option || *option < s.options.size()));
    area_map map{s, *found.areas, weights, option, {}, 1};
    for (const auto& one : found.areas->areas) map.areas.push_back(finding_in(map, one));
    double highest = 0;
    for (const auto& a : map.areas) highest = std::max(highest, a.first.value);
    map.most = shaded_most(highest);
    picture made = map_picture(std::move(key), map);
    made.specification = area_specification(made, map);
    return made;
}

}  // namespace concordat
