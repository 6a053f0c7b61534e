// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_areas.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace concordat {

namespace detail::writing {

/// `scotland.full 0.8, scotland.none 0.2`; a certain one without its number.
inline std::string arrangement_words(const std::vector<arrangement_share>& shares) {
    std::vector<std::string> parts;
    for (const auto& share : shares)
        parts.push_back(share.model + (shares.size() == 1 ? "" : " " + rounded(share.probability, 2)));
    return joined(parts, ", ");
}

inline std::string odds_words(const stated_odds& odds) {
    if (!odds.evidence.assumption.empty())
        return rounded(odds.value, 4) + " (assumption " + odds.evidence.assumption + ")";
    return rounded(odds.value, 4) +
           (odds.evidence.stated() ? " (" + joined(odds.evidence.sources, ", ") + ")" : " (unsourced)");
}

inline std::string marks_note(const std::vector<arrangement_mark>& marks) {
    std::vector<std::string> parts;
    for (const auto& mark : marks) parts.push_back(std::string(1, mark.letter) + " " + mark.model);
    return joined(parts, ", ") +
           ". Lower case: not certain, but more likely than not. ?: none is likelier than not. A point: nothing is "
           "said of that year.";
}

/// Areas' arrangements in one year, in the order of the table.
inline result<std::vector<std::vector<arrangement_share>>> arrangements_in(const area_table& table, int year) {
    std::vector<std::vector<arrangement_share>> all;
    for (const auto& each : table.areas) {
        CONCORDAT_TRY(all.emplace_back(), arrangement_of(table, each, year));
    }
    return all;
}

inline sheet area_settings_sheet(const area_table& table, int year,
                                 const std::vector<std::vector<arrangement_share>>& now) {
    sheet out{table.title, {{"what"}, {"value"}}, {}};
    const auto uncertain = std::count_if(now.begin(), now.end(), [](const auto& shares) { return shares.size() > 1; });
    out.rows = {{"key", table.key},
                {"areas", count_cell(table.areas.size())},
                {"services that decide", joined(table.services, ", ")},
                {"year shown", std::to_string(year)},
                {"not certain in it", count_cell(static_cast<std::size_t>(uncertain))},
                {"odds that an unknown service is delegated", odds_words(table.unknown)},
                {"odds that a state known from background is as stated", odds_words(table.background)},
                {"indicators", table.indicators.empty() ? "none" : table.indicators}};
    out.notes = {"Services are taken as independent of each other."};
    return out;
}

/// Every tile in its row and column, with its letters and the mark of its arrangement.
inline sheet map_sheet(const area_table& table, int year, const std::vector<arrangement_mark>& marks,
                       const std::vector<std::vector<arrangement_share>>& now) {
    int rows = 0, columns = 0;
    for (const auto& each : table.areas)
        if (each.tile) {
            rows = std::max(rows, each.tile->row);
            columns = std::max(columns, each.tile->column);
        }
    sheet out{"Map of " + std::to_string(year), {{"row", alignment::right}}, {}};
    for (int column = 1; column <= columns; ++column) out.columns.push_back({std::to_string(column)});
    for (int row = 1; row <= rows; ++row) {
        auto& line = out.rows.emplace_back(static_cast<std::size_t>(columns) + 1);
        line.front() = count_cell(static_cast<std::size_t>(row));
    }
    for (std::size_t i = 0; i < table.areas.size(); ++i)
        if (const auto& tile = table.areas[i].tile)
            out.rows[static_cast<std::size_t>(tile->row) - 1][static_cast<std::size_t>(tile->column)] =
                tile->label + " " + letter_of(marks, now[i]);
    out.notes = {marks_note(marks)};
    return out;
}

inline cell figure_cell(const std::optional<area_figure>& figure) {
    return figure ? number_cell(figure->value) : cell("missing");
}

inline sheet areas_sheet(const area_table& table, int year, const std::vector<arrangement_mark>& marks,
                         const std::vector<std::vector<arrangement_share>>& now) {
    sheet out{"Areas in " + std::to_string(year),
              {{"area"},
               {""},
               {"arrangement, with its probability"},
               {"people", alignment::right},
               {"under 18", alignment::right},
               {"children deprived", alignment::right, "%"},
               {"rurality"}},
              {}};
    for (std::size_t i = 0; i < table.areas.size(); ++i) {
        const auto& each = table.areas[i];
        out.rows.push_back({each.name, std::string(1, letter_of(marks, now[i])), arrangement_words(now[i]),
                            figure_cell(each.population), figure_cell(each.population_under_18),
                            figure_cell(each.most_deprived_fifth_children),
                            each.rurality ? each.rurality->kind : "missing"});
    }
    out.notes = {
        "children deprived: the share of an area's children who live in the country's most deprived fifth of "
        "places."};
    return out;
}

inline sheet years_sheet(const area_table& table, const std::vector<arrangement_mark>& marks,
                         const arrangement_history& history) {
    sheet out{"Arrangements over the years", {{"area"}}, {}};
    // Two figures are enough for a column one letter wide.
    constexpr int century = 100;
    for (const int year : history.years) {
        const std::string digits = std::to_string(year % century);
        out.columns.push_back({(digits.size() == 1 ? "0" : "") + digits});
    }
    for (std::size_t a = 0; a < table.areas.size(); ++a) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(table.areas[a].name);
        for (std::size_t y = 0; y < history.years.size(); ++y)
            row.emplace_back(std::string(1, letter_of(marks, history.at(a, y))));
    }
    if (!history.years.empty())
        out.notes.push_back("From " + std::to_string(history.years.front()) + " to " +
                            std::to_string(history.years.back()) + ". " + marks_note(marks));
    if (table.first_month != 1)
        out.notes.push_back("A year begins in month " + std::to_string(table.first_month) + ".");
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<arrangement_mark> marks_of(const area_table& table) {
    std::vector<arrangement_mark> marks;
    for (const auto& rule : table.arrangements) {
        const auto same = [&](const arrangement_mark& mark) { return mark.model == rule.model; };
        if (std::any_of(marks.begin(), marks.end(), same)) continue;
        // Digits at the end serve where all letters of a key are taken; there are fewer rules than marks in practice,
        // and what is left over shares the last.
        const std::string candidates = rule.model.substr(rule.model.rfind('.') + 1) + "abcdefghijklmnopqrstuvwxyz";
        char chosen = '?';
        for (const char letter : candidates) {
            if (letter < 'a' || letter > 'z') continue;
            const char capital = static_cast<char>(letter - 'a' + 'A');
            const auto taken = [&](const arrangement_mark& mark) { return mark.letter == capital; };
            if (std::any_of(marks.begin(), marks.end(), taken)) continue;
            chosen = capital;
            break;
        }
        marks.push_back({rule.model, chosen});
    }
    return marks;
}

CONCORDAT_INLINE char letter_of(const std::vector<arrangement_mark>& marks,
                                const std::vector<arrangement_share>& shares) {
    if (shares.empty()) return '.';
    for (const auto& share : shares)
        for (const auto& mark : marks) {
            if (mark.model != share.model) continue;
            if (shares.size() == 1) return mark.letter;
            if (share.probability > 0.5 && mark.letter != '?') return static_cast<char>(mark.letter - 'A' + 'a');
        }
    return '?';
}

CONCORDAT_INLINE result<std::vector<sheet>> area_sheets(const area_table& table, int year) {
    CONCORDAT_TRY(const auto now, detail::writing::arrangements_in(table, year));
    CONCORDAT_TRY(const auto history, arrangements_over_years(table));
    const auto marks = marks_of(table);
    std::vector<sheet> sheets{detail::writing::area_settings_sheet(table, year, now)};
    const bool has_tiles =
        std::any_of(table.areas.begin(), table.areas.end(), [](const area& a) { return a.tile.has_value(); });
    if (has_tiles) sheets.push_back(detail::writing::map_sheet(table, year, marks, now));
    sheets.push_back(detail::writing::areas_sheet(table, year, marks, now));
    sheets.push_back(detail::writing::years_sheet(table, marks, history));
    return sheets;
}

CONCORDAT_INLINE result<sheet> area_history_sheet(const area_table& table) {
    CONCORDAT_TRY(const auto history, arrangements_over_years(table));
    sheet out{"Arrangements over the years", {{"area"}, {"name"}, {"year"}, {"model"}, {"probability"}}, {}};
    for (std::size_t a = 0; a < table.areas.size(); ++a)
        for (std::size_t y = 0; y < history.years.size(); ++y)
            for (const auto& share : history.at(a, y))
                out.rows.push_back({table.areas[a].key, table.areas[a].name,
                                    count_cell(static_cast<std::size_t>(history.years[y])), share.model,
                                    number_cell(share.probability)});
    return out;
}

}  // namespace concordat
