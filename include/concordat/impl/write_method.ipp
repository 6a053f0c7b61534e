// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_method.hpp"

#include "concordat/impl/write_method_page.hpp"

#include <utility>

namespace concordat {

namespace detail::method {

inline result<method_report> by_method(decision_method method, const ranking_table& given,
                                       const progress_callback& progress) {
    switch (method) {
        case decision_method::additive:
            return additive_report(given);
        case decision_method::dominance:
            return dominance_report(given);
        case decision_method::topsis:
            return topsis_report(given);
        case decision_method::vikor:
            return vikor_report(given);
        case decision_method::promethee:
            return promethee_report(given);
        case decision_method::electre1:
            return electre1_report(given);
        case decision_method::electre2:
            return electre2_report(given);
        case decision_method::electre3:
            return electre3_report(given);
        case decision_method::electre_tri:
            return electre_tri_report(given);
        case decision_method::ror:
            return ror_report(given);
        case decision_method::surrogate_weights:
            return surrogate_weights_report(given);
        case decision_method::weight_stability:
            return weight_stability_report(given);
        case decision_method::value_of_information:
            return value_of_information_report(given, progress);
        case decision_method::smaa:
            break;
    }
    return smaa_report(given, progress);
}

}  // namespace detail::method

CONCORDAT_INLINE result<method_report> report_of(decision_method method, const ranking_table& given,
                                                 const progress_callback& progress) {
    auto made = detail::method::by_method(method, given, progress);
    if (made) return made;
    // Methods know no files; what they refuse is wrong with what `[method]` asks for.
    error e = std::move(made).error();
    if (e.where.path.empty()) e.where = given.method.where;
    for (auto& other : e.more)
        if (other.where.path.empty()) other.where = given.method.where;
    return fail(std::move(e));
}

}  // namespace concordat
