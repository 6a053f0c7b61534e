// SPDX-License-Identifier: Apache-2.0
/// Internal: everything whose order has no meaning gets one, so that models with equal content are equal.
#pragma once

#include "concordat/impl/model_text.hpp"

#include <algorithm>
#include <vector>

namespace concordat::detail::freezing {

template <class Things>
void sort_by_key(Things& things) {
    const auto earlier = [](const auto& a, const auto& b) { return a.key < b.key; };
    if (!std::is_sorted(things.begin(), things.end(), earlier)) std::stable_sort(things.begin(), things.end(), earlier);
}

inline void freeze_order(std::vector<actor>& actors) {
    for (auto& a : actors) {
        if (a.legal_entity.empty()) a.legal_entity = a.key;
        if (a.team.empty()) a.team = a.key;
    }
    sort_by_key(actors);
}

/// Rights themselves keep the order they are written in.
inline void freeze_order(std::vector<decision_right>& rights) {
    for (auto& d : rights) std::sort(d.services.begin(), d.services.end());
}

inline void freeze_order(std::vector<relation>& relations) {
    for (auto& r : relations) std::sort(r.services.begin(), r.services.end());
    if (!std::is_sorted(relations.begin(), relations.end(), modelling::stands_earlier))
        std::stable_sort(relations.begin(), relations.end(), modelling::stands_earlier);
}

inline void freeze_order(model_parts& parts) {
    sort_by_key(parts.kinds);
    sort_by_key(parts.services);
    sort_by_key(parts.sources);
    sort_by_key(parts.assumptions);
    freeze_order(parts.actors);
    freeze_order(parts.relations);
    freeze_order(parts.decision_rights);
}

}  // namespace concordat::detail::freezing
