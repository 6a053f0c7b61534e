// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/family_effects.hpp"

#include "concordat/graph/catalogue.hpp"
#include "concordat/model/families.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::family_work {

/// By criterion and family of the baseline; nothing where it cannot be measured or there is no such family.
using family_values = std::vector<std::vector<std::optional<double>>>;

/// The model as if all families were of this type.
inline result<model> with_one_family(const model& m, const persona& one) {
    families alone;
    alone.key = one.key;
    family_type type;
    type.family = one;
    type.family.weight = 1;
    type.family.evidence = {};
    for (const auto& entry : one.entries) type.entries.emplace_back(entry);
    alone.types.push_back(std::move(type));
    return with_families(m, alone);
}

inline result<family_values> measure_families(const study& s, const model& m, const model& before,
                                              const std::vector<persona>& types) {
    family_values values(s.criteria.criteria.size(), std::vector<std::optional<double>>(types.size()));
    for (std::size_t f = 0; f < types.size(); ++f) {
        const auto own = std::find_if(m.personas().begin(), m.personas().end(),
                                      [&](const auto& each) { return each.key == types[f].key; });
        if (own == m.personas().end()) continue;
        CONCORDAT_TRY(const model alone, with_one_family(m, *own));
        for (std::size_t c = 0; c < values.size(); ++c) {
            const auto& asked = s.criteria.criteria[c];
            if (asked.measure.empty()) continue;
            CONCORDAT_TRY(const auto measure, make_measure(asked.measure, asked.parameters, &before));
            values[c][f] = measure(alone).value;
        }
    }
    return values;
}

/// Whether two families have different values.
inline bool tells_apart(const std::vector<std::optional<double>>& by_family) {
    std::optional<double> first;
    for (const auto& value : by_family) {
        if (!value) continue;
        if (first && *first != *value) return true;
        first = value;
    }
    return false;
}

inline bool lower_is_better(const study& s, const criterion& c) {
    const auto chosen = s.contested.find(c.key);
    return (chosen == s.contested.end() ? c.better : chosen->second) == sense::lower;
}

}  // namespace detail::family_work

CONCORDAT_INLINE result<family_effects> effects_on_families(const study& s, const model& baseline) {
    using namespace detail::family_work;
    const study_option nothing{"", "", {}, {}, {}};
    CONCORDAT_TRY(const auto as_is, place(s, nothing, &baseline));
    const model& before = as_is.applied.after;
    const std::vector<persona> types(before.personas().begin(), before.personas().end());
    family_effects found;
    for (const auto& each : types) found.families.push_back(each.title.empty() ? each.key : each.title);
    CONCORDAT_TRY(const auto values_before, measure_families(s, before, before, types));

    std::vector<bool> apart(s.criteria.criteria.size());
    for (std::size_t c = 0; c < apart.size(); ++c) apart[c] = tells_apart(values_before[c]);
    std::vector<family_effect> all;
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        if (s.options[o].stands_alone()) continue;
        CONCORDAT_TRY(const auto placed, place(s, s.options[o], &baseline));
        CONCORDAT_TRY(const auto values, measure_families(s, placed.applied.after, before, types));
        for (std::size_t c = 0; c < apart.size(); ++c) {
            apart[c] = apart[c] || tells_apart(values[c]);
            const bool lower = lower_is_better(s, s.criteria.criteria[c]);
            for (std::size_t f = 0; f < types.size(); ++f) {
                const auto& was = values_before[c][f];
                const auto& is = values[c][f];
                if (was && is && *was != *is) all.push_back({o, c, f, *was, *is, lower ? *is > *was : *is < *was});
            }
        }
    }
    for (std::size_t c = 0; c < apart.size(); ++c)
        if (apart[c]) found.criteria.push_back(c);
    for (const auto& each : all)
        if (apart[each.criterion]) found.effects.push_back(each);
    return found;
}

}  // namespace concordat
