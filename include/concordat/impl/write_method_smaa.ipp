// SPDX-License-Identifier: Apache-2.0
// SMAA-2.
#pragma once

#include "concordat/impl/write_method_page.hpp"

namespace concordat::detail::method {

CONCORDAT_INLINE result<method_report> smaa_report(const ranking_table& given, const progress_callback& progress) {
    page out(decision_method::smaa, given, "SMAA-2 (Lahdelma and Salminen, 2001)");
    static_cast<void>(out.setting("normalisation", given.method.normalised, normalisation::minmax));
    rank_sampling sampling;
    sampling.samples = out.setting("samples", given.method.samples, sampling.samples);
    sampling.seed = out.setting("seed", given.method.seed, sampling.seed);
    sampling.progress = progress;
    CONCORDAT_TRY(const auto ranks, rank_probability(given.table, given.sampled, sampling));

    const table_scenarios one{given.table, {}};
    CONCORDAT_TRY(const auto factors, confidence_factors(one, ranks, sampling));

    const std::size_t count = ranks.option_count();
    std::vector<std::string> places;
    std::vector<estimate> acceptability;
    std::vector<estimate> winning;
    std::vector<document::array> central;
    std::vector<document::array> central_errors;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back(std::to_string(i + 1));
        for (std::size_t k = 0; k < count; ++k) {
            acceptability.push_back(ranks.acceptability(i, k + 1));
            winning.push_back(ranks.beats(i, k));
        }
        const auto weights = ranks.central_weights(i);
        const auto errors = ranks.central_weight_errors(i);
        central.emplace_back(weights.begin(), weights.end());
        central_errors.emplace_back(errors.begin(), errors.end());
    }
    out.by_option("confidence_factor", factors);
    out.matrix("rank_acceptability", acceptability, places);
    out.rows("central_weight", std::move(central), out.criteria());
    out.rows("central_weight_standard_error", std::move(central_errors), out.criteria());
    out.by_two_options("pairwise_winning_index", winning);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
