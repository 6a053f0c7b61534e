// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_study_diff.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show.ipp"
#include "concordat/impl/io_show_sheet.ipp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document study_name_document(const study& s) {
    return document::object{
        {"key", s.key}, {"title", s.title}, {"as_of", s.as_of ? document(day_text(*s.as_of)) : document()}};
}

inline document baseline_difference_document(const baseline_difference& d) {
    return document::object{{"baseline", d.baseline},
                            {"before", d.was},
                            {"after", d.is},
                            {"changes", document::list(d.changes, change_document)}};
}

inline document value_change_document(const value_change& v) {
    return document::object{{"baseline", text_or_null(v.baseline)},
                            {"option", v.option},
                            {"criterion", v.criterion},
                            {"unit", v.unit},
                            {"before", v.before},
                            {"after", v.after}};
}

inline sheet changed_settings_sheet(const study_difference& d, const study& before, const study& after) {
    sheet out{"From " + before.key + " to " + after.key, {{"change"}, {"what"}, {"how"}}, {}};
    for (const auto& c : d.settings) out.rows.push_back({name(c.kind), c.subject, turned_words(c.before, c.after)});
    if (d.settings.empty()) out.notes.emplace_back("Both ask the same.");
    return out;
}

/// One row for a change that several baselines share.
inline sheet changed_models_sheet(const study_difference& d) {
    sheet out{"The models, each as of its study's day", {{"change"}, {"layer"}, {"what"}, {"how"}, {"on"}}, {}};
    std::vector<std::pair<const change*, std::vector<std::string>>> once;
    for (const auto& b : d.baselines) {
        if (b.was != b.is) out.rows.push_back({b.is ? "added" : "removed", "", "baseline " + b.baseline, "", ""});
        for (const auto& c : b.changes) {
            const auto same = std::find_if(once.begin(), once.end(), [&](const auto& told) {
                return to_string(*told.first) == to_string(c) && told.first->before == c.before &&
                       told.first->after == c.after;
            });
            auto& on = same != once.end() ? same->second : once.emplace_back(&c, std::vector<std::string>{}).second;
            on.push_back(b.baseline);
        }
    }
    const auto shared = static_cast<std::size_t>(
        std::count_if(d.baselines.begin(), d.baselines.end(), [](const auto& b) { return b.was && b.is; }));
    for (const auto& [c, on] : once)
        out.rows.push_back({name(c->kind), c->layer ? name(*c->layer) : std::string_view(), c->subject,
                            turned_words(c->before, c->after),
                            on.size() == shared ? std::string("all baselines") : joined(on, ", ")});
    if (out.rows.empty()) out.notes.emplace_back("No difference.");
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const study_difference& d, const study& before, const study& after) {
    return document::object{{"format", "concordat/study-diff@1"},
                            {"before", detail::writing::study_name_document(before)},
                            {"after", detail::writing::study_name_document(after)},
                            {"settings", document::list(d.settings, detail::writing::change_document)},
                            {"baselines", document::list(d.baselines, detail::writing::baseline_difference_document)},
                            {"values_compared", d.values_compared},
                            {"values", document::list(d.values, detail::writing::value_change_document)}};
}

CONCORDAT_INLINE sheet values_sheet(const study_difference& d) {
    sheet out{
        "Values that are not the same, in raw units",
        {{"baseline"}, {"option"}, {"criterion"}, {"before", alignment::right}, {"after", alignment::right}, {"unit"}},
        {},
        {detail::writing::counted(d.values_compared, "value was", "values were") + " compared, " +
         std::to_string(d.values.size()) + " of them differ"}};
    const auto shown = [](const std::optional<double>& value) { return value ? number_cell(*value) : cell("missing"); };
    for (const auto& v : d.values)
        out.rows.push_back({v.baseline, v.option, v.criterion, shown(v.before), shown(v.after), v.unit});
    return out;
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const study_difference& d, const study& before, const study& after) {
    return {detail::writing::changed_settings_sheet(d, before, after), detail::writing::changed_models_sheet(d),
            values_sheet(d)};
}

}  // namespace concordat
