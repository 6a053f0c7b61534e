// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <utility>

namespace concordat::detail::input {

inline constexpr double first_year_known = 1900, last_year_known = 2100;

/// `{ value = 236330, year = 2022, evidence = {…} }`. Without a unit in the file when `unit` gives it.
inline void read_figure(table_reader& in, std::string_view key, std::string_view unit, double least, double most,
                        std::optional<area_figure>& into) {
    in.with(key, [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            auto& figure = into.emplace();
            inner.required("value", between{figure.value, least, most});
            if (unit.empty())
                inner.required("unit", not_blank{figure.unit});
            else
                figure.unit = unit;
            inner.required("year", between{figure.year, first_year_known, last_year_known});
            inner.optional("evidence", figure.evidence);
        });
    });
}

inline void read_rurality(const cell& c, std::optional<rurality>& into) {
    read_inline(c, [&](table_reader& in) {
        auto& r = into.emplace();
        std::vector<double> shares;
        if (in.required("shares", shares)) {
            if (shares.size() == r.shares.size())
                std::copy(shares.begin(), shares.end(), r.shares.begin());
            else
                in.report_at("shares", errc::missing_value,
                             in.name() + ".shares has " + std::to_string(shares.size()) +
                                 " numbers, but six were expected, from large urban to remote rural");
            const bool in_range =
                std::all_of(shares.begin(), shares.end(), [](double s) { return s >= 0 && s <= 100; });
            if (!in_range) in.report_at("shares", errc::out_of_range, in.name() + ".shares lie between 0 and 100");
        }
        in.required("class", not_blank{r.kind});
        in.required("year", between{r.year, first_year_known, last_year_known});
        in.optional("evidence", r.evidence);
    });
}

inline void read_tile(const cell& c, std::optional<tile_place>& into) {
    read_inline(c, [&](table_reader& in) {
        auto& tile = into.emplace();
        constexpr double most_tiles = 40;
        in.required("row", between{tile.row, 1, most_tiles});
        in.required("col", between{tile.column, 1, most_tiles});
        if (!in.required("label", tile.label)) return;
        constexpr std::size_t longest = 3;
        const bool capitals = std::all_of(tile.label.begin(), tile.label.end(),
                                          [](char l) { return (l >= 'A' && l <= 'Z') || (l >= '0' && l <= '9'); });
        if (tile.label.empty() || tile.label.size() > longest || !capitals)
            in.report_at("label", errc::bad_identifier, in.name() + ".label is 1 to 3 of A-Z and 0-9");
    });
}

inline void read_delegation(table_reader& in, std::vector<delegation>& into) {
    delegation d;
    d.where = in.where();
    const bool named = in.required("service", identifier_in{d.service});
    const bool stated = in.required("state", d.state);
    in.optional("from", between{d.from, first_year_known, last_year_known});
    in.optional("to", between{d.to, first_year_known, last_year_known});
    in.optional("evidence", d.evidence);
    in.optional("note", not_blank{d.note});
    if (named && stated) into.push_back(std::move(d));
}

inline void read_area(table_reader& in, area& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("name", not_blank{into.name});
    in.optional("code", not_blank{into.code});
    in.with("tile", [&](const cell& c) { read_tile(c, into.tile); });
    in.optional("health_board", not_blank{into.health_board});
    in.optional("health_board_code", not_blank{into.health_board_code});
    in.optional("partnership", not_blank{into.partnership});
    in.optional("partnership_code", not_blank{into.partnership_code});
    in.optional("partnership_evidence", into.partnership_evidence);
    in.with("integration", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            auto& integration = into.integration.emplace();
            inner.required("model", integration.by);
            inner.optional("evidence", integration.evidence);
        });
    });
    in.with("established", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            auto& established = into.established.emplace();
            inner.required("date", established.day);
            inner.optional("evidence", established.evidence);
        });
    });
    constexpr double most_people = 1e9, all = 100;
    read_figure(in, "population", "persons", 0, most_people, into.population);
    read_figure(in, "population_under_18", "persons", 0, most_people, into.population_under_18);
    read_figure(in, "most_deprived_fifth", "", 0, all, into.most_deprived_fifth);
    read_figure(in, "most_deprived_fifth_children", "", 0, all, into.most_deprived_fifth_children);
    in.with("rurality", [&](const cell& c) { read_rurality(c, into.rurality); });
    in.with("islands", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            auto& islands = into.islands.emplace();
            inner.required("extent", islands.extent);
            inner.optional("evidence", islands.evidence);
        });
    });
    in.each("delegation", [&](table_reader& one) { read_delegation(one, into.delegations); });
    in.optional("evidence", into.evidence);
    in.optional("note", not_blank{into.note});
}

