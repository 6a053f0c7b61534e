// SPDX-License-Identifier: Apache-2.0
// Split: one actor becomes several, and each takes what belongs to its services.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

/// The part that has a service; null when none has.
inline const split_part* part_with(const split_step& s, const std::string& service) {
    for (const auto& part : s.into)
        if (std::find(part.services.begin(), part.services.end(), service) != part.services.end()) return &part;
    return nullptr;
}

inline status check_parts(const bench& b, const split_step& s) {
    std::vector<std::string> services;
    for (const auto& part : s.into) {
        const bool keeps_key = part.actor.key == s.actor;
        if (!keeps_key && b.before.find_actor(part.actor.key) != nullptr)
            return b.cannot("into = " + modelling::in_quotes(part.actor.key) + ", but an actor of " + b.before.key() +
                            " has this key already, expected a key that nobody has");
        for (const auto& service : part.services) {
            if (auto known = b.needs_service(service); !known) return known;
            if (std::find(services.begin(), services.end(), service) != services.end())
                return b.cannot("service " + modelling::in_quotes(service) + " stands in two parts of " +
                                modelling::in_quotes(s.actor) + ", expected it in one");
            services.push_back(service);
        }
    }
    if (s.into.size() < 2)
        return b.cannot(modelling::in_quotes(s.actor) + " would be split into " + std::to_string(s.into.size()) +
                            " part, expected at least two",
                        "a rename gives one actor another key");
    return {};
}

/// A relation for several services, one for each part that has some of them; the amount in proportion to their number.
inline status split_by_service(bench& b, const split_step& s, const relation& r) {
    for (const auto& service : r.services)
        if (part_with(s, service) == nullptr)
            return b.cannot("no part of " + modelling::in_quotes(s.actor) + " has the service " +
                                modelling::in_quotes(service) + " of relation " + identity(r),
                            "name it in the services of one part");
    for (const auto& part : s.into) {
        relation share = r;
        std::erase_if(share.services, [&](const auto& service) { return part_with(s, service) != &part; });
        if (share.services.empty()) continue;
        if (share.amount)
            share.amount->value = share.amount->value * static_cast<double>(share.services.size()) /
                                  static_cast<double>(r.services.size());
        (share.from == s.actor ? share.from : share.to) = part.actor.key;
        b.put(std::move(share));
    }
    return {};
}

inline status split_relations(bench& b, const split_step& s) {
    for (const auto& r : b.before.relations()) {
        if (r.from != s.actor && r.to != s.actor) continue;
        b.drop(r);
        if (!r.services.empty()) {
            if (auto split = split_by_service(b, s, r); !split) return split;
            continue;
        }
        for (const auto& part : s.into) {
            relation share = r;
            if (share.amount) share.amount->value /= static_cast<double>(s.into.size());
            (share.from == s.actor ? share.from : share.to) = part.actor.key;
            b.put(std::move(share));
        }
    }
    return {};
}

/// The one part that has all of these services; null when there is none.
inline const split_part* only_part_with(const split_step& s, const std::vector<std::string>& services) {
    const split_part* only = services.empty() ? nullptr : part_with(s, services.front());
    for (const auto& service : services)
        if (part_with(s, service) != only) return nullptr;
    return only;
}

/// Decision rights and the teams that the actor was the legal entity of go where their services go. What has no such
/// place cannot be guessed.
inline status split_belongings(bench& b, const split_step& s) {
    for (auto& d : b.decision_rights()) {
        if (d.holder != s.actor) continue;
        const auto* part = only_part_with(s, d.services);
        if (part == nullptr)
            return b.cannot("decision right " + modelling::in_quotes(d.key) + " of " + modelling::in_quotes(s.actor) +
                                " belongs to no single part",
                            "an earlier step has to give it to somebody else, or its services to one part");
        d.holder = part->actor.key;
        b.sign(d);
    }
    for (auto& a : b.actors()) {
        if (a.key == s.actor || a.legal_entity != s.actor) continue;
        const auto* part = only_part_with(s, b.services_below(a.key));
        if (part == nullptr)
            return b.cannot(modelling::in_quotes(a.key) + " has " + modelling::in_quotes(s.actor) +
                                " as its legal entity and belongs to no single part",
                            "an earlier step has to revise its legal_entity");
        a.legal_entity = part->actor.key;
        b.sign(a);
    }
    for (auto& p : b.personas()) {
        const auto entry = std::find(p.entries.begin(), p.entries.end(), s.actor);
        if (entry == p.entries.end()) continue;
        auto after = p.entries.erase(entry);
        for (const auto& part : s.into) after = p.entries.insert(after, part.actor.key) + 1;
    }
    return {};
}

CONCORDAT_INLINE status carry_out(bench& b, const split_step& s) {
    const auto stands = [&](const split_part& part) { return b.before.find_actor(part.actor.key) != nullptr; };
    if (b.before.find_actor(s.actor) == nullptr && !s.into.empty() && std::all_of(s.into.begin(), s.into.end(), stands))
        return {};
    if (auto known = b.needs_actor("actor", s.actor); !known) return known;
    if (auto sound = check_parts(b, s); !sound) return sound;
    if (auto split = split_relations(b, s); !split) return split;
    if (auto split = split_belongings(b, s); !split) return split;
    std::erase_if(b.actors(), [&](const actor& a) { return a.key == s.actor; });
    for (const auto& part : s.into) {
        actor made = part.actor;
        b.sign(made);
        b.actors().push_back(std::move(made));
    }
    return {};
}

}  // namespace concordat::detail::reforming
