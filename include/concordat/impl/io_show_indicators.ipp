// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_indicators.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_model_document.ipp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

/// "2011 to 2023", with how many are missing between; "2021".
inline std::string years_words(const std::vector<int>& years) {
    if (years.empty()) return "none";
    const int first = years.front(), last = years.back();
    if (first == last) return std::to_string(first);
    const auto between = static_cast<std::size_t>(last - first) + 1;
    std::string text = std::to_string(first) + " to " + std::to_string(last);
    if (years.size() != between) text += ", " + std::to_string(years.size()) + " of them";
    return text;
}

inline status known_question(const indicator_table& table, const indicator_question& asked) {
    const auto areas = table.areas();
    if (!asked.area.empty() && std::find(areas.begin(), areas.end(), asked.area) == areas.end())
        return fail(errc::dangling_reference, "no row is about an area \"" + printable(asked.area) + "\"",
                    suggest(asked.area, areas));
    std::vector<std::string> keys;
    for (const auto& i : table.catalogue()) keys.push_back(i.key);
    if (!asked.indicator.empty() && table.find_indicator(asked.indicator) == nullptr)
        return fail(errc::dangling_reference, "no indicator has the key \"" + printable(asked.indicator) + "\"",
                    suggest(asked.indicator, keys));
    return {};
}

inline std::vector<const indicator_value*> rows_asked(const indicator_table& table, const indicator_question& asked) {
    std::vector<const indicator_value*> rows;
    for (const auto& row : asked.indicator.empty() ? table.rows() : table.of(asked.indicator))
        if (asked.area.empty() || row.area == asked.area) rows.push_back(&row);
    return rows;
}

inline sheet catalogue_sheet(const indicator_table& table) {
    sheet out{table.title(),
              {{"indicator"},
               {"title"},
               {"unit"},
               {"better"},
               {"areas", alignment::right},
               {"years"},
               {"cells", alignment::right},
               {"missing", alignment::right},
               {"lowest", alignment::right},
               {"highest", alignment::right}},
              {}};
    for (const auto& i : table.catalogue()) {
        const auto c = table.coverage(i.key);
        const auto bound = [&](double value) { return c.cells == 0 ? cell() : number_cell(value, 2); };
        out.rows.push_back({i.key, i.title, i.unit, name(i.better), count_cell(c.areas), years_words(c.years),
                            count_cell(c.cells), count_cell(c.missing), bound(c.lowest), bound(c.highest)});
    }
    out.notes = {std::to_string(table.catalogue().size()) + " indicators, " + std::to_string(table.rows().size()) +
                     " values, " + std::to_string(table.areas().size()) + " areas.",
                 "missing: cells without a value, of all areas and of the years in which some area has one. better: "
                 "the way of a number that is better, or context, where neither is."};
    return out;
}

inline sheet rows_sheet(const indicator_table& table, const indicator_question& asked) {
    sheet out{table.title(),
              {{"area"},
               {"year", alignment::right},
               {"indicator"},
               {"value", alignment::right},
               {"unit"},
               {"source"},
               {"level", alignment::right},
               {"period"},
               {"note"}},
              {}};
    for (const auto* row : rows_asked(table, asked))
        out.rows.push_back({row->area, count_cell(static_cast<std::size_t>(row->year)), row->indicator,
                            number_cell(row->value), row->unit, row->source,
                            count_cell(static_cast<std::size_t>(row->level)), row->period, row->note});
    if (const auto* one = table.find_indicator(asked.indicator)) {
        out.title = one->title;
        const bool context = one->better == indicator_sense::context;
        out.notes.push_back(context ? "Context: neither way is better."
                                    : "Better: " + std::string(name(one->better)) + ".");
        if (!one->note.empty()) out.notes.push_back(one->note);
        if (!one->licence.empty()) out.notes.push_back("Licence: " + one->licence);
    }
    return out;
}

inline document coverage_document(const indicator_coverage& c) {
    const auto bound = [&](double value) { return c.cells == 0 ? document() : document(value); };
    return document::object{{"areas", c.areas},     {"years", document::list(c.years)}, {"cells", c.cells},
                            {"missing", c.missing}, {"lowest", bound(c.lowest)},        {"highest", bound(c.highest)}};
}

inline document indicator_row_document(const indicator_value* v) {
    return document::object{{"area", v->area},
                            {"year", v->year},
                            {"indicator", v->indicator},
                            {"value", v->value},
                            {"unit", v->unit},
                            {"source", v->source},
                            {"level", v->level},
                            {"period", text_or_null(v->period)},
                            {"note", text_or_null(v->note)}};
}

}  // namespace detail::writing

CONCORDAT_INLINE result<std::vector<sheet>> indicator_sheets(const indicator_table& table,
                                                             const indicator_question& asked) {
    if (auto known = detail::writing::known_question(table, asked); !known) return fail(known.error());
    if (asked.of_rows()) return std::vector<sheet>{detail::writing::rows_sheet(table, asked)};
    return std::vector<sheet>{detail::writing::catalogue_sheet(table)};
}

CONCORDAT_INLINE result<document> indicator_document(const indicator_table& table, const indicator_question& asked) {
    if (auto known = detail::writing::known_question(table, asked); !known) return fail(known.error());
    const auto entry = [&](const indicator& i) {
        return document::object{{"key", i.key},
                                {"title", i.title},
                                {"unit", i.unit},
                                {"better", name(i.better)},
                                {"note", detail::writing::text_or_null(i.note)},
                                {"sources", document::list(i.sources)},
                                {"licence", detail::writing::text_or_null(i.licence)},
                                {"coverage", detail::writing::coverage_document(table.coverage(i.key))}};
    };
    std::vector<indicator> catalogue;
    for (const auto& i : table.catalogue())
        if (asked.indicator.empty() || i.key == asked.indicator) catalogue.push_back(i);
    document rows;
    if (asked.of_rows())
        rows = document::list(detail::writing::rows_asked(table, asked), detail::writing::indicator_row_document);
    return document::object{{"format", "concordat/indicator_table@1"},
                            {"key", table.key()},
                            {"title", table.title()},
                            {"data", table.data()},
                            {"areas", document::list(table.areas())},
                            {"sources", document::list(table.sources(), detail::writing::source_document)},
                            {"indicators", document::list(catalogue, entry)},
                            {"rows", std::move(rows)}};
}

}  // namespace concordat
