// SPDX-License-Identifier: Apache-2.0
// Steps on one actor or one decision right: create, abolish, rename, revise.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

CONCORDAT_INLINE status carry_out(bench& b, const create_step& s) {
    if (b.before.find_actor(s.actor.key) != nullptr) {
        if (s.if_absent) return {};
        return b.cannot("actor " + modelling::in_quotes(s.actor.key) + " stands already in " + b.before.key() +
                            ", so it cannot be created",
                        "if_absent = true lets it stand");
    }
    actor made = s.actor;
    b.sign(made);
    b.actors().push_back(std::move(made));
    return {};
}

/// What an actor may not have when it goes, as a sentence; empty when it may go.
inline std::string what_it_holds(const model& m, const std::string& key) {
    constexpr std::array<holding, 4> roles{holding::accountable, holding::delivers, holding::funds,
                                           holding::commissions};
    for (const auto& s : m.services())
        for (const auto role : roles) {
            const auto held = holders(m, s.key, role);
            if (std::find(held.begin(), held.end(), key) != held.end())
                return std::string(verb_of(role)) + ' ' + modelling::in_quotes(s.key);
        }
    for (const auto& d : m.decision_rights())
        if (d.holder == key) return "has the decision right " + modelling::in_quotes(d.key);
    for (const auto& a : m.actors())
        if (a.legal_entity == key && a.key != key) return "is the legal entity of " + modelling::in_quotes(a.key);
    return {};
}

CONCORDAT_INLINE status carry_out(bench& b, const abolish_step& s) {
    if (b.before.find_actor(s.actor) == nullptr && s.if_present) return {};
    if (auto known = b.needs_actor("actor", s.actor); !known) {
        if (known.error().hint.empty()) known.error().hint = "if_present = true lets it be absent";
        return known;
    }
    if (const auto held = what_it_holds(b.before, s.actor); !held.empty())
        return b.cannot(
            modelling::in_quotes(s.actor) + ' ' + held + " in " + b.before.key() + ", so it cannot be abolished",
            "an earlier step has to pass that on");
    for (const auto& r : b.before.relations())
        if (r.from == s.actor || r.to == s.actor) b.drop(r);
    for (auto& p : b.personas()) std::erase(p.entries, s.actor);
    std::erase_if(b.actors(), [&](const actor& a) { return a.key == s.actor; });
    return {};
}

/// A rename says nothing about what an actor does, so everything keeps its own evidence and place.
inline void rename_everywhere(bench& b, const std::string& from, const std::string& to) {
    const auto follow = [&](std::string& key) {
        if (key == from) key = to;
    };
    for (const auto& r : b.before.relations()) {
        if (r.from != from && r.to != from) continue;
        relation renamed = r;
        follow(renamed.from);
        follow(renamed.to);
        b.drop(r);
        b.put_as_it_is(std::move(renamed));
    }
    for (auto& a : b.actors()) {
        follow(a.key);
        follow(a.legal_entity);
        follow(a.team);
    }
    for (auto& d : b.decision_rights()) follow(d.holder);
    for (auto& p : b.personas()) std::for_each(p.entries.begin(), p.entries.end(), follow);
}

CONCORDAT_INLINE status carry_out(bench& b, const rename_step& s) {
    const auto* standing = b.before.find_actor(s.actor);
    const auto* renamed = s.to.empty() ? nullptr : b.before.find_actor(s.to);
    if (standing == nullptr && renamed != nullptr && (s.name.empty() || renamed->name == s.name)) return {};
    if (auto known = b.needs_actor("actor", s.actor); !known) return known;
    if (renamed != nullptr && renamed != standing)
        return b.cannot("to = " + modelling::in_quotes(s.to) + ", but an actor of " + b.before.key() +
                            " has this key already, expected a key that nobody has",
                        "a merge makes one actor of two");
    if (!s.name.empty()) b.edit_actor(s.actor)->name = s.name;
    if (!s.to.empty() && s.to != s.actor) rename_everywhere(b, s.actor, s.to);
    return {};
}

template <class Value>
void set_if_stated(Value& value, const std::optional<Value>& stated) {
    if (stated) value = *stated;
}

CONCORDAT_INLINE status carry_out(bench& b, const revise_actor_step& s) {
    if (auto known = b.needs_actor("actor", s.actor); !known) return known;
    actor& revised = *b.edit_actor(s.actor);
    const actor was = revised;
    set_if_stated(revised.name, s.set.name);
    set_if_stated(revised.kind, s.set.kind);
    set_if_stated(revised.legal_entity, s.set.legal_entity);
    set_if_stated(revised.team, s.set.team);
    set_if_stated(revised.sector, s.set.sector);
    set_if_stated(revised.locality, s.set.locality);
    set_if_stated(revised.act, s.set.act);
    set_if_stated(revised.level, s.set.level);
    set_if_stated(revised.mandate, s.set.mandate);
    if (s.set.statutory) revised.statutory = s.set.statutory;
    if (revised != was) b.sign(revised);
    return {};
}

CONCORDAT_INLINE status carry_out(bench& b, const revise_right_step& s) {
    auto& rights = b.decision_rights();
    const auto found =
        std::find_if(rights.begin(), rights.end(), [&](const auto& d) { return d.key == s.decision_right; });
    if (found == rights.end())
        return b.cannot("decision_right = " + modelling::in_quotes(s.decision_right) + ", but " + b.before.key() +
                            " has no decision right of this key",
                        modelling::nearest_of(s.decision_right, rights));
    const decision_right was = *found;
    set_if_stated(found->title, s.set.title);
    set_if_stated(found->holder, s.set.holder);
    set_if_stated(found->weight, s.set.weight);
    if (*found != was) b.sign(*found);
    return {};
}

}  // namespace concordat::detail::reforming
