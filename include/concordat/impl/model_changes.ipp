// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/model_changes.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace concordat::detail::comparing {

/// A thing under the name by which it is the same in both models.
template <class Thing>
struct named {
    std::string key;
    const Thing* thing;
};

template <class Thing>
origin place_of(const Thing& thing) {
    if constexpr (requires { thing.where; })
        return thing.where;
    else
        return {};
}

/// Only what differs, and on both sides: `no amount` where one side states none.
inline void keep_what_differs(difference& d) {
    attributes before;
    attributes after;
    for (std::size_t i = 0; i < d.before.size(); ++i) {
        if (d.before[i].text == d.after[i].text) continue;
        for (auto* side : {&d.before[i], &d.after[i]})
            if (side->text.empty()) side->text = "none";
        before.push_back(std::move(d.before[i]));
        after.push_back(std::move(d.after[i]));
    }
    d.before = std::move(before);
    d.after = std::move(after);
}

/// Of things that have no day on which they count.
struct no_days {
    template <class Thing>
    std::string operator()(const Thing&, bool) const {
        return {};
    }
};

/// Two lists in order of key, merged. `kind` is the subject's first word. `counts` tells whether a thing counts on its
/// model's day, for one can be as it was and count no longer; its second argument is true for `after`.
template <class Thing, class Counts = no_days>
void compare_lists(const std::vector<named<Thing>>& before, const std::vector<named<Thing>>& after,
                   std::string_view kind, std::optional<layer> in_layer, std::vector<difference>& found,
                   Counts counts = {}) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        const bool is = i == before.size() || (j < after.size() && after[j].key <= before[i].key);
        const bool was = j == after.size() || (i < before.size() && before[i].key <= after[j].key);
        const Thing* old = was ? before[i++].thing : nullptr;
        const Thing* now = is ? after[j++].thing : nullptr;
        if (was && is && *old == *now && counts(*old, false) == counts(*now, true)) continue;
        const auto& key = is ? after[j - 1].key : before[i - 1].key;
        difference d{kind, in_layer, std::string(kind) + ' ' + key, was, is, {}, {}, place_of(is ? *now : *old)};
        if (was) d.before = attributes_of(*old);
        if (is) d.after = attributes_of(*now);
        if (was && is) {
            d.before.push_back({"counts", counts(*old, false)});
            d.after.push_back({"counts", counts(*now, true)});
            keep_what_differs(d);
        }
        found.push_back(std::move(d));
    }
}

template <class Things>
auto named_by_key(const Things& things) {
    std::vector<named<typename Things::value_type>> all;
    all.reserve(things.size());
    for (const auto& thing : things) all.push_back({thing.key, &thing});
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return all;
}

using relations_by_layer = std::array<std::vector<named<relation>>, layer_count>;

inline relations_by_layer named_by_layer(const std::vector<const relation*>& relations) {
    relations_by_layer all;
    for (const auto* r : relations) all[static_cast<std::size_t>(layer_of(r->type))].push_back({identity(*r), r});
    for (auto& one : all) std::sort(one.begin(), one.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return all;
}

inline compared all_of(const model& m) {
    compared all{m.as_of(), m.actors(), {}, m.personas(), m.decision_rights()};
    for (const auto& r : m.relations()) all.relations.push_back(&r);
    return all;
}

inline void compare_settings(const model& before, const model& after, std::vector<difference>& found) {
    const auto add = [&](std::string_view key, const std::string& was, const std::string& is) {
        if (was == is) return;
        found.push_back(
            {"setting", std::nullopt, "setting " + std::string(key), true, true, {{key, was}}, {{key, is}}, {}});
    };
    add("as_of", to_string(before.as_of()), to_string(after.as_of()));
    const auto& a = before.parts();
    const auto& b = after.parts();
    compare_lists(named_by_key(a.kinds), named_by_key(b.kinds), "kind", std::nullopt, found);
    add("resolution", std::string(name(before.resolution())), std::string(name(after.resolution())));
    compare_lists(named_by_key(a.services), named_by_key(b.services), "service", std::nullopt, found);
}

inline void compare_parts(const compared& before, const compared& after, std::vector<difference>& found) {
    compare_lists(named_by_key(before.actors), named_by_key(after.actors), "actor", std::nullopt, found);
    const auto was = named_by_layer(before.relations);
    const auto is = named_by_layer(after.relations);
    const auto counts = [&](const relation& r, bool is_after) -> std::string {
        return r.holds_on(is_after ? after.as_of : before.as_of) ? "yes" : "no";
    };
    for (std::size_t i = 0; i < layer_count; ++i)
        compare_lists(was[i], is[i], "relation", static_cast<layer>(i), found, counts);
    compare_lists(named_by_key(before.personas), named_by_key(after.personas), "persona", std::nullopt, found);
    compare_lists(named_by_key(before.decision_rights), named_by_key(after.decision_rights), "right", std::nullopt,
                  found);
}

CONCORDAT_INLINE std::vector<difference> differences(const compared& before, const compared& after) {
    std::vector<difference> found;
    compare_parts(before, after, found);
    return found;
}

CONCORDAT_INLINE std::vector<difference> differences(const model& before, const model& after) {
    std::vector<difference> found;
    compare_settings(before, after, found);
    compare_parts(all_of(before), all_of(after), found);
    return found;
}

}  // namespace concordat::detail::comparing
