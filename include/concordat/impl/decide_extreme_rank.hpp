// SPDX-License-Identifier: Apache-2.0
/// Internal: the fewest of some rows that have to be broken, by branch and bound over linear programmes. A solver of
/// mixed-integer programmes would do it with indicators that are whole "within a tolerance", which a row can hide
/// behind; here every count comes from a point that was looked at. It needs one library instead of four.
#pragma once

#include "concordat/impl/decide_value_space.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::programming {

/// `coefficients · shares >= 0`, or not: then it falls short by at most `shortfall`, which is above the tolerance.
struct breakable_row {
    std::vector<double> coefficients;
    double shortfall = 0;
};

enum class row_fate : std::uint8_t { open, kept, given_up };

/// A programme is stopped when it has looked at so many nodes: minutes.
inline constexpr std::size_t most_nodes = 100'000;

/// Kept rows hold; an open one holds with a column of its own, from 0 to 1, times its shortfall. The sum of these
/// columns is a lower bound on how many open rows break.
inline linear_program relaxation(const value_space& space, const std::vector<breakable_row>& rows,
                                 const std::vector<row_fate>& fates) {
    auto program = program_over(space, rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (fates[k] == row_fate::given_up) continue;
        program.rows.push_back({rows[k].coefficients, 0, unlimited});
        program.rows.back().coefficients.resize(program.objective.size(), 0);
        if (fates[k] == row_fate::kept) continue;
        program.objective[space.width() + k] = -1;
        program.rows.back().coefficients[space.width() + k] = rows[k].shortfall;
    }
    return program;
}

/// How many rows the point breaks, and the open one that it breaks most for what it could.
struct broken_rows {
    std::size_t count = 0;
    std::size_t most = 0;
};

inline broken_rows broken_at(const std::vector<breakable_row>& rows, const std::vector<row_fate>& fates,
                             const std::vector<double>& shares) {
    broken_rows broken;
    double most = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const double value = product_of(rows[k].coefficients, shares);
        if (value >= -value_tolerance) continue;
        ++broken.count;
        if (fates[k] != row_fate::open || -value / rows[k].shortfall <= most) continue;
        most = -value / rows[k].shortfall;
        broken.most = k;
    }
    return broken;
}

/// Depth first, keeping a row before giving it up. The space is not empty.
inline result<std::size_t> fewest_broken(const value_space& space, const std::vector<breakable_row>& rows) {
    std::size_t fewest = rows.size();
    std::vector<std::vector<row_fate>> nodes{std::vector<row_fate>(rows.size(), row_fate::open)};
    for (std::size_t visited = 0; !nodes.empty(); ++visited) {
        if (visited == most_nodes)
            return fail(errc::limit_exceeded,
                        "an extreme rank was not found within " + std::to_string(most_nodes) + " linear programmes",
                        "compare fewer options, or say more about them");
        auto fates = std::move(nodes.back());
        nodes.pop_back();
        CONCORDAT_TRY(const auto solution, solve(relaxation(space, rows, fates)));
        if (!solution) continue;
        const auto broken = broken_at(rows, fates, shares_of(space, *solution));
        fewest = std::min(fewest, broken.count);
        // A bound that is whole but for the solver's last digits is not rounded up past it.
        const auto given_up = std::count(fates.begin(), fates.end(), row_fate::given_up);
        if (static_cast<double>(given_up) - solution->objective > static_cast<double>(fewest) - 1 + 1e-6) continue;
        fates[broken.most] = row_fate::given_up;
        nodes.push_back(fates);
        fates[broken.most] = row_fate::kept;
        nodes.push_back(std::move(fates));
    }
    return fewest;
}

}  // namespace concordat::detail::programming
