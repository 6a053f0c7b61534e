// SPDX-License-Identifier: Apache-2.0
/// The decision matrix of the classical methods: options by criteria in exact numbers, which way each criterion is
/// better, and one weight each. Where a performance table keeps what is uncertain, a matrix has one number for it; what
/// is said of it is said of that number alone.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/sense.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

struct matrix_criterion {
    std::string key;
    sense better = sense::higher;  ///< higher or lower
    double weight = 0;             ///< not negative; weights are divided by their sum
    friend bool operator==(const matrix_criterion&, const matrix_criterion&) = default;
};

/// Checked once when it is made, and never changed: so the methods ask nothing of it again, and an option or criterion
/// is a position in it.
class decision_matrix {
public:
    /// `values` are option by option. All mistakes at once: no option or no criterion (E410), keys used twice (E206) or
    /// of another form (E406), a contested sense (E411), weights that are negative (E401), not finite (E402) or all
    /// zero (E404), values that are not finite (E402) or of another number than options times criteria (E411), too many
    /// of either (E701). O(options · criteria).
    [[nodiscard]] static result<decision_matrix> make(std::vector<std::string> options,
                                                      std::vector<matrix_criterion> criteria,
                                                      std::span<const double> values);

    [[nodiscard]] std::size_t option_count() const noexcept { return options_.size(); }
    [[nodiscard]] std::size_t criterion_count() const noexcept { return criteria_.size(); }
    [[nodiscard]] const std::vector<std::string>& options() const& noexcept { return options_; }
    [[nodiscard]] std::vector<std::string> options() && noexcept { return std::move(options_); }
    /// As given, but with weights that sum to 1.
    [[nodiscard]] const std::vector<matrix_criterion>& criteria() const& noexcept { return criteria_; }
    [[nodiscard]] std::vector<matrix_criterion> criteria() && noexcept { return std::move(criteria_); }
    [[nodiscard]] double weight(std::size_t criterion) const {
        CONCORDAT_ASSERT(criterion < criteria_.size());
        return criteria_[criterion].weight;
    }
    [[nodiscard]] bool more_is_better(std::size_t criterion) const {
        CONCORDAT_ASSERT(criterion < criteria_.size());
        return criteria_[criterion].better == sense::higher;
    }
    /// One criterion's values, by option. Columns lie one behind the other.
    [[nodiscard]] std::span<const double> column(std::size_t criterion) const {
        CONCORDAT_ASSERT(criterion < criteria_.size());
        return std::span(columns_).subspan(criterion * options_.size(), options_.size());
    }
    [[nodiscard]] double value(std::size_t option, std::size_t criterion) const { return column(criterion)[option]; }

private:
    std::vector<std::string> options_;
    std::vector<matrix_criterion> criteria_;
    std::vector<double> columns_;
};

/// The table in its own units, at the mean of each cell and the central weights of its criteria; those that the table
/// leaves out are not in it. Value functions play no part. The mistakes are those of `check` for the table, of
/// `weighting::make` and of `decision_matrix::make`; a missing cell is E410.
[[nodiscard]] result<decision_matrix> matrix_of(const performance_table&, const weight_set&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_matrix.ipp"
#endif
