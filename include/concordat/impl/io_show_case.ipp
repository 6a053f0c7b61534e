// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_case.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_cards.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document finding_document(const published_finding& f, const std::vector<assumption>& assumptions) {
    return document::object{{"text", f.text},
                            {"theme", text_or_null(f.theme)},
                            {"direction", name(f.direction)},
                            {"design", text_or_null(f.design)},
                            {"evidence", card_document(f.evidence, assumptions)},
                            {"where", place_document(f.where)}};
}

inline document reported_document(const reported_figure& f, const std::vector<assumption>& assumptions) {
    return document::object{{"key", f.key},
                            {"title", f.title},
                            {"definition", f.definition},
                            {"value", f.value},
                            {"unit", f.unit},
                            {"when", when_document(f.when)},
                            {"evidence", card_document(f.evidence, assumptions)},
                            {"where", place_document(f.where)}};
}

inline std::vector<source> sources_of(const case_study& c) {
    used_sources used(c.sources);
    used.add_all(c.events);
    used.add_all(c.findings);
    used.add_all(c.figures);
    used.add_all(c.conflicts);
    return used.list();
}

/// A figure with its number in the middle of the words, so that it cannot be read down a column.
inline std::string figure_words(const reported_figure& f) { return f.title + ": " + plain(f.value) + " " + f.unit; }

inline std::string case_card_words(const case_study& c, const evidence& e) {
    return card_words(e, level_of(e, c.assumptions));
}

inline sheet findings_sheet(const case_study& c) {
    sheet out{"Findings", {{"direction"}, {"theme"}, {"finding"}, {"found by"}, {"evidence"}}, {}};
    for (const auto& f : c.findings)
        out.rows.push_back({name(f.direction), f.theme.empty() ? "-" : f.theme, f.text,
                            f.design.empty() ? "not stated" : f.design, case_card_words(c, f.evidence)});
    out.notes = {"direction none: it was looked for and not found; not_known: nobody who was read says."};
    return out;
}

inline sheet figures_sheet(const case_study& c) {
    sheet out{"Figures", {{"figure"}, {"when"}, {"counted as"}, {"evidence"}}, {}};
    for (const auto& f : c.figures)
        out.rows.push_back({figure_words(f), f.when.text, f.definition, case_card_words(c, f.evidence)});
    out.notes = {"Only figures that are counted in the same way may be compared."};
    return out;
}

/// Every definition and unit that figures have, in order: the columns of a spreadsheet.
using figure_columns = std::set<std::pair<std::string, std::string>>;

inline figure_columns columns_of(std::span<const case_study> cases) {
    figure_columns found;
    for (const auto& c : cases)
        for (const auto& f : c.figures) found.emplace(f.definition, f.unit);
    return found;
}

inline void append_columns(sheet& out, const figure_columns& definitions) {
    for (const auto& [definition, unit] : definitions) out.columns.push_back({definition, alignment::right, unit});
}

/// Blank in the columns of all other definitions.
inline void append_figure(std::vector<cell>& row, const reported_figure* figure, const figure_columns& definitions) {
    for (const auto& [definition, unit] : definitions) {
        const bool mine = figure != nullptr && figure->definition == definition && figure->unit == unit;
        row.push_back(mine ? number_cell(figure->value) : cell());
    }
}

inline sheet shared_sheet(std::span<const case_study> cases, const figure_column& column) {
    sheet out{column.definition,
              {{"case"}, {"figure"}, {"when"}, {"value", alignment::right, column.unit}, {"evidence"}},
              {}};
    for (const auto& each : column.figures) {
        const auto of = std::find_if(cases.begin(), cases.end(), [&](const auto& c) { return c.key == each.case_key; });
        out.rows.push_back({each.case_key, each.figure.title, each.figure.when.text, number_cell(each.figure.value),
                            case_card_words(*of, each.figure.evidence)});
    }
    return out;
}

