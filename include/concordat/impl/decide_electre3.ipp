// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/electre3.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_credibility.hpp"
#include "concordat/impl/decide_outranking.hpp"

#include <algorithm>
#include <numeric>

namespace concordat {

namespace detail::electre3_work {

enum class direction { best_first, worst_first };

/// What one distillation reads at every step.
struct still {
    std::span<const double> credibility;
    std::size_t count = 0;
    electre3_discrimination s;
    [[nodiscard]] double of(std::size_t a, std::size_t b) const { return credibility[a * count + b]; }
    [[nodiscard]] double discrimination(double level) const { return s.alpha + s.beta * level; }
};

/// The largest credibility between two of the options that does not reach `level`, or 0.
inline double highest_below(const still& given, const std::vector<std::size_t>& options, double level) {
    double highest = 0;
    for (const std::size_t a : options)
        for (const std::size_t b : options) {
            const double sigma = given.of(a, b);
            if (a != b && sigma > highest && !outranking::reaches(sigma, level)) highest = sigma;
        }
    return highest;
}

/// By option: how many of the others it is preferred to above the cut, less how many are preferred to it.
inline std::vector<std::ptrdiff_t> qualifications(const still& given, const std::vector<std::size_t>& options,
                                                  double cut) {
    std::vector<std::ptrdiff_t> balance(options.size(), 0);
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t k = 0; k < options.size(); ++k) {
            const double sigma = given.of(options[i], options[k]);
            const double against = given.of(options[k], options[i]);
            if (i == k || !outranking::exceeds(sigma, cut) ||
                !outranking::exceeds(sigma - against, given.discrimination(sigma)))
                continue;
            ++balance[i];
            --balance[k];
        }
    return balance;
}

/// Those that are left after one distillation of the options.
inline std::vector<std::size_t> distilled(const still& given, std::vector<std::size_t> options, direction way) {
    constexpr double above_all = 2;
    double cut = highest_below(given, options, above_all);
    while (options.size() > 1) {
        cut = highest_below(given, options, cut - given.discrimination(cut));
        const auto balance = qualifications(given, options, cut);
        const auto kept = way == direction::best_first ? *std::max_element(balance.begin(), balance.end())
                                                       : *std::min_element(balance.begin(), balance.end());
        std::vector<std::size_t> rest;
        for (std::size_t i = 0; i < options.size(); ++i)
            if (balance[i] == kept) rest.push_back(options[i]);
        options = std::move(rest);
        if (cut <= 0) break;
    }
    return options;
}

inline std::vector<std::size_t> classes(const still& given, direction way) {
    std::vector<std::size_t> left(given.count);
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::vector<std::size_t> found(given.count, 0);
    std::size_t last = 0;
    while (!left.empty()) {
        ++last;
        for (const std::size_t option : distilled(given, left, way)) found[option] = last;
        left.erase(std::remove_if(left.begin(), left.end(), [&](std::size_t option) { return found[option] != 0; }),
                   left.end());
    }
    if (way == direction::worst_first)
        for (std::size_t& number : found) number = last + 1 - number;
    return found;
}

inline electre_relation compare(std::size_t down_a, std::size_t down_b, std::size_t up_a, std::size_t up_b) {
    if (down_a == down_b && up_a == up_b) return electre_relation::indifferent;
    if (down_a <= down_b && up_a <= up_b) return electre_relation::better;
    if (down_a >= down_b && up_a >= up_b) return electre_relation::worse;
    return electre_relation::incomparable;
}

inline void intersect(electre3_result& made, std::size_t count) {
    made.ranks.assign(count, 1);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            made.relation.push_back(
                compare(made.descending[a], made.descending[b], made.ascending[a], made.ascending[b]));
            if (made.relation.back() == electre_relation::worse) ++made.ranks[a];
        }
}

inline void check_pairwise(const decision_matrix& matrix, std::span<const thresholds> limits,
                           std::vector<error>& problems) {
    outranking::check_pairs(matrix, problems);
    credibility::check_limits(matrix, limits, {}, problems);
}

}  // namespace detail::electre3_work

CONCORDAT_INLINE std::string_view name(electre_relation relation) noexcept {
    switch (relation) {
        case electre_relation::better:
            return "better";
        case electre_relation::worse:
            return "worse";
        case electre_relation::indifferent:
            return "indifferent";
        case electre_relation::incomparable:
            break;
    }
    return "incomparable";
}

CONCORDAT_INLINE result<electre3_result> electre3(const decision_matrix& matrix, std::span<const thresholds> limits,
                                                  const electre3_discrimination& s) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    detail::electre3_work::check_pairwise(matrix, limits, problems);
    detail::outranking::check_between("the discrimination at the level 0", s.alpha, 0, problems);
    detail::outranking::check_between("the discrimination at the level 1", s.alpha + s.beta, 0, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const std::size_t count = matrix.option_count();
    const std::size_t width = matrix.criterion_count();
    const auto rules = detail::credibility::rules_of(matrix, limits);
    const auto rows = detail::credibility::rows_of(matrix);
    const auto row = [&](std::size_t option) { return std::span(rows).subspan(option * width, width); };
    electre3_result made;
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            const auto found = detail::credibility::weigh(rules, row(a), row(b), row(a));
            made.concordance.push_back(found.concordance);
            made.credibility.push_back(found.credibility);
        }
    const detail::electre3_work::still given{made.credibility, count, s};
    made.descending = detail::electre3_work::classes(given, detail::electre3_work::direction::best_first);
    made.ascending = detail::electre3_work::classes(given, detail::electre3_work::direction::worst_first);
    detail::electre3_work::intersect(made, count);
    return made;
}

CONCORDAT_INLINE result<std::vector<double>> electre3_discordance(const decision_matrix& matrix,
                                                                  std::span<const thresholds> limits,
                                                                  std::size_t criterion) {
    const standard_arithmetic scope;
    CONCORDAT_ASSERT(criterion < matrix.criterion_count());
    std::vector<error> problems;
    detail::electre3_work::check_pairwise(matrix, limits, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const detail::credibility::rule rule{criterion, matrix.weight(criterion), matrix.more_is_better(criterion),
                                         limits[criterion]};
    std::vector<double> objections;
    for (const double ours : matrix.column(criterion))
        for (const double theirs : matrix.column(criterion))
            objections.push_back(
                detail::credibility::objection(rule.limits, detail::credibility::shortfall(rule, ours, theirs), ours));
    return objections;
}

}  // namespace concordat
