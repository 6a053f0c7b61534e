// SPDX-License-Identifier: Apache-2.0
/// What people said for and against reforms while a decision was open. A claim is a fact of the kind "somebody said
/// so": it is shown with its source and level, counted, and never weighed.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/case_study.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/period.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

enum class claim_side : std::uint8_t { in_favour, against, mixed };
/// for, against or mixed.
[[nodiscard]] std::string_view name(claim_side) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<claim_side>() noexcept;

struct claim {
    std::string key;
    claim_side side = claim_side::mixed;
    std::vector<std::string> about;  ///< keys of reforms
    std::string who;
    period when;
    std::string text;
    concordat::evidence evidence;  ///< that it was said
    origin where;
    friend bool operator==(const claim&, const claim&) = default;
};

/// The claims about one decision, and its dated history.
struct claim_set {
    std::string key;
    std::string title;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<claim> claims;
    std::vector<event> events;  ///< in the order of the file
    origin where;
    friend bool operator==(const claim_set&, const claim_set&) = default;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_claim.ipp"
#endif
