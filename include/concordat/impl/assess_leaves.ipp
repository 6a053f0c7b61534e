// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/leaves.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace concordat {

namespace detail {

/// Values of one leaf over the options, where they are known.
[[nodiscard]] inline std::vector<std::optional<double>> leaf_values(const assessment& a, std::size_t criterion) {
    std::vector<std::optional<double>> values;
    const auto& function = a.table.criteria[criterion].value;
    for (std::size_t o = 0; o < a.table.options.size(); ++o) {
        const auto& cell = a.table.cell(o, criterion);
        values.push_back(is_missing(cell) ? std::nullopt : std::optional(worth_of(function, cell).expected));
    }
    return values;
}

/// Pearson's correlation over the options that both leaves know; nothing when one of them does not vary there.
[[nodiscard]] inline std::optional<double> correlation(const std::vector<std::optional<double>>& a,
                                                       const std::vector<std::optional<double>>& b) {
    double n = 0, mean_a = 0, mean_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && b[i]) {
            ++n;
            mean_a += *a[i];
            mean_b += *b[i];
        }
    if (n < 2) return std::nullopt;
    mean_a /= n;
    mean_b /= n;
    double aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && b[i]) {
            const double da = *a[i] - mean_a, db = *b[i] - mean_b;
            aa += da * da;
            bb += db * db;
            ab += da * db;
        }
    // Leaves that do not vary leave a remainder of rounding, which must not be taken for variation.
    constexpr double nothing = 1e-18;
    if (aa < nothing || bb < nothing) return std::nullopt;
    return ab / std::sqrt(aa * bb);
}

}  // namespace detail

CONCORDAT_INLINE leaf_report inspect_leaves(const criteria_tree& tree, const assessment& a) {
    leaf_report report;
    std::vector<std::vector<std::optional<double>>> values;
    for (std::size_t i = 0; i < tree.criteria.size(); ++i) {
        const auto& c = tree.criteria[i];
        values.push_back(detail::leaf_values(a, i));
        const auto& known = values.back();
        const bool any = std::any_of(known.begin(), known.end(), [](const auto& v) { return v.has_value(); });
        const bool same = std::all_of(known.begin(), known.end(), [&](const auto& v) { return v == known.front(); });
        if (!any)
            report.without_values.push_back(c.key);
        else if (same)
            report.not_separating.push_back(c.key);
        if (!c.evidence.stated()) report.without_source.push_back(c.key);
        if (c.theory_of_change.empty()) report.without_mechanism.push_back(c.key);
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            if (const auto r = detail::correlation(values[i], values[j]); r && std::fabs(*r) > 0.8)
                report.correlated.push_back({tree.criteria[i].key, tree.criteria[j].key, *r});
    std::stable_sort(report.correlated.begin(), report.correlated.end(),
                     [](const auto& x, const auto& y) { return std::fabs(x.correlation) > std::fabs(y.correlation); });
    return report;
}

}  // namespace concordat
