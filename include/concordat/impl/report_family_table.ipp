// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/family_table.hpp"

#include "concordat/impl/report_digest.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace concordat {

namespace detail::family_tables {

/// A measure names its figure of one family by the family's key, or with "coverage of" and the like before it.
inline std::optional<double> figure_of(const finding& found, const std::string& key) {
    for (const auto& each : found.figures)
        if (each.name == key || each.name.ends_with(" of " + key)) return each.value;
    return std::nullopt;
}

/// Types of family by key over all options of a baseline, in the order in which they first stand.
inline std::vector<const persona*> families_on(const baseline_result& base) {
    std::vector<const persona*> all;
    for (const auto& option : base.options)
        for (const auto& each : option.after.personas()) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const persona* p) { return p->key == each.key; });
            if (!known) all.push_back(&each);
        }
    return all;
}

struct family_row {
    const persona* family = nullptr;
    std::vector<std::optional<double>> figures;  ///< by option
    double worst = 0;
};

inline std::optional<family_row> row_of(const baseline_result& base, std::size_t criterion, const persona& family,
                                        bool more_is_better) {
    family_row row{&family, {}, 0};
    bool any = false;
    for (std::size_t o = 0; o < base.options.size(); ++o) {
        const auto figure = figure_of(base.assessment.at(o, criterion).found, family.key);
        if (figure && (*figure < 0 || *figure > 1)) return std::nullopt;
        if (figure && (!any || (more_is_better ? *figure < row.worst : *figure > row.worst))) row.worst = *figure;
        any = any || figure.has_value();
        row.figures.push_back(figure);
    }
    if (!any) return std::nullopt;
    return row;
}

}  // namespace detail::family_tables

CONCORDAT_INLINE sheet family_table(const study& s, const study_result& found) {
    namespace own = detail::family_tables;
    sheet table{"Types of family", {{"Starting from"}, {"Criterion"}, {"Family"}, {"Age", alignment::right}}, {}};
    for (std::size_t o = 0; o < s.options.size(); ++o)
        table.columns.push_back({detail::telling::option_phrase(s, o).text, alignment::right});
    for (const auto& base : found.baselines) {
        const auto known = own::families_on(base);
        for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
            const auto better = base.assessment.table.criteria[c].better;
            if (better == sense::contested) continue;
            std::vector<own::family_row> rows;
            for (const auto* family : known)
                if (auto row = own::row_of(base, c, *family, better == sense::higher))
                    rows.push_back(std::move(*row));
            std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
                return better == sense::higher ? a.worst < b.worst : a.worst > b.worst;
            });
            for (const auto& row : rows) {
                auto& cells = table.rows.emplace_back();
                cells = {base.baseline, detail::telling::criterion_phrase(s, c).text,
                         row.family->title.empty() ? row.family->key : row.family->title, number_cell(row.family->age)};
                for (const auto& figure : row.figures) cells.push_back(number_or_missing(figure));
            }
        }
    }
    table.notes = {"The types of family are made up. They stand for no person.",
                   std::string(standing_limitation().text)};
    return table;
}

}  // namespace concordat
