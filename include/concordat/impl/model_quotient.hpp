// SPDX-License-Identifier: Apache-2.0
/// Internal: relations that have become equal, because their ends or their services have, made one.
#pragma once

#include "concordat/model/model.hpp"

#include "concordat/impl/model_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace concordat::detail::modelling {

/// Open ends win: what holds from an unknown day held before any other.
inline void widen(date_span& span, const date_span& other) {
    if (!other.from || (span.from && *other.from < *span.from)) span.from = other.from;
    if (!other.to || (span.to && *span.to < *other.to)) span.to = other.to;
}

inline void add_amount(relation& standing, const relation& incoming) {
    const bool alike = standing.amount && incoming.amount && standing.amount->unit == incoming.amount->unit &&
                       standing.amount->year == incoming.amount->year;
    if (alike)
        standing.amount->value += incoming.amount->value;
    else
        standing.amount.reset();
}

/// Of two cards the one of the higher level; an unsourced one is below all.
inline bool is_stronger(const std::optional<int>& a, const std::optional<int>& b) { return a && (!b || *b < *a); }

/// `m` knows the levels of assumptions.
inline void unite_equal(const model& m, relation& standing, const relation& incoming) {
    const bool stands = standing.holds_on(m.as_of());
    if (stands != incoming.holds_on(m.as_of())) {
        if (!stands) standing = incoming;
        return;
    }
    add_amount(standing, incoming);
    widen(standing.in_force, incoming.in_force);
    if (incoming.status == concordat::standing::current) standing.status = incoming.status;
    standing.standing_route = standing.standing_route || incoming.standing_route;
    if (incoming.lundy.all()) standing.lundy = incoming.lundy;
    if (!is_stronger(m.level_of(incoming.evidence), m.level_of(standing.evidence))) return;
    standing.evidence = incoming.evidence;
    standing.where = incoming.where;
    standing.basis = incoming.basis;
}

/// Relations of which some have the same identity now: each once, in order.
[[nodiscard]] inline std::vector<relation> united(const model& m, std::vector<relation> all) {
    std::stable_sort(all.begin(), all.end(), [](const relation& a, const relation& b) {
        return compare(identity_view_of(a, true), identity_view_of(b, true)) < 0;
    });
    std::vector<relation> once;
    once.reserve(all.size());
    for (auto& r : all) {
        if (!once.empty() && same_identity(once.back(), r))
            unite_equal(m, once.back(), r);
        else
            once.push_back(std::move(r));
    }
    return once;
}

}  // namespace concordat::detail::modelling
