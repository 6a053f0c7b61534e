// SPDX-License-Identifier: Apache-2.0
/// Which uncertainty matters between two options: each uncertain cell and each open weight alone is taken to its low
/// and to its high end while everything else stays as expected, and the difference that makes is a bar (the tornado
/// diagram of decision analysis; Howard, "Decision analysis: practice and promise", Management Science 34, 1988;
/// Eschenbach, "Spiderplots versus tornado diagrams for sensitivity analysis", Interfaces 22, 1992).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/additive.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace concordat {

/// How far a cell is taken.
enum class tornado_reach : std::uint8_t {
    ends,    ///< to the least and the most that any of its values is worth
    tenths,  ///< to what it is worth at the 10th and at the 90th percentile of its distribution
};

/// The difference in value, first option less second. `low` <= `high`.
struct tornado_bar {
    std::size_t node = 0;                 ///< of the tree: the cell's criterion, or the criterion or branch weighed
    std::optional<std::size_t> option{};  ///< whose cell it is; absent: it is the weight that varies
    double low = 0;
    double high = 0;

    [[nodiscard]] double width() const noexcept { return high - low; }
    /// Whether somewhere on the bar the other option of the two is ahead.
    [[nodiscard]] bool turns() const noexcept { return low < 0 && high > 0; }
    friend bool operator==(const tornado_bar&, const tornado_bar&) = default;
};

struct tornado {
    std::size_t option = 0;
    std::size_t other = 0;
    double expected = 0;            ///< the difference with everything as expected
    std::vector<tornado_bar> bars;  ///< widest first; equal ones by key of node and then of option
    friend bool operator==(const tornado&, const tornado&) = default;
};

/// Between two given options, or the leader and the runner-up, ties by position.
///
/// Cells: those of the two that are uncertain or missing, on criteria that count. Weights: nodes of the tree whose
/// share in their parent is not given as a number; with `elicitation::none` it goes from 0 to 1, with an order of n
/// from 0 (of the first: from 1/n) to 1/place, while neighbours keep their central proportions, also where that leaves
/// the order that was given.
///
/// Errors: those of `additive`; fewer than two options, an option that is not there, or twice the same (E401).
/// O(cells of the two options + nodes × (options + children)).
[[nodiscard]] result<tornado> tornado_of(const performance_table&, const weight_set&,
                                         std::optional<std::pair<std::size_t, std::size_t>> options = {},
                                         tornado_reach = tornado_reach::ends);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_tornado.ipp"
#endif
