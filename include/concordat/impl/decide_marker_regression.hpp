// SPDX-License-Identifier: Apache-2.0
/// Least squares of each option's value over the scenarios on a group of binary markers. Internal to the value of
/// information.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace concordat::detail::marker_regression {

/// The markers of one group, less their means.
struct centred_markers {
    std::size_t scenarios = 0;
    std::vector<double> mean;           ///< by marker of the group
    std::vector<std::vector<bool>> on;  ///< marker by scenario
};

inline centred_markers markers_of(const std::vector<bool>& present, std::size_t markers,
                                  std::span<const std::size_t> group) {
    centred_markers made{present.size() / markers, {}, {}};
    for (const std::size_t marker : group) {
        std::vector<bool> column(made.scenarios);
        double count = 0;
        for (std::size_t z = 0; z < made.scenarios; ++z) {
            column[z] = present[z * markers + marker];
            count += column[z] ? 1 : 0;
        }
        made.on.push_back(std::move(column));
        made.mean.push_back(count / static_cast<double>(made.scenarios));
    }
    return made;
}

/// Lower Cholesky factor of the markers' cross products, row by row. A marker that is constant, or that the markers
/// before it determine, has no pivot left: its column stays 0 and it takes no part, which changes no fitted value.
inline std::vector<double> factor_of(const centred_markers& markers) {
    const std::size_t size = markers.on.size();
    std::vector<double> lower(size * size, 0);
    for (std::size_t a = 0; a < size; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            double both = 0;
            for (std::size_t z = 0; z < markers.scenarios; ++z) both += markers.on[a][z] && markers.on[b][z] ? 1 : 0;
            double left = both - markers.mean[a] * markers.mean[b] * static_cast<double>(markers.scenarios);
            const double whole = left;
            for (std::size_t c = 0; c < b; ++c) left -= lower[a * size + c] * lower[b * size + c];
            constexpr double rounding = 1e-9;
            if (a == b)
                lower[a * size + a] = left > rounding * (1 + whole) ? std::sqrt(left) : 0;
            else if (lower[b * size + b] > 0)
                lower[a * size + b] = left / lower[b * size + b];
        }
    return lower;
}

inline std::vector<double> solved(std::span<const double> lower, std::vector<double> right) {
    const std::size_t size = right.size();
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < a; ++b) right[a] -= lower[a * size + b] * right[b];
        right[a] = lower[a * size + a] > 0 ? right[a] / lower[a * size + a] : 0;
    }
    for (std::size_t a = size; a-- > 0;) {
        for (std::size_t b = a + 1; b < size; ++b) right[a] -= lower[b * size + a] * right[b];
        right[a] = lower[a * size + a] > 0 ? right[a] / lower[a * size + a] : 0;
    }
    return right;
}

/// Scenario by option, from values in that order. O(scenarios · group · (group + options) + group³).
inline std::vector<double> fitted_values(const centred_markers& markers, std::span<const double> values,
                                         std::size_t options) {
    const auto lower = factor_of(markers);
    std::vector<double> fitted(values.size());
    for (std::size_t i = 0; i < options; ++i) {
        double mean = 0;
        for (std::size_t z = 0; z < markers.scenarios; ++z) mean += values[z * options + i];
        mean /= static_cast<double>(markers.scenarios);
        std::vector<double> right(markers.on.size(), 0);
        for (std::size_t a = 0; a < right.size(); ++a)
            for (std::size_t z = 0; z < markers.scenarios; ++z)
                if (markers.on[a][z]) right[a] += values[z * options + i] - mean;
        const auto slopes = solved(lower, std::move(right));
        for (std::size_t z = 0; z < markers.scenarios; ++z) {
            double sum = mean;
            for (std::size_t a = 0; a < slopes.size(); ++a)
                sum += slopes[a] * ((markers.on[a][z] ? 1 : 0) - markers.mean[a]);
            fitted[z * options + i] = sum;
        }
    }
    return fitted;
}

}  // namespace concordat::detail::marker_regression
