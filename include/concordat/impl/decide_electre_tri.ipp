// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/electre_tri.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_credibility.hpp"
#include "concordat/impl/decide_outranking.hpp"

#include <algorithm>

namespace concordat {

namespace detail::electre_tri_work {

inline std::string profile_name(std::size_t profile) { return "profile " + std::to_string(profile + 1); }

/// Whether they are rows of numbers at all.
inline bool check_profile_values(const decision_matrix& matrix, std::span<const double> profiles,
                                 std::vector<error>& problems) {
    const std::size_t before = problems.size();
    const std::size_t width = matrix.criterion_count();
    if (profiles.empty())
        problems.push_back(
            {errc::missing_value, "no profiles; at least one was expected, to part two categories", {}, {}, {}});
    if (profiles.size() % width != 0)
        problems.push_back({errc::bad_parameter,
                            std::to_string(profiles.size()) + " values of profiles make no rows of " +
                                std::to_string(width) + ", one for each criterion",
                            {},
                            {},
                            {}});
    for (std::size_t at = 0; at < profiles.size(); ++at) {
        auto mistake = unless_finite("the value", profiles[at]);
        if (!mistake) continue;
        mistake->message =
            profile_name(at / width) + ", criterion \"" + matrix.criteria()[at % width].key + "\": " + mistake->message;
        problems.push_back(std::move(*mistake));
    }
    return problems.size() == before;
}

inline void check_profile_order(const decision_matrix& matrix, std::span<const double> profiles,
                                std::vector<error>& problems) {
    const std::size_t width = matrix.criterion_count();
    for (std::size_t h = 1; h < profiles.size() / width; ++h) {
        bool differs = false;
        for (std::size_t j = 0; j < width; ++j) {
            const double value = profiles[h * width + j];
            const double before = profiles[(h - 1) * width + j];
            differs = differs || value != before;
            if (matrix.more_is_better(j) ? value >= before : value <= before) continue;
            problems.push_back({errc::bad_interval,
                                profile_name(h) + ", criterion \"" + matrix.criteria()[j].key +
                                    "\": " + shortest(value) + " is worse than " + shortest(before) + " of " +
                                    profile_name(h - 1),
                                "profiles go from the worst to the best, on no criterion back",
                                {},
                                {}});
        }
        if (!differs)
            problems.push_back(
                {errc::bad_interval,
                 profile_name(h) + " is the same as " + profile_name(h - 1) + ", so nothing lies between them",
                 "leave one of them out",
                 {},
                 {}});
    }
}

/// Whether each outranks the other, to the level of the cut.
struct cut_pairs {
    const electre_tri_result& made;
    double cut;
    [[nodiscard]] bool option_outranks(std::size_t option, std::size_t profile) const {
        return outranking::reaches(made.option_over_profile[option * made.profile_count + profile], cut);
    }
    [[nodiscard]] bool profile_is_preferred(std::size_t option, std::size_t profile) const {
        return !option_outranks(option, profile) &&
               outranking::reaches(made.profile_over_option[option * made.profile_count + profile], cut);
    }
};

inline void assign(electre_tri_result& made, std::size_t option, double cut) {
    const cut_pairs pairs{made, cut};
    std::size_t down = made.profile_count;
    while (down > 0 && !pairs.option_outranks(option, down - 1)) --down;
    std::size_t up = 0;
    while (up < made.profile_count && !pairs.profile_is_preferred(option, up)) ++up;
    made.pessimistic.push_back(down + 1);
    made.optimistic.push_back(up + 1);
}

}  // namespace detail::electre_tri_work

CONCORDAT_INLINE result<electre_tri_result> electre_tri(const decision_matrix& matrix,
                                                        std::span<const thresholds> limits,
                                                        std::span<const double> profiles, double cut) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    detail::outranking::check_between("the cut", cut, 0.5, problems);
    const bool comparable = detail::electre_tri_work::check_profile_values(matrix, profiles, problems);
    if (comparable) detail::electre_tri_work::check_profile_order(matrix, profiles, problems);
    detail::credibility::check_limits(matrix, limits, comparable ? profiles : std::span<const double>{}, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const std::size_t width = matrix.criterion_count();
    const auto rules = detail::credibility::rules_of(matrix, limits);
    const auto rows = detail::credibility::rows_of(matrix);
    electre_tri_result made;
    made.profile_count = profiles.size() / width;
    for (std::size_t i = 0; i < matrix.option_count(); ++i) {
        const auto option = std::span(rows).subspan(i * width, width);
        for (std::size_t h = 0; h < made.profile_count; ++h) {
            const auto profile = profiles.subspan(h * width, width);
            made.option_over_profile.push_back(detail::credibility::weigh(rules, option, profile, profile).credibility);
            made.profile_over_option.push_back(detail::credibility::weigh(rules, profile, option, profile).credibility);
        }
        detail::electre_tri_work::assign(made, i, cut);
    }
    return made;
}

}  // namespace concordat
