// SPDX-License-Identifier: Apache-2.0
/// What was said about a branch as half-spaces, and the region of shares that they leave. Internal.
#pragma once

#include "concordat/decide/value_tree.hpp"
#include "concordat/impl/decide_share_region.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail {

inline constexpr std::size_t most_simplices = 32768;
inline constexpr std::size_t most_walked_steps = 8000;
inline constexpr std::size_t draws_for_centre = 4096;
/// Bounds of more children than this have too many corners to divide in good time.
inline constexpr std::size_t most_divided_bounds = 8;

inline std::vector<std::string> keys_below(const value_tree& tree, std::size_t node) {
    std::vector<std::string> keys;
    for (const std::size_t child : tree.nodes()[node].children) keys.push_back(tree.nodes()[child].key);
    return keys;
}

/// The low and high of each child, in order of `keys`.
inline std::pair<std::vector<double>, std::vector<double>> ends_of(const std::vector<std::string>& keys,
                                                                   const std::vector<share_bounds>& bounds) {
    std::pair<std::vector<double>, std::vector<double>> ends;
    for (const auto& key : keys) {
        const auto given =
            std::find_if(bounds.begin(), bounds.end(), [&](const auto& each) { return each.key == key; });
        ends.first.push_back(given == bounds.end() ? 0 : given->low);
        ends.second.push_back(given == bounds.end() ? 1 : given->high);
    }
    return ends;
}

inline std::vector<polytope::half_space> half_spaces_of(const std::vector<double>& low,
                                                        const std::vector<double>& high) {
    std::vector<polytope::half_space> all;
    for (std::size_t j = 0; j < low.size(); ++j) {
        std::vector<double> one(low.size(), 0);
        one[j] = 1;
        if (low[j] > 0) all.push_back(*polytope::half_space_of(one, low[j], j));
        one[j] = -1;
        if (high[j] < 1) all.push_back(*polytope::half_space_of(one, -high[j], j));
    }
    return all;
}

/// In an order that does not depend on the order in which constraints were given, so that no bit of a draw does.
inline std::vector<polytope::half_space> half_spaces_of(const std::vector<std::string>& keys,
                                                        const std::vector<share_constraint>& constraints) {
    std::vector<polytope::half_space> all;
    for (std::size_t c = 0; c < constraints.size(); ++c) {
        std::vector<double> factors(keys.size(), 0);
        for (const auto& term : constraints[c].of)
            factors[static_cast<std::size_t>(std::find(keys.begin(), keys.end(), term.key) - keys.begin())] =
                term.factor;
        const auto add = [&](std::optional<polytope::half_space> made) {
            if (made) all.push_back(*std::move(made));
        };
        if (constraints[c].at_least) add(polytope::half_space_of(factors, *constraints[c].at_least, c));
        if (!constraints[c].at_most) continue;
        for (double& factor : factors) factor = -factor;
        add(polytope::half_space_of(std::move(factors), -*constraints[c].at_most, c));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.normal < b.normal; });
    return all;
}

/// The mean of many draws, always the same ones.
inline std::vector<double> centre_of(const boxed_shares& shares) {
    std::vector<double> sum(shares.ends.size(), 0);
    std::vector<double> drawn(sum.size());
    for (std::size_t k = 0; k < draws_for_centre; ++k) {
        stream source(0, purpose::weights, k);
        draw_by(shares, source, drawn);
        for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += drawn[j];
    }
    for (double& share : sum) share /= static_cast<double>(draws_for_centre);
    return sum;
}

/// The mean along one long walk, always the same one.
inline std::vector<double> centre_of(const walked_shares& shares, std::size_t dimension) {
    stream source(0, purpose::weights, 0);
    walker at(shares);
    std::vector<double> sum(shares.from.size(), 0);
    const std::size_t steps = draws_for_centre * dimension;
    for (std::size_t step = 0; step < steps; ++step) {
        at.step(source);
        for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += at.shares()[j];
    }
    for (double& share : sum) share /= static_cast<double>(steps);
    return sum;
}

/// Shares that leave no choice, up to rounding.
inline share_region region_of_point(std::vector<double> low, std::vector<double> high, std::vector<double> shares) {
    share_region made;
    made.low = std::move(low);
    made.high = std::move(high);
    settle(made, shares);
    made.centre = shares;
    made.by = divided_shares{{{std::move(shares), {}}}, {0, {0}, {1}}};
    return made;
}

