// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/vikor.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_columns.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::vikor_work {

/// The distance is divided before it is weighed, so that the regret at the worst end is the weight itself and equal
/// regrets are equal bits.
inline void add_regrets(const columns::tame_column& column, bool benefit, double weight, std::span<double> utility,
                        std::span<double> regret) {
    const auto range = column.range();
    if (range.equal()) return;
    const double best = benefit ? range.highest : range.lowest;
    const double width = (benefit ? range.lowest : range.highest) - best;
    const double* x = column.values().data();
    double* sum = utility.data();
    double* most = regret.data();
    for (std::size_t i = 0; i < utility.size(); ++i) {
        const double own = weight * ((x[i] - best) / width);
        sum[i] += own;
        most[i] = most[i] < own ? own : most[i];
    }
}

/// Sums of so many regrets that are equal on paper can differ by so much. Dividing by such a range would make a full
/// step of it.
inline constexpr double rounding = 0x1p-52 * most_criteria;

inline void add_part(std::span<const double> measure, double share, std::span<double> compromise) {
    const auto range = columns::ends_of(measure);
    if (range.highest - range.lowest <= rounding) return;
    const double width = range.highest - range.lowest;
    for (std::size_t i = 0; i < measure.size(); ++i) compromise[i] += share * ((measure[i] - range.lowest) / width);
}

/// The conditions and the set, by the rules of the paper's section 2.
inline void propose(vikor_result& found) {
    const std::size_t count = found.compromise.size();
    const auto place = [&](std::size_t i) {
        return std::tuple(found.compromise[i], found.utility[i], found.regret[i], i);
    };
    const auto before = [&](std::size_t a, std::size_t b) { return place(a) < place(b); };
    std::size_t first = 0;
    for (std::size_t i = 1; i < count; ++i) first = before(i, first) ? i : first;
    found.compromise_set = {first};
    if (count == 1) return;

    std::size_t second = first == 0 ? 1 : 0;
    for (std::size_t i = 0; i < count; ++i) second = i != first && before(i, second) ? i : second;
    const auto behind = [&](std::size_t i) { return found.compromise[i] - found.compromise[first]; };
    const double enough = 1 / static_cast<double>(count - 1);
    found.acceptable_advantage = behind(second) >= enough;
    found.acceptable_stability = found.utility_rank[first] == 1 || found.regret_rank[first] == 1;
    if (found.acceptable_advantage) {
        if (!found.acceptable_stability) found.compromise_set.push_back(second);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (i != first && behind(i) < enough) found.compromise_set.push_back(i);
    std::sort(found.compromise_set.begin(), found.compromise_set.end(), before);
}

}  // namespace detail::vikor_work

CONCORDAT_INLINE result<vikor_result> vikor(const decision_matrix& matrix, double v) {
    const standard_arithmetic scope;
    if (auto mistake = detail::unless_finite("v", v)) return fail(std::move(*mistake));
    if (v < 0 || v > 1)
        return fail(errc::out_of_range, "v is " + shortest(v) + "; a weight from 0 to 1 was expected",
                    "0.5 weighs the majority and the largest regret alike");
    vikor_result found;
    found.utility.resize(matrix.option_count());
    found.regret.resize(matrix.option_count());
    found.compromise.resize(matrix.option_count());
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j)
        detail::vikor_work::add_regrets(detail::columns::tame_column(matrix.column(j)), matrix.more_is_better(j),
                                        matrix.weight(j), found.utility, found.regret);
    detail::vikor_work::add_part(found.utility, v, found.compromise);
    detail::vikor_work::add_part(found.regret, 1 - v, found.compromise);
    found.utility_rank = ranks_of(found.utility, sense::lower);
    found.regret_rank = ranks_of(found.regret, sense::lower);
    found.rank = ranks_of(found.compromise, sense::lower);
    detail::vikor_work::propose(found);
    return found;
}

}  // namespace concordat
