// SPDX-License-Identifier: Apache-2.0
/// Internal: values that are not known, but linear in shares of 1 that are bounded by rows. With criterion weights as
/// shares it is the space of weightings; with the steps of value functions, that of ordinal regression.
#pragma once

#include "concordat/impl/decide_linear_program.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail::programming {

/// Differences of values up to this, on a scale from 0 to 1, are none.
inline constexpr double value_tolerance = 1e-9;

struct value_space {
    std::vector<std::vector<double>> options;  ///< by option: what each share is worth to it
    std::vector<program_row> rows;             ///< what is known of the shares, beyond that they sum to 1
    [[nodiscard]] std::size_t width() const { return options.front().size(); }
};

inline double product_of(std::span<const double> coefficients, std::span<const double> shares) {
    double sum = 0;
    for (std::size_t j = 0; j < coefficients.size(); ++j) sum += coefficients[j] * shares[j];
    return sum;
}

inline std::vector<double> difference_of(const value_space& space, std::size_t a, std::size_t b) {
    std::vector<double> row(space.width());
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = space.options[a][j] - space.options[b][j];
    return row;
}

/// All shares from 0 to 1 that sum to 1 and keep the rows, and as many other columns behind them; nothing to maximise.
inline linear_program program_over(const value_space& space, std::size_t others) {
    const std::size_t columns = space.width() + others;
    linear_program program;
    program.objective.assign(columns, 0);
    program.lower.assign(columns, 0);
    program.upper.assign(columns, 1);
    program.rows = space.rows;
    program.rows.push_back({std::vector<double>(space.width(), 1), 1, 1});
    for (auto& row : program.rows) row.coefficients.resize(columns, 0);
    return program;
}

/// The shares of a solution without the last digits of the solver: none is below 0, and they sum to 1.
inline std::vector<double> shares_of(const value_space& space, const program_solution& solution) {
    std::vector<double> shares(solution.values.begin(),
                               solution.values.begin() + static_cast<std::ptrdiff_t>(space.width()));
    double sum = 0;
    for (auto& share : shares) {
        share = std::max(share, 0.0);
        sum += share;
    }
    for (auto& share : shares) share /= sum;
    return shares;
}

/// By ordered pair, `[a * options + b]`: the most by which `a` can be worth more than `b`, or nothing where no shares
/// keep the rows. A programme a pair.
inline result<std::optional<std::vector<double>>> greatest_leads(const value_space& space) {
    const std::size_t count = space.options.size();
    std::vector<double> leads(count * count, 0);
    auto program = program_over(space, 0);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b) continue;
            program.objective = difference_of(space, a, b);
            CONCORDAT_TRY(const auto solution, solve(program));
            if (!solution) return std::nullopt;
            leads[a * count + b] = product_of(program.objective, shares_of(space, *solution));
        }
    return leads;
}

}  // namespace concordat::detail::programming
