// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/discretion.hpp"
#include "concordat/impl/graph_rights.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace concordat {

CONCORDAT_INLINE finding local_discretion::operator()(const model& m) const {
    if (m.decision_rights().empty()) return detail::showing::lacking("the model has no decision rights");
    std::array<double, 5> held{};
    finding f;
    double total = 0, near = 0;
    const auto rights = m.decision_rights();
    for (std::uint32_t at_right = 0; at_right < rights.size(); ++at_right) {
        const auto& right = rights[at_right];
        const auto holder = m.index_of(right.holder);
        if (!holder || !detail::is_over_one_of(right, services)) continue;
        const auto where = m.actors()[*holder].level;
        total += right.weight;
        held[static_cast<std::size_t>(where)] += right.weight;
        if (where >= at) near += right.weight;
        f.witnesses.push_back(
            {right.key + ": " + right.holder + " (" + std::string(name(where)) + ")", {}, {*holder}, {at_right}});
    }
    if (total <= 0) return detail::showing::lacking("no decision right over the services asked for has any weight");
    for (std::size_t l = 0; l < held.size(); ++l)
        if (held[l] > 0) f.figures.push_back({std::string(name(static_cast<level>(l))), held[l] / total});
    f.value = near / total;
    return f;
}

}  // namespace concordat
