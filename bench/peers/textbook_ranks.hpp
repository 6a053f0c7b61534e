// SPDX-License-Identifier: Apache-2.0
/// Stochastic multicriteria acceptability analysis as a textbook writes it: one thread, the standard library's
/// generator and distributions, a score for each option, a sort. It counts what the engine counts: ranks, pairwise
/// wins, and the weights of whoever comes first.
#pragma once

#include <concordat/concordat.hpp>

#include <cstdint>
#include <vector>

namespace concordat::bench {

struct textbook_result {
    std::vector<std::uint64_t> ranks;   ///< option by rank, from 0
    std::vector<std::uint64_t> wins;    ///< option by other
    std::vector<double> first_weights;  ///< option by criterion, summed over the samples in which it came first
};

/// Cells are worth what they are, as in `table_of`.
[[nodiscard]] textbook_result textbook_ranks(const performance_table&, std::uint64_t samples, std::uint64_t seed);

}  // namespace concordat::bench
