// SPDX-License-Identifier: Apache-2.0
/// Rank counts by the plainest loops there are, one sample after the other, through the public streams and draws. For
/// the tests of sampling, which has to give the same counts to the last one.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/impl/decide_normal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oracle {

using matrix = std::vector<std::vector<double>>;

/// Per scenario, so that anything may be summed over scenarios afterwards.
struct counts {
    std::vector<matrix> ranks;  ///< scenario, option, rank from 0
    std::vector<matrix> wins;   ///< scenario, option, other
    matrix worst;               ///< scenario, option
    std::vector<matrix> first_weights;
    std::vector<double> sizes;

    [[nodiscard]] double total(const std::vector<matrix>& of, std::size_t i, std::size_t k) const {
        double sum = 0;
        for (const auto& each : of) sum += each[i][k];
        return sum;
    }
};

inline double cell_value(const concordat::value_function& f, const concordat::quantity& q, double u) {
    using namespace concordat;
    if (is_missing(q)) return u;
    if (!is_uncertain(q)) return value_at(f, lowest(q));
    if (const auto* normal = std::get_if<normal_value>(&q))
        return value_at(f, normal->mean + normal->sd * concordat::detail::short_normal_at(u));
    return value_at(f, draw(q, u));
}

/// Of checked scenarios whose options and criteria stand in order of key.
inline counts ranks(const concordat::table_scenarios& given, const concordat::weight_set& set, std::uint64_t samples,
                    std::uint64_t seed) {
    using namespace concordat;
    const std::size_t n = given.table.options.size();
    const std::size_t m = given.table.criteria.size();
    const std::size_t scenarios = std::min<std::size_t>(given.count(), samples);
    const auto w = weighting::make(set, tree_of(given.table)).value();
    std::vector<bool> drawn(n * m);
    for (std::size_t k = 0; k < scenarios; ++k)
        for (std::size_t at = 0; at < n * m; ++at)
            drawn[at] = drawn[at] || is_missing(given.cells[k][at]) || is_uncertain(given.cells[k][at]);
    counts found{std::vector<matrix>(scenarios, matrix(n, std::vector<double>(n))),
                 std::vector<matrix>(scenarios, matrix(n, std::vector<double>(n))),
                 matrix(scenarios, std::vector<double>(n)),
                 std::vector<matrix>(scenarios, matrix(n, std::vector<double>(m))), std::vector<double>(scenarios)};
    std::vector<double> weights(m);
    for (std::uint64_t k = 0; k < samples; ++k) {
        const std::size_t j = k % scenarios;
        stream for_weights(seed, purpose::weights, k);
        stream for_cells(seed, purpose::ratings, k);
        w.draw(for_weights, weights);
        std::vector<double> values(n, 0);
        for (std::size_t c = 0; c < m; ++c)
            for (std::size_t i = 0; i < n; ++i) {
                const std::size_t at = i * m + c;
                const double u = drawn[at] ? for_cells.short_uniform() : 0;
                values[i] += weights[c] * cell_value(given.table.criteria[c].value, given.cells[j][at], u);
            }
        found.sizes[j] += 1;
        for (std::size_t i = 0; i < n; ++i) {
            const auto better = std::count_if(values.begin(), values.end(), [&](double v) { return v > values[i]; });
            const auto worse = std::count_if(values.begin(), values.end(), [&](double v) { return v < values[i]; });
            found.ranks[j][i][static_cast<std::size_t>(better)] += 1;
            found.worst[j][i] += worse < 3 ? 1 : 0;
            for (std::size_t o = 0; o < n; ++o) found.wins[j][i][o] += values[i] > values[o] ? 1 : 0;
            for (std::size_t c = 0; c < m && better == 0; ++c) found.first_weights[j][i][c] += weights[c];
        }
    }
    return found;
}

/// The cluster-robust standard error of a mean, from each scenario's total.
inline double clustered(const std::vector<double>& totals, const std::vector<double>& sizes) {
    double total = 0;
    double samples = 0;
    for (std::size_t j = 0; j < totals.size(); ++j) {
        total += totals[j];
        samples += sizes[j];
    }
    double residuals = 0;
    for (std::size_t j = 0; j < totals.size(); ++j) {
        const double off = totals[j] - sizes[j] * (total / samples);
        residuals += off * off;
    }
    const auto groups = static_cast<double>(totals.size());
    return std::sqrt(residuals * groups / (groups - 1)) / samples;
}

}  // namespace oracle
