// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/holder.hpp"

#include "concordat/impl/model_holding.hpp"

namespace concordat {

namespace detail::holding_of {

/// Bodies to whom the service is delegated and who delegate it no further.
inline actor_set last_delegates(const model& m, std::string_view service) {
    actor_set last(m.actors().size());
    actor_set delegates_on(m.actors().size());
    for (const auto& r : m.relations(relation_type::delegates_to)) {
        if (!m.holds(r) || !r.covers(service)) continue;
        last.add(m.ends_of(r).to);
        delegates_on.add(m.ends_of(r).from);
    }
    last.remove(delegates_on);
    return last;
}

/// From one deliverer up: the bodies met first, all that stand equally near. A body that delivers the service itself
/// answers for it itself.
inline void add_nearest_bodies(const model& m, const climbing& up, actor_index deliverer, actor_set& bodies) {
    std::vector<actor_index> here{deliverer};
    actor_set seen(m.actors().size());
    seen.add(deliverer);
    bool found = false;
    while (!here.empty() && !found) {
        std::vector<actor_index> above;
        for (const auto a : here) {
            if (is_body(m.actors()[a])) {
                bodies.add(a);
                found = true;
                continue;
            }
            for (const auto b : up.above(a))
                if (seen.add(b)) above.push_back(b);
        }
        here = std::move(above);
    }
}

}  // namespace detail::holding_of

CONCORDAT_INLINE std::vector<std::string> holders(const model& m, std::string_view service, holding what) {
    namespace own = detail::holding_of;
    const auto deliverers = own::deliverers_of(m, service);
    own::actor_set found(m.actors().size());
    switch (what) {
        case holding::accountable: {
            found = own::last_delegates(m, service);
            if (!found.empty()) break;
            const own::climbing up(m, service);
            for (const auto a : deliverers.members()) own::add_nearest_bodies(m, up, a, found);
            break;
        }
        case holding::delivers:
            found = deliverers;
            break;
        case holding::funds:
        case holding::commissions:
            for (const auto& r :
                 m.relations(what == holding::funds ? relation_type::funds : relation_type::commissions))
                if (m.holds(r) && r.covers(service) && deliverers.has(m.ends_of(r).to)) found.add(m.ends_of(r).from);
            break;
        case holding::decides:
            for (const auto& d : m.decision_rights())
                if (own::covers(d.services, service)) found.add(*m.index_of(d.holder));
            break;
    }
    return found.keys(m);
}

}  // namespace concordat
