// SPDX-License-Identifier: Apache-2.0
// TOPSIS and VIKOR.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/topsis.hpp"
#include "concordat/decide/vikor.hpp"

namespace concordat::detail::method {

inline std::optional<column_scale> scale_of(normalisation how) {
    switch (how) {
        case normalisation::minmax:
            return column_scale::minmax;
        case normalisation::max:
            return column_scale::max;
        case normalisation::sum:
            return column_scale::sum;
        case normalisation::vector:
            return column_scale::vector;
        case normalisation::none:
            break;
    }
    return std::nullopt;
}

CONCORDAT_INLINE result<method_report> topsis_report(const ranking_table& given) {
    page out(decision_method::topsis, given, "TOPSIS (Hwang and Yoon, 1981)");
    const auto how = out.setting("normalisation", given.method.normalised, normalisation::vector);
    const auto scale = scale_of(how);
    if (!scale)
        return fail(errc::bad_parameter, "method.normalisation = \"none\", but TOPSIS needs numbers without a unit",
                    "vector, minmax, max or sum");
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, topsis(matrix, *scale));
    out.weights(matrix);
    out.by_option_and_criterion("normalized", found.normalized);
    out.by_option_and_criterion("weighted", found.weighted);
    out.by_criterion("ideal", found.ideal);
    out.by_criterion("anti_ideal", found.anti_ideal);
    out.by_option("d_plus", found.d_plus);
    out.by_option("d_minus", found.d_minus);
    out.by_option("closeness", found.closeness);
    out.by_option("rank", found.rank);
    return std::move(out).finish();
}

CONCORDAT_INLINE result<method_report> vikor_report(const ranking_table& given) {
    page out(decision_method::vikor, given, "VIKOR (Opricovic and Tzeng, 2004); less is better in S, R and Q");
    const double v = out.setting("v", given.method.v, 0.5);
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, vikor(matrix, v));
    out.weights(matrix);
    out.by_option("S", found.utility);
    out.by_option("R", found.regret);
    out.by_option("Q", found.compromise);
    out.by_option("S_rank", found.utility_rank);
    out.by_option("R_rank", found.regret_rank);
    out.by_option("rank", found.rank);
    out.flag("acceptable_advantage", found.acceptable_advantage);
    out.flag("acceptable_stability", found.acceptable_stability);
    out.named("compromise_set", found.compromise_set);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
