// SPDX-License-Identifier: Apache-2.0
/// Working together: four measures of who may share information and who plans with whom (GM19 to GM22). They see
/// agreements, not practice: an agreement on paper and a seat at the table count in full. An organisation is a legal
/// entity.
#pragma once

#include "concordat/graph/finding.hpp"

namespace concordat {

/// GM19. Share of the pairs in the team around the child that share information, for a child of the persona's age; mean
/// over the personas with a team of two or more, by weight. Between 0 and 1. Each team's density is a figure, beside
/// its size. O(personas · relations).
struct team_information_density {
    static constexpr measure_info info{
        .key = "team_information_density",
        .unit = "share",
        .better = sense::contested,
        .id = "GM19",
        .title = "Information density in the team around the child",
        .formula =
            "mean over family types, by weight, of the pairs of their team that share information / all pairs of the "
            "team",
        .criticism = "More sharing can breach the child's right to privacy; never to be maximised outside the team.",
        .source = "Network density; GIRFEC practice guidance 4 on information sharing; UNCRC article 16.",
        .reads = {layer::delivery, layer::information}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM20. Share of the referrals between organisations along which information may go: where an information tie joins
/// the two actors, their organisations, or one actor and the other's organisation (an organisation's agreement covers
/// its teams). A tie for named services or ages counts for a referral that has some of them in common. Between 0 and 1;
/// the share of all referrals is a figure. O(R · I).
struct referral_information_coverage {
    static constexpr measure_info info{
        .key = "referral_information_coverage",
        .unit = "share",
        .better = sense::higher,
        .id = "GM20",
        .title = "Referral-information coverage",
        .formula = "share of referrals between organisations whose two ends, or their organisations, share information",
        .criticism = "It counts an agreement on paper.",
        .source = "The Promise (2020); GIRFEC practice guidance 4 on information sharing.",
        .reads = {layer::referral, layer::information}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM21. Transitivity of joint planning: 3 · triangles / connected triples of `plans_jointly_with`, 0 where all
/// planning is in pairs. Between 0 and 1. The mean local coefficient is a figure; it is taken over the bodies that plan
/// with anybody, those with one partner counting 0. `member_of` takes no part, since committees make triangles of
/// themselves. O(sum of degree²).
struct planning_clustering {
    static constexpr measure_info info{
        .key = "planning_clustering",
        .unit = "index",
        .better = sense::contested,
        .id = "GM21",
        .title = "Joint-planning clustering",
        .formula = "3 x triangles / connected triples among the bodies that plan jointly",
        .criticism = "Where planning is by committee, clustering is automatic.",
        .source = "Transitivity and local clustering of networks; Watts & Strogatz (1998).",
        .reads = {layer::planning}};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM22. Of the pairs of organisations that depend on each other (a referral or money crosses between them), the share
/// that plan together: by `plans_jointly_with` between any of their actors, or in a common planning body, one that both
/// are members of or that is one of the two. Between 0 and 1. O(E log E).
struct planning_congruence {
    static constexpr measure_info info{
        .key = "planning_congruence",
        .unit = "share",
        .better = sense::higher,
        .id = "GM22",
        .title = "Planning congruence",
        .formula =
            "share of pairs of organisations joined by referrals or money that also plan jointly or sit on a common "
            "planning body",
        .criticism = "Being at the table is not joint planning.",
        .source = "Proposed here; Children and Young People (Scotland) Act 2014, Part 3.",
        .reads = {layer::delivery, layer::planning},
        .consults = {layer::money, layer::referral}};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_collaboration.ipp"
#endif
