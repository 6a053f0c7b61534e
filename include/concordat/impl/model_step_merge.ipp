// SPDX-License-Identifier: Apache-2.0
// Merge: one actor takes over everything that several had.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

/// Refuses what does not stand; true when there is anything to merge.
inline result<bool> has_to_merge(const bench& b, const merge_step& s, const std::vector<std::string>& gone) {
    const auto* into = b.before.find_actor(s.into.key);
    const bool none_stands =
        std::none_of(gone.begin(), gone.end(), [&](const auto& key) { return b.before.find_actor(key) != nullptr; });
    if (into != nullptr && none_stands) return false;
    for (const auto& key : s.actors)
        if (auto known = b.needs_actor("actors", key); !known) return fail(std::move(known).error());
    const bool is_table = !s.into.name.empty();
    if (!is_table)
        if (auto known = b.needs_actor("into", s.into.key); !known) return fail(std::move(known).error());
    if (is_table && into != nullptr && std::find(s.actors.begin(), s.actors.end(), s.into.key) == s.actors.end())
        return b.cannot("into = " + modelling::in_quotes(s.into.key) + ", but an actor of " + b.before.key() +
                            " has this key already, expected a key that nobody else has",
                        "into = " + modelling::in_quotes(s.into.key) + " merges into the one that stands");
    return true;
}

CONCORDAT_INLINE status carry_out(bench& b, const merge_step& s) {
    std::vector<std::string> gone;
    std::copy_if(s.actors.begin(), s.actors.end(), std::back_inserter(gone),
                 [&](const auto& key) { return key != s.into.key; });
    const auto needed = has_to_merge(b, s, gone);
    if (!needed) return fail(needed.error());
    if (!*needed) return {};

    const auto goes = [&](const std::string& key) { return std::find(gone.begin(), gone.end(), key) != gone.end(); };
    const auto follow = [&](std::string& key) {
        if (goes(key)) key = s.into.key;
    };
    for (const auto& r : b.before.relations()) {
        if (!goes(r.from) && !goes(r.to)) continue;
        relation taken_over = r;
        follow(taken_over.from);
        follow(taken_over.to);
        b.drop(r);
        if (taken_over.from != taken_over.to) b.put(std::move(taken_over));
    }
    std::erase_if(b.actors(),
                  [&](const actor& a) { return goes(a.key) || (!s.into.name.empty() && a.key == s.into.key); });
    if (!s.into.name.empty()) {
        actor made = s.into;
        b.sign(made);
        b.actors().push_back(std::move(made));
    }
    for (auto& a : b.actors()) {
        follow(a.legal_entity);
        follow(a.team);
    }
    for (auto& d : b.decision_rights()) follow(d.holder);
    for (auto& p : b.personas()) {
        if (std::none_of(p.entries.begin(), p.entries.end(), goes)) continue;
        std::vector<std::string> entries;
        for (auto key : p.entries) {
            follow(key);
            if (std::find(entries.begin(), entries.end(), key) == entries.end()) entries.push_back(std::move(key));
        }
        p.entries = std::move(entries);
    }
    return {};
}

}  // namespace concordat::detail::reforming
