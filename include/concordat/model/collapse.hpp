// SPDX-License-Identifier: Apache-2.0
/// Drawing a model more coarsely, so that it can stand beside one that was never drawn finely. A model by teams has
/// more hand-offs than a model by bodies of the same service, so unequal resolutions are not compared (E407); they are
/// collapsed to the coarser one by the rule below, which is a quotient of the graph and adds no fact.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/model.hpp"

namespace concordat {

/// - `body`: every actor becomes its legal entity; the public stays as it is.
/// - `national`: then all bodies of one kind at one level become one actor, which has the key of the first of them, the
///   title of the kind, and the sum of their counts.
///
/// Relations run between what their ends have become; those within one actor go. Relations that have become equal are
/// one: what holds on the model's day stands for what does not; of several that hold, amounts of one unit and year add,
/// others make the amount unknown, and the strongest evidence stays. A body that an elected top has become part of is
/// accountable to voters itself. Entries of families and holders of decision rights follow.
///
/// A model that is drawn more coarsely already is E407. One that says it is of the resolution asked for is brought to
/// the rule all the same: a team in it is merged into its body. O(relations · log relations).
[[nodiscard]] result<model> collapse(const model&, resolution to);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_collapse.ipp"
#endif
