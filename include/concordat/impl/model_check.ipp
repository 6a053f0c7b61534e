// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/model_check.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace concordat::detail::checking {

/// A list in order of key: forms and doubles. The second of a pair is reported, and names the place of the first.
template <class Things>
void check_list(inspection& in, std::string_view what, const Things& things, const auto& where_of) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        in.identifier(label("the key", what, things[i].key), things[i].key, where_of(things[i]));
        if (i == 0 || things[i].key != things[i - 1].key) continue;
        in.report(errc::duplicate_key,
                  std::string(what) + ' ' + modelling::in_quotes(things[i].key) + " stands twice, here and at " +
                      modelling::place_text(where_of(things[i - 1])) + ", expected each key once",
                  {}, where_of(things[i]));
    }
}

/// Personas and decision rights keep the order they are written in.
template <class Things>
auto in_order_of_key(const Things& things) {
    auto sorted = things;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return sorted;
}

inline origin own_place(const auto& thing) { return thing.where; }

inline void check_actor_keys(inspection& in) { check_list(in, "actor", in.parts.actors, own_place<actor>); }

inline void check_right_keys(inspection& in) {
    check_list(in, "decision right", in_order_of_key(in.parts.decision_rights), own_place<decision_right>);
}

inline void check_source_keys(inspection& in) {
    check_list(in, "source", in.parts.sources, own_place<source>);
    check_list(in, "assumption", in.parts.assumptions, own_place<assumption>);
}

CONCORDAT_INLINE void check_keys(inspection& in) {
    const auto unknown = [](const auto&) { return origin{}; };
    // A model made by a reform has the reform's name after a plus sign.
    for (std::string_view rest = in.parts.key;;) {
        const auto plus = rest.find('+');
        in.identifier(label("the key", "model", in.parts.key), rest.substr(0, plus), {});
        if (plus == std::string_view::npos) break;
        rest.remove_prefix(plus + 1);
    }
    check_list(in, "kind", in.parts.kinds, unknown);
    check_list(in, "service", in.parts.services, unknown);
    check_source_keys(in);
    check_actor_keys(in);
    check_list(in, "persona", in_order_of_key(in.parts.personas), own_place<persona>);
    check_right_keys(in);
}

CONCORDAT_INLINE void check_actors(inspection& in) {
    for (const auto& a : in.parts.actors) {
        const label whose("", "actor", a.key);
        if (modelling::find_by_key(in.parts.kinds, a.kind) == nullptr)
            in.report(errc::not_in_vocabulary,
                      whose.of("kind").text() + " = " + modelling::in_quotes(a.kind) +
                          ", but the vocabulary has no such kind",
                      modelling::nearest_of(a.kind, in.parts.kinds), a.where);
        if (a.legal_entity != a.key) in.actor(whose.of("legal_entity"), a.legal_entity, a.where);
        if (a.team != a.key) in.identifier(whose.of("the team"), a.team, a.where);
        if (!a.sector.empty()) in.identifier(whose.of("the sector"), a.sector, a.where);
        in.card(whose, a.evidence, a.where);
    }
}

/// Equal in type, ends, services, ages and role. Parts are sorted as written, so a symmetric relation drawn both ways
/// round is found in a second order.
inline void check_doubles(inspection& in) {
    std::vector<const relation*> order(in.parts.relations.size());
    std::transform(in.parts.relations.begin(), in.parts.relations.end(), order.begin(),
                   [](const auto& r) { return &r; });
    const auto earlier = [](const relation* a, const relation* b) {
        return modelling::compare(modelling::identity_view_of(*a, true), modelling::identity_view_of(*b, true)) < 0;
    };
    std::stable_sort(order.begin(), order.end(), earlier);
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (!modelling::same_identity(*order[i - 1], *order[i])) continue;
        in.report(errc::duplicate_relation,
                  "relation " + identity(*order[i]) + " stands twice, here and at " +
                      modelling::place_text(order[i - 1]->where) +
                      ", expected one relation of the same type, ends, services, ages and role",
                  {}, order[i]->where);
    }
}

inline void check_money(inspection& in, const relation& r, const label& whose) {
    if (r.term) in.not_negative(whose.of("the term"), *r.term, "years", r.where);
    if (!r.amount) return;
    if (r.type != relation_type::funds)
        in.report(errc::conflicting_keys,
                  whose.text() + " has an amount of " + modelling::amount_text(*r.amount) +
                      ", expected amounts on `funds` only",
                  {}, r.where);
    in.not_negative(whose.of("the amount"), r.amount->value, "an amount", r.where);
    if (r.amount->unit.empty())
        in.report(errc::missing_value,
                  whose.of("the amount").text() + " is " + modelling::number_text(r.amount->value) +
                      " without a unit, expected one",
                  "for example unit = \"GBP_m/year\"", r.where);
}

