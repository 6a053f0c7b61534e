// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_areas.hpp"

#include "concordat/impl/write_result.ipp"
#include "concordat/impl/write_words.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

inline document share_document(const arrangement_share& share) {
    return document::object{{"model", share.model}, {"probability", share.probability}};
}

inline document figure_document(const area_table& table, const std::optional<area_figure>& figure) {
    if (!figure) return {};
    return document::object{{"value", figure->value},
                            {"unit", figure->unit},
                            {"year", figure->year},
                            {"evidence", card_document(figure->evidence, table.assumptions)}};
}

inline document delegation_document(const area_table& table, const delegation& d) {
    return document::object{{"service", d.service},
                            {"state", name(d.state)},
                            {"from", d.from},
                            {"to", d.to},
                            {"evidence", card_document(d.evidence, table.assumptions)},
                            {"note", text_or_null(d.note)}};
}

inline document rurality_document(const area_table& table, const std::optional<rurality>& r) {
    if (!r) return {};
    return document::object{{"shares", document::list(r->shares)},
                            {"class", r->kind},
                            {"year", r->year},
                            {"evidence", card_document(r->evidence, table.assumptions)}};
}

inline document tile_document(const std::optional<tile_place>& tile) {
    if (!tile) return {};
    return document::object{{"row", tile->row}, {"column", tile->column}, {"label", tile->label}};
}

/// An area's own part, without its arrangements.
inline document one_area_document(const area_table& table, const area& a) {
    const auto card = [&](const evidence& e) { return card_document(e, table.assumptions); };
    const auto delegation_of = [&](const delegation& d) { return delegation_document(table, d); };
    document integration, established, islands;
    if (a.integration)
        integration = document::object{{"model", name(a.integration->by)}, {"evidence", card(a.integration->evidence)}};
    if (a.established)
        established =
            document::object{{"date", day_text(a.established->day)}, {"evidence", card(a.established->evidence)}};
    if (a.islands)
        islands = document::object{{"extent", name(a.islands->extent)}, {"evidence", card(a.islands->evidence)}};
    return document::object{{"area", a.key},
                            {"name", a.name},
                            {"code", text_or_null(a.code)},
                            {"tile", tile_document(a.tile)},
                            {"health_board", text_or_null(a.health_board)},
                            {"health_board_code", text_or_null(a.health_board_code)},
                            {"partnership", text_or_null(a.partnership)},
                            {"partnership_code", text_or_null(a.partnership_code)},
                            {"partnership_evidence", card(a.partnership_evidence)},
                            {"integration", std::move(integration)},
                            {"established", std::move(established)},
                            {"population", figure_document(table, a.population)},
                            {"population_under_18", figure_document(table, a.population_under_18)},
                            {"most_deprived_fifth", figure_document(table, a.most_deprived_fifth)},
                            {"most_deprived_fifth_children", figure_document(table, a.most_deprived_fifth_children)},
                            {"rurality", rurality_document(table, a.rurality)},
                            {"islands", std::move(islands)},
                            {"delegations", document::list(a.delegations, delegation_of)},
                            {"evidence", card(a.evidence)},
                            {"note", text_or_null(a.note)}};
}

inline document rule_document(const area_table& table, const arrangement_rule& rule) {
    return document::object{{"model", rule.model},
                            {"delegated", document::list(rule.delegated)},
                            {"lead", rule.lead},
                            {"evidence", card_document(rule.evidence, table.assumptions)},
                            {"note", text_or_null(rule.note)}};
}

inline document odds_document(const area_table& table, const stated_odds& odds) {
    return document::object{{"value", odds.value}, {"evidence", card_document(odds.evidence, table.assumptions)}};
}

}  // namespace detail::writing

CONCORDAT_INLINE result<document> area_document(const area_table& table, int year) {
    CONCORDAT_TRY(const auto history, arrangements_over_years(table));
    const auto marks = marks_of(table);
    document areas = document::array{};
    for (std::size_t a = 0; a < table.areas.size(); ++a) {
        CONCORDAT_TRY(const auto now, arrangement_of(table, table.areas[a], year));
        document by_year = document::array{};
        for (std::size_t y = 0; y < history.years.size(); ++y)
            by_year.push(
                document::object{{"year", history.years[y]},
                                 {"arrangement", document::list(history.at(a, y), detail::writing::share_document)}});
        document one = detail::writing::one_area_document(table, table.areas[a]);
        one.set("arrangement", document::list(now, detail::writing::share_document));
        one.set("by_year", std::move(by_year));
        areas.push(std::move(one));
    }
    const auto rule = [&](const arrangement_rule& r) { return detail::writing::rule_document(table, r); };
    const auto mark = [](const arrangement_mark& m) {
        return document::object{{"model", m.model}, {"mark", std::string(1, m.letter)}};
    };
    return document::object{
        {"format", "concordat/area_table@1"},
        {"key", table.key},
        {"title", table.title},
        {"year", year},
        {"first_month", table.first_month},
        {"services", document::list(table.services)},
        {"indicators", detail::writing::text_or_null(table.indicators)},
        {"odds", document::object{{"unknown", detail::writing::odds_document(table, table.unknown)},
                                  {"background", detail::writing::odds_document(table, table.background)}}},
        {"arrangements", document::list(table.arrangements, rule)},
        {"marks", document::list(marks, mark)},
        {"areas", std::move(areas)}};
}

}  // namespace concordat