inline boxed_shares boxed(const std::vector<double>& low, const std::vector<double>& high) {
    boxed_shares made;
    double above = 1, room = 0;
    for (std::size_t j = 0; j < low.size(); ++j) {
        above -= low[j];
        room += high[j] - low[j];
        if (high[j] > low[j]) made.child.push_back(j);
    }
    const bool from_highs = above > room / 2;
    made.ends = from_highs ? high : low;
    made.sign = from_highs ? -1 : 1;
    const auto width = [&](std::size_t j) { return high[j] - low[j]; };
    const auto widest = std::max_element(made.child.begin(), made.child.end(),
                                         [&](std::size_t a, std::size_t b) { return width(a) < width(b); });
    std::rotate(widest, widest + 1, made.child.end());
    for (const std::size_t j : made.child) made.box.widths.push_back(width(j));
    made.box.sum = from_highs ? room - above : above;
    made.box.rate = rate_for(made.box.widths, made.box.sum);
    return made;
}

inline walked_shares walked(const std::vector<polytope::corner>& corners,
                            const std::vector<polytope::half_space>& limits, std::size_t dimension) {
    const std::size_t children = corners.front().at.size();
    walked_shares made;
    made.steps = std::min(dimension * dimension * dimension, most_walked_steps);
    made.from.assign(children, 0);
    for (const auto& each : corners)
        for (std::size_t j = 0; j < children; ++j) made.from[j] += each.at[j] / static_cast<double>(corners.size());
    polytope::facet_set flat;  // what holds everywhere would end every line where it starts
    flat.set();
    for (const auto& each : corners) flat &= each.on;
    const auto values_at = [&](const std::vector<double>& at) {
        std::vector<double> values;
        for (std::size_t j = 0; j < children; ++j)
            if (!flat[j]) values.push_back(at[j]);
        for (std::size_t h = 0; h < limits.size(); ++h)
            if (!flat[children + h])
                values.push_back(std::inner_product(at.begin(), at.end(), limits[h].normal.begin(), 0.0));
        return values;
    };
    made.clear = values_at(made.from);
    for (const auto& each : corners) {
        auto& direction = made.directions.emplace_back(each.at);
        for (std::size_t j = 0; j < children; ++j) direction[j] -= made.from[j];
        made.slopes.push_back(values_at(direction));
    }
    return made;
}

/// The region within bounds, which some shares meet.
inline share_region region_of_bounds(std::vector<double> low, std::vector<double> high) {
    const double lowest = std::accumulate(low.begin(), low.end(), 0.0);
    const double highest = std::accumulate(high.begin(), high.end(), 0.0);
    if (lowest >= 1 - polytope::closest) return region_of_point(low, high, low);
    if (highest <= 1 + polytope::closest) return region_of_point(low, high, high);
    share_region made;
    if (low.size() <= most_divided_bounds) {
        auto corners = *polytope::corners_of(low.size(), half_spaces_of(low, high));
        if (auto division = polytope::divide(corners, most_simplices)) {
            made.centre = polytope::centre_of(corners, *division);
            made.by = divided_shares{std::move(corners), std::move(*division)};
        }
    }
    if (made.centre.empty()) {
        auto shares = boxed(low, high);
        made.centre = centre_of(shares);
        made.by = std::move(shares);
    }
    made.low = std::move(low);
    made.high = std::move(high);
    settle(made, made.centre);
    return made;
}

/// The region within constraints, which some shares meet, and whose corners are not too many.
inline share_region region_of_constraints(std::size_t children, const std::vector<polytope::half_space>& limits) {
    share_region made;
    made.low.assign(children, 0);
    made.high.assign(children, 1);
    auto corners = *polytope::corners_of(children, limits);
    if (auto division = polytope::divide(corners, most_simplices)) {
        made.centre = polytope::centre_of(corners, *division);
        made.by = divided_shares{std::move(corners), std::move(*division)};
    } else {
        const std::size_t dimension = polytope::dimension_of(corners);
        auto shares = walked(corners, limits, dimension);
        made.centre = centre_of(shares, dimension);
        made.by = std::move(shares);
    }
    settle(made, made.centre);
    return made;
}

}  // namespace concordat::detail