inline void read_arrangement(table_reader& in, std::vector<arrangement_rule>& into, std::vector<reference>& models) {
    arrangement_rule a;
    a.where = in.where();
    reference model;
    const bool named = in.required("model", model);
    const bool listed = in.required("delegated", a.delegated);
    in.optional("lead", a.lead);
    in.optional("evidence", a.evidence);
    in.optional("note", not_blank{a.note});
    if (!named || !listed) return;
    a.model = model.key;
    models.push_back(std::move(model));
    into.push_back(std::move(a));
}

inline void read_odds(table_reader& in, std::string_view key, stated_odds& into) {
    in.requires_key(key);
    in.with(key, [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            inner.required("value", between{into.value, 0, 1});
            inner.optional("evidence", into.evidence);
        });
    });
}

CONCORDAT_INLINE areas_file read_areas(opened_file& file) {
    areas_file read;
    auto& table = read.table;
    table.key = file.key;
    table.title = file.title;
    table.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    in.required("vocabulary", read.vocabulary);
    in.required("services", one_or_more{table.services});
    in.optional("first_month", between{table.first_month, 1, 12});
    in.optional("indicators", read.indicators);
    if (read.indicators) table.indicators = read.indicators->key;
    read_sources(in, table.sources);
    read_assumptions(in, table.assumptions);
    read_conflicts(in, table.conflicts);
    in.each("arrangement", [&](table_reader& one) { read_arrangement(one, table.arrangements, read.models); });
    in.requires_key("odds");
    in.with("odds", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            read_odds(inner, "unknown", table.unknown);
            read_odds(inner, "background", table.background);
        });
    });
    in.each("area", [&](table_reader& one) { read_area(one, table.areas.emplace_back()); });
    in.finish();
    return read;
}

/// Rows about areas that the table does not have: each key once, at its first row.
inline void check_indicator_areas(reading& files, const indicator_table& indicators, const area_table& table) {
    std::vector<std::string> known;
    for (const auto& each : table.areas) known.push_back(each.key);
    for (const auto& key : indicators.areas()) {
        if (table.find(key) != nullptr) continue;
        const auto rows = indicators.rows();
        const auto first = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.area == key; });
        files.add({errc::dangling_reference,
                   "area = \"" + key + "\", but \"" + table.key + "\" has no such area",
                   suggest(key, known),
                   first->where.at,
                   {}});
    }
}

CONCORDAT_INLINE std::optional<area_table> assemble_areas(reading& files, opened_file& file) {
    auto read = read_areas(file);
    auto& table = read.table;
    check_unique(file.scope, table.assumptions, "assumption");
    bool whole = complete_sources(files, file, read.sources, table.sources, table.assumptions);
    if (whole) check_conflicts(file.scope, table.conflicts, table.sources);
    if (auto* const words_file = files.follow(read.vocabulary, file_format::vocabulary)) {
        vocabulary words;
        read_vocabulary(*words_file, words);
        for (const auto& service : words.services) table.known_services.push_back(service.key);
    } else {
        whole = false;
    }
    for (const auto& named : read.models) whole = files.follow(named, file_format::model) != nullptr && whole;
    if (read.indicators) {
        auto* const counted = files.follow(*read.indicators, file_format::indicators);
        const auto indicators = counted == nullptr ? std::nullopt : assemble_indicators(files, *counted);
        if (indicators) check_indicator_areas(files, *indicators, table);
        whole = indicators.has_value() && whole;
    }
    if (!whole) return std::nullopt;
    const bool was_read = files.clean();
    auto checked = check(std::move(table));
    if (checked) return *std::move(checked);
    // What could not be read may be what is missing.
    files.add_unexplained(checked.error(), [&](const error& e) { return !was_read && e.code == errc::missing_value; });
    return std::nullopt;
}

}  // namespace concordat::detail::input
