// SPDX-License-Identifier: Apache-2.0
// The quotient of a model: first who stands for whom, then everything that refers to an actor follows.
#pragma once

#include "concordat/model/collapse.hpp"

#include "concordat/impl/model_quotient.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::collapsing {

/// Who stands for each actor, by position; some stand for themselves.
using representatives = std::vector<actor_index>;

/// The legal entity, and the legal entity of that, as far as it goes. A circle ends where it began.
[[nodiscard]] inline representatives bodies_of(const model& m) {
    representatives of(m.actors().size());
    for (actor_index a = 0; a < of.size(); ++a) {
        of[a] = a;
        if (m.actors()[a].level == level::public_) continue;
        for (std::size_t i = 0; i < of.size() && m.legal_entity_of(of[a]) != of[a]; ++i)
            of[a] = m.legal_entity_of(of[a]);
    }
    return of;
}

/// The first, by key, of the actors of one kind at one level.
[[nodiscard]] inline representatives kinds_of(const model& m) {
    std::map<std::pair<std::string_view, level>, actor_index> first;
    representatives of(m.actors().size());
    for (actor_index a = 0; a < of.size(); ++a) {
        const auto& one = m.actors()[a];
        of[a] = one.level == level::public_
                    ? a
                    : first.emplace(std::pair(std::string_view(one.kind), one.level), a).first->second;
    }
    return of;
}

/// The actors that stay, knowing whom they stand for.
[[nodiscard]] inline std::vector<actor> remaining(const model& m, const representatives& of, bool whole_kinds) {
    std::vector<actor> all(m.actors().begin(), m.actors().end());
    std::vector<int> members(all.size(), 0);
    for (actor_index a = 0; a < all.size(); ++a) {
        ++members[of[a]];
        if (of[a] == a) continue;
        all[of[a]].mandate = all[of[a]].mandate || all[a].mandate;
        if (whole_kinds) all[of[a]].count += all[a].count;
    }
    std::vector<actor> stay;
    for (actor_index a = 0; a < all.size(); ++a) {
        if (of[a] != a) continue;
        auto& one = stay.emplace_back(std::move(all[a]));
        one.legal_entity = one.key;
        one.team = one.key;
        if (!whole_kinds || members[a] == 1) continue;
        const auto* kind = modelling::find_by_key(m.parts().kinds, one.kind);
        one.name = kind->title;
        one.act.clear();
        one.locality.clear();
    }
    return stay;
}

[[nodiscard]] inline result<model> quotient(const model& m, const representatives& of, resolution to) {
    const auto follow = [&](std::string& key) { key = m.actors()[of[*m.index_of(key)]].key; };
    model_parts parts = m.parts();
    parts.resolution = to;
    parts.actors = remaining(m, of, to == resolution::national);
    for (auto& r : parts.relations) {
        follow(r.from);
        follow(r.to);
    }
    std::erase_if(parts.relations, [](const relation& r) { return r.from == r.to; });
    parts.relations = modelling::united(m, std::move(parts.relations));
    for (auto& d : parts.decision_rights) follow(d.holder);
    for (auto& p : parts.personas) {
        for (auto& entry : p.entries) follow(entry);
        std::sort(p.entries.begin(), p.entries.end());
        p.entries.erase(std::unique(p.entries.begin(), p.entries.end()), p.entries.end());
    }
    return model::make(std::move(parts));
}

}  // namespace detail::collapsing

CONCORDAT_INLINE result<model> collapse(const model& m, resolution to) {
    if (m.resolution() < to)
        return fail(errc::unequal_resolution,
                    "\"" + m.key() + "\" is drawn at the level of a " + std::string(name(m.resolution())) +
                        ", which is coarser than a " + std::string(name(to)),
                    "nothing can be drawn more finely than its facts; collapse the other models to this one's level");
    CONCORDAT_TRY(const model bodies,
                  detail::collapsing::quotient(m, detail::collapsing::bodies_of(m), resolution::body));
    if (to == resolution::body) return bodies;
    return detail::collapsing::quotient(bodies, detail::collapsing::kinds_of(bodies), to);
}

}  // namespace concordat
