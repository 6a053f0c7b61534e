// SPDX-License-Identifier: Apache-2.0
/// What people said about swings, played back to them: every judgement beside what the weights made of all of them
/// imply. A weight is a ratio of two steps from worst to best (von Winterfeldt and Edwards, "Decision analysis and
/// behavioral research", 1986, chapter 8), so a few judgements more than are needed show how well they were meant.
///
/// Points alone are divided by their sum. With ratios, points count as ratios to the first, and the weights are those
/// whose logarithms miss the judgements' least in squares: geometric means of rows where every pair was judged once
/// (Crawford and Williams, Journal of Mathematical Psychology 29, 1985), the one solution of a linear system wherever
/// judgements connect all children (Bozóki, Fülöp and Rónyai, Mathematical and Computer Modelling 52, 2010).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/value_tree.hpp"
#include "concordat/decide/weights.hpp"

#include <string>
#include <vector>

namespace concordat {

/// One judgement, and what became of it.
struct replayed_judgement {
    std::string parent;  ///< key of the branch; empty: the top
    std::string of;
    std::string to;
    double stated = 1;     ///< how many times as much `of` counts as `to`
    double implied = 1;    ///< the same by the final weights
    double deviation = 0;  ///< by how much the larger of the two exceeds the smaller, of the smaller: 0.25 is a quarter
};

struct swing_replay {
    std::vector<replayed_judgement> judgements;  ///< branches in order of the set; points first, then ratios as given
    double largest_deviation = 0;                ///< 0 where nothing was judged twice
};

/// Plays back a set elicited by swings. A swing of 0 points has no ratio and is left out. The mistakes of
/// `check(weight_set)`; a set that was not elicited by swings (E207). O(judgements + children^3) a branch.
[[nodiscard]] result<swing_replay> replay(const weight_set&, const value_tree&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_swing.ipp"
#endif
