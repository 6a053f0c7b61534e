// SPDX-License-Identifier: Apache-2.0
/// What happens when something is lost: a referral link (GM05), an actor that families depend on (GM06), a body that
/// others talk through (GM24); and how far one hub holds others together (GM25). Redundancy raises reliability and is
/// also called duplication (Landau 1969), so most of these are contested. Relations have no capacity here: a second way
/// counts in full.
#pragma once

#include "concordat/core/sense.hpp"
#include "concordat/graph/finding.hpp"
#include "concordat/model/vocabulary.hpp"

#include <vector>

namespace concordat {

/// GM05. How many ways of referrals to a need share no link: the least number of links whose loss cuts the family off
/// (Menger 1927). Weighted mean over the needs that take a referral, from 0; a need that cannot be reached has none.
/// Several relations from one actor to another are one link, and needs met where the family comes in are left out,
/// since no link can be lost. Figures: share with two or more, share met at an entry, and each need. Witness: the links
/// of a least cut. For the version that counts actors instead of links see `gatekeepers`. O(personas · needs · routes ·
/// relations).
struct disjoint_routes {
    static constexpr measure_info info{
        .key = "disjoint_routes",
        .unit = "routes",
        .better = sense::contested,
        .id = "GM05",
        .title = "Edge-disjoint routes to help",
        .formula =
            "weighted mean, over needs that take a referral, of the maximum flow from entries to deliverers over "
            "referral links of capacity 1",
        .criticism = "Two are better than one; beyond that redundancy may be duplication (Landau against clutter).",
        .source = "Menger 1927; Landau 1969; Miranda & Lerner 1995",
        .reads = {layer::referral, layer::delivery}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM06. The share of needs, weighted, that can be reached at any distance and could not be without one actor; the
/// worst actor decides, 0 to 1. The actor is lost as an entry, as a referrer and as a deliverer. Figures: every actor
/// whose loss costs anything, worst first. Witness: what is lost with the worst. An actor is one body or team as drawn;
/// a legal entity does not take its teams with it. O(personas · relations · log actors): the actors on every way are
/// dominators.
struct failure_impact {
    static constexpr measure_info info{
        .key = "failure_impact",
        .unit = "share",
        .better = sense::lower,
        .id = "GM06",
        .title = "Single-organisation failure impact",
        .formula =
            "maximum over actors of the weighted share of needs that cannot be reached without the actor and can with "
            "it",
        .criticism = "Statutory bodies cannot fail as firms do; a second body on paper may have no room.",
        .source = "Landau 1969; Miranda & Lerner 1995",
        .reads = {layer::referral, layer::delivery}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM24. Share of the actors with any tie whose removal parts others that were joined, 0 to 1. The ties are those of
/// `layers` together, without direction; each layer counts by its own type in the study's notation: `accountable_to`,
/// `delegates_to`, `funds`, `refers_to`, `delivers`, `shares_information_with`, `plans_jointly_with`, `inspects`,
/// `advocates_for`. Figures: how many points, actors and components. Witness: each point, and whom it joins to the
/// rest. O(actors + relations), and as much again for each point.
struct articulation_points {
    static constexpr measure_info info{
        .key = "articulation_points",
        .unit = "share",
        .better = sense::contested,
        .id = "GM24",
        .title = "Articulation points",
        .formula =
            "actors whose removal disconnects the network of accountability, information and planning, divided by the "
            "actors in it",
        .criticism = "Brokers can be by design; a tie on paper may not carry contact.",
        .source = "biconnected components, Hopcroft & Tarjan 1973"};
    std::vector<layer> layers{layer::accountability, layer::information, layer::planning};  ///< at least one
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM25. Freeman's betweenness centralisation of the largest component of the ties of `layers`, as for GM24: the sum
/// over actors of the greatest relative betweenness minus theirs, divided by n - 1. 0 when all are alike, 1 for a star.
/// Of components of equal size, the one with the earliest actor; a component of fewer than three has no betweenness,
/// and the finding is missing. The witness labels the network in the terms of Provan & Kenis (2008): below `high`,
/// shared governance; from there on, a lead organisation when the hub itself delivers to the public, else a network
/// administrative organisation. The study gives no threshold; half a star is this library's convention. O(actors ·
/// relations), Brandes (2001).
struct hub_centralisation {
    static constexpr measure_info info{
        .key = "hub_centralisation",
        .unit = "index",
        .better = sense::contested,
        .id = "GM25",
        .title = "Betweenness centralisation",
        .formula =
            "sum of (greatest relative betweenness - each actor's) / (n - 1), on the largest component of the network "
            "of "
            "accountability, information and planning",
        .criticism =
            "Effective networks were centralised in one study and cliquish in another; trust and consensus, on which "
            "modes of governance depend, are not in the graph.",
        .source = "Freeman 1977; Brandes 2001; modes of Provan & Kenis 2008"};
    std::vector<layer> layers{layer::accountability, layer::information, layer::planning};  ///< at least one
    double high = 0.5;                                                                      ///< 0 to 1
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_resilience.ipp"
#endif
