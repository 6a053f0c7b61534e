// SPDX-License-Identifier: Apache-2.0
/// Whether weights were asked for over the ranges that they are used with. "How important is safety?" has no answer
/// that a weighted sum could use: what counts is how much the step from the worst to the best considered matters, and a
/// narrower range matters less (Keeney, "Value-focused thinking", 1992, section 5.9, "the most common critical
/// mistake"). Nothing here can tell whether people thought of the range they were shown.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/core/error.hpp"
#include "concordat/decide/value_tree.hpp"
#include "concordat/decide/weights.hpp"

#include <string>

namespace concordat {

/// The keys of a tree and their places in it, as weights are given along; all of them count.
[[nodiscard]] result<value_tree> value_tree_of(const criteria_tree&);

/// Whether `asked` is the step from worth nothing to worth most by the criterion's value function: the ends of a linear
/// one; where the lowest and the highest value of a piecewise one stand, any of them; from either foot of a peaked one
/// to its peak; from a bad side to a good side of a threshold, or to the threshold itself. Where the sense is
/// contested, either way round.
[[nodiscard]] bool is_range_of(const criterion&, const criterion_range& asked);

/// The same range in words, for messages: `from 0 to 1`.
[[nodiscard]] std::string range_in_words(const criterion&);

/// `check(weight_set)` along the tree's keys, and the set's ranges. A set that weighs anything without a single range
/// was asked for importance, and is refused (E202); so is one that lacks the range of some criterion (E202), has two of
/// one (E206), of none (E301), one that is not finite (E402), or another than the criterion's (E207), with both. A set
/// for which nobody was asked needs no ranges, and those that it has are checked.
[[nodiscard]] result<weight_set> check(weight_set, const criteria_tree&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/assess_ranges.ipp"
#endif
