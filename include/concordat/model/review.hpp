// SPDX-License-Identifier: Apache-2.0
/// What a reader should know about a model that is not wrong: warnings.
#pragma once

#include "concordat/model/model.hpp"

#include <vector>

namespace concordat {

/// Warnings, never refusals: circles of `accountable_to` (E412, the circle printed), services that nobody delivers but
/// a persona needs, sources and assumptions that nothing uses. In file order.
[[nodiscard]] std::vector<error> review(const model&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_review.ipp"
#endif
