// SPDX-License-Identifier: Apache-2.0
// The weights of a table: numbers or bounds on its criteria and branches, and in `[method]` an order or inequalities.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/io/ranking_table.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace concordat::detail::input {

/// A number, or `[low, high]`, which are shares of the branch.
inline void read_one_weight(const cell& c, stated_weight& into) {
    double low = 0;
    double high = 0;
    into.bounds = std::holds_alternative<tree_array>(c.value.content);
    // One that could not be read is stated all the same, so that nobody is told that it is missing.
    static_cast<void>(into.bounds ? read_pair(c, "a number, or bounds as [0.2, 0.4]", low, high)
                                  : read_cell(c, between{low, 0, 1e9}));
    into.low = low;
    into.high = into.bounds ? high : low;
}

CONCORDAT_INLINE void read_stated_weight(table_reader& in, const std::string& key, const std::string& parent,
                                         table_weights& into) {
    auto& stated = into.given.emplace_back();
    stated.key = key;
    stated.parent = parent;
    in.with("weight", [&](const cell& c) { read_one_weight(c, stated); });
}

CONCORDAT_INLINE void read_said_of_weights(table_reader& in, table_weights& into) {
    in.with("order", [&](const cell& c) {
        into.said_at = c.file.at(c.value.at);
        read_cell(c, one_or_more{into.order});
    });
    in.with("constraints", [&](const cell& c) {
        into.said_at = c.file.at(c.value.at);
        read_constraints(c, into.constraints);
    });
    in.optional("surrogate", into.surrogate);
    if (!into.order.empty() && !into.constraints.empty())
        in.report_at("constraints", errc::conflicting_keys,
                     "weights are said to be in an order and to meet constraints",
                     "state one; an order is constraints too: { of = { A = 1, B = -1 }, at_least = 0 }");
    if (!into.surrogate) return;
    if (into.order.empty())
        in.report_at("surrogate", errc::missing_key, "surrogate makes weights of an order, but no order is stated",
                     "add order = [...], the criterion that counts most first");
    const auto stated = [](const stated_weight& one) { return one.low.has_value(); };
    if (std::any_of(into.given.begin(), into.given.end(), stated))
        in.report_at("surrogate", errc::conflicting_keys, "weights stand on the criteria, and a surrogate is asked for",
                     "take out one of them");
}

/// One preference for each parent that is weighed, the top first, and then in the order of the file.
inline branch_preference& preference_of(weight_set& set, const std::string& parent) {
    const auto at = std::find_if(set.preferences.begin(), set.preferences.end(),
                                 [&](const branch_preference& known) { return known.parent == parent; });
    if (at != set.preferences.end()) return *at;
    auto& made = set.preferences.emplace_back();
    made.parent = parent;
    made.where = set.where;
    return made;
}

/// Where a key stands in the tree. One that is not there stands at the top, for `check` to name it.
inline std::string parent_of(const table_weights& all, const std::string& key) {
    const auto at =
        std::find_if(all.given.begin(), all.given.end(), [&](const stated_weight& known) { return known.key == key; });
    return at == all.given.end() ? std::string() : at->parent;
}

inline weight_set stated_set(const table_weights& all, weight_set set) {
    const auto bounds = [](const stated_weight& one) { return one.bounds; };
    const bool bounded = std::any_of(all.given.begin(), all.given.end(), bounds);
    set.how = bounded ? elicitation::interval : elicitation::direct;
    for (const auto& one : all.given) {
        auto& preference = preference_of(set, one.parent);
        if (bounded)
            preference.bounds.push_back({one.key, *one.low, *one.high});
        else
            preference.weights.push_back({one.key, *one.low});
    }
    return set;
}

/// Among neighbours of the tree the order holds, and constraints are of the branch of what they name first.
inline weight_set said_set(const table_weights& all, weight_set set) {
    set.where = all.said_at;
    set.how = all.constraints.empty() ? elicitation::ordinal : elicitation::linear;
    for (const auto& key : all.order) preference_of(set, parent_of(all, key)).order.push_back(key);
    if (set.how == elicitation::ordinal) return set;
    for (const auto& one : all.given) static_cast<void>(preference_of(set, one.parent));
    for (const auto& one : all.constraints)
        preference_of(set, one.of.empty() ? std::string() : parent_of(all, one.of.front().key))
            .constraints.push_back(one);
    return set;
}

CONCORDAT_INLINE void complete_weights(table_reader& in, const table_weights& all, ranking_table& into) {
    weight_set named;
    named.key = into.key;
    named.title = into.title;
    named.where = in.where().at;
    const auto weighed = static_cast<std::size_t>(std::count_if(
        all.given.begin(), all.given.end(), [](const stated_weight& one) { return one.low.has_value(); }));
    if (weighed != 0 && weighed != all.given.size())
        in.report_at("criteria", errc::missing_key,
                     "a weight stands on " + std::to_string(weighed) + " of " + std::to_string(all.given.size()) +
                         (into.table.branches.empty() ? " criteria" : " criteria and branches"),
                     "give all of them one, or none: then every weighting counts as equally likely");
    const bool whole = weighed != 0 && weighed == all.given.size();
    const bool said = !all.order.empty() || !all.constraints.empty();
    into.sampled = said ? said_set(all, named) : whole ? stated_set(all, named) : named;
    into.weights = whole ? stated_set(all, named) : into.sampled;
    if (all.surrogate && into.sampled.how == elicitation::ordinal)
        into.weights = with_surrogates(into.sampled, *all.surrogate);
}

}  // namespace concordat::detail::input