inline sheet alone_sheet(std::span<const case_study> cases, const std::vector<figure_of_case>& alone) {
    sheet out{"Figures that no other of these cases shares",
              {{"case"}, {"figure"}, {"when"}, {"counted as"}, {"evidence"}},
              {}};
    for (const auto& each : alone) {
        const auto of = std::find_if(cases.begin(), cases.end(), [&](const auto& c) { return c.key == each.case_key; });
        out.rows.push_back({each.case_key, figure_words(each.figure), each.figure.when.text, each.figure.definition,
                            case_card_words(*of, each.figure.evidence)});
    }
    out.notes = {"None of them may be compared with a figure of another case."};
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const case_study& c) {
    const auto with_cards = [&](auto convert) {
        return [&c, convert](const auto& e) { return convert(e, c.assumptions); };
    };
    document out = document::object{{"format", "concordat/show_case@1"}, {"key", c.key}, {"title", c.title}};
    out.set("models", document::list(c.models));
    out.set("timeline", document::list(in_order_of_time(c.events), with_cards(detail::writing::event_document)));
    out.set("findings", document::list(c.findings, with_cards(detail::writing::finding_document)));
    out.set("figures", document::list(c.figures, with_cards(detail::writing::reported_document)));
    out.set("sources", document::list(detail::writing::sources_of(c), detail::writing::source_document));
    out.set("assumptions", document::list(c.assumptions, detail::writing::assumption_document));
    out.set("conflicts", document::list(c.conflicts, detail::writing::conflict_document));
    return out;
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const case_study& c) {
    std::vector<sheet> sheets{
        detail::writing::heading_sheet(c.title, {{"key", c.key}, {"about", joined(c.models, ", ")}}, c.assumptions,
                                       c.conflicts),
        detail::writing::timeline_sheet("Timeline", c.events, c.assumptions), detail::writing::findings_sheet(c),
        detail::writing::figures_sheet(c), detail::writing::sources_sheet(detail::writing::sources_of(c))};
    std::erase_if(sheets, [](const sheet& each) { return each.rows.empty(); });
    return sheets;
}

CONCORDAT_INLINE sheet to_sheet(const case_study& c) {
    sheet out{
        c.title, {{"kind"}, {"when"}, {"text"}, {"theme"}, {"direction"}, {"design"}, {"level"}, {"evidence"}}, {}};
    const auto definitions = detail::writing::columns_of({&c, 1});
    detail::writing::append_columns(out, definitions);
    const auto add = [&](std::vector<cell> row, const evidence& e, const reported_figure* figure) {
        row.push_back(detail::writing::level_cell(level_of(e, c.assumptions)));
        row.emplace_back(detail::writing::case_card_words(c, e));
        detail::writing::append_figure(row, figure, definitions);
        out.rows.push_back(std::move(row));
    };
    for (const auto& e : in_order_of_time(c.events))
        add({"event", e.when.text, e.text, "", "", ""}, e.evidence, nullptr);
    for (const auto& f : c.findings)
        add({"finding", "", f.text, f.theme, name(f.direction), f.design}, f.evidence, nullptr);
    for (const auto& f : c.figures) add({"figure", f.when.text, f.title, "", "", ""}, f.evidence, &f);
    return out;
}

CONCORDAT_INLINE document to_document(std::span<const case_study> cases) {
    const auto head = [](const case_study& c) {
        return document::object{{"key", c.key}, {"title", c.title}, {"models", document::list(c.models)}};
    };
    const auto placed = [&](const figure_of_case& f) {
        const auto of = std::find_if(cases.begin(), cases.end(), [&](const auto& c) { return c.key == f.case_key; });
        return document::object{{"case", f.case_key},
                                {"figure", detail::writing::reported_document(f.figure, of->assumptions)}};
    };
    const auto column = [&](const figure_column& c) {
        return document::object{
            {"definition", c.definition}, {"unit", c.unit}, {"figures", document::list(c.figures, placed)}};
    };
    const auto compared = compare_figures(cases);
    return document::object{{"format", "concordat/show_cases@1"},
                            {"cases", document::list(cases, head)},
                            {"shared", document::list(compared.shared, column)},
                            {"alone", document::list(compared.alone, placed)}};
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(std::span<const case_study> cases) {
    const auto compared = compare_figures(cases);
    sheet heading{"Figures of " + std::to_string(cases.size()) + " cases", {{"case"}, {"title"}}, {}};
    for (const auto& c : cases) heading.rows.push_back({c.key, c.title});
    heading.notes = {std::to_string(compared.shared.size()) +
                     (compared.shared.size() == 1 ? " way of counting is" : " ways of counting are") +
                     " shared by two cases or more, and " + std::to_string(compared.alone.size()) +
                     " figures stand alone."};
    std::vector<sheet> sheets{std::move(heading)};
    for (const auto& column : compared.shared) sheets.push_back(detail::writing::shared_sheet(cases, column));
    if (!compared.alone.empty()) sheets.push_back(detail::writing::alone_sheet(cases, compared.alone));
    return sheets;
}

CONCORDAT_INLINE sheet to_sheet(std::span<const case_study> cases) {
    sheet out{"Figures", {{"case"}, {"figure"}, {"when"}, {"evidence"}}, {}};
    const auto definitions = detail::writing::columns_of(cases);
    detail::writing::append_columns(out, definitions);
    for (const auto& c : cases)
        for (const auto& f : c.figures) {
            std::vector<cell> row{c.key, f.title, f.when.text, detail::writing::case_card_words(c, f.evidence)};
            detail::writing::append_figure(row, &f, definitions);
            out.rows.push_back(std::move(row));
        }
    return out;
}

}  // namespace concordat
