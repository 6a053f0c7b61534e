// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/selfcheck.hpp"

#include "concordat/impl/study_measured.hpp"

#include <utility>

namespace concordat {

CONCORDAT_INLINE result<std::vector<study_check>> selfcheck(const study& given, const run_options& options) {
    CONCORDAT_TRY(const study s, check(given));
    if (s.weights.empty())
        return fail(errc::missing_value, "the study has no weights, so there is no ranking to check",
                    "name weight sets in the study", s.where.at);
    const auto sampling = detail::sampling_of(s, options);
    detail::run_progress progress(options.progress, runs_on(s).size() * (s.weights.size() + (s.structure ? 1 : 0)));
    std::vector<study_check> found;
    for (const auto* baseline : runs_on(s)) {
        CONCORDAT_TRY(const auto measured, detail::measure_on(s, baseline, options, progress));
        const auto scenarios = measured.scenarios();
        for (const auto& weights : s.weights) {
            if (!progress.goes_on()) return fail(errc::interrupted, "the checks were asked to stop");
            static_cast<void>(progress.next());
            CONCORDAT_TRY(auto rules, selfcheck(scenarios, weights, sampling));
            found.push_back({baseline != nullptr ? baseline->key() : "", weights.key, std::move(rules)});
        }
    }
    return found;
}

}  // namespace concordat
