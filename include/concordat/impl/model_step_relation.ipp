// SPDX-License-Identifier: Apache-2.0
// Steps on relations: relate, unrelate, revise.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

/// Whether a relation that stands says all that is wanted. What it rests on may differ, and so may what the wanted one
/// leaves open: a step that states no basis or amount does not ask for there to be none.
inline bool says_the_same(const relation& stands, relation wanted) {
    wanted.evidence = stands.evidence;
    wanted.from = stands.from;  // the ends agree already, perhaps the other way round
    wanted.to = stands.to;
    if (!wanted.basis) wanted.basis = stands.basis;
    if (!wanted.amount) wanted.amount = stands.amount;
    if (!wanted.term) wanted.term = stands.term;
    return stands == wanted;
}

/// The relation of the same identity, or null.
inline const relation* standing_twin(const bench& b, const relation& wanted) {
    for (const auto& r : b.before.relations(wanted.type))
        if (modelling::same_identity(r, wanted)) return &r;
    return nullptr;
}

CONCORDAT_INLINE status carry_out(bench& b, const relate_step& s) {
    const auto from = b.resolve("from", s.from);
    if (!from) return fail(from.error());
    const auto to = b.resolve("to", s.to);
    if (!to) return fail(to.error());
    const bool both_named = std::holds_alternative<std::string>(s.from) && std::holds_alternative<std::string>(s.to);
    for (const auto& x : *from)
        for (const auto& y : *to) {
            if (x == y && !both_named) continue;  // whoever holds something has no tie to itself
            relation wanted = s.relation;
            wanted.from = x;
            wanted.to = y;
            std::sort(wanted.services.begin(), wanted.services.end());
            const auto* twin = standing_twin(b, wanted);
            if (twin != nullptr && says_the_same(*twin, wanted)) continue;
            const bool becomes_real = twin != nullptr && !b.before.holds(*twin) && wanted.holds_on(b.before.as_of());
            if (twin != nullptr && !becomes_real)
                return b.cannot(
                    "relation " + identity(wanted) + " stands already in " + b.before.key() + " with other attributes",
                    "op = \"revise\" changes them");
            if (twin != nullptr) b.drop(*twin);
            b.put(std::move(wanted));
        }
    return {};
}

/// A match with its ends resolved. Without a word for an end, any actor will do.
struct resolved_match {
    const relation_match& match;
    std::optional<std::vector<std::string>> from;
    std::optional<std::vector<std::string>> to;

    [[nodiscard]] bool agrees(const relation& r) const {
        if (match.type && r.type != *match.type) return false;
        // A relation that names other services too agrees; one that names none is about more than this service.
        if (!match.service.empty() && (r.services.empty() || !r.covers(match.service))) return false;
        const auto is = [](const std::optional<std::vector<std::string>>& wanted, const std::string& key) {
            return !wanted || std::find(wanted->begin(), wanted->end(), key) != wanted->end();
        };
        return (is(from, r.from) && is(to, r.to)) || (is_symmetric(r.type) && is(from, r.to) && is(to, r.from));
    }
};

/// Whoever holds something may be nobody, and then nothing matches. So may a named actor where the relation may be
/// absent; else a key that nobody has is a mistake.
inline result<resolved_match> resolve(const bench& b, const relation_match& match, bool may_be_absent) {
    resolved_match resolved{match, std::nullopt, std::nullopt};
    const auto put = [&](std::string_view field, const std::optional<endpoint>& end, auto& keys) -> status {
        if (!end) return {};
        if (const auto* held = std::get_if<holder_of>(&*end)) {
            if (auto known = b.needs_service(held->service); !known) return known;
            keys = holders(b.before, held->service, held->role);
            return {};
        }
        if (may_be_absent && b.before.find_actor(std::get<std::string>(*end)) == nullptr) {
            keys.emplace();
            return {};
        }
        auto found = b.resolve(field, *end);
        if (!found) return fail(std::move(found).error());
        keys = *std::move(found);
        return {};
    };
    if (!match.service.empty())
        if (auto known = b.needs_service(match.service); !known) return fail(std::move(known).error());
    if (auto from = put("from", match.from, resolved.from); !from) return fail(std::move(from).error());
    if (auto to = put("to", match.to, resolved.to); !to) return fail(std::move(to).error());
    if (!match.type && !match.from && !match.to && match.service.empty())
        return b.cannot(
            "the relation states nothing, so it would mean all of them, expected a type, from, to or service");
    return resolved;
}

inline std::string endpoint_text(const std::optional<endpoint>& end) {
    if (!end) return "anybody";
    if (const auto* key = std::get_if<std::string>(&*end)) return *key;
    const auto& held = std::get<holder_of>(*end);
    return "whoever " + std::string(verb_of(held.role)) + ' ' + held.service;
}

inline std::string match_text(const relation_match& match) {
    std::string text = match.type ? "relation " + std::string(name(*match.type)) : "relation";
    text += " from " + endpoint_text(match.from) + " to " + endpoint_text(match.to);
    return match.service.empty() ? text : text + " [" + match.service + ']';
}

/// Those of the model before that agree, in its order.
inline std::vector<const relation*> matching(const bench& b, const resolved_match& match) {
    std::vector<const relation*> found;
    for (const auto& r : b.before.relations())
        if (match.agrees(r)) found.push_back(&r);
    return found;
}

CONCORDAT_INLINE status carry_out(bench& b, const unrelate_step& s) {
    const auto match = resolve(b, s.match, s.if_present);
    if (!match) return fail(match.error());
    const auto found = matching(b, *match);
    if (found.empty() && !s.if_present)
        return b.cannot("no " + match_text(s.match) + " stands in " + b.before.key() + ", so it cannot be removed",
                        "if_present = true lets it be absent");
    for (const auto* r : found) {
        if (s.match.service.empty())
            b.drop(*r);
        else
            b.take(*r, s.match.service, r->services);
    }
    return {};
}

inline void apply_changes(relation& r, const relation_changes& set) {
    const auto put = [](auto& value, const auto& stated) {
        if (stated) value = *stated;
    };
    put(r.ages, set.ages);
    put(r.in_force, set.in_force);
    put(r.status, set.status);
    put(r.ring_fenced, set.ring_fenced);
    put(r.standing_route, set.standing_route);
    put(r.lundy, set.lundy);
    if (set.basis) r.basis = set.basis;
    if (set.amount) r.amount = set.amount;
    if (set.term) r.term = set.term;
}

CONCORDAT_INLINE status carry_out(bench& b, const revise_relation_step& s) {
    const auto match = resolve(b, s.match, false);
    if (!match) return fail(match.error());
    const auto found = matching(b, *match);
    if (found.empty())
        return b.cannot("no " + match_text(s.match) + " stands in " + b.before.key() + ", so it cannot be revised");
    for (const auto* r : found) {
        relation revised = *r;
        apply_changes(revised, s.set);
        if (revised == *r) continue;
        relation part = s.match.service.empty() ? *r : b.take(*r, s.match.service, r->services);
        b.drop(*r);
        apply_changes(part, s.set);
        b.put(std::move(part));
    }
    return {};
}

}  // namespace concordat::detail::reforming
