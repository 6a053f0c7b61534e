// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/access.hpp"
#include "concordat/impl/graph_routes.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail {

/// What the hand-offs of one family come to.
struct family_reach {
    const routes::family_routes* family = nullptr;
    std::vector<routes::way_to_help> ways;
    double reach = 0;
};

[[nodiscard]] inline std::vector<family_reach> reach_of(const std::vector<routes::family_routes>& families,
                                                        const std::vector<std::uint32_t>& units) {
    std::vector<family_reach> all;
    all.reserve(families.size());
    for (const auto& f : families) {
        family_reach one{&f, routes::ways_to_help(f, units), 0};
        for (const auto& way : one.ways)
            if (way.handoffs) one.reach += 1.0 / (1.0 + *way.handoffs);
        one.reach /= static_cast<double>(one.ways.size());
        all.push_back(std::move(one));
    }
    return all;
}

/// Appends what a reader checks by eye: each need's hand-offs, and its way.
inline void show_ways(const model& m, const family_reach& one, finding& f) {
    for (const auto& way : one.ways) {
        if (way.handoffs)
            f.figures.push_back(
                {"hand-offs of " + one.family->family->key + " to " + way.need->what->service, double(*way.handoffs)});
        f.witnesses.push_back(routes::told(m, *one.family, way));
    }
}

/// Ages between 0 and 18 at which anything about these spans may change, ascending, both ends included.
[[nodiscard]] inline std::vector<double> childhood_cuts(const std::vector<age_span>& spans) {
    std::vector<double> cuts{0, 18};
    for (const auto& s : spans)
        for (const double at : {s.from, s.to})
            if (at > 0 && at < 18) cuts.push_back(at);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

/// The deliveries to the public that hold, of which a role is one attribute.
[[nodiscard]] inline std::vector<const relation*> public_deliveries(const model& m) {
    std::vector<const relation*> found;
    for (const auto& r : m.relations(relation_type::delivers))
        if (m.holds(r) && m.actors()[m.ends_of(r).to].level == level::public_) found.push_back(&r);
    return found;
}

/// Who has the role at that age through one of these deliveries, each once.
[[nodiscard]] inline std::vector<actor_index> in_role(const model& m, const std::vector<const relation*>& deliveries,
                                                      practice_role role, double age) {
    std::vector<actor_index> found;
    for (const auto* r : deliveries)
        if (r->role == role && r->ages.contains(age)) found.push_back(m.ends_of(*r).from);
    sort_and_unify(found);
    return found;
}

/// Years of childhood in which a family is helped by several organisations, and those of them with exactly one lead.
struct lead_years {
    double several = 0;
    double led = 0;
};

[[nodiscard]] inline lead_years lead_years_of(const model& m, const persona& family,
                                              const std::vector<const relation*>& deliveries) {
    std::vector<age_span> spans;
    for (const auto* r : deliveries) spans.push_back(r->ages);
    for (const auto& n : family.needs) spans.push_back(n.ages);
    const auto cuts = childhood_cuts(spans);
    lead_years years;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const double age = cuts[i];
        auto organisations = team_around(m, family, age);
        for (auto& member : organisations) member = m.legal_entity_of(member);
        sort_and_unify(organisations);
        if (organisations.size() < 2) continue;
        std::vector<const relation*> of_this_family;
        for (const auto* r : deliveries)
            if (std::any_of(family.needs.begin(), family.needs.end(),
                            [&](const need& n) { return n.ages.contains(age) && r->covers(n.service); }))
                of_this_family.push_back(r);
        years.several += cuts[i + 1] - age;
        if (in_role(m, of_this_family, practice_role::lead_professional, age).size() == 1)
            years.led += cuts[i + 1] - age;
    }
    return years;
}

/// The lead-professional rate, over the personas that several organisations help at some age.
[[nodiscard]] inline std::optional<double> lead_professional_rate(const model& m,
                                                                  const std::vector<const relation*>& deliveries) {
    double rate = 0, weight = 0;
    for (const auto& family : m.personas()) {
        const auto years = lead_years_of(m, family, deliveries);
        if (!(years.several > 0)) continue;
        rate += family.weight * (years.led / years.several);
        weight += family.weight;
    }
    return weight > 0 ? std::optional(rate / weight) : std::nullopt;
}

}  // namespace detail

CONCORDAT_INLINE finding reach_efficiency::operator()(const model& m) const {
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    double reach = 0, handoffs = 0, reached = 0;
    finding f;
    f.figures = {{"mean hand-offs", 0}, {"share out of reach", 0}};
    for (const auto& one : detail::reach_of(families, units_of(m, boundary))) {
        reach += one.family->weight * one.reach;
        f.figures.push_back({"reach of " + one.family->family->key, one.reach});
        for (const auto& way : one.ways) {
            const double weight = one.family->weight_of_need();
            if (way.handoffs) {
                handoffs += weight * *way.handoffs;
                reached += weight;
            } else {
                f.figures[1].value += weight;
            }
        }
        detail::show_ways(m, one, f);
    }
    f.value = reach;
    if (reached > 0)
        f.figures[0].value = handoffs / reached;
    else
        f.figures.erase(f.figures.begin());
    return f;
}

CONCORDAT_INLINE finding worst_off_reach::operator()(const model& m) const {
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    const auto all = detail::reach_of(families, units_of(m, boundary));
    const auto worst =
        std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.reach < b.reach; });
    finding f;
    f.value = worst->reach;
    for (const auto& one : all) f.figures.push_back({"reach of " + one.family->family->key, one.reach});
    detail::show_ways(m, *worst, f);
    return f;
}

