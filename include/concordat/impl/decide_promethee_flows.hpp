// SPDX-License-Identifier: Apache-2.0
/// The sums of preferences over all other options, one criterion at a time, without comparing two by two. Internal to
/// `impl/decide_promethee.ipp`.
#pragma once

#include "concordat/core/config.hpp"
#include "concordat/core/logarithm.hpp"
#include "concordat/decide/promethee.hpp"
#include "concordat/impl/decide_ordering.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat::detail::promethee_work {

enum class form : std::uint8_t {
    steps,  ///< 1/2 above q and another 1/2 above p
    ramp,   ///< from 0 at q to 1 at p, which are not equal
    bell,   ///< the Gaussian
};

/// The six functions are three forms.
struct preference {
    form shape = form::steps;
    double q = 0;
    double p = 0;
    double s = 1;

    /// For any difference; 0 unless it is above 0.
    [[nodiscard]] double at(double difference) const noexcept {
        if (!(difference > q)) return 0;
        if (shape == form::steps) return difference > p ? 1 : 0.5;
        if (shape == form::ramp) return difference > p ? 1 : (difference - q) / (p - q);
        const double t = difference / s;
        return 1 - exponential(-(t * t) / 2);
    }
};

[[nodiscard]] inline preference preference_of(const criterion_preference& given) noexcept {
    switch (given.function) {
        case preference_function::u_shape:
            return {form::steps, *given.q, *given.q, 1};
        case preference_function::v_shape:
            return {*given.p > 0 ? form::ramp : form::steps, 0, *given.p, 1};
        case preference_function::level:
            return {form::steps, *given.q, *given.p, 1};
        case preference_function::linear:
            return {*given.p > *given.q ? form::ramp : form::steps, *given.q, *given.p, 1};
        case preference_function::gaussian:
            return {form::bell, 0, 0, *given.s};
        case preference_function::usual:
            break;
    }
    return {};
}

/// Sums of a ramp's heights between two places of sorted numbers: the numbers are cut into runs that are no wider than
/// the ramp and measured in its width from where their run starts, so that no sum is large beside the heights and
/// nothing is lost when two are subtracted.
class run_sums {
public:
    run_sums(std::span<const double> sorted, double width)
        : sorted_(sorted), width_(width), start_(sorted.size()), end_(sorted.size()), before_(sorted.size()) {
        for (std::size_t k = 0; k < sorted.size(); ++k) {
            const bool goes_on = k > 0 && sorted[k] - sorted[start_[k - 1]] <= width;
            start_[k] = goes_on ? start_[k - 1] : static_cast<std::uint32_t>(k);
            before_[k] = goes_on ? before_[k - 1] + offset(k - 1) : 0;
            end_[start_[k]] = static_cast<std::uint32_t>(k + 1);
        }
    }

    /// The sum of (x - sorted[k] - q) / width for k in [from, to).
    [[nodiscard]] double heights(double x, double q, std::size_t from, std::size_t to) const noexcept {
        double sum = 0;
        while (from < to) {
            const double anchor = sorted_[start_[from]];
            const std::size_t end = std::min<std::size_t>(to, end_[start_[from]]);
            const double offsets = before_[end - 1] + offset(end - 1) - before_[from];
            sum += static_cast<double>(end - from) * (((x - anchor) - q) / width_) - offsets;
            from = end;
        }
        return sum;
    }

private:
    [[nodiscard]] double offset(std::size_t k) const noexcept { return (sorted_[k] - sorted_[start_[k]]) / width_; }

    std::span<const double> sorted_;
    double width_ = 1;
    std::vector<std::uint32_t> start_;  ///< by place: where its run starts
    std::vector<std::uint32_t> end_;    ///< by start of a run: where it ends
    std::vector<double> before_;        ///< by place: the sum of the offsets of its run's earlier members
};

/// By place: the preferences for it over all others. Differences from one number fall as the other rises, so those
/// above a threshold are always the first few, and more of them as the one rises.
[[nodiscard]] inline std::vector<double> gains_of(std::span<const double> sorted, const preference& how) {
    std::vector<double> gains(sorted.size());
    const run_sums sums(how.shape == form::ramp ? sorted : std::span<const double>(), how.p - how.q);
    std::size_t above_q = 0;
    std::size_t above_p = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double x = sorted[i];
        while (above_q < i && x - sorted[above_q] > how.q) ++above_q;
        while (above_p < above_q && x - sorted[above_p] > how.p) ++above_p;
        const double full = static_cast<double>(above_p);
        const double part = static_cast<double>(above_q - above_p);
        gains[i] = full + (how.shape == form::steps ? part / 2
                                                    : std::clamp(sums.heights(x, how.q, above_p, above_q), 0.0, part));
    }
    return gains;
}

/// By place in rising order: the preferences for it, and those against it.
struct sums_by_place {
    std::vector<double> gains;
    std::vector<double> losses;
};

[[nodiscard]] inline sums_by_place bell_sums(std::span<const double> sorted, const preference& how) {
    sums_by_place sums{std::vector<double>(sorted.size()), std::vector<double>(sorted.size())};
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const double preferred = how.at(sorted[i] - sorted[k]);
            sums.gains[i] += preferred;
            sums.losses[k] += preferred;
        }
    return sums;
}

/// The losses are the gains of the mirrored numbers.
[[nodiscard]] inline sums_by_place sums_of(std::span<const double> sorted, const preference& how) {
    if (how.shape == form::bell) return bell_sums(sorted, how);
    std::vector<double> mirrored(sorted.rbegin(), sorted.rend());
    for (auto& x : mirrored) x = -x;
    sums_by_place sums{gains_of(sorted, how), gains_of(mirrored, how)};
    std::reverse(sums.losses.begin(), sums.losses.end());
    return sums;
}

/// A column so that more is better.
[[nodiscard]] inline std::vector<double> rising_column(const decision_matrix& matrix, std::size_t criterion) {
    const auto column = matrix.column(criterion);
    std::vector<double> rising(column.begin(), column.end());
    if (!matrix.more_is_better(criterion))
        for (auto& x : rising) x = -x;
    return rising;
}

inline void add_criterion(const decision_matrix& matrix, std::size_t criterion, const preference& how,
                          promethee_flow_result& found) {
    const auto column = rising_column(matrix, criterion);
    const auto order = ordering::ascending(column);
    std::vector<double> sorted(column.size());
    for (std::size_t at = 0; at < order.size(); ++at) sorted[at] = column[order[at]];
    const auto [gains, losses] = sums_of(sorted, how);
    const auto others = static_cast<double>(std::max<std::size_t>(column.size() - 1, 1));
    const double weight = matrix.weight(criterion);
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t option = order[at];
        const double plus = gains[at] / others;
        const double minus = losses[at] / others;
        found.phi_plus[option] += weight * plus;
        found.phi_minus[option] += weight * minus;
        found.unicriterion_net_flows[option * matrix.criterion_count() + criterion] = plus - minus;
    }
}

}  // namespace concordat::detail::promethee_work
