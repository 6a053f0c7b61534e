// SPDX-License-Identifier: Apache-2.0
/// Robust ordinal regression, UTA-GMS: somebody compares a few options that they know well, and what follows for all of
/// them is what holds for every value function that agrees (Greco, Mousseau and Slowinski, "Ordinal regression
/// revisited: multiple criteria ranking using a set of additive value functions", European Journal of Operational
/// Research 191, 2008). The functions are all additive ones that never fall as a criterion gets better: on each
/// criterion one number for each value that some option has, 0 at the worst and, over the best of all criteria, 1 in
/// sum. Weights play no part, and distances between values do not either: only their order does.
///
/// It says what follows from the statements, not how likely the rest is.
///
/// By linear programmes. A preference is a difference of at least `least_preference`; two values are the same up to
/// 1e-9. Relations and ranks are the same everywhere unless one hangs on less than that. `epsilon` and the greatest
/// differences are a solver's last digits: the same on one machine with one build of CLP, but not promised to the bit
/// elsewhere.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat {

/// At most so many options and statements (E701).
inline constexpr std::size_t most_regressed = 64;
inline constexpr std::size_t most_statements = 256;

/// The smallest difference in value that counts as a preference, where the worst that an option can be is 0 and the
/// best is 1. Small enough to stand for "any", large enough to be told from rounding.
inline constexpr double least_preference = 1e-6;

enum class reference_judgement : std::uint8_t {
    preferred,    ///< the first is better than the second
    indifferent,  ///< the one is as good as the other
};

/// What was said of two options, by their positions in the matrix.
struct reference_statement {
    std::size_t first = 0;
    std::size_t second = 0;
    reference_judgement judgement = reference_judgement::preferred;
    friend bool operator==(const reference_statement&, const reference_statement&) = default;
};

struct preference_relations {
    std::size_t option_count = 0;
    /// The greatest difference that all stated preferences can have at once, in (0, 1]: the smaller, the nearer the
    /// statements are to a contradiction. 1 where no preference was stated.
    double epsilon = 1;
    /// `[a * option_count + b]`: `a` is at least as good as `b` for every function that agrees. Reflexive, transitive.
    std::vector<bool> necessary;
    /// `[a * option_count + b]`: for at least one function that agrees. Whatever is necessary is possible, and of any
    /// two options one is possibly at least as good as the other.
    std::vector<bool> possible;
};

/// Without statements, the necessary relation is dominance. A criterion on which all options are equal has no part; if
/// that is so on all of them, everything is as good as everything. Mistakes: positions that are no option (E301), more
/// options or statements than above (E701), and statements that no function agrees with (E207); the error then names
/// some of which any one could be left out to resolve their conflict. A linear programme for each ordered pair, with a
/// row for each statement and a column for each value on each criterion: well below a second for twenty options, some
/// seconds at the limit.
[[nodiscard]] result<preference_relations> ordinal_regression(const decision_matrix&,
                                                              std::span<const reference_statement>);

/// 1 is first. `best` counts those that are better, `worst` also those that are as good.
struct extreme_rank {
    std::size_t best = 0;
    std::size_t worst = 0;
    friend bool operator==(const extreme_rank&, const extreme_rank&) = default;
};

/// By option: the best and the worst place that a function that agrees can give it (Kadzinski, Greco and Slowinski,
/// "Extreme ranking analysis in robust ordinal regression", Omega 40, 2012). The mistakes are those of
/// `ordinal_regression`. Two mixed-integer programmes an option, each by branch and bound over linear ones.
[[nodiscard]] result<std::vector<extreme_rank>> extreme_ranks(const decision_matrix&,
                                                              std::span<const reference_statement>);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_ordinal_regression.ipp"
#endif
