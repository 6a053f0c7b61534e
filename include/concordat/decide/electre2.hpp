// SPDX-License-Identifier: Apache-2.0
/// ELECTRE II (Roy & Bertier, "La méthode ELECTRE II", SEMA 1971 and OR'72, 1973; Figueira, Mousseau & Roy, "ELECTRE
/// methods", 2005, section 3.2.1): a ranking by a strong and a weak outranking relation.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/electre1.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// All between 0 and 1; concordance falls from strong to weak, and the loose discordance is not below the tight one.
/// The defaults are the strictest.
struct electre2_levels {
    double strong_concordance = 1;  ///< c+
    double middle_concordance = 1;  ///< c0
    double weak_concordance = 1;    ///< c-
    double loose_discordance = 0;   ///< d+
    double tight_discordance = 0;   ///< d-
    discordance_scale scale = discordance_scale::own_range;
};

/// Matrices are row by row: `[a * option_count + b]` says something of a against b.
struct electre2_result {
    std::vector<double> concordance;  ///< as in ELECTRE I
    std::vector<double> discordance;  ///< as in ELECTRE I
    /// Concordance at least c+ and discordance at most d+, or at least c0 and at most d-; and in both cases the
    /// criteria that prefer a weigh no less than those that prefer b (W+ >= W-).
    std::vector<bool> strong;
    /// Concordance at least c- and discordance at most d+, and W+ >= W-. It contains the strong relation.
    std::vector<bool> weak;
    /// From the top, class by class, 1 the best and no number left out: of the options that are left, those that no
    /// other outranks strongly; of them, those that no other of them outranks weakly. Options on a circuit of a
    /// relation are taken for one, and stand together.
    std::vector<std::size_t> forward;
    /// The same from the bottom, with both relations turned about; numbered from the top again, 1 the best.
    std::vector<std::size_t> reverse;
    /// The mean of both, by which `ranks` are: 1 + the number of options with a smaller one.
    std::vector<double> median;
    std::vector<std::size_t> ranks;
};

/// Levels are compared, and permutations answered, as in ELECTRE I. Mistakes: those of `electre1`, and levels that are
/// not in order (E405). O(options² · criteria + options³).
[[nodiscard]] result<electre2_result> electre2(const decision_matrix&, const electre2_levels&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_electre2.ipp"
#endif
