// SPDX-License-Identifier: Apache-2.0
/// What a weight would have to be for another option to come first: the one-way sensitivity analysis of weights, exact.
/// The critical weights of Triantaphyllou and Sánchez ("A sensitivity analysis approach for some deterministic
/// multi-criteria decision making methods", Decision Sciences 28, 1997) and the sensitivity graphs of Goodwin and
/// Wright ("Decision analysis for management judgment", chapter 3) are points and pictures of it.
///
/// It moves one weight at a time: that a conclusion survives each alone does not say that it survives two together.
/// That is what `rank_probability` and `dominance` are for.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/additive.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace concordat {

/// How much a node of the value tree counts: its share in its parent's weight, and what that makes among everything.
struct weight_level {
    double share = 0;   ///< in [0, 1]
    double weight = 0;  ///< the share times the weight of the parent
    friend bool operator==(const weight_level&, const weight_level&) = default;
};

/// A range of the node's weight in whose inside the same options come first.
struct weight_piece {
    weight_level from;
    weight_level to;
    std::vector<std::size_t> first;  ///< in the table's order; several where their values are the same throughout
    friend bool operator==(const weight_piece&, const weight_piece&) = default;
};

/// One node of the tree, a criterion or a branch, whose share runs from 0 to 1 while its neighbours under the same
/// parent keep their proportions; where all of them have share 0, they share equally what the node gives up.
struct weight_stability {
    std::size_t node = 0;  ///< its position in the tree
    weight_level central;
    std::optional<weight_level> lower{};  ///< the nearest switch point below; absent when the first stay so down to 0
    std::optional<weight_level> upper{};  ///< and above, up to 1. Both are `central` where that is itself one
    std::vector<weight_piece> pieces;     ///< from 0 to 1 without gaps; between two of them lies a switch point
    friend bool operator==(const weight_stability&, const weight_stability&) = default;
};

/// At expected values, every node that counts and has a neighbour that counts, in the order of the tree's nodes. Each
/// option's value is a straight line in the share, so the options that come first are the upper envelope of the lines.
/// Values that differ by less than 1e-12 are the same, and so are switch points that are nearer than that. The mistakes
/// are those of `additive`. O(nodes × options × (children + pieces)), with no more pieces than options.
[[nodiscard]] result<std::vector<weight_stability>> weight_stabilities(const performance_table&, const weight_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_weight_stability.ipp"
#endif
