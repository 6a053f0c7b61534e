// SPDX-License-Identifier: Apache-2.0
// Checks parts and freezes them: sorted once, then every question by position or by binary search.
#pragma once

#include "concordat/model/model.hpp"

#include "concordat/impl/model_check.hpp"
#include "concordat/impl/model_freeze.hpp"

namespace concordat {

CONCORDAT_INLINE actor_index model::position_of(std::string_view key) const {
    const auto* found = find_actor(key);
    CONCORDAT_ASSERT(found != nullptr);
    return static_cast<actor_index>(found - parts_.actors.data());
}

CONCORDAT_INLINE void model::index(bool ends_too) {
    first_of_type_ = {};
    for (const auto& r : parts_.relations) ++first_of_type_[static_cast<std::size_t>(r.type) + 1];
    for (std::size_t type = 0; type < relation_type_count; ++type) first_of_type_[type + 1] += first_of_type_[type];
    legal_entities_.clear();
    legal_entities_.reserve(parts_.actors.size());
    for (const auto& a : parts_.actors) legal_entities_.push_back(position_of(a.legal_entity));
    if (!ends_too) return;
    ends_.clear();
    ends_.reserve(parts_.relations.size());
    for (const auto& r : parts_.relations) ends_.push_back({position_of(r.from), position_of(r.to)});
}

CONCORDAT_INLINE result<model> model::make(model_parts parts) {
    detail::freezing::freeze_order(parts);
    auto mistakes = detail::checking::mistakes_in(parts);
    if (!mistakes.empty()) return fail(gather(std::move(mistakes)));

    model made;
    made.parts_ = std::move(parts);
    made.holds_.reserve(made.parts_.relations.size());
    for (const auto& r : made.parts_.relations) made.holds_.push_back(r.holds_on(made.parts_.as_of));
    made.index(true);
    return made;
}

}  // namespace concordat
