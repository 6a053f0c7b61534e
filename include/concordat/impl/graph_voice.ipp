// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/network.hpp"
#include "concordat/graph/team.hpp"
#include "concordat/graph/voice.hpp"
#include "concordat/impl/graph_independence.hpp"
#include "concordat/impl/graph_rights.hpp"
#include "concordat/impl/graph_showing.hpp"
#include "concordat/impl/graph_team.ipp"

#include <algorithm>
#include <set>
#include <utility>

namespace concordat {

namespace detail::voices {

/// Ways by which a say travels: participation forwards, advocacy from those spoken for to who speaks.
[[nodiscard]] inline network ways_of_voice(const model& m, bool standing_only) {
    std::vector<std::pair<ends, std::uint32_t>> ways;
    for (const auto& r : m.relations(relation_type::participates_in))
        if (m.holds(r) && r.lundy.all() && (r.standing_route || !standing_only))
            ways.emplace_back(m.ends_of(r), showing::position(m, r));
    for (const auto& r : m.relations(relation_type::advocates_for))
        if (m.holds(r)) ways.emplace_back(ends{m.ends_of(r).to, m.ends_of(r).from}, showing::position(m, r));
    return {m.actors().size(), ways};
}

/// Who is paid for what they do: funded, commissioned or employed by anybody.
[[nodiscard]] inline std::vector<bool> paid(const model& m) {
    std::vector<bool> is_paid(m.actors().size());
    for (const auto type : {relation_type::funds, relation_type::commissions, relation_type::employs})
        for (const auto& r : m.relations(type))
            if (m.holds(r)) is_paid[m.ends_of(r).to] = true;
    return is_paid;
}

/// The public whose say it is: the actors named, or all of level public.
[[nodiscard]] inline std::vector<actor_index> speakers(const model& m, const std::vector<std::string>& from) {
    const auto named = showing::marked(m, from);
    std::vector<actor_index> found;
    for (actor_index a = 0; a < m.actors().size(); ++a)
        if (from.empty() ? m.actors()[a].level == level::public_ : named[a]) found.push_back(a);
    return found;
}

/// Holders of the rights over one of the services, ascending.
[[nodiscard]] inline std::vector<actor_index> deciders(const model& m, std::span<const std::string> services) {
    std::set<actor_index> holders;
    for (const auto& right : m.decision_rights())
        if (const auto holder = m.index_of(right.holder); holder && is_over_one_of(right, services))
            holders.insert(*holder);
    return {holders.begin(), holders.end()};
}

/// Mean of 1 / steps; a body that is the speaker's own counts as one step away.
[[nodiscard]] inline double mean_nearness(const showing::steps& heard, std::span<const actor_index> bodies) {
    double sum = 0;
    for (const auto body : bodies)
        if (heard.reaches(body)) sum += 1.0 / std::max(heard.count[body], 1U);
    return showing::mean(sum, bodies.size());
}

/// A sorted list of pairs (payer, paid), money or not asked for its amount.
[[nodiscard]] inline std::set<std::pair<actor_index, actor_index>> payments(const model& m) {
    std::set<std::pair<actor_index, actor_index>> pairs;
    for (const auto& r : m.relations(relation_type::funds))
        if (m.holds(r)) pairs.insert({m.ends_of(r).from, m.ends_of(r).to});
    return pairs;
}

/// What a family needs at its age.
[[nodiscard]] inline std::vector<std::string> needed_services(const persona& family) {
    std::vector<std::string> needed;
    for (const auto& n : family.needs)
        if (n.ages.contains(family.age)) needed.push_back(n.service);
    return needed;
}

/// Everybody who decides or delivers for a family, ascending; not families themselves.
[[nodiscard]] inline std::vector<actor_index> around(const model& m, const persona& family,
                                                     std::span<const std::string> needed) {
    const auto team = team_around(m, family);
    std::set<actor_index> actors(team.begin(), team.end());
    if (!needed.empty())
        for (const auto holder : deciders(m, needed)) actors.insert(holder);
    std::erase_if(actors, [&](auto a) { return m.actors()[a].level == level::public_; });
    return {actors.begin(), actors.end()};
}

/// Those and their legal entities, less the advocate, which is not weighed against itself.
[[nodiscard]] inline std::vector<actor_index> bodies_facing(const model& m, std::span<const actor_index> around,
                                                            actor_index advocate) {
    std::set<actor_index> bodies;
    for (const auto a : around) {
        if (a == advocate) continue;
        bodies.insert(a);
        bodies.insert(m.legal_entity_of(a));
    }
    bodies.erase(advocate);
    return {bodies.begin(), bodies.end()};
}

/// Who speaks for the public at that age in one of the services (none named: in any), ascending, each with the relation
/// by which it does.
[[nodiscard]] inline std::vector<std::pair<actor_index, std::uint32_t>> advocates(
    const model& m, double age, std::span<const std::string> services) {
    const auto counts = [&](const relation& r) {
        return services.empty() ||
               std::any_of(services.begin(), services.end(), [&](const auto& s) { return r.covers(s); });
    };
    std::vector<std::pair<actor_index, std::uint32_t>> found;
    for (const auto& r : m.relations(relation_type::advocates_for)) {
        const auto [from, to] = m.ends_of(r);
        if (m.holds(r) && r.ages.contains(age) && counts(r) && m.actors()[to].level == level::public_)
            found.emplace_back(from, showing::position(m, r));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end(), [](auto a, auto b) { return a.first == b.first; }),
                found.end());
    return found;
}

/// Judges advocates against bodies, and says what speaks against one.
class advocacy_judge {
public:
    advocacy_judge(const model& m, const std::vector<std::string>& exempt)
        : model_(m), lines_(m, exempt), payments_(payments(m)) {}

