// SPDX-License-Identifier: Apache-2.0
/// Shapley values (L. S. Shapley, "A value for n-person games", 1953): what each of several things that act together
/// adds to what comes of them, averaged over all orders in which they could come.
#pragma once

#include "concordat/core/error.hpp"

#include <span>
#include <vector>

namespace concordat {

/// The Shapley values of a game. `worth[set]` is what a set of players comes to, where bit i of `set` is player i; so
/// there are 2^n of them, for at most 20 players. Players that change nothing have exactly 0, and players that the game
/// does not tell apart have the same bits. Another count than a power of two (E410), more players (E701) and numbers
/// that are not finite or whose differences are not (E402) are errors. O(n · 2^n · log(2^n)).
[[nodiscard]] result<std::vector<double>> shapley_values(std::span<const double> worth);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_shapley.ipp"
#endif
