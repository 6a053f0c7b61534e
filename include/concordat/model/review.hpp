// SPDX-License-Identifier: Apache-2.0
/// What a reader should know about a model that is not wrong: warnings and the count of its evidence.
#pragma once

#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace concordat {

/// Warnings, never refusals: circles of `accountable_to` (E412, the circle printed), services that nobody delivers but
/// a persona needs, sources and assumptions that nothing uses. In file order.
[[nodiscard]] std::vector<error> review(const model&);

/// How a model's facts are backed. A fact is an actor, relation, persona or decision right.
struct evidence_count {
    std::array<std::size_t, 5> by_level{};  ///< facts at levels 0 to 4
    std::size_t unsourced = 0;
    std::array<std::size_t, 2> assumptions_by_level{};  ///< assumption objects at levels 0 and 1
    std::size_t resting_on_assumptions = 0;             ///< facts that name an assumption
    std::size_t conflicts = 0;
    [[nodiscard]] std::size_t facts() const noexcept;
};
[[nodiscard]] evidence_count count_evidence(const model&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_review.ipp"
#endif
