// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/run_summary.hpp"

#include <array>
#include <utility>

namespace concordat {

namespace detail::summarising {

inline summarised_ranking standings(const study& s, const baseline_result& b, std::size_t weights,
                                    missing_treatment missing, const rank_probabilities& ranks) {
    summarised_ranking out{b.baseline, s.weights[weights].key, missing, {}};
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        auto& standing = out.options.emplace_back(option_standing{s.options[o].key, ranks.first(o), {}});
        for (std::size_t other = 0; other < s.options.size(); ++other)
            if (other != o && !ranks.separated(o, other)) standing.not_separated_from.push_back(s.options[other].key);
    }
    return out;
}

inline void append_values(const study& s, const baseline_result& b, std::vector<summarised_value>& into) {
    const auto& table = b.assessment.table;
    for (std::size_t o = 0; o < s.options.size(); ++o)
        for (std::size_t c = 0; c < table.criteria.size(); ++c)
            into.push_back({b.baseline, s.options[o].key, table.criteria[c].key, table.criteria[c].unit,
                            b.assessment.at(o, c).value});
}

}  // namespace detail::summarising

CONCORDAT_INLINE std::string_view name(missing_treatment treatment) noexcept {
    constexpr std::array<std::string_view, 2> names = {"as each criterion says", "criteria left out"};
    return names[static_cast<std::size_t>(treatment)];
}

CONCORDAT_INLINE run_summary summarise(const study& s, const study_result& found) {
    namespace own = detail::summarising;
    run_summary out{s.key, s.title, found.samples, found.seed, {}, {}, {}};
    for (const auto& w : s.weights) out.weights.push_back({w.key, w.how, w.illustrative});
    for (const auto& b : found.baselines) {
        for (const auto& ranking : b.rankings) {
            using enum missing_treatment;
            out.rankings.push_back(own::standings(s, b, ranking.weights, as_stated, ranking.with_missing));
            out.rankings.push_back(own::standings(s, b, ranking.weights, left_out, ranking.without_missing));
        }
        own::append_values(s, b, out.values);
    }
    return out;
}

}  // namespace concordat
