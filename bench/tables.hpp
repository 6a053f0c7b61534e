// SPDX-License-Identifier: Apache-2.0
/// The performance tables that ranking is timed on: as many options and criteria as a study has, with worths drawn
/// evenly and, in some tables, a fifth of the cells known only within bounds. No branches, and weights that nobody
/// stated.
#pragma once

#include <concordat/concordat.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace concordat::bench {

struct table_size {
    std::size_t options = 0;
    std::size_t criteria = 0;
    bool uncertain = false;

    [[nodiscard]] std::string name() const {
        return std::to_string(options) + " x " + std::to_string(criteria) + (uncertain ? ", a fifth uncertain" : "");
    }
};

/// The Scottish study's size, and twice its options.
inline constexpr std::array<table_size, 4> table_sizes{
    {{15, 19, false}, {15, 19, true}, {32, 20, false}, {32, 20, true}}};

inline constexpr std::uint64_t samples = 100'000;

/// Two digits, so that the order of keys is that of numbers.
[[nodiscard]] inline std::string numbered(char stem, std::size_t i) {
    return {stem, static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
}

[[nodiscard]] inline performance_table table_of(const table_size& size) {
    performance_table table;
    for (std::size_t c = 0; c < size.criteria; ++c) {
        table_criterion criterion;
        criterion.key = numbered('c', c);
        criterion.value = linear_shape{0, 1};
        table.criteria.push_back(std::move(criterion));
    }
    stream draws(1, purpose::test, 0);
    for (std::size_t o = 0; o < size.options; ++o) {
        table.options.push_back({numbered('o', o), {}});
        for (std::size_t c = 0; c < size.criteria; ++c) {
            const double a = draws.uniform(), b = draws.uniform();
            if (size.uncertain && (o * size.criteria + c) % 5 == 0)
                table.cells.emplace_back(interval_value{std::min(a, b), std::max(a, b)});
            else
                table.cells.emplace_back(exact_value{a});
        }
    }
    return table;
}

[[nodiscard]] inline weight_set nobody_was_asked() {
    weight_set weights;
    weights.key = "nobody";
    weights.how = elicitation::none;
    return weights;
}

}  // namespace concordat::bench
