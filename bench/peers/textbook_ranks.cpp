// SPDX-License-Identifier: Apache-2.0
#include "textbook_ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace concordat::bench {

namespace {

/// Uniform on the simplex: exponential variates divided by their sum.
void draw_weights(std::mt19937_64& generator, std::vector<double>& weights) {
    std::exponential_distribution<double> exponential;
    for (auto& w : weights) w = exponential(generator);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (auto& w : weights) w /= sum;
}

double draw_cell(std::mt19937_64& generator, const quantity& cell) {
    if (const auto* normal = std::get_if<normal_value>(&cell))
        return std::clamp(std::normal_distribution<double>(normal->mean, normal->sd)(generator), 0.0, 1.0);
    if (const auto* t = std::get_if<triangular_value>(&cell)) {
        const double u = std::uniform_real_distribution<double>()(generator), width = t->high - t->low;
        const double rising = t->mode - t->low, falling = t->high - t->mode;
        return u * width < rising ? t->low + std::sqrt(u * width * rising)
                                  : t->high - std::sqrt((1 - u) * width * falling);
    }
    return std::get<exact_value>(cell).value;
}

}  // namespace

textbook_result textbook_ranks(const performance_table& table, std::uint64_t samples, std::uint64_t seed) {
    const std::size_t options = table.options.size(), criteria = table.criteria.size();
    textbook_result counts{std::vector<std::uint64_t>(options * options), std::vector<std::uint64_t>(options * options),
                           std::vector<double>(options * criteria)};
    std::mt19937_64 generator(seed);
    std::vector<double> weights(criteria), score(options);
    std::vector<std::size_t> order(options);
    for (std::uint64_t sample = 0; sample < samples; ++sample) {
        draw_weights(generator, weights);
        for (std::size_t o = 0; o < options; ++o) {
            score[o] = 0;
            for (std::size_t c = 0; c < criteria; ++c) score[o] += weights[c] * draw_cell(generator, table.cell(o, c));
        }
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return score[a] > score[b]; });
        for (std::size_t rank = 0; rank < options; ++rank) {
            ++counts.ranks[order[rank] * options + rank];
            for (std::size_t worse = rank + 1; worse < options; ++worse)
                ++counts.wins[order[rank] * options + order[worse]];
        }
        for (std::size_t c = 0; c < criteria; ++c) counts.first_weights[order[0] * criteria + c] += weights[c];
    }
    return counts;
}

}  // namespace concordat::bench
