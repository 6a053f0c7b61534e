// SPDX-License-Identifier: Apache-2.0
// Transfer: what one actor holds of a service passes to another. Only relations that hold on the model's day move; what
// was or may be stays as it is written.
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

inline bool contains(const std::vector<std::string>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Officers through whom the lines of a service run to a body: those who answer to it, directly or through other
/// officers, and those of its own who answer to nobody.
inline holding_of::actor_set officers_of(const model& m, std::string_view service, actor_index body) {
    const holding_of::climbing up(m, service);
    holding_of::actor_set officers(m.actors().size());
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (holding_of::is_officer(m.actors()[a]) && up.above(a).empty() && m.legal_entity_of(a) == body)
            officers.add(a);
    for (bool more = true; more;) {
        more = false;
        for (actor_index a = 0; a < m.actors().size(); ++a) {
            if (officers.has(a) || !holding_of::is_officer(m.actors()[a])) continue;
            const auto above = up.above(a);
            const auto leads_there = [&](actor_index x) { return x == body || officers.has(x); };
            if (std::any_of(above.begin(), above.end(), leads_there)) more = officers.add(a);
        }
    }
    return officers;
}

/// Who delivers a service, and everybody on the front line or in office between them and the bodies they answer to.
inline holding_of::actor_set teams_of(const model& m, std::string_view service) {
    const holding_of::climbing up(m, service);
    auto teams = holding_of::deliverers_of(m, service);
    auto open = teams.members();
    while (!open.empty()) {
        const auto a = open.back();
        open.pop_back();
        for (const auto above : up.above(a))
            if (!holding_of::is_body(m.actors()[above]) && teams.add(above)) open.push_back(above);
    }
    return teams;
}

/// Of several bodies, the team's own legal entity, or all of them where it is none of theirs.
inline std::vector<std::string> targets_for(const bench& b, const std::string& team,
                                            const std::vector<std::string>& to) {
    const auto& own = b.before.find_actor(team)->legal_entity;
    return to.size() > 1 && contains(to, own) ? std::vector<std::string>{own} : to;
}

CONCORDAT_INLINE void move_lines(bench& b, const std::string& service, const std::string& from,
                                 const std::vector<std::string>& to, bool also_directs) {
    const auto& m = b.before;
    auto answered_to = officers_of(m, service, *m.index_of(from));
    answered_to.add(*m.index_of(from));
    const auto teams = teams_of(m, service);
    const auto deliverers = holding_of::deliverers_of(m, service);
    std::vector<std::string> moved;
    for (const auto& r : m.relations(relation_type::accountable_to)) {
        const auto [team, above] = m.ends_of(r);
        if (!m.holds(r) || !r.covers(service) || b.is_gone(r)) continue;
        // An officer's own line stays with the body, unless it is the officer who delivers.
        if (!answered_to.has(above) || (answered_to.has(team) && !deliverers.has(team)) || contains(to, r.from))
            continue;
        const bool named_team = !r.services.empty() && m.actors()[team].level == level::frontline;
        if (!teams.has(team) && !named_team) continue;
        auto line = b.take(r, service, b.services_below(r.from));
        for (const auto& target : targets_for(b, r.from, to)) {
            line.to = target;
            b.put(line);
        }
        if (!contains(moved, r.from)) moved.push_back(r.from);
    }
    if (!also_directs) return;
    for (const auto& r : m.relations(relation_type::directs)) {
        if (!m.holds(r) || !r.covers(service) || b.is_gone(r)) continue;
        if (!answered_to.has(m.ends_of(r).from) || !contains(moved, r.to)) continue;
        auto line = b.take(r, service, b.services_below(r.to));
        for (const auto& target : targets_for(b, r.to, to)) {
            line.from = target;
            b.put(line);
        }
    }
    for (const auto& team : moved)
        for (const auto& target : targets_for(b, team, to)) b.ensure(relation_type::directs, target, team, service);
}

inline status transfer_accountability(bench& b, const transfer_step& s, const std::string& from) {
    if (holding_of::deliverers_of(b.before, s.service).has(*b.before.index_of(from)))
        return b.cannot(modelling::in_quotes(from) + " delivers " + modelling::in_quotes(s.service) + " itself in " +
                            b.before.key() + ", so no line to it can move",
                        "transfer its role \"delivers\" first");
    end_delegation(b, s.service, from);
    move_lines(b, s.service, from, {s.to}, true);
    return {};
}

/// The legal entity of these teams changes, and with it their employer, for all that they do.
inline void take_into_employment(bench& b, const std::string& team, const std::string& from, const std::string& to) {
    actor& moved = *b.edit_actor(team);
    moved.legal_entity = to;
    b.sign(moved);
    bool employed = false;
    for (const auto& r : b.before.relations(relation_type::employs)) {
        if (!b.before.holds(r) || r.to != team) continue;
        if (r.from == to) employed = true;
        if (r.from != from || b.is_gone(r)) continue;
        relation employer = r;
        employer.from = to;
        b.drop(r);
        b.put(std::move(employer));
        employed = true;
    }
    if (employed) return;
    relation employer;
    employer.type = relation_type::employs;
    employer.from = to;
    employer.to = team;
    b.put(std::move(employer));
}

inline void transfer_delivery(bench& b, const transfer_step& s, const std::string& from) {
    const auto owner = *b.before.index_of(from);
    for (const auto team : holding_of::deliverers_of(b.before, s.service).members()) {
        const auto& key = b.before.actors()[team].key;
        if (team != owner && key != s.to && b.before.legal_entity_of(team) == owner)
            take_into_employment(b, key, from, s.to);
    }
    for (const auto& r : b.before.relations(relation_type::delivers)) {
        if (r.from != from || !b.before.holds(r) || !r.covers(s.service)) continue;
        if (b.before.actors()[b.before.ends_of(r).to].level != level::public_) continue;
        auto part = b.take(r, s.service, b.all_services());
        part.from = s.to;
        b.put(std::move(part));
    }
}

inline void transfer_money(bench& b, const transfer_step& s, const std::string& from) {
    const auto type = s.role == holding::funds ? relation_type::funds : relation_type::commissions;
    const auto deliverers = holding_of::deliverers_of(b.before, s.service);
    for (const auto& r : b.before.relations(type)) {
        if (r.from != from || !b.before.holds(r) || !r.covers(s.service)) continue;
        if (!deliverers.has(b.before.ends_of(r).to)) continue;
        auto part = b.take(r, s.service, b.services_below(r.to));
        part.from = s.to;
        b.put(std::move(part));
    }
}

/// A right over several services is divided like a relation, its weight in proportion; the part has the service's key
/// after the right's own.
inline void transfer_rights(bench& b, const transfer_step& s, const std::string& from) {
    std::vector<decision_right> parts;
    for (auto& d : b.decision_rights()) {
        if (d.holder != from || !holding_of::covers(d.services, s.service)) continue;
        auto others = d.services.empty() ? b.all_services() : d.services;
        std::erase(others, s.service);
        b.sign(d);
        if (others.empty()) {
            d.holder = s.to;
            continue;
        }
        decision_right part = d;
        part.key += '.' + s.service;
        part.holder = s.to;
        part.services = {s.service};
        part.weight = d.weight / static_cast<double>(others.size() + 1);
        d.services = std::move(others);
        d.weight -= part.weight;
        parts.push_back(std::move(part));
    }
    std::move(parts.begin(), parts.end(), std::back_inserter(b.decision_rights()));
}

/// For delivery, a body also holds what its own teams deliver.
inline bool holds_role(const bench& b, const transfer_step& s, const std::string& key,
                       const std::vector<std::string>& held) {
    if (contains(held, key)) return true;
    return s.role == holding::delivers && std::any_of(held.begin(), held.end(), [&](const auto& team) {
               return b.before.find_actor(team)->legal_entity == key;
           });
}

/// Whose holding moves; empty when it is where it should be already.
inline result<std::vector<std::string>> losers_of(const bench& b, const transfer_step& s) {
    const auto held = holders(b.before, s.service, s.role);
    const std::string verb(verb_of(s.role));
    if (held.empty())
        return b.cannot("nobody " + verb + ' ' + modelling::in_quotes(s.service) + " in " + b.before.key() +
                        ", so it cannot be transferred");
    if (s.from == "holder") {
        auto losers = held;
        std::erase(losers, s.to);
        return losers;
    }
    if (s.from == s.to || !holds_role(b, s, s.from, held)) {
        if (holds_role(b, s, s.to, held)) return std::vector<std::string>{};
        return b.cannot("from = " + modelling::in_quotes(s.from) + ", but in " + b.before.key() + ' ' +
                            modelling::in_quotes(s.service) + " is " + std::string(passive_of(s.role)) + " by " +
                            listed(held),
                        "from = \"holder\" means whoever does");
    }
    return std::vector<std::string>{s.from};
}

CONCORDAT_INLINE status carry_out(bench& b, const transfer_step& s) {
    if (auto known = b.needs_service(s.service); !known) return known;
    if (auto known = b.needs_actor("to", s.to); !known) return known;
    if (s.from != "holder")
        if (auto known = b.needs_actor("from", s.from); !known) return known;
    const auto losers = losers_of(b, s);
    if (!losers) return fail(losers.error());
    for (const auto& from : *losers) {
        switch (s.role) {
            case holding::accountable:
                if (auto moved = transfer_accountability(b, s, from); !moved) return moved;
                break;
            case holding::delivers:
                transfer_delivery(b, s, from);
                break;
            case holding::funds:
            case holding::commissions:
                transfer_money(b, s, from);
                break;
            case holding::decides:
                transfer_rights(b, s, from);
                break;
        }
    }
    return {};
}

}  // namespace concordat::detail::reforming