CONCORDAT_INLINE finding coverage::operator()(const model& m) const {
    CONCORDAT_ASSERT(handoffs >= 0);
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    double covered = 0, reached = 0;
    finding f;
    f.figures = {{"coverage at any distance", 0}};
    for (const auto& one : detail::reach_of(families, units_of(m, boundary))) {
        std::size_t within = 0, at_all = 0;
        for (const auto& way : one.ways) {
            const bool near = way.handoffs && *way.handoffs <= handoffs;
            within += near ? 1 : 0;
            at_all += way.handoffs ? 1 : 0;
            f.witnesses.push_back(detail::routes::told(m, *one.family, way));
        }
        const auto needs = static_cast<double>(one.ways.size());
        covered += one.family->weight * (static_cast<double>(within) / needs);
        reached += one.family->weight * (static_cast<double>(at_all) / needs);
        f.figures.push_back({"coverage of " + one.family->family->key, static_cast<double>(within) / needs});
    }
    f.value = covered;
    f.figures[0].value = reached;
    return f;
}

CONCORDAT_INLINE finding named_person_continuity::operator()(const model& m) const {
    const auto deliveries = detail::public_deliveries(m);
    std::vector<age_span> spans;
    for (const auto* r : deliveries)
        if (r->role == practice_role::named_person) spans.push_back(r->ages);
    const auto cuts = detail::childhood_cuts(spans);
    double none = 0, one = 0, several = 0;
    finding f;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const double years = cuts[i + 1] - cuts[i];
        const auto named = detail::in_role(m, deliveries, practice_role::named_person, cuts[i]);
        (named.empty() ? none : named.size() == 1 ? one : several) += years;
        auto text = "from " + shortest(cuts[i]) + " to " + shortest(cuts[i + 1]) + ": " +
                    (named.empty() ? "nobody" : detail::showing::keys(m, named, " and "));
        f.witnesses.push_back({std::move(text), {}, named});
        for (const auto* r : deliveries)
            if (r->role == practice_role::named_person && r->ages.contains(cuts[i]))
                f.witnesses.back().relations.push_back(detail::showing::position(m, *r));
    }
    const auto all = m.relations(relation_type::delivers);
    if (std::any_of(all.begin(), all.end(), [](const relation& r) { return r.role == practice_role::named_person; }))
        f.value = one / 18;
    else
        f.missing = "nobody is drawn in the role of named person, which other systems need not have";
    f.figures = {{"gap share", none / 18}, {"duplicate share", several / 18}};
    if (const auto rate = detail::lead_professional_rate(m, deliveries))
        f.figures.push_back({"lead-professional rate", *rate});
    return f;
}

CONCORDAT_INLINE finding gatekeepers::operator()(const model& m) const {
    const auto families = detail::routes::families_with_needs(m);
    if (families.empty()) return detail::showing::lacking(detail::routes::no_family_in_need);
    const auto units = units_of(m, unit_boundary::team);
    double gates = 0, reached = 0;
    std::vector<std::uint32_t> open;  // what leads to help with no gatekeeper on the way
    finding f;
    f.figures = {{"share out of reach", 0}};
    for (const auto& family : families) {
        const auto weight = family.weight_of_need();
        const auto dominators = detail::routes::dominators_of(family);
        auto ways = detail::routes::ways_to_help(family, units);
        for (std::size_t i = 0; i < family.needs.size(); ++i) {
            const auto& n = family.needs[i];
            auto& on_way = ways[i].relations;
            auto passed = detail::routes::must_pass(dominators[n.web], n.deliverers);
            if (!passed) {
                f.figures[0].value += weight;
                f.witnesses.push_back(detail::routes::out_of_reach(m, family, n));
                continue;
            }
            std::erase_if(*passed, [&](actor_index a) {
                return family.is_door(a) || std::binary_search(n.deliverers.begin(), n.deliverers.end(), a);
            });
            gates += weight * static_cast<double>(passed->size());
            reached += weight;
            f.figures.push_back({"gatekeepers of " + family.family->key + " to " + n.what->service,
                                 static_cast<double>(passed->size())});
            if (!passed->empty())
                f.witnesses.push_back({detail::routes::about_need(family, n) + "only through " +
                                           detail::showing::keys(m, *passed, ", then "),
                                       std::move(on_way), *passed});
            else
                open.insert(open.end(), on_way.begin(), on_way.end());
        }
    }
    if (!(reached > 0))
        return detail::showing::lacking("no need of any persona can be reached, so nobody keeps a gate to it");
    f.value = gates / reached;
    detail::sort_and_unify(open);
    if (f.witnesses.empty())
        f.witnesses.push_back({"nobody stands alone between a family and what it needs", std::move(open), {}});
    return f;
}

CONCORDAT_INLINE finding practitioner_multiplicity::operator()(const model& m) const {
    double members = 0, weight = 0;
    finding f;
    for (const auto& family : m.personas()) {
        if (std::none_of(family.needs.begin(), family.needs.end(),
                         [&](const need& n) { return n.ages.contains(family.age); }))
            continue;
        auto team = team_around(m, family);
        members += family.weight * static_cast<double>(team.size());
        weight += family.weight;
        f.figures.push_back({"team of " + family.key, static_cast<double>(team.size())});
        auto text = family.key + ": " + (team.empty() ? "nobody" : detail::showing::keys(m, team));
        f.witnesses.push_back({std::move(text), detail::deliveries_of_team(m, family), std::move(team)});
    }
    if (!(weight > 0)) return detail::showing::lacking(detail::routes::no_family_in_need);
    f.value = members / weight;
    return f;
}

}  // namespace concordat
