// SPDX-License-Identifier: Apache-2.0
/// What happens to help at a birthday. Only ages are seen: a hand-over at another time, and how well it is done, are
/// not.
#pragma once

#include "concordat/core/sense.hpp"
#include "concordat/graph/finding.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace concordat {

/// Whose change at a birthday counts.
enum class need_owner : std::uint8_t {
    organisation,      ///< the actors that deliver, as drawn: another team of one council is somebody new to the family
    legal_entity,      ///< their legal entities: a move inside one council or one health board is none
    accountable_body,  ///< who answers for it: the last body it is delegated to, else the nearest body above who
                       ///< delivers
};
[[nodiscard]] std::string_view name(need_owner) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<need_owner>() noexcept;

/// GM26. At a birthday, a need that somebody owns before and somebody owns after is *changed* when one of the owners
/// before is none after: a relationship ends. An owner who only joins changes nothing. A need that is owned before,
/// lasts, and is owned by nobody after has *ended*. The value is the share of changed needs among those owned on both
/// sides, 0 to 1: mean over the birthdays of a persona that have such needs, then weighted mean over personas.
/// Birthdays up to the persona's own age are past; needs of somebody else in the family do not change at the child's
/// birthdays and are left out. The owner `organisation` and `accountable_body` are the study's; `legal_entity` is added
/// here. Figures: changed and ended at each birthday, over all (ended: the gap, over the needs that last), the cliff
/// (most needs of one persona that change or end at one birthday), and transition cover (share of changes where an
/// owner after was one already `overlap_months` before). O(personas · birthdays · needs · relations of type
/// `delivers`).
struct transition_discontinuity {
    static constexpr measure_info info{
        .key = "transition_discontinuity",
        .unit = "share",
        .better = sense::lower,
        .id = "GM26",
        .title = "Transition discontinuity",
        .formula =
            "of the needs with an owner before and after a birthday, the share that loses an owner; mean over "
            "birthdays, then weighted over personas",
        .criticism =
            "A good hand-over may be better than a bad continuity; needs that end without an owner are in the gap "
            "and not in the value.",
        .source = "Plan 24-30, moving on: no gaps, cliff edges or fragmentation",
        .reads = {layer::accountability, layer::delegation, layer::delivery}};
    std::vector<double> ages{5, 16, 18, 21, 26};  ///< birthdays, above 0; their order does not matter
    need_owner owner = need_owner::organisation;
    double overlap_months = 6;  ///< 0 or more; the study names no number
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_transitions.ipp"
#endif
