// SPDX-License-Identifier: Apache-2.0
/// What the methods on a decision matrix ask of a column: its ends, its sum, and that its squares and differences are
/// numbers. Nothing here depends on the order of the options. Internal.
#pragma once

#include "concordat/core/config.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat::detail::columns {

/// So many numbers at a time, side by side, for vector instructions.
inline constexpr std::size_t lanes = 32;
using lane_values = std::array<double, lanes>;

struct ends {
    double lowest = 0;
    double highest = 0;
    [[nodiscard]] double size() const noexcept { return std::max(std::fabs(lowest), std::fabs(highest)); }
    [[nodiscard]] bool equal() const noexcept { return lowest == highest; }
};

/// `column` is not empty.
[[nodiscard]] inline ends ends_of(std::span<const double> column) {
    ends found{column.front(), column.front()};
    std::size_t at = 0;
    if (column.size() >= lanes) {
        lane_values low;
        lane_values high;
        low.fill(column.front());
        high.fill(column.front());
        for (; at + lanes <= column.size(); at += lanes)
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const double x = column[at + lane];
                low[lane] = x < low[lane] ? x : low[lane];
                high[lane] = x > high[lane] ? x : high[lane];
            }
        found = {*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end())};
    }
    for (; at < column.size(); ++at) {
        found.lowest = std::min(found.lowest, column[at]);
        found.highest = std::max(found.highest, column[at]);
    }
    return found;
}

/// A column whose squares, sums and differences are neither infinite nor lost: the matrix's own, or a copy in units of
/// its largest size where that is beyond 1e140 or below 1e-140.
class tame_column {
public:
    explicit tame_column(std::span<const double> column) : values_(column), given_(ends_of(column)), ends_(given_) {
        const double size = ends_.size();
        if (size == 0 || (size >= 1e-140 && size <= 1e140)) return;
        for (const double x : column) copy_.push_back(x / size);
        values_ = copy_;
        ends_ = {ends_.lowest / size, ends_.highest / size};
    }
    tame_column(const tame_column&) = delete;
    tame_column& operator=(const tame_column&) = delete;
    tame_column(tame_column&&) noexcept = default;  // a moved vector keeps its elements where they are
    tame_column& operator=(tame_column&&) noexcept = default;
    ~tame_column() = default;

    [[nodiscard]] std::span<const double> values() const noexcept { return values_; }
    [[nodiscard]] const ends& range() const noexcept { return ends_; }
    /// The ends of the matrix's own column.
    [[nodiscard]] const ends& given_range() const noexcept { return given_; }

private:
    std::vector<double> copy_;
    std::span<const double> values_;
    ends given_;
    ends ends_;
};

[[nodiscard]] inline double power_of_two(int exponent) noexcept {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

/// Cuts a number into two pieces on grids so coarse that sums of pieces are exact, and therefore the same in any order
/// (Demmel and Nguyen, "Parallel reproducible summation", IEEE Transactions on Computers 64, 2015). What is left below
/// the finer grid is under 2^-60 of the largest number for a million of them.
class exact_pieces {
public:
    /// For `count` numbers of a size up to `bound`, which is a normal number.
    exact_pieces(std::size_t count, double bound) noexcept {
        const int spare = static_cast<int>(std::bit_width(count)) + 1;
        const int above = static_cast<int>(std::bit_cast<std::uint64_t>(bound) >> 52) - 1022;
        coarse_ = 1.5 * power_of_two(above + spare);
        fine_ = 1.5 * power_of_two(above + 2 * spare - 53);
    }
    void add(double number, double& coarse_sum, double& fine_sum) const noexcept {
        const double coarse = (number + coarse_) - coarse_;
        const double rest = number - coarse;
        coarse_sum += coarse;
        fine_sum += (rest + fine_) - fine_;
    }

private:
    double coarse_ = 0;
    double fine_ = 0;
};

/// The sum of `term(x)` over a tame column, the same bits for any order of it. No term is negative, and `bound` is the
/// largest of them.
template <class Term>
[[nodiscard]] double sum_of(std::span<const double> column, double bound, Term term) {
    if (bound == 0) return 0;
    const exact_pieces pieces(column.size(), bound);
    double coarse_sum = 0;
    double fine_sum = 0;
    std::size_t at = 0;
    if (column.size() >= lanes) {
        lane_values coarse{};
        lane_values fine{};
        for (; at + lanes <= column.size(); at += lanes)
            for (std::size_t lane = 0; lane < lanes; ++lane)
                pieces.add(term(column[at + lane]), coarse[lane], fine[lane]);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            coarse_sum += coarse[lane];
            fine_sum += fine[lane];
        }
    }
    for (; at < column.size(); ++at) pieces.add(term(column[at]), coarse_sum, fine_sum);
    return coarse_sum + fine_sum;
}

}  // namespace concordat::detail::columns
