// SPDX-License-Identifier: Apache-2.0
/// Scrutiny (GM29): who inspects those who help, and whether the inspector and the inspected answer to the same
/// masters. That an inspection is independent does not show that it is good.
#pragma once

#include "concordat/graph/finding.hpp"

#include <string>
#include <vector>

namespace concordat {

/// GM29. Share of the actors that deliver to the public with at least one strictly independent inspector: coverage
/// times independence, between 0 and 1. Strict: inspector and inspected share no ancestor in the lines of
/// accountability (each counted as its own) but the actors of the keys `exempt`. Lenient: they share no dominator,
/// which passes where the shared master is only one of several. Who inspects a legal entity covers its teams, and is
/// then independent of a team when it is so of the entity and, if the team has lines of its own, of the team. Without
/// any line, to a mandate or to an exempt actor, nobody is taken as independent.
///
/// Figures: `strict` and `lenient` as shares of the inspections as drawn, `lenient coverage`, `coverage` (any inspector
/// at all), `burden` (inspectors per delivering actor), `without a line` (inspections), and, where amounts are known,
/// `income from the inspected`: mean over inspections of the share of the inspector's money that comes from the
/// inspected or those it answers to. O(V (V + E) + inspections · V).
struct scrutiny_independence {
    static constexpr measure_info info{
        .key = "scrutiny_independence",
        .unit = "share",
        .better = sense::higher,
        .id = "GM29",
        .title = "Scrutiny independence",
        .formula =
            "share of delivering actors with at least one inspector that shares no superior with them outside the "
            "exempt",
        .criticism =
            "Lenient passes when the shared controller is one of several; strict fails nearly every national "
            "inspectorate that answers to Ministers when Ministers also deliver. Read both.",
        .source =
            "Crerar (2007), The report of the independent review of regulation, audit, inspection and complaints "
            "handling.",
        .reads = {layer::accountability, layer::delivery, layer::scrutiny}};
    std::vector<std::string> exempt{};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_scrutiny.ipp"
#endif
