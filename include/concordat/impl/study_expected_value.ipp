// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/expected_value.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/additive.hpp"
#include "concordat/impl/study_measured_before.hpp"

#include <utility>

namespace concordat {

namespace detail {

[[nodiscard]] inline result<std::vector<expected_value>> expected_values_with(const study& asked,
                                                                              options_measured_before& known) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const study s, check(asked));
    std::vector<expected_value> all;
    for (const auto* baseline : runs_on(s)) {
        CONCORDAT_TRY(const auto table, table_on(s, baseline, known));
        for (const auto& weights : s.weights) {
            CONCORDAT_TRY(const auto sums, additive(table, weights));
            for (std::size_t o = 0; o < s.options.size(); ++o)
                all.push_back({baseline != nullptr ? baseline->key() : std::string(), weights.key, s.options[o].key,
                               sums.options[o].overall});
        }
    }
    return all;
}

}  // namespace detail

CONCORDAT_INLINE result<std::vector<expected_value>> expected_values(const study& s) {
    detail::options_measured_before known;
    return detail::expected_values_with(s, known);
}

}  // namespace concordat
