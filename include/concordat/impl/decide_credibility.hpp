// SPDX-License-Identifier: Apache-2.0
/// How credible it is that one row of values is at least as good as another, as ELECTRE III and ELECTRE TRI ask it.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/decide/threshold.hpp"
#include "concordat/impl/decide_outranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::credibility {

struct rule {
    std::size_t criterion = 0;
    double weight = 0;
    bool more_is_better = true;
    thresholds limits;
};

/// In order of key, so that the order of a file changes no sum.
inline std::vector<rule> rules_of(const decision_matrix& matrix, std::span<const thresholds> limits) {
    std::vector<rule> rules;
    for (const std::size_t j : outranking::by_key(matrix))
        rules.push_back({j, matrix.weight(j), matrix.more_is_better(j), limits[j]});
    return rules;
}

/// The values option by option, as comparing rows reads them.
inline std::vector<double> rows_of(const decision_matrix& matrix) {
    const std::size_t width = matrix.criterion_count();
    std::vector<double> rows(matrix.option_count() * width);
    for (std::size_t j = 0; j < width; ++j)
        for (std::size_t i = 0; i < matrix.option_count(); ++i) rows[i * width + j] = matrix.column(j)[i];
    return rows;
}

inline double shortfall(const rule& r, double ours, double theirs) {
    return r.more_is_better ? theirs - ours : ours - theirs;
}

/// Where q is p, a difference of just so much is none.
inline double agreement(const thresholds& limits, double worse_by, double read_at) {
    const double q = limits.indifference.at(read_at);
    const double p = limits.preference.at(read_at);
    if (worse_by <= q) return 1;
    if (worse_by >= p) return 0;
    return (p - worse_by) / (p - q);
}

/// Where p is v, a difference of just so much is no objection, and one above it a full one.
inline double objection(const thresholds& limits, double worse_by, double read_at) {
    if (!limits.veto) return 0;
    const double p = limits.preference.at(read_at);
    const double v = limits.veto->at(read_at);
    if (worse_by <= p) return 0;
    if (worse_by >= v) return 1;
    return (worse_by - p) / (v - p);
}

struct weighed {
    double concordance = 0;
    double credibility = 0;
};

/// That `ours` is at least as good as `theirs`, with thresholds for the values of `read_at`. The formula lets a full
/// objection pass where the concordance is 1, which only a criterion without weight can bring about, and then only if
/// the other weights happen to add up without rounding; so a full objection always leaves nothing.
inline weighed weigh(const std::vector<rule>& rules, std::span<const double> ours, std::span<const double> theirs,
                     std::span<const double> read_at) {
    double concordance = 0;
    for (const rule& r : rules) {
        const std::size_t j = r.criterion;
        concordance += r.weight * agreement(r.limits, shortfall(r, ours[j], theirs[j]), read_at[j]);
    }
    concordance = std::min(concordance, 1.0);
    double credibility = concordance;
    for (const rule& r : rules) {
        const std::size_t j = r.criterion;
        const double objected = objection(r.limits, shortfall(r, ours[j], theirs[j]), read_at[j]);
        if (objected == 1) return {concordance, 0};
        if (objected > concordance) credibility *= (1 - objected) / (1 - concordance);
    }
    return {concordance, credibility};
}

/// `further` are rows of values that are compared with the options, by criterion in the matrix's order.
inline void check_limits(const decision_matrix& matrix, std::span<const thresholds> limits,
                         std::span<const double> further, std::vector<error>& problems) {
    const std::size_t width = matrix.criterion_count();
    if (limits.size() != width)
        problems.push_back({errc::bad_parameter,
                            std::to_string(limits.size()) + " sets of thresholds for " + std::to_string(width) +
                                " criteria; one for each was expected",
                            {},
                            {},
                            {}});
    for (std::size_t j = 0; j < width; ++j) {
        const std::string& key = matrix.criteria()[j].key;
        auto found = outranking::ends_of(matrix, j);
        for (std::size_t at = j; at < further.size(); at += width) found.include(further[at]);
        outranking::check_apart(key, found, problems);
        if (limits.size() != width) continue;
        if (auto checked = check(limits[j], found.low, found.high, key); !checked) {
            problems.push_back(std::move(checked).error());
            continue;
        }
        const double size = std::max(std::fabs(found.low), std::fabs(found.high));
        const auto& widest = limits[j].veto ? *limits[j].veto : limits[j].preference;
        if (auto mistake = unless_finite("the largest threshold", widest.at(size))) {
            mistake->message = "criterion \"" + key + "\": " + mistake->message;
            problems.push_back(std::move(*mistake));
        }
    }
}

}  // namespace concordat::detail::credibility
