// SPDX-License-Identifier: Apache-2.0
/// The greatest value of a linear function over a small polyhedron, in exact fractions, by looking at every vertex:
/// slow, and nothing like the simplex method. For the tests of this layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace exact {

struct fraction {
    std::int64_t over = 0;
    std::int64_t under = 1;  ///< above 0, and without a common factor
    fraction() = default;
    fraction(std::int64_t a, std::int64_t b = 1) : over(a), under(b) {
        const std::int64_t common = std::gcd(over, under) * (under < 0 ? -1 : 1);
        over /= common;
        under /= common;
    }
    [[nodiscard]] double number() const { return static_cast<double>(over) / static_cast<double>(under); }
    friend fraction operator+(fraction a, fraction b) {
        return {a.over * b.under + b.over * a.under, a.under * b.under};
    }
    friend fraction operator-(fraction a, fraction b) {
        return {a.over * b.under - b.over * a.under, a.under * b.under};
    }
    friend fraction operator*(fraction a, fraction b) { return {a.over * b.over, a.under * b.under}; }
    friend fraction operator/(fraction a, fraction b) { return {a.over * b.under, a.under * b.over}; }
    friend bool operator<(fraction a, fraction b) { return a.over * b.under < b.over * a.under; }
    friend bool operator==(fraction a, fraction b) { return a.over == b.over && a.under == b.under; }
};

/// `row · x >= bound`.
struct half_space {
    std::vector<fraction> row;
    fraction bound;
};

inline fraction product(const std::vector<fraction>& a, const std::vector<fraction>& x) {
    fraction sum;
    for (std::size_t j = 0; j < a.size(); ++j) sum = sum + a[j] * x[j];
    return sum;
}

/// Gauss and Jordan; nothing when the equations have no single solution.
inline std::optional<std::vector<fraction>> solution_of(std::vector<half_space> equations) {
    const std::size_t n = equations.size();
    for (std::size_t at = 0; at < n; ++at) {
        std::size_t pivot = at;
        while (pivot < n && equations[pivot].row[at] == fraction(0)) ++pivot;
        if (pivot == n) return std::nullopt;
        std::swap(equations[at], equations[pivot]);
        for (std::size_t i = 0; i < n; ++i) {
            const fraction factor = equations[i].row[at] / equations[at].row[at];
            if (i == at || factor == fraction(0)) continue;
            for (std::size_t j = 0; j < n; ++j)
                equations[i].row[j] = equations[i].row[j] - factor * equations[at].row[j];
            equations[i].bound = equations[i].bound - factor * equations[at].bound;
        }
    }
    std::vector<fraction> x;
    for (std::size_t at = 0; at < n; ++at) x.push_back(equations[at].bound / equations[at].row[at]);
    return x;
}

/// Over `equation` and all of `spaces`, which leave no line; nothing if they leave no point.
inline std::optional<fraction> greatest(const std::vector<fraction>& objective, const half_space& equation,
                                        const std::vector<half_space>& spaces) {
    std::optional<fraction> best;
    std::vector<std::size_t> chosen(objective.size() - 1);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    while (chosen.empty() || chosen.back() < spaces.size()) {
        std::vector<half_space> active{equation};
        for (const std::size_t i : chosen) active.push_back(spaces[i]);
        if (const auto x = solution_of(std::move(active))) {
            bool inside = true;
            for (const auto& space : spaces) inside = inside && !(product(space.row, *x) < space.bound);
            const fraction value = product(objective, *x);
            if (inside && (!best || *best < value)) best = value;
        }
        // The next combination, in the order of a dictionary.
        std::size_t at = chosen.size();
        while (at > 0 && chosen[at - 1] == spaces.size() - chosen.size() + at - 1) --at;
        if (at == 0) break;
        ++chosen[at - 1];
        for (; at < chosen.size(); ++at) chosen[at] = chosen[at - 1] + 1;
    }
    return best;
}

/// Shares that are not below 0, with `others` columns behind them.
inline std::vector<half_space> not_negative(std::size_t shares, std::size_t others) {
    std::vector<half_space> spaces;
    for (std::size_t j = 0; j < shares; ++j) {
        spaces.push_back({std::vector<fraction>(shares + others), 0});
        spaces.back().row[j] = 1;
    }
    return spaces;
}

inline half_space sum_is_one(std::size_t shares, std::size_t others) {
    half_space equation{std::vector<fraction>(shares, 1), 1};
    equation.row.resize(shares + others);
    return equation;
}

}  // namespace exact
