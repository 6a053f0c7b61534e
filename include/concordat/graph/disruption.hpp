// SPDX-License-Identifier: Apache-2.0
/// Disruption (GM30): how much of the network as it works today is broken up and drawn anew. It measures change, not
/// harm: a reform needs some, and the measure cannot tell a good tie lost from a bad one.
#pragma once

#include "concordat/graph/finding.hpp"

#include <string>
#include <vector>

namespace concordat {

/// GM30. Ties in one model only / ties in either, between `before` and the model measured: between 0 (same) and 1
/// (nothing kept). A tie is a relation for one service, or a general one, so that it does not matter how a file bundles
/// services into relations; it is the same by its type, ends, service, ages and role, and counts when it holds on its
/// model's day; an actor is the same by its key, so a renamed one counts as another, as it does in `diff`.
///
/// `layers` says which count, by name; empty for the default: accountability, money, referral, delivery, information
/// and planning, the ties by which those who help work and are run. Delegation is left out because each delegation
/// brings the lines of accountability that it stands for and would count twice; scrutiny and voice because a new
/// inspector or a new say for families breaks up no working tie. Every layer is a figure in any case, as are `lost`
/// (share of the old ties that are gone) and `employer changes` (actors in both models whose legal entity or employers
/// differ, as in a TUPE transfer). A layer that one of the models does not draw in full is named in a witness: more may
/// change there than is counted. O(E log E).
struct disruption {
    static constexpr measure_info info{
        .key = "disruption",
        .unit = "share",
        .better = sense::lower,
        .id = "GM30",
        .title = "Disruption distance",
        .formula =
            "ties, each for one service, in only one of the two models / ties in either, over the layers by which "
            "services work and are run",
        .criticism = "Reform needs change; no change is not best as such.",
        .source =
            "Set distance on labelled relations; the chair of the CELCIS steering group on working relationships."};
    const model* before = nullptr;  ///< not owned; must outlive the measure. Null: the finding is missing
    std::vector<std::string> layers{};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_disruption.ipp"
#endif
