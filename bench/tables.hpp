// SPDX-License-Identifier: Apache-2.0
/// The performance tables that ranking is timed on: as many options and criteria as a study has, with worths drawn
/// evenly and, in some tables, every cell known only as a triangular or normal distribution. No branches, and weights
/// that nobody stated.
#pragma once

#include <concordat/concordat.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace concordat::bench {

enum class cells { exact, triangular, normal };

struct table_size {
    std::size_t options = 0;
    std::size_t criteria = 0;
    cells kind = cells::exact;

    [[nodiscard]] std::string kind_name() const {
        return kind == cells::exact ? "exact" : kind == cells::triangular ? "triangular" : "normal";
    }
    [[nodiscard]] std::string name() const {
        return std::to_string(options) + " x " + std::to_string(criteria) + ", " + kind_name();
    }
};

/// A small table, the Scottish study's size, and twice its options.
inline constexpr std::array<table_size, 9> table_sizes{{{6, 12, cells::exact},
                                                        {6, 12, cells::triangular},
                                                        {6, 12, cells::normal},
                                                        {15, 19, cells::exact},
                                                        {15, 19, cells::triangular},
                                                        {15, 19, cells::normal},
                                                        {32, 20, cells::exact},
                                                        {32, 20, cells::triangular},
                                                        {32, 20, cells::normal}}};

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
            const double low = std::min(a, b), high = std::max(a, b);
            if (size.kind == cells::triangular)
                table.cells.emplace_back(triangular_value{low, (low + high) / 2, high});
            else if (size.kind == cells::normal)
                table.cells.emplace_back(normal_value{a, 0.02 + 0.1 * b});
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
