// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/electre1.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_outranking.hpp"

#include <algorithm>
#include <numeric>

namespace concordat {

namespace detail::electre1_work {

inline std::vector<double> concordance_of(const decision_matrix& matrix) {
    const std::size_t count = matrix.option_count();
    std::vector<double> agreed(count * count, 0);
    for (const std::size_t j : outranking::by_key(matrix)) {
        const auto values = matrix.column(j);
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b) {
                const bool as_good = matrix.more_is_better(j) ? values[a] >= values[b] : values[a] <= values[b];
                if (as_good) agreed[a * count + b] += matrix.weight(j);
            }
    }
    for (double& share : agreed) share = std::min(share, 1.0);
    return agreed;
}

inline std::vector<double> discordance_of(const decision_matrix& matrix, discordance_scale scale) {
    const std::size_t count = matrix.option_count();
    std::vector<double> ranges;
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j) {
        const auto found = outranking::ends_of(matrix, j);
        ranges.push_back(found.high - found.low);
    }
    const double largest = *std::max_element(ranges.begin(), ranges.end());
    std::vector<double> objected(count * count, 0);
    for (std::size_t j = 0; j < ranges.size(); ++j) {
        const double range = scale == discordance_scale::own_range ? ranges[j] : largest;
        if (range == 0) continue;
        const auto values = matrix.column(j);
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b) {
                const double worse_by = matrix.more_is_better(j) ? values[b] - values[a] : values[a] - values[b];
                double& so_far = objected[a * count + b];
                so_far = std::max(so_far, worse_by / range);
            }
    }
    return objected;
}

/// Arcs between circuits run one way, so going along them each circuit is in the kernel that none before it has beaten.
inline void reduce(electre1_result& made, std::size_t count) {
    std::vector<std::size_t> everyone(count);
    std::iota(everyone.begin(), everyone.end(), std::size_t{0});
    const auto outranks = [&](std::size_t a, std::size_t b) { return made.outranks[a * count + b]; };
    made.circuit.resize(count);
    for (const auto& circuit : outranking::circuits(everyone, outranks)) {
        for (const std::size_t option : circuit) made.circuit[option] = circuit.front();
        if (outranking::any_outranks(made.kernel, circuit, outranks)) continue;
        made.kernel.insert(made.kernel.end(), circuit.begin(), circuit.end());
    }
    std::sort(made.kernel.begin(), made.kernel.end());
}

}  // namespace detail::electre1_work

CONCORDAT_INLINE std::string_view name(discordance_scale scale) noexcept {
    return scale == discordance_scale::own_range ? "own_range" : "largest_range";
}

CONCORDAT_INLINE result<electre1_result> electre1(const decision_matrix& matrix, const electre1_levels& levels) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    detail::outranking::check_between("the concordance level", levels.concordance, 0, problems);
    detail::outranking::check_between("the discordance level", levels.discordance, 0, problems);
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j)
        detail::outranking::check_apart(matrix.criteria()[j].key, detail::outranking::ends_of(matrix, j), problems);
    detail::outranking::check_pairs(matrix, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const std::size_t count = matrix.option_count();
    electre1_result made;
    made.concordance = detail::electre1_work::concordance_of(matrix);
    made.discordance = detail::electre1_work::discordance_of(matrix, levels.scale);
    made.outranks.resize(count * count);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            const std::size_t at = a * count + b;
            made.outranks[at] = a != b && detail::outranking::reaches(made.concordance[at], levels.concordance) &&
                                !detail::outranking::exceeds(made.discordance[at], levels.discordance);
        }
    detail::electre1_work::reduce(made, count);
    return made;
}

}  // namespace concordat
