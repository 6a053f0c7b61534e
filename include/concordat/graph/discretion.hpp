// SPDX-License-Identifier: Apache-2.0
/// Room to act (GM23): where the rights to decide lie. A formal right is not a used right.
#pragma once

#include "concordat/graph/finding.hpp"

#include <string>
#include <vector>

namespace concordat {

/// GM23. Share of the decision rights, by weight, whose holder stands at `at` or closer to families; `local` by
/// default, so that councils, teams and families themselves count. Between 0 and 1. `services` keeps to the rights over
/// one of them (general rights are over all; empty: every right). The share of each level is a figure. O(decision
/// rights).
struct local_discretion {
    static constexpr measure_info info{
        .key = "local_discretion",
        .unit = "share",
        .better = sense::contested,
        .id = "GM23",
        .title = "Local discretion",
        .formula = "weight of the decision rights held at or below the locality / weight of all decision rights",
        .criticism = "A formal right is not a used right, and room to act conflicts with consistency.",
        .source = "Decision rights in the way of the institutional grammar, Crawford & Ostrom (1995)."};
    std::vector<std::string> services{};
    level at = level::local;
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_discretion.ipp"
#endif
