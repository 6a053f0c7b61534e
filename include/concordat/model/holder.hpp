// SPDX-License-Identifier: Apache-2.0
/// Who holds a service, so that a reform can say "whoever holds it" and apply to any baseline.
#pragma once

#include "concordat/model/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// The actors that hold `what` of a service, in order of key; empty when nobody does.
/// - accountable: the last body in the chain of `delegates_to` for the service; where nothing is delegated, the bodies
/// that
///   the teams delivering it answer to: nearest actor up `accountable_to` (covering the service) that is neither an
///   officer nor on the front line.
/// - delivers: actors that deliver it to an actor of level `public`.
/// - funds, commissions: actors that fund or commission those teams for this service.
/// - decides: holders of a decision right over it.
/// Only relations that hold on the model's day count. O(relations).
[[nodiscard]] std::vector<std::string> holders(const model&, std::string_view service, holding what);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_holder.ipp"
#endif
