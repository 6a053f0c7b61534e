// SPDX-License-Identifier: Apache-2.0
/// Whether the order of two options hangs on a third: every option is taken away once and the others are ranked again
/// (Belton and Gear, "On a short-coming of Saaty's method of analytic hierarchies", Omega 11, 1983; for more methods
/// Wang and Luo, "On rank reversal in decision analysis", Mathematical and Computer Modelling 49, 2009). Any method
/// takes part that turns a table into ranks.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/normalisation.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace concordat {

/// A method: the rank of each option of the table, from 1, as `ranks_of` gives them.
using table_ranks = std::function<result<std::vector<std::size_t>>(const performance_table&)>;

/// By additive value and the table's own value functions. Since their ranges are stored, what an option is worth does
/// not depend on the others, and no order can turn; but for a criterion that is left out for want of a value, which
/// comes back when the option that lacks it goes.
[[nodiscard]] table_ranks additive_ranks(weight_set);

/// By additive value with value functions that are read off the table, anew for each: an order can turn.
[[nodiscard]] table_ranks normalised_ranks(weight_set, normalisation);

enum class order_change : std::uint8_t {
    reversed,  ///< the one that was behind is ahead
    parted,    ///< they were level and are no more
    levelled,  ///< one was ahead and they are level
};

/// Two options whose order is another without the one removed.
struct turned_pair {
    std::size_t ahead = 0;   ///< before the removal; of a pair that was level, the one that is ahead after it
    std::size_t behind = 0;  ///< the other one
    order_change change = order_change::reversed;
    friend bool operator==(const turned_pair&, const turned_pair&) = default;
};

struct option_removal {
    std::size_t removed = 0;
    std::vector<std::size_t> ranks;   ///< of those that are left, in the table's order
    std::vector<turned_pair> turned;  ///< by the earlier and then the later option's position; none: the order holds
    friend bool operator==(const option_removal&, const option_removal&) = default;
};

struct rank_reversal {
    std::vector<std::size_t> ranks;        ///< of all options
    std::vector<option_removal> removals;  ///< of each option in turn; empty for one option
    friend bool operator==(const rank_reversal&, const rank_reversal&) = default;
};

/// The table without one of its options.
[[nodiscard]] performance_table without_option(performance_table, std::size_t option);

/// The mistakes are those of `check` for the table, more options than `most_compared` (E701), and whatever the method
/// says of the table or of what is left of it, then with the option's name; a method that gives another number of ranks
/// than there are options is refused (E411). Calls the method once and once an option, and O(options³).
[[nodiscard]] result<rank_reversal> rank_reversals(const performance_table&, const table_ranks&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_rank_reversal.ipp"
#endif