    /// Empty when nothing does.
    [[nodiscard]] std::string against(actor_index advocate, std::span<const actor_index> bodies,
                                      independence how) const {
        const auto& name = showing::key(model_, advocate);
        if (!lines_.has_line(advocate)) return name + " has no line at all";
        for (const auto body : bodies) {
            const auto& other = showing::key(model_, body);
            if (const auto shared = lines_.shared(advocate, body, how))
                return showing::text({name, " and ", other, " both answer to ", showing::key(model_, *shared)});
            if (!lines_.has_line(body)) return showing::text({other, " has no line at all"});
            if (!lines_.is_exempt(body) && pays(body, advocate)) return showing::text({other, " funds ", name});
        }
        return {};
    }

    /// The lines that were followed from it, ascending.
    [[nodiscard]] std::vector<std::uint32_t> lines_above(actor_index advocate) const {
        return showing::relations_from(lines_.lines(), std::span(&advocate, 1));
    }

private:
    [[nodiscard]] bool pays(actor_index body, actor_index advocate) const {
        return payments_.contains({body, advocate}) || payments_.contains({body, model_.legal_entity_of(advocate)});
    }

    const model& model_;
    independence_of_lines lines_;
    std::set<std::pair<actor_index, actor_index>> payments_;
};

}  // namespace detail::voices

CONCORDAT_INLINE finding voice_reach::operator()(const model& m) const {
    if (m.decision_rights().empty()) return detail::showing::lacking("the model has no decision rights");
    const auto bodies = detail::voices::deciders(m, services);
    if (bodies.empty()) return detail::showing::lacking("no decision right is over the services asked for");
    const auto starts = detail::voices::speakers(m, from);
    if (starts.empty())
        return detail::showing::lacking(from.empty() ? "no actor is of level public"
                                                     : "none of the actors named in from is in the model");
    const auto ways = detail::voices::ways_of_voice(m, standing_only);
    const auto heard = detail::showing::steps_from(ways, starts, [](actor_index) { return true; });
    const auto is_paid = detail::voices::paid(m);
    const auto directly = detail::showing::steps_from(ways, starts, [&](actor_index a) { return !is_paid[a]; });
    finding f;
    std::size_t near = 0, unheard = 0;
    for (const auto body : bodies) {
        auto rights = detail::rights_of(m, std::span(&body, 1), services);
        if (!heard.reaches(body)) {
            ++unheard;
            f.witnesses.push_back(
                {detail::showing::key(m, body) + ": no route from the public", {}, {body}, std::move(rights)});
            continue;
        }
        if (heard.count[body] <= 2) ++near;
        f.figures.push_back({detail::showing::key(m, body), static_cast<double>(heard.count[body])});
        f.witnesses.push_back(detail::showing::way_to(m, heard, body));
        f.witnesses.back().rights = std::move(rights);
    }
    f.figures.push_back({"within two steps", detail::showing::mean(static_cast<double>(near), bodies.size())});
    f.figures.push_back({"without paid intermediaries", detail::voices::mean_nearness(directly, bodies)});
    f.figures.push_back({"bodies without a route", static_cast<double>(unheard)});
    f.value = detail::voices::mean_nearness(heard, bodies);
    return f;
}

CONCORDAT_INLINE finding independent_advocacy::operator()(const model& m) const {
    if (m.personas().empty()) return detail::showing::lacking("the model has no personas");
    if (mandates(m).empty()) return detail::showing::lacking("no actor has a mandate");
    const detail::voices::advocacy_judge judge(m, exempt);
    finding f;
    double weight = 0, strict = 0, lenient = 0;
    for (const auto& family : m.personas()) {
        const auto needed = detail::voices::needed_services(family);
        const auto around = detail::voices::around(m, family, needed);
        const auto rights = needed.empty() ? std::vector<std::uint32_t>{} : detail::rights_of(m, around, needed);
        const auto found = detail::voices::advocates(m, family.age, services);
        bool any_strict = false, any_lenient = false;
        for (const auto& [advocate, relation] : found) {
            const auto bodies = detail::voices::bodies_facing(m, around, advocate);
            auto against = judge.against(advocate, bodies, detail::independence::strict);
            any_strict = any_strict || against.empty();
            any_lenient = any_lenient || judge.against(advocate, bodies, detail::independence::lenient).empty();
            if (against.empty())
                against = detail::showing::key(m, advocate) + " is independent of all who decide or deliver";
            auto rests_on = judge.lines_above(advocate);
            rests_on.push_back(relation);
            f.witnesses.push_back({family.key + ": " + against, std::move(rests_on), {advocate}, rights});
        }
        if (found.empty())
            f.witnesses.push_back({family.key + ": nobody advocates for the public at this age" +
                                       (services.empty() ? "" : " in " + joined(services, " or ")),
                                   detail::deliveries_of_team(m, family),
                                   {},
                                   rights});
        f.figures.push_back({family.key, any_strict ? 1.0 : 0.0});
        weight += family.weight;
        if (any_strict) strict += family.weight;
        if (any_lenient) lenient += family.weight;
    }
    if (weight <= 0) return detail::showing::lacking("the personas weigh nothing");
    f.figures.push_back({"lenient", lenient / weight});
    f.value = strict / weight;
    return f;
}

}  // namespace concordat
