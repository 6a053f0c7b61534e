// SPDX-License-Identifier: Apache-2.0
/// ELECTRE I (Roy, "Classement et choix en présence de points de vue multiples", RIRO 8, 1968; Figueira, Mousseau &
/// Roy, "ELECTRE methods", 2005, section 3.1): which options are left to choose from, when one is dropped because
/// another is at least as good on enough of the weight and nowhere too much worse. It ranks nothing.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace concordat {

/// What a disadvantage is divided by, so that it lies between 0 and 1.
enum class discordance_scale : std::uint8_t {
    own_range,      ///< the range of its criterion among the options: criteria need no unit in common
    largest_range,  ///< the largest range of any criterion, as in 1968: for criteria on one common scale
};

/// "own_range", "largest_range".
[[nodiscard]] std::string_view name(discordance_scale) noexcept;

/// The defaults are the strictest: an option then outranks only what it is nowhere worse than.
struct electre1_levels {
    double concordance = 1;  ///< at least so much of the weight has to agree; between 0 and 1, usually above 0.5
    double discordance = 0;  ///< no disadvantage may be larger; between 0 and 1
    discordance_scale scale = discordance_scale::own_range;
};

/// Matrices are row by row: `[a * option_count + b]` says something of a against b.
struct electre1_result {
    /// The share of weight of the criteria on which a is at least as good as b; 1 of an option against itself.
    std::vector<double> concordance;
    /// The largest of `max(0, b's value - a's) / range` over the criteria, turned about where less is better. A
    /// criterion on which all options are equal objects to nothing, and one without weight objects like any other.
    std::vector<double> discordance;
    /// Whether a reaches the concordance level against b and stays within the discordance level; never of itself.
    std::vector<bool> outranks;
    /// By option: the first option, by position, of the circuit that it lies on, or itself if it is on none. Options on
    /// a circuit outrank each other, at least by way of others, and are taken for one.
    std::vector<std::size_t> circuit;
    /// The options left, in order: none outranks another of another circuit, and each option that is not among them is
    /// outranked by one that is. Circuits taken for one, there is exactly one such set (a circuit is in it as a whole).
    std::vector<std::size_t> kernel;
};

/// A level counts as reached within 1e-12, because weights of 0.7 and 0.1 add up to a little less than 0.8. Permuting
/// options or criteria permutes the result and changes no bit. One option is its own kernel. Mistakes: a level that is
/// not finite (E402) or not between 0 and 1 (E401), values of a criterion too far apart to subtract (E405), more
/// options than `most_compared` (E701). O(options² · criteria).
[[nodiscard]] result<electre1_result> electre1(const decision_matrix&, const electre1_levels&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_electre1.ipp"
#endif
