// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_area_result.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/dataset.hpp"
#include "concordat/io/write_result.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

inline document bounded_estimate(const estimate& e) {
    return document::object{{"value", e.value}, {"standard_error_at_most", e.standard_error}};
}

inline document mixed_document(const mixed_option& m) {
    return document::object{{"probability_first", bounded_estimate(m.first)},
                            {"probability_first_without_missing", bounded_estimate(m.first_without_missing)},
                            {"expected_value", m.value}};
}

inline document mean_document(const std::optional<mixed_option>& m) { return m ? mixed_document(*m) : document(); }

inline document worst_document(const area_table& table, const worst_off& worst) {
    const auto key = [&](std::size_t at) { return table.areas[at].key; };
    return document::object{{"value", worst.value}, {"areas", document::list(worst.areas, key)}};
}

inline document over_areas_document(const study& s, const option_over_areas& o, std::size_t option) {
    return document::object{{"option", s.options[option].key},
                            {"by_population", mean_document(o.by_population)},
                            {"by_under_18", mean_document(o.by_under_18)},
                            {"lowest_expected_value", worst_document(*s.areas, o.lowest_value)},
                            {"lowest_probability_first", worst_document(*s.areas, o.lowest_first)},
                            {"leads_in", o.leads},
                            {"leads_by_more_than_error_in", o.separate}};
}

/// `each(weight set, option)` for every option of every weight set.
inline document by_weights(const study& s, auto each) {
    document all = document::array{};
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        document options = document::array{};
        for (std::size_t o = 0; o < s.options.size(); ++o) options.push(each(w, o));
        all.push(document::object{{"weights", s.weights[w].key}, {"options", std::move(options)}});
    }
    return all;
}

inline document one_area_result(const study& s, const area_results& found, const area_result& one) {
    const auto& a = s.areas->areas[one.area];
    const auto share = [](const arrangement_share& each) {
        return document::object{{"model", each.model}, {"probability", each.probability}};
    };
    const auto people = [](const std::optional<area_figure>& figure) {
        return figure ? document(figure->value) : document();
    };
    const auto mixed = [&](std::size_t w, std::size_t o) {
        document out = mixed_document(found.at(one, w, o));
        document named = document::object{{"option", s.options[o].key}};
        for (const auto& [key, value] : *out.as_object()) named.set(key, value);
        return named;
    };
    return document::object{{"area", a.key},
                            {"name", a.name},
                            {"arrangement", document::list(one.arrangements, share)},
                            {"population", people(a.population)},
                            {"population_under_18", people(a.population_under_18)},
                            {"results", by_weights(s, mixed)}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document area_result_document(const study& s, const study_result& found) {
    if (!found.areas) return {};
    const auto& areas = *found.areas;
    const auto over = [&](std::size_t w, std::size_t o) {
        return detail::writing::over_areas_document(s, areas.at(w, o), o);
    };
    const auto one = [&](const area_result& each) { return detail::writing::one_area_result(s, areas, each); };
    return document::object{
        {"table", s.areas->key},
        {"year", areas.year},
        {"odds", document::object{{"unknown", s.areas->unknown.value}, {"background", s.areas->background.value}}},
        {"areas_on_odds", areas.on_odds},
        {"population_share_on_odds", areas.population_on_odds},
        {"under_18_share_on_odds", areas.under_18_on_odds},
        {"all", detail::writing::by_weights(s, over)},
        {"areas", document::list(areas.areas, one)}};
}

CONCORDAT_INLINE sheet area_sheet(const study& s, const study_result& found) {
    auto out = to_sheet(area_data(s, found));
    out.notes = watermarks(s);
    return out;
}

}  // namespace concordat