inline void check_relation(inspection& in, const relation& r) {
    const label whose("", r);
    in.actor(whose.of("from"), r.from, r.where);
    in.actor(whose.of("to"), r.to, r.where);
    if (r.from == r.to)
        in.report(
            errc::self_relation,
            whose.text() + " goes from " + modelling::in_quotes(r.from) + " to itself, expected two different actors",
            {}, r.where);
    in.services(whose.of("services"), r.services, r.where);
    in.ages(whose.of("the ages"), r.ages, r.where);
    if (r.in_force.from && r.in_force.to && !(*r.in_force.from < *r.in_force.to))
        in.report(
            errc::bad_interval,
            whose.text() + " is in force " + modelling::span_text(r.in_force) + ", expected an end after the start", {},
            r.where);
    check_money(in, r, whose);
    in.card(whose, r.evidence, r.where);
}

CONCORDAT_INLINE void check_relations(inspection& in) {
    for (const auto& r : in.parts.relations) check_relation(in, r);
    check_doubles(in);
}

CONCORDAT_INLINE void check_personas(inspection& in) {
    double sum = 0;
    for (const auto& p : in.parts.personas) {
        const label whose("", "persona", p.key);
        if (!(p.weight >= 0 && p.weight <= 1))
            in.report(std::isfinite(p.weight) ? errc::out_of_range : errc::not_a_number,
                      whose.of("the weight").text() + " is " + modelling::number_text(p.weight) + ", expected 0 to 1",
                      {}, p.where);
        sum += p.weight;
        in.age(whose.of("the age"), p.age, p.where);
        for (const auto& n : p.needs) {
            in.service(whose.of("needs"), n.service, p.where);
            const std::string need = "the need for " + modelling::in_quotes(n.service);
            in.ages(whose.of("the ages of " + need), n.ages, p.where);
            if (n.recipient_age) in.age(whose.of("the recipient_age of " + need), *n.recipient_age, p.where);
        }
        for (const auto& entry : p.entries) in.actor(whose.of("entries"), entry, p.where);
        in.card(whose, p.evidence, p.where);
    }
    if (in.parts.personas.empty() || std::fabs(sum - 1) <= 1e-9) return;
    in.report(errc::weights_do_not_sum,
              "the weights of the personas sum to " + modelling::number_text(sum) + ", expected 1",
              "a weight is the share of families of this type", in.parts.personas.front().where);
}

CONCORDAT_INLINE void check_rights(inspection& in) {
    for (const auto& d : in.parts.decision_rights) {
        const label whose("", "decision right", d.key);
        in.actor(whose.of("holder"), d.holder, d.where);
        if (!(d.weight > 0 && std::isfinite(d.weight)))
            in.report(std::isfinite(d.weight) ? errc::out_of_range : errc::not_a_number,
                      whose.of("the weight").text() + " is " + modelling::number_text(d.weight) +
                          ", expected a number above 0",
                      {}, d.where);
        in.services(whose.of("services"), d.services, d.where);
        in.card(whose, d.evidence, d.where);
    }
}

CONCORDAT_INLINE void check_sources(inspection& in) {
    for (const auto& a : in.parts.assumptions)
        if (a.level != 0 && a.level != 1)
            in.report(errc::out_of_range,
                      "the level of assumption " + modelling::in_quotes(a.key) + " is " + std::to_string(a.level) +
                          ", expected 0 or 1",
                      "what a source says is no assumption: give it evidence of its own", a.where);
    for (const auto& c : in.parts.conflicts)
        for (const auto& key : c.sources)
            if (modelling::find_by_key(in.parts.sources, key) == nullptr)
                in.report(errc::dangling_reference,
                          "sources of a conflict = " + modelling::in_quotes(key) + ", but no source has this key",
                          modelling::nearest_of(key, in.parts.sources), c.where);
}

CONCORDAT_INLINE std::vector<error> mistakes_in(const model_parts& parts) {
    inspection in{parts};
    check_keys(in);
    check_sources(in);
    check_actors(in);
    check_relations(in);
    check_personas(in);
    check_rights(in);
    return std::move(in.found);
}

CONCORDAT_INLINE std::vector<error> mistakes_in(const model_parts& parts, const touched_parts& touched) {
    inspection in{parts};
    if (touched.actors) check_actor_keys(in);
    if (touched.decision_rights) check_right_keys(in);
    if (touched.actors) check_actors(in);
    for (const auto* r : touched.relations) check_relation(in, *r);
    if (touched.personas) check_personas(in);
    if (touched.decision_rights) check_rights(in);
    return std::move(in.found);
}

CONCORDAT_INLINE std::vector<error> mistakes_in_sources(const model_parts& parts) {
    inspection in{parts};
    check_source_keys(in);
    check_sources(in);
    return std::move(in.found);
}

}  // namespace concordat::detail::checking
