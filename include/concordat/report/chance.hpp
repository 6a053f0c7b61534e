// SPDX-License-Identifier: Apache-2.0
/// Probabilities in words that need no arithmetic, with the number beside them. Most people read "1 in 5" better than
/// "18%", and nobody should have to take our word for the rounding: Gigerenzer and Hoffrage, "How to improve Bayesian
/// reasoning without instruction: frequency formats", Psychological Review 102, 1995.
#pragma once

#include "concordat/core/config.hpp"

#include <string>

namespace concordat {

/// `about 1 in 5 (18%)`. The simplest fraction that is off by no more than an eighth of the smaller of p and 1 - p: of
/// halves, thirds, quarters, fifths and tenths any, of others (1 in 6, 7 in 8, 1 in 20) one or all but one; else so
/// many in 100. `never (0%)` and `every time (100%)` are for exactly 0 and 1; close to them, `fewer than 1 in 200
/// (under 0.5%)` and `more than 199 in 200 (over 99.5%)`. p is in [0, 1].
[[nodiscard]] std::string chance_in_words(double probability);

/// Several of them in one breath, by the lowest and the highest, low <= high: `about 1 in 5 (18%)` when one text says
/// both, `about 1 in 12 (8% to 9%)` when one fraction does, `from about 1 in 10 (10%) to about 1 in 4 (28%)`.
[[nodiscard]] std::string chances_in_words(double low, double high);

/// `18%`: whole percents, one digit more below 1 and above 99, and never 0% or 100% of what is neither.
[[nodiscard]] std::string percent_text(double share);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_chance.ipp"
#endif
