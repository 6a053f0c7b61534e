// SPDX-License-Identifier: Apache-2.0
/// Additive multi-attribute value (Keeney and Raiffa, "Decisions with multiple objectives", 1976): what an option is
/// worth is the sum over criteria of weight times value, and the sum is shown line by line. It holds where the worth of
/// doing well on one criterion does not depend on how the others stand; whether that is so, no computer can say.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// One line of the sum.
struct contribution {
    std::size_t criterion = 0;  ///< its position in the table
    double weight = 0;          ///< its central weight among all criteria
    double value = 0;           ///< what the option's cell is worth, expected
    double product = 0;
    friend bool operator==(const contribution&, const contribution&) = default;
};

struct additive_score {
    double overall = 0;               ///< in [0, 1]: the sum of the products, in order of the criteria's keys
    std::size_t rank = 0;             ///< 1 + the options that are worth more; equals share the better rank
    std::vector<contribution> lines;  ///< the criteria that count, in the table's order
    std::vector<double> node_values;  ///< by node of the tree: a branch's own sum; 0 where nothing below it counts
    friend bool operator==(const additive_score&, const additive_score&) = default;
};

struct additive_result {
    value_tree tree;
    std::vector<double> shares;           ///< by node: its part of its parent's weight
    std::vector<double> weights;          ///< by criterion of the table; they sum to 1
    std::vector<additive_score> options;  ///< in the table's order
};

/// At central weights and expected values. Since a draw of the weights is independent of the cells, `overall` is also
/// the mean that sampling converges to. The mistakes are those of `check` for the table and of `weighting::make`.
/// O(options × criteria).
[[nodiscard]] result<additive_result> additive(const performance_table&, const weight_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_additive.ipp"
#endif
