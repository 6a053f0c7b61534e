// SPDX-License-Identifier: Apache-2.0
// Delegate and return: a body lets another hold a service for it, and takes it back.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

/// Who has delegated a service to a body, in order of key.
inline std::vector<std::string> delegators_of(const model& m, std::string_view service, std::string_view delegate) {
    std::vector<std::string> found;
    for (const auto& r : m.relations(relation_type::delegates_to))
        if (r.to == delegate && m.holds(r) && r.covers(service)) found.push_back(r.from);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Beside the delegations, what passes for this service by name between the delegate and those who delegated to it:
/// their general ties are about other things too and stay.
CONCORDAT_INLINE std::vector<std::string> end_delegation(bench& b, const std::string& service,
                                                         const std::string& delegate) {
    auto delegators = delegators_of(b.before, service, delegate);
    for (const auto& r : b.before.relations(relation_type::delegates_to))
        if ((r.to == delegate || r.from == delegate) && b.before.holds(r) && r.covers(service) && !b.is_gone(r))
            b.take(r, service, b.all_services());
    for (const auto type : {relation_type::directs, relation_type::accountable_to, relation_type::funds})
        for (const auto& r : b.before.relations(type)) {
            if (!b.before.holds(r) || r.services.empty() || !r.covers(service) || b.is_gone(r)) continue;
            const auto* other = r.from == delegate ? &r.to : r.to == delegate ? &r.from : nullptr;
            if (other != nullptr && std::binary_search(delegators.begin(), delegators.end(), *other))
                b.take(r, service, b.all_services());
        }
    return delegators;
}

/// Whoever delegates; empty when `to` holds it from them already.
inline result<std::vector<std::string>> delegating(const bench& b, const delegate_step& s) {
    const auto held = holders(b.before, s.service, holding::accountable);
    const auto given = delegators_of(b.before, s.service, s.to);
    const auto has = [](const auto& keys, const auto& key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    if (s.from != "holder" && has(given, s.from)) return std::vector<std::string>{};
    if (held.empty())
        return b.cannot("nobody holds " + modelling::in_quotes(s.service) + " in " + b.before.key() +
                        ", so it cannot be delegated");
    auto from = held;
    if (s.from == "holder") {
        std::erase(from, s.to);
    } else if (has(held, s.from)) {
        from = {s.from};
    } else {
        return b.cannot("from = " + modelling::in_quotes(s.from) + ", but in " + b.before.key() + ' ' +
                            modelling::in_quotes(s.service) + " is held by " + listed(held),
                        "from = \"holder\" means whoever does");
    }
    for (const auto& key : from)
        if (has(delegators_of(b.before, s.service, key), s.to))
            return b.cannot(modelling::in_quotes(s.to) + " has delegated " + modelling::in_quotes(s.service) + " to " +
                                modelling::in_quotes(key) + ", so it cannot be delegated to it",
                            "op = \"return\" gives it back");
    return from;
}

CONCORDAT_INLINE status carry_out(bench& b, const delegate_step& s) {
    if (auto known = b.needs_service(s.service); !known) return known;
    if (auto known = b.needs_actor("to", s.to); !known) return known;
    if (s.from != "holder")
        if (auto known = b.needs_actor("from", s.from); !known) return known;
    if (s.from == s.to) return b.cannot(modelling::in_quotes(s.to) + " cannot delegate to itself, expected two actors");
    const auto from = delegating(b, s);
    if (!from) return fail(from.error());
    for (const auto& body : *from) {
        b.ensure(relation_type::delegates_to, body, s.to, s.service);
        b.ensure(relation_type::directs, s.to, body, s.service);
        b.ensure(relation_type::accountable_to, body, s.to, s.service);
        move_lines(b, s.service, body, {s.to}, false);
    }
    return {};
}

CONCORDAT_INLINE status carry_out(bench& b, const return_step& s) {
    if (auto known = b.needs_service(s.service); !known) return known;
    const auto held = holders(b.before, s.service, holding::accountable);
    std::vector<std::string> delegates = held;
    if (s.from != "holder") {
        if (s.if_present && b.before.find_actor(s.from) == nullptr) return {};
        if (auto known = b.needs_actor("from", s.from); !known) return known;
        delegates = {s.from};
        const bool holds = std::find(held.begin(), held.end(), s.from) != held.end();
        if (holds && delegators_of(b.before, s.service, s.from).empty())
            return b.cannot(modelling::in_quotes(s.from) + " holds " + modelling::in_quotes(s.service) + " in " +
                                b.before.key() + " and nobody delegated it, so it cannot be returned",
                            "a transfer gives it to somebody else");
    }
    for (const auto& delegate : delegates) {
        if (delegators_of(b.before, s.service, delegate).empty()) continue;
        const auto delegators = end_delegation(b, s.service, delegate);
        move_lines(b, s.service, delegate, delegators, false);
    }
    return {};
}

}  // namespace concordat::detail::reforming
