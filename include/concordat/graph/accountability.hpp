// SPDX-License-Identifier: Apache-2.0
/// Who answers to whom: eight measures of the lines of `accountable_to` above the front line (GM08 to GM15). No one of
/// them is safe alone: what gives a child's team one accountable body may take away the body it shared with adult
/// services. They see lines that are drawn, not whether anybody is ever called to account.
///
/// Where nothing else is said, `services` keeps to the lines that cover one of them (general lines cover all; empty:
/// every line), an actor is on the front line by its level, and an actor without any line to a mandate is counted in
/// the figure `without a line` and never taken for an independent one.
#pragma once

#include "concordat/graph/finding.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// GM08. How many mandates a front-line actor answers to in the end: 1 or more, mean over those with a line, each
/// actor's as a figure. An actor with a mandate of its own counts itself. O(front line · (V + E)).
struct top_level_bodies {
    static constexpr measure_info info{
        .key = "top_level_bodies",
        .unit = "bodies",
        .better = sense::contested,
        .id = "GM08",
        .title = "Top-level accountable bodies",
        .formula =
            "mean, over front-line actors with a line, of the number of bodies with a mandate that its lines of "
            "accountability reach",
        .criticism = "Several forums may hold power to account better than one.",
        .source = "Willems & Van Dooren, Coming to terms with accountability; proposed here as a count.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM09. In how many ways a front-line actor's account can run up to a mandate: paths in the condensation (each circle
/// one node, parallel lines one line) to the virtual root, so a path may pass one top on its way to another. 1 or more;
/// mean over those with a line. Counts above 2^53 are rounded. O(V + E).
struct accountability_paths {
    static constexpr measure_info info{
        .key = "accountability_paths",
        .unit = "paths",
        .better = sense::contested,
        .id = "GM09",
        .title = "Accountability paths",
        .formula =
            "mean, over front-line actors with a line, of the number of directed paths to a body with a mandate, "
            "circles drawn together; the mean binary logarithm beside it",
        .criticism = "Grows with the detail of the drawing; read the logarithm.",
        .source = "Proposed here, after Pressman & Wildavsky (1973) on many clearances.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM10. Share of front-line actors all of whose lines pass one other body below the virtual root: immediate dominator
/// not r*. Between 0 and 1. Actors without a line, and those with a mandate of their own, have no such body. O((V + E)
/// log(V + E)).
struct single_accountable_body {
    static constexpr measure_info info{
        .key = "single_accountable_body",
        .unit = "share",
        .better = sense::higher,
        .id = "GM10",
        .title = "Single accountable body",
        .formula =
            "share of front-line actors for whom one other body stands on every line of accountability up to a mandate",
        .criticism = "The common body may be far away or nominal.",
        .source = "Dominators: Lengauer & Tarjan (1979); use on accountability proposed here.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM11. Share of family types, by weight, whose team around the child (at the persona's age) has a common accountable
/// body below the virtual root: the lowest common ancestor in the dominator tree. The body may be one of the team, when
/// the others answer through it alone; a team of one has itself. A family that nobody helps has none. The figure
/// `depth` is the mean number of steps in the tree from the team to the body, over the families that have one. Lines
/// count that hold for a child of that age. O(personas · (V + E) log(V + E)).
struct common_accountable_body {
    static constexpr measure_info info{
        .key = "common_accountable_body",
        .unit = "share",
        .better = sense::higher,
        .id = "GM11",
        .title = "Common accountable body of the team around the child",
        .formula =
            "share of family types, by weight, for whose team one body below the mandates' common root stands on every "
            "line of accountability of every member",
        .criticism = "GIRFEC relies on joint accountability, which this measure ranks low.",
        .source = "Dominators: Lengauer & Tarjan (1979); GIRFEC practice guidance on the lead professional.",
        .reads = {layer::accountability, layer::delivery}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// The same for one set of actors: the lowest body that every line of each of them passes; nothing where there is none,
/// or where one of them has no line.
[[nodiscard]] std::optional<actor_index> lowest_common_body(const model&, std::span<const actor_index> actors,
                                                            const std::vector<std::string>& services = {});

/// GM12. Krackhardt's LUBness: 1 less the share of violations, pairs in a weak component without a least upper bound,
/// out of the (N-1)(N-2)/2 that a component of N can have. An upper bound of a pair is an actor that both reach or are;
/// it is the least when every other upper bound is reached from it. Between 0 and 1. Diagnostic only: it can move
/// opposite to `common_accountable_body`. O(V³ / 64).
struct least_upper_bounds {
    static constexpr measure_info info{
        .key = "least_upper_bounds",
        .unit = "index",
        .better = sense::contested,
        .id = "GM12",
        .title = "LUBness",
        .formula = "1 - pairs without a least common superior / sum over components of (N-1)(N-2)/2",
        .criticism = "Diagnostic only: ill defined in small components, and a tree is not proven good.",
        .source = "Krackhardt (1994), Graph theoretical dimensions of informal organizations.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM13. Krackhardt's hierarchy: 1 less the share of mutually reachable pairs among the pairs where one reaches the
/// other. Between 0 and 1; 1 without circles. Every circle is a witness. O(V (V + E)).
struct hierarchy {
    static constexpr measure_info info{
        .key = "hierarchy",
        .unit = "index",
        .better = sense::higher,
        .id = "GM13",
        .title = "Absence of circular accountability",
        .formula =
            "1 - pairs that answer to each other / pairs of which one answers to the other, directly or through others",
        .criticism = "Mutual accountability can be intended.",
        .source = "Krackhardt (1994), Graph theoretical dimensions of informal organizations.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM14. Lines between a front-line actor and the nearest body with a mandate: 1 or more (0 for one with its own), mean
/// over those with a line. The figure `to ministers` is the same to the nearest of `ministers`, keys of actors; by
/// default the bodies with a mandate of level national. O(front line · (V + E)).
struct governance_distance {
    static constexpr measure_info info{.key = "governance_distance",
                                       .unit = "levels",
                                       .better = sense::contested,
                                       .id = "GM14",
                                       .title = "Governance distance",
                                       .formula =
                                           "mean, over front-line actors with a line, of the fewest lines of "
                                           "accountability up to a body with a mandate",
                                       .criticism = "Short can mean central control, long can mean local ownership.",
                                       .source = "Proposed here; shown, and not scored by default.",
                                       .reads = {layer::accountability}};
    std::vector<std::string> services{};
    std::vector<std::string> ministers{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM15. How many actors answer directly to one that has any answer to it: the median, 1 or more; the maximum as a
/// figure. Parallel lines count once. O(E log E).
struct span_of_control {
    static constexpr measure_info info{
        .key = "span_of_control",
        .unit = "reports",
        .better = sense::contested,
        .id = "GM15",
        .title = "Span of control",
        .formula = "median, over actors to whom somebody answers, of the number of actors that answer to it directly",
        .criticism = "There is no best number, and it means something only if all teams are drawn.",
        .source = "CEBMa (2021), review: no universal best number.",
        .reads = {layer::accountability}};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_accountability.ipp"
#include "concordat/impl/graph_common_body.ipp"
#include "concordat/impl/graph_hierarchy.ipp"
#endif
