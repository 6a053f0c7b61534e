// SPDX-License-Identifier: Apache-2.0
// Checks parts and freezes them: sorted once, then every question by position or by binary search.
#pragma once

#include "concordat/model/model.hpp"

#include "concordat/impl/model_check.hpp"

#include <algorithm>

namespace concordat {

namespace detail::freezing {

template <class Things>
void sort_by_key(Things& things) {
    const auto earlier = [](const auto& a, const auto& b) { return a.key < b.key; };
    if (!std::is_sorted(things.begin(), things.end(), earlier)) std::stable_sort(things.begin(), things.end(), earlier);
}

/// Everything whose order has no meaning gets one, so that models with equal content are equal.
inline void freeze_order(model_parts& parts) {
    for (auto& a : parts.actors) {
        if (a.legal_entity.empty()) a.legal_entity = a.key;
        if (a.team.empty()) a.team = a.key;
    }
    for (auto& r : parts.relations) std::sort(r.services.begin(), r.services.end());
    for (auto& d : parts.decision_rights) std::sort(d.services.begin(), d.services.end());
    sort_by_key(parts.kinds);
    sort_by_key(parts.services);
    sort_by_key(parts.sources);
    sort_by_key(parts.assumptions);
    sort_by_key(parts.actors);
    const auto earlier = [](const relation& a, const relation& b) {
        return modelling::compare(modelling::identity_view_of(a, false), modelling::identity_view_of(b, false)) < 0;
    };
    if (!std::is_sorted(parts.relations.begin(), parts.relations.end(), earlier))
        std::stable_sort(parts.relations.begin(), parts.relations.end(), earlier);
}

}  // namespace detail::freezing

CONCORDAT_INLINE result<model> model::make(model_parts parts) {
    detail::freezing::freeze_order(parts);
    auto mistakes = detail::checking::mistakes_in(parts);
    if (!mistakes.empty()) return fail(gather(std::move(mistakes)));

    model made;
    made.parts_ = std::move(parts);
    const auto position = [&](std::string_view key) {
        const auto* found = detail::modelling::find_by_key(made.parts_.actors, key);
        CONCORDAT_ASSERT(found != nullptr);
        return static_cast<actor_index>(found - made.parts_.actors.data());
    };
    const auto& relations = made.parts_.relations;
    made.ends_.reserve(relations.size());
    made.holds_.reserve(relations.size());
    for (const auto& r : relations) {
        made.ends_.push_back({position(r.from), position(r.to)});
        made.holds_.push_back(r.holds_on(made.parts_.as_of));
        ++made.first_of_type_[static_cast<std::size_t>(r.type) + 1];
    }
    for (std::size_t type = 0; type < relation_type_count; ++type)
        made.first_of_type_[type + 1] += made.first_of_type_[type];
    made.legal_entities_.reserve(made.parts_.actors.size());
    for (const auto& a : made.parts_.actors) made.legal_entities_.push_back(position(a.legal_entity));
    return made;
}

}  // namespace concordat
