// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/family_sheets.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::family_sheets_work {

/// The same change, made by several options.
struct shared_change {
    family_effect effect;
    std::vector<std::string> options;
};

inline std::vector<shared_change> shared_changes(const study& s, const family_effects& found) {
    std::vector<shared_change> shared;
    for (const auto& e : found.effects) {
        if (!e.worse) continue;
        const auto same = std::find_if(shared.begin(), shared.end(), [&](const auto& each) {
            const auto& x = each.effect;
            return x.family == e.family && x.criterion == e.criterion && x.before == e.before && x.after == e.after;
        });
        if (same == shared.end())
            shared.push_back({e, {s.options[e.option].key}});
        else
            same->options.push_back(s.options[e.option].key);
    }
    std::stable_sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
        return std::pair(a.effect.family, a.effect.criterion) < std::pair(b.effect.family, b.effect.criterion);
    });
    return shared;
}

inline std::vector<std::string> notes_on(const study& s, const family_effects& found, bool nobody) {
    std::vector<std::string> notes;
    if (found.families.empty()) return {"The model names no family types, so nobody can be told apart."};
    if (nobody) notes.emplace_back("No family type does worse on a criterion that tells families apart.");
    const auto better =
        std::count_if(found.effects.begin(), found.effects.end(), [](const auto& e) { return !e.worse; });
    notes.push_back(std::to_string(better) + (better == 1 ? " change is" : " changes are") +
                    " for the better, over all options, families and criteria.");
    std::vector<std::string> keys;
    for (const auto c : found.criteria) keys.push_back(s.criteria.criteria[c].key);
    notes.push_back(keys.empty() ? "No criterion tells families apart."
                                 : "Criteria that tell families apart: " + listed(keys) +
                                       ". Of all others nothing is known by family, which is no sign that nobody is "
                                       "worse off.");
    return notes;
}

}  // namespace detail::family_sheets_work

CONCORDAT_INLINE sheet worse_off_sheet(const study& s, const family_effects& found, std::string_view place) {
    sheet out{std::string(place) + ": families who would be served worse than now",
              {{"family"}, {"criterion"}, {"now", alignment::right}, {"then", alignment::right}, {"under"}},
              {}};
    for (const auto& [effect, options] : detail::family_sheets_work::shared_changes(s, found)) {
        const auto& asked = s.criteria.criteria[effect.criterion];
        out.rows.push_back({found.families[effect.family], asked.key + " " + asked.title, number_cell(effect.before),
                            number_cell(effect.after), listed(options)});
    }
    out.notes = detail::family_sheets_work::notes_on(s, found, out.rows.empty());
    return out;
}

}  // namespace concordat
