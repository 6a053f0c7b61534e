// SPDX-License-Identifier: Apache-2.0
/// The tests that an assurer would put to a ranking, run on the user's own table: whatever the numbers, these have to
/// hold (the black-box tests of TECH-VER: Büyükkaramikli, Rutten, Severens and Al, "TECH-VER: a verification checklist
/// to reduce errors in models and improve their credibility", PharmacoEconomics 37, 2019).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// One rule, and whether it held.
struct rule_check {
    std::string_view rule;  ///< its word, as "equal-options-tie"
    std::string_view says;  ///< what has to hold, in a sentence
    std::size_t cases = 0;  ///< in how many cases it was tried; 0: there was nothing to try it on
    std::string broken{};   ///< the first case in which it did not hold; empty: it held in all
    [[nodiscard]] bool passed() const noexcept { return broken.empty(); }
};

/// Every rule, in a fixed order:
/// - the whole weight on one criterion gives that criterion's order;
/// - a copy of an option ties with it, in the sum and in every sample;
/// - options in another order have the same ranks and counts;
/// - an option that is dominated by another does not change which is first;
/// - best values everywhere are worth 1, worst ones 0;
/// - the acceptabilities of an option sum to 1, and so many options have each rank or better as there have to be;
/// - 0 <= EVPPI <= EVPI, and both are 0 where nothing is uncertain;
/// - the number of threads and the processor's instructions change nothing.
/// The mistakes are those of `rank_probability`. O(options) samplings of `sampling.samples`.
[[nodiscard]] result<std::vector<rule_check>> selfcheck(const table_scenarios&, const weight_set&,
                                                        const rank_sampling& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_selfcheck.ipp"
#endif
