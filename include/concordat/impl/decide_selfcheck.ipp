// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/selfcheck.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_selfcheck_rules.hpp"

#include <utility>

namespace concordat {

CONCORDAT_INLINE result<std::vector<rule_check>> selfcheck(const table_scenarios& given, const weight_set& weights,
                                                           const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(auto scenarios, check(given));
    CONCORDAT_TRY(auto ranks, rank_probability(scenarios, weights, sampling));
    const detail::selfchecking::subject subject{std::move(scenarios), weights, sampling, std::move(ranks)};
    std::vector<rule_check> found;
    for (const auto& rule : detail::selfchecking::rules) {
        rule_check one{rule.word, rule.says};
        CONCORDAT_TRY(one.broken, rule.holds(subject, one.cases));
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace concordat
