// SPDX-License-Identifier: Apache-2.0
/// Three areas and two arrangements, for tests. North is certain, south is known from background only, the isles are
/// not known at all.
#pragma once

#include "concordat/model/area.hpp"

#include <string>
#include <utility>

namespace concordat::testing {

[[nodiscard]] inline evidence card_of_level(int level) {
    evidence card;
    card.sources = {"scheme"};
    card.level = level;
    return card;
}

[[nodiscard]] inline delegation span_of(std::string service, delegation_state state, int level,
                                        std::optional<int> from = 2016, std::optional<int> to = {}) {
    delegation d;
    d.service = std::move(service);
    d.state = state;
    d.from = from;
    d.to = to;
    if (state != delegation_state::unknown) d.evidence = card_of_level(level);
    return d;
}

[[nodiscard]] inline area area_of(std::string key, double persons, double children,
                                  std::vector<delegation> delegations) {
    area a;
    a.key = std::move(key);
    a.name = a.key;
    a.population = area_figure{persons, "persons", 2022, {}};
    a.population_under_18 = area_figure{children, "persons", 2022, {}};
    a.delegations = std::move(delegations);
    return a;
}

/// Social work is handed over whole, or not at all: models "whole" and "none".
[[nodiscard]] inline area_table small_areas() {
    using enum delegation_state;
    area_table t;
    t.key = "areas.small";
    t.title = "Three areas";
    t.known_services = {"social_work", "child_health", "justice"};
    t.services = {"social_work"};
    t.arrangements = {{"none", {}, false, {}, {}, {}}, {"whole", {"social_work"}, false, {}, {}, {}}};
    t.unknown.value = 0.5;
    t.background.value = 0.8;
    t.areas = {area_of("north", 100, 30, {span_of("social_work", delegated, 4)}),
               area_of("south", 300, 50, {span_of("social_work", not_delegated, 1)}),
               area_of("isles", 100, 20, {span_of("social_work", unknown, 0)})};
    return t;
}

}  // namespace concordat::testing
