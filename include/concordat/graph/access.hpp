// SPDX-License-Identifier: Apache-2.0
/// From family to help: how far, past whom, to how many. Each measure starts at a persona and not at a body, since
/// services are to be "most integrated from the point of view of recipients" (Children and Young People (Scotland) Act
/// 2014, s.9). A persona is looked at when the child is of the persona's age, with the needs that last then; personas
/// that need nothing then are left out, and the weights of the others are divided by their sum. `refers_to` relations
/// count whatever service they name, since a family that has been referred to a body is known there; they count where
/// their ages hold for the child or for whoever else the need is of.
///
/// What these do not see: waiting, quality, capacity, and whether a referral is taken up.
#pragma once

#include "concordat/core/sense.hpp"
#include "concordat/graph/finding.hpp"
#include "concordat/graph/team.hpp"

namespace concordat {

/// GM01. For each need the fewest hand-offs HO on any way of referrals from an entry to somebody who delivers it; the
/// value is reach efficiency, the weighted mean over personas of their needs' mean of 1 / (1 + HO), from 0 (nothing can
/// be reached) to 1 (everything is where the family comes in). Among ways of equal hand-offs the witness is one of
/// fewest steps. Figures: mean hand-offs over the needs that can be reached, share of needs that cannot, and each
/// persona and need. O(personas · relations · log actors).
struct reach_efficiency {
    static constexpr measure_info info{
        .key = "reach_efficiency",
        .unit = "index",
        .better = sense::higher,
        .id = "GM01",
        .title = "Hand-offs to help",
        .formula =
            "weighted mean over personas of the mean over needs of 1 / (1 + hand-offs on the shortest way of "
            "referrals from an entry to whoever delivers); 0 for a need that cannot be reached",
        .criticism =
            "Counts steps, not waiting or quality; a specialist gate may be right. No direct evidence that fewer "
            "hand-offs improve children's outcomes.",
        .source =
            "GIRFEC lead professional; Children and Young People (Scotland) Act 2014 s.9(a)(iii); hand-over "
            "literature in health care",
        .reads = {layer::referral, layer::delivery}};
    unit_boundary boundary = unit_boundary::team;
    [[nodiscard]] finding operator()(const model&) const;
};

/// The least reach efficiency of any persona, as GM01 computes it: a good mean can hide a family type that nobody
/// reaches. Between equals the persona written first. The weights play no part.
struct worst_off_reach {
    static constexpr measure_info info{
        .key = "worst_off_reach",
        .unit = "index",
        .better = sense::higher,
        .title = "Reach of the worst-off family type",
        .formula = "minimum over personas of the mean over needs of 1 / (1 + hand-offs)",
        .criticism = "Depends on which family types somebody thought of drawing; one rare type decides the value.",
        .source = "fairness as asked for by GIRFEC and the Fairer Scotland Duty: the least of GM01 over personas",
        .reads = {layer::referral, layer::delivery}};
    unit_boundary boundary = unit_boundary::team;
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM02. The weighted share of needs that can be reached within `handoffs` hand-offs, 0 to 1. With infinity: at any
/// distance.
struct coverage {
    static constexpr measure_info info{
        .key = "coverage",
        .unit = "share",
        .better = sense::higher,
        .id = "GM02",
        .title = "Coverage of needs",
        .formula = "weighted mean over personas of the share of needs with at most K hand-offs",
        .criticism = "The list of needs is a judgement; the capacity of whoever delivers is unknown.",
        .source = "set-covering measures of access; needs by persona as in The Promise Scotland's composite stories",
        .reads = {layer::referral, layer::delivery}};
    double handoffs = 2;  ///< K: a whole number from 0, or infinity
    unit_boundary boundary = unit_boundary::team;
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM03. Which share of the ages from birth to 18 has exactly one named person, from 0 to 1. Named persons are the
/// actors that deliver anything to the public with the role `named_person` at that age; the value belongs to the model,
/// not to a persona. Missing where the model draws nobody in that role on any day: it is GIRFEC's, and a system without
/// it has not failed at it. Figures: the shares of ages with none (gap) and with several (duplicate); and the
/// lead-professional rate, weighted over personas: of the ages at which two or more organisations deliver what the
/// family needs, the share at which exactly one actor delivers some of it with the role `lead_professional`. O(k log k)
/// for k ages at which anything begins or ends.
struct named_person_continuity {
    static constexpr measure_info info{.key = "named_person_continuity",
                                       .unit = "share",
                                       .better = sense::higher,
                                       .id = "GM03",
                                       .title = "Named-person and lead-professional continuity",
                                       .formula = "years from birth to 18 with exactly one named person, divided by 18",
                                       .criticism = "Families may decline; a role on paper is not a relationship.",
                                       .source = "GIRFEC core components: named person and lead professional",
                                       .reads = {layer::delivery}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM04. How many actors, other than the family's entries and those who deliver, lie on every way of referrals to a
/// need: who can refuse help alone. Weighted mean over the needs that can be reached, from 0. Dominators of the
/// deliverers taken together, from the entries taken together (Lengauer & Tarjan 1979). O(personas · relations · log
/// actors).
struct gatekeepers {
    static constexpr measure_info info{
        .key = "gatekeepers",
        .unit = "actors",
        .better = sense::contested,
        .id = "GM04",
        .title = "Must-pass gatekeepers",
        .formula =
            "weighted mean over reachable needs of the number of actors, other than entries and deliverers, on every "
            "way from the family to the need",
        .criticism = "Whether fewer is better is contested: a gate may protect scarce specialist time.",
        .source = "dominators in flow graphs, Lengauer & Tarjan 1979",
        .reads = {layer::referral, layer::delivery}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM07. Weighted mean size of the team around the child: how many actors deliver what a family needs at the persona's
/// age, from 0. The Bice-Boxerman continuity index (COCI) that the literature puts beside it needs volumes of contact,
/// which a model does not hold, so it is not computed. O(personas · needs · relations of type `delivers`).
struct practitioner_multiplicity {
    static constexpr measure_info info{
        .key = "practitioner_multiplicity",
        .unit = "actors",
        .better = sense::contested,
        .id = "GM07",
        .title = "Practitioner multiplicity",
        .formula = "weighted mean over personas of the number of actors that deliver what the family needs at its age",
        .criticism =
            "Whether fewer is better is contested; counts falling with fewer visits match what families report poorly.",
        .source = "continuity and fragmentation of care; Bice & Boxerman 1977",
        .reads = {layer::delivery}};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_access.ipp"
#endif
