// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/surrogate_weights.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/value_tree.hpp"
#include "concordat/impl/decide_surrogate_shares.hpp"

#include <algorithm>
#include <string>

namespace concordat {

namespace detail::surrogate {

/// In proportion to the place's weight.
inline double share_of(std::size_t place, std::size_t count, surrogate_rule rule) {
    if (rule == surrogate_rule::rank_sum) return static_cast<double>(count - place);
    if (rule == surrogate_rule::rank_reciprocal) return 1 / static_cast<double>(place + 1);
    return rank_order_centroid(place, count);
}

/// From the last and smallest to the first.
inline double sum_upwards(std::span<const double> shares) {
    double sum = 0;
    for (std::size_t place = shares.size(); place-- > 0;) sum += shares[place];
    return sum;
}

}  // namespace detail::surrogate

CONCORDAT_INLINE std::string_view name(surrogate_rule rule) noexcept {
    return rule == surrogate_rule::rank_sum          ? "rank-sum"
           : rule == surrogate_rule::rank_reciprocal ? "rank-reciprocal"
                                                     : "rank-order-centroid";
}

CONCORDAT_INLINE result<std::vector<double>> surrogate_weights(std::size_t criteria, surrogate_rule rule) {
    const standard_arithmetic scope;
    if (criteria == 0) return fail(errc::missing_value, "no criteria; at least one was expected");
    if (criteria > most_criteria)
        return fail(errc::limit_exceeded, std::to_string(criteria) + " criteria; at most " +
                                              std::to_string(most_criteria) + " can be weighed");
    std::vector<double> weights;
    for (std::size_t place = 0; place < criteria; ++place)
        weights.push_back(detail::surrogate::share_of(place, criteria, rule));
    const double sum = detail::surrogate::sum_upwards(weights);
    for (auto& weight : weights) weight /= sum;
    weights.front() = 1 - detail::surrogate::sum_upwards(std::span(weights).subspan(1));
    return weights;
}

CONCORDAT_INLINE result<std::vector<double>> surrogate_weights(std::span<const std::size_t> ranks,
                                                               surrogate_rule rule) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto by_place, surrogate_weights(ranks.size(), rule));
    std::vector<double> weights;
    for (const std::size_t rank : ranks) {
        const auto first = static_cast<std::size_t>(
            std::count_if(ranks.begin(), ranks.end(), [&](std::size_t other) { return other < rank; }));
        const auto tied = static_cast<std::size_t>(std::count(ranks.begin(), ranks.end(), rank));
        const double sum = detail::surrogate::sum_upwards(std::span(by_place).subspan(first, tied));
        weights.push_back(sum / static_cast<double>(tied));
    }
    return weights;
}

}  // namespace concordat
