// SPDX-License-Identifier: Apache-2.0
// The weights of a table, which stand on its criteria and branches or are said in `[method]`, as sets along its tree.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace concordat::detail::input {

CONCORDAT_INLINE stated_weight read_stated_weight(table_reader& in, const std::string& key, const std::string& parent) {
    stated_weight stated{key, parent, {}};
    in.optional("weight", between{stated.weight, 0, 1e9});
    return stated;
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

inline weight_set weights_as_numbers(const std::vector<stated_weight>& all, const weight_set& named) {
    weight_set set = named;
    set.how = elicitation::direct;
    for (const auto& one : all) preference_of(set, one.parent).weights.push_back({one.key, *one.weight});
    return set;
}

/// The order holds among neighbours of the tree. A key that is not there stands at the top, for `check` to name it.
inline weight_set weights_as_order(const std::vector<stated_weight>& all, const said_of_weights& said,
                                   const weight_set& named) {
    weight_set set = named;
    set.how = elicitation::ordinal;
    set.where = said.at;
    for (const auto& key : said.order) {
        const auto at =
            std::find_if(all.begin(), all.end(), [&](const stated_weight& known) { return known.key == key; });
        preference_of(set, at == all.end() ? std::string() : at->parent).order.push_back(key);
    }
    return set;
}

CONCORDAT_INLINE void complete_weights(table_reader& in, const std::vector<stated_weight>& all,
                                       const said_of_weights& said, ranking_table& into) {
    weight_set named;
    named.key = into.key;
    named.title = into.title;
    named.where = in.where().at;
    const auto weighed =
        std::count_if(all.begin(), all.end(), [](const stated_weight& one) { return one.weight.has_value(); });
    const bool branched = !into.table.branches.empty();
    if (weighed != 0 && static_cast<std::size_t>(weighed) != all.size())
        in.report_at("criteria", errc::missing_key,
                     "a weight stands on " + std::to_string(weighed) + " of " + std::to_string(all.size()) +
                         (branched ? " criteria and branches" : " criteria"),
                     "give all of them one, or none: then every weighting counts as equally likely");
    const bool whole = weighed != 0 && static_cast<std::size_t>(weighed) == all.size();
    into.weights = whole ? weights_as_numbers(all, named) : named;
    into.sampled = said.order.empty() ? into.weights : weights_as_order(all, said, named);
    if (!whole) into.weights = into.sampled;
}

}  // namespace concordat::detail::input
