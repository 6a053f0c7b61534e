// SPDX-License-Identifier: Apache-2.0
// What stands in for weights that nobody gave.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/surrogate_weights.hpp"
#include "concordat/io/ranking_table.hpp"

namespace concordat::detail::method {

CONCORDAT_INLINE result<method_report> surrogate_weights_report(const ranking_table& given) {
    if (given.sampled.how != elicitation::ordinal)
        return fail(lacks("method", "order", "surrogate_weights", given.method.where));
    page out(decision_method::surrogate_weights, given,
             "Weights out of their order (Stillwell, Seaver and Edwards, 1981; Barron and Barrett, 1996)");
    const auto tree = tree_of(given.table);
    const std::pair<const char*, surrogate_rule> rules[] = {{"roc", surrogate_rule::rank_order_centroid},
                                                            {"rank_sum", surrogate_rule::rank_sum},
                                                            {"rank_reciprocal", surrogate_rule::rank_reciprocal}};
    for (const auto& [key, rule] : rules) {
        CONCORDAT_TRY(const auto weights, central_weights(with_surrogates(given.sampled, rule), tree));
        out.by_criterion(key, weights);
    }
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
