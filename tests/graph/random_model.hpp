// SPDX-License-Identifier: Apache-2.0
/// Random valid models, small enough for brute force and odd enough to catch what drawn examples miss: parallel and
/// dated relations, general and named services, circles, bodies that nobody reaches, families without help.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/model/model.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace concordat::testing {

/// How large and how dense. `ties` is the mean number of relations of each type that an actor starts.
struct random_shape {
    std::size_t actors = 8;
    std::size_t services = 4;
    std::size_t personas = 3;
    double ties = 1.0;
    bool accountability_without_circles = false;
};

namespace detail {

/// Draws of one model, with the few shapes of choice that it needs.
class dice {
public:
    explicit dice(std::uint64_t seed) : stream_(seed, purpose::test, 0) {}
    [[nodiscard]] std::size_t below(std::size_t n) {
        return static_cast<std::size_t>(stream_.uniform() * static_cast<double>(n));
    }
    [[nodiscard]] bool chance(double odds) { return stream_.uniform() < odds; }

private:
    concordat::stream stream_;
};

/// Two digits, so that the order of keys is the order of numbers.
inline std::string numbered(const char* stem, std::size_t i) {
    return std::string(stem) + static_cast<char>('0' + i / 10) + static_cast<char>('0' + i % 10);
}

inline age_span random_ages(dice& d) {
    static constexpr double bounds[] = {0, 5, 12, 16, 18, 21, 26, 200};
    if (d.chance(0.5)) return {};
    const std::size_t first = d.below(7);
    return {bounds[first], bounds[first + 1 + d.below(7 - first)]};
}

inline std::vector<std::string> random_services(dice& d, std::size_t services) {
    std::vector<std::string> chosen;
    for (std::size_t s = 0; s < services; ++s)
        if (d.chance(0.3)) chosen.push_back(numbered("service", s));
    return chosen;
}

/// The last actor is the public; the one before has a mandate; every third belongs to the body before it.
inline std::vector<actor> random_actors(dice& d, std::size_t count) {
    static constexpr level levels[] = {level::national, level::regional, level::local, level::frontline,
                                       level::frontline};
    std::vector<actor> actors;
    for (std::size_t i = 0; i < count; ++i) {
        actor a;
        a.key = numbered("actor", i);
        a.name = a.key;
        a.kind = "body";
        a.level = i + 1 == count ? level::public_ : levels[d.below(5)];
        a.legal_entity = a.key;
        if (i % 3 == 2 && i + 1 < count) a.legal_entity = actors.back().legal_entity;
        a.team = i > 0 && d.chance(0.2) ? actors.back().team : a.key;
        if (d.chance(0.5)) a.sector = d.chance(0.5) ? "health" : "local_government";
        a.mandate = i + 2 == count || (i + 1 < count && d.chance(0.15));
        actors.push_back(std::move(a));
    }
    return actors;
}

inline relation random_relation(dice& d, const random_shape& shape, relation_type type, std::size_t from,
                                std::size_t to) {
    relation r;
    r.type = type;
    r.from = numbered("actor", from);
    r.to = numbered("actor", to);
    r.services = random_services(d, shape.services);
    r.ages = random_ages(d);
    if (d.chance(0.1)) r.status = standing::proposed;
    if (d.chance(0.1)) r.in_force.to = date{2020, 1, 1};
    if (type == relation_type::funds && d.chance(0.8)) {
        r.amount = amount{static_cast<double>(1 + d.below(9)), "GBP_m/year", 2022};
        if (d.chance(0.5)) r.term = static_cast<double>(1 + d.below(5));
    }
    if (type == relation_type::delivers && d.chance(0.4))
        r.role = d.chance(0.5) ? practice_role::named_person : practice_role::lead_professional;
    if (type == relation_type::participates_in) {
        r.standing_route = d.chance(0.7);
        const bool all = d.chance(0.7);
        r.lundy = {true, all, true, all};
    }
    return r;
}

/// Without duplicates; each actor's help goes to the public as often as to a body.
inline std::vector<relation> random_relations(dice& d, const random_shape& shape) {
    std::vector<relation> relations;
    std::vector<std::string> seen;
    const auto tries = static_cast<std::size_t>(shape.ties * static_cast<double>(shape.actors) + 0.5);
    for (std::size_t t = 0; t < relation_type_count; ++t)
        for (std::size_t i = 0; i < tries; ++i) {
            const auto type = static_cast<relation_type>(t);
            std::size_t from = d.below(shape.actors), to = d.below(shape.actors);
            if (type == relation_type::delivers && d.chance(0.5)) to = shape.actors - 1;
            if (from == to) continue;
            const bool upwards = type == relation_type::accountable_to && shape.accountability_without_circles;
            if ((upwards || is_symmetric(type)) && to < from) std::swap(from, to);
            auto r = random_relation(d, shape, type, from, to);
            const auto name = identity(r);
            if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
            seen.push_back(name);
            relations.push_back(std::move(r));
        }
    return relations;
}

inline persona random_persona(dice& d, const random_shape& shape, std::size_t i) {
    persona p;
    p.key = numbered("family", i);
    p.title = p.key;
    p.weight = static_cast<double>(1 + i) / static_cast<double>(shape.personas * (shape.personas + 1) / 2);
    p.age = static_cast<double>(d.below(20));
    for (std::size_t s = 0; s < shape.services; ++s) {
        if (!d.chance(0.6)) continue;
        need n{numbered("service", s), random_ages(d), {}};
        if (d.chance(0.2)) n.recipient_age = static_cast<double>(20 + d.below(40));
        p.needs.push_back(std::move(n));
    }
    if (p.needs.empty()) p.needs.push_back({numbered("service", 0), {}, {}});
    const std::size_t first = d.below(shape.actors - 1);
    p.entries.push_back(numbered("actor", first));
    if (shape.actors > 2 && d.chance(0.4)) p.entries.push_back(numbered("actor", (first + 1) % (shape.actors - 1)));
    return p;
}

}  // namespace detail

/// The parts of the model of a seed; the same seed and shape give the same parts. `actors` from 3 to 99.
[[nodiscard]] inline model_parts random_parts(std::uint64_t seed, const random_shape& shape = {}) {
    detail::dice d(seed);
    model_parts parts;
    parts.key = "random";
    parts.title = "Drawn by lot";
    parts.as_of = {2023, 10, 1};
    parts.kinds = {{"body", "Body", "org:Organization"}};
    for (std::size_t s = 0; s < shape.services; ++s)
        parts.services.push_back({detail::numbered("service", s), "Service", s == 0 && d.chance(0.5)});
    parts.actors = detail::random_actors(d, shape.actors);
    parts.relations = detail::random_relations(d, shape);
    for (std::size_t p = 0; p < shape.personas; ++p) parts.personas.push_back(detail::random_persona(d, shape, p));
    for (std::size_t q = 0; q < shape.services; ++q)
        parts.decision_rights.push_back({detail::numbered("right", q),
                                         "Right",
                                         detail::numbered("actor", d.below(shape.actors)),
                                         static_cast<double>(1 + d.below(3)),
                                         {detail::numbered("service", q)},
                                         {},
                                         {}});
    return parts;
}

/// The model of a seed.
[[nodiscard]] inline model random_model(std::uint64_t seed, const random_shape& shape = {}) {
    return model::make(random_parts(seed, shape)).value();
}

}  // namespace concordat::testing
