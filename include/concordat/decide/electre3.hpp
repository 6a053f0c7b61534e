// SPDX-License-Identifier: Apache-2.0
/// ELECTRE III (Roy, "ELECTRE III : un algorithme de classements fondé sur une représentation floue des préférences",
/// Cahiers du CERO 20, 1978; Figueira, Mousseau & Roy, "ELECTRE methods", 2005, section 3.2.2): how credible it is that
/// one option is at least as good as another, and two rankings distilled from that, whose agreement is the result.
///
/// Thresholds are direct: read at the value of the option that is said to be at least as good, which is the worse of
/// the two wherever a threshold matters. Constant thresholds are the same wherever they are read.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/decide/threshold.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace concordat {

/// Two credibilities are told apart near the level λ if they differ by more than `alpha + beta · λ`, which lies between
/// 0 and 1 for every λ from 0 to 1.
struct electre3_discrimination {
    double alpha = 0.3;
    double beta = -0.15;
};

enum class electre_relation : std::uint8_t {
    better,        ///< in no ranking below the other, and in one above it
    worse,         ///< the other is better
    indifferent,   ///< level in both rankings
    incomparable,  ///< the rankings contradict each other
};

/// "better", "worse", "indifferent", "incomparable".
[[nodiscard]] std::string_view name(electre_relation) noexcept;

/// Matrices are row by row: `[a * option_count + b]` says something of a against b.
struct electre3_result {
    /// The weight of the criteria that agree that a is at least as good as b: each wholly if a is worse by no more than
    /// q, not at all from p on, and in proportion between.
    std::vector<double> concordance;
    /// The concordance, lessened by `(1 - d) / (1 - concordance)` for each criterion whose discordance d is the larger:
    /// 0 until a is worse by p, 1 from v on, and in proportion between; where v is p, 1 above it. A discordance of 1
    /// leaves no credibility, even of a criterion without weight.
    std::vector<double> credibility;
    /// Classes from best to worst, 1 the best and no number left out; equals share one. Descending takes the best
    /// options off again and again, ascending the worst. Within the options left, λ0 is the largest credibility, λ1 the
    /// largest below λ0 - s(λ0), s being the discrimination; a is preferred to b if its credibility against b is above
    /// λ1 and above b's against it by more than s of itself. Those with the most (fewest) preferences for, less those
    /// against, are kept; among them the same goes on from λ1, until one is left or λ1 is 0.
    std::vector<std::size_t> descending;
    std::vector<std::size_t> ascending;
    std::vector<electre_relation> relation;  ///< the intersection of both rankings, a partial preorder
    std::vector<std::size_t> ranks;          ///< 1 + the number of options that are better in the intersection
};

/// One set of thresholds for each criterion, in the matrix's order; without a veto a criterion objects to nothing.
/// Differences are compared with thresholds as they are computed; credibilities nearer than 1e-12 are one number, so
/// that the order in which weights were added up decides nothing. Permuting options or criteria permutes the result and
/// changes no bit. One option stands alone in class 1. Mistakes: those of `check` for thresholds between the ends of
/// the criterion, thresholds that are not finite there (E402), another number of them than criteria (E411), a
/// discrimination that is not finite (E402) or not between 0 and 1 (E401), values of a criterion too far apart to
/// subtract (E405), more options than `most_compared` (E701). O(options² · (criteria + classes · cuts)).
[[nodiscard]] result<electre3_result> electre3(const decision_matrix&, std::span<const thresholds>,
                                               const electre3_discrimination& = {});

/// One criterion's discordance between every two options, row by row: what lessened the credibility. Mistakes as for
/// `electre3`; `criterion` is a position in the matrix. O(options²).
[[nodiscard]] result<std::vector<double>> electre3_discordance(const decision_matrix&, std::span<const thresholds>,
                                                               std::size_t criterion);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_electre3.ipp"
#endif
