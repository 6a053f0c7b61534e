// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/diff.hpp"

#include "concordat/assess/assess.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/study_study.ipp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::between_studies {

/// The settings of a study by subject, as text.
using settings = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] inline std::string option_text(const study_option& o) {
    std::string text = o.title;
    const auto add = [&](std::string_view what, const std::string& value) {
        if (!value.empty()) text += "; " + std::string(what) + ' ' + value;
    };
    add("reforms", joined(o.reforms, ", "));
    add("model", o.model);
    add("transition", joined(o.transitions, ", "));
    if (!o.transitions.empty()) add("at", to_string(o.at));
    return text;
}

[[nodiscard]] inline settings settings_of(const study& s) {
    settings all;
    all.emplace("setting question", s.question);
    all.emplace("setting criteria", s.criteria.key);
    if (s.as_of) all.emplace("setting as_of", to_string(*s.as_of));
    for (const auto& [key, direction] : s.contested) all.emplace("setting contested " + key, name(direction));
    for (const auto& w : s.weights) all.emplace("weights " + w.key, w.title);
    for (const auto& o : s.options) all.emplace("option " + o.key, option_text(o));
    return all;
}

[[nodiscard]] inline std::vector<change> changed_settings(const study& before, const study& after) {
    std::vector<change> changes;
    const auto was = settings_of(before), is = settings_of(after);
    const auto tell = [&](change_kind kind, const std::string& subject, std::string old, std::string now) {
        changes.push_back(
            {kind, changed_part::setting, std::nullopt, subject, std::move(old), std::move(now), {}, {}, {}});
    };
    for (const auto& [subject, text] : was) {
        const auto found = is.find(subject);
        if (found == is.end())
            tell(change_kind::removed, subject, text, {});
        else if (found->second != text)
            tell(change_kind::changed, subject, text, found->second);
    }
    for (const auto& [subject, text] : is)
        if (!was.contains(subject)) tell(change_kind::added, subject, {}, text);
    return changes;
}

[[nodiscard]] inline const model* baseline_of(const study& s, std::string_view key) {
    for (const auto& m : s.baselines)
        if (m.key() == key) return &m;
    return nullptr;
}

[[nodiscard]] inline std::vector<baseline_difference> changed_baselines(const study& before, const study& after) {
    std::vector<baseline_difference> all;
    for (const auto& m : before.baselines) {
        const auto* other = baseline_of(after, m.key());
        auto& d = all.emplace_back(baseline_difference{m.key(), true, other != nullptr, {}});
        if (other != nullptr) d.changes = diff(as_of_study(before, m), as_of_study(after, *other));
    }
    for (const auto& m : after.baselines)
        if (baseline_of(before, m.key()) == nullptr) all.push_back({m.key(), false, true, {}});
    return all;
}

/// The measured cells of a study by baseline, option and criterion.
using measured_cells = std::map<std::tuple<std::string, std::string, std::string>, std::optional<double>>;

[[nodiscard]] inline bool has_option(const study& s, std::string_view key) {
    return std::any_of(s.options.begin(), s.options.end(), [&](const study_option& o) { return o.key == key; });
}

/// Of what `other` has too.
[[nodiscard]] inline result<measured_cells> measure_shared(const study& s, const study& other) {
    measured_cells all;
    for (const auto* baseline : runs_on(s)) {
        if (baseline != nullptr && baseline_of(other, baseline->key()) == nullptr) continue;
        for (const auto& option : s.options) {
            if (!has_option(other, option.key)) continue;
            CONCORDAT_TRY(const auto placed, place(s, option, baseline));
            const std::vector<candidate> one{
                {option.key, option.title, &placed.applied.after, placed.before ? &*placed.before : nullptr}};
            CONCORDAT_TRY(const auto assessed, assess(s.criteria, s.contested, one));
            for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c)
                if (!s.criteria.criteria[c].measure.empty())
                    all.emplace(std::tuple(baseline != nullptr ? baseline->key() : std::string(), option.key,
                                           s.criteria.criteria[c].key),
                                assessed.at(0, c).found.value);
        }
    }
    return all;
}

[[nodiscard]] inline std::string unit_of(const study& s, std::string_view criterion) {
    for (const auto& c : s.criteria.criteria)
        if (c.key == criterion) return c.unit;
    return {};
}

}  // namespace detail::between_studies

CONCORDAT_INLINE result<study_difference> diff(const study& before, const study& after) {
    namespace own = detail::between_studies;
    study_difference d{own::changed_settings(before, after), own::changed_baselines(before, after), {}, 0};
    if (before.criteria.key != after.criteria.key) return d;
    CONCORDAT_TRY(const auto was, own::measure_shared(before, after));
    CONCORDAT_TRY(const auto is, own::measure_shared(after, before));
    for (const auto& [cell, value] : was) {
        const auto found = is.find(cell);
        if (found == is.end()) continue;
        ++d.values_compared;
        if (found->second == value) continue;
        const auto& [baseline, option, criterion] = cell;
        d.values.push_back({baseline, option, criterion, own::unit_of(before, criterion), value, found->second});
    }
    return d;
}

}  // namespace concordat
