// SPDX-License-Identifier: Apache-2.0
// Robust ordinal regression.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/ordinal_regression.hpp"

namespace concordat::detail::method {

/// What holds of the first against the second: at least as good for every function, for some, or for none.
inline document words_of_relations(const preference_relations& found, std::size_t first, std::size_t second) {
    const std::size_t at = first * found.option_count + second;
    return found.necessary[at] ? "necessary" : found.possible[at] ? "possible" : "none";
}

CONCORDAT_INLINE result<method_report> ror_report(const ranking_table& given) {
    page out(decision_method::ror, given,
             "Robust ordinal regression (Greco, Mousseau and Slowinski, 2008); extreme ranks (Kadzinski and others, "
             "2012). It asks for no weights");
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, ordinal_regression(matrix, given.method.statements));
    CONCORDAT_TRY(const auto extremes, extreme_ranks(matrix, given.method.statements));

    const std::size_t count = found.option_count;
    std::vector<document::array> relations(count);
    std::vector<document::array> ranks;
    std::vector<std::size_t> best;
    std::vector<std::size_t> worst;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < count; ++k) relations[i].push_back(words_of_relations(found, i, k));
        best.push_back(extremes[i].best);
        worst.push_back(extremes[i].worst);
        ranks.push_back({extremes[i].best, extremes[i].worst});
    }
    out.rows("relations", std::move(relations), out.options());
    out.rows("extreme_ranks", std::move(ranks), {"best", "worst"});
    out.only_document("epsilon", found.epsilon);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
