// SPDX-License-Identifier: Apache-2.0
/// Polytopes of shares: the simplex of shares that are not negative and sum to 1, cut by half-spaces. Its corners, a
/// smallest set of half-spaces that leaves none. Internal.
#pragma once

#include "concordat/decide/weights.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail::polytope {

/// A share that is 0, or a half-space that a corner lies on the edge of: the children's bits come first.
inline constexpr std::size_t most_facets = most_criteria + 2 * most_criteria;
using facet_set = std::bitset<most_facets>;
static_assert(2 * most_share_constraints <= 2 * most_criteria);

/// Values of a half-space smaller than this count as 0.
inline constexpr double closest = 1e-12;

/// Shares x with normal · x >= 0. The limit is inside the normal, since shares sum to 1.
struct half_space {
    std::vector<double> normal;  ///< its largest size is 1
    std::size_t source = 0;      ///< which constraint or child it came from
};

/// factors · shares >= limit, or nothing where all weightings meet it and lie on it.
inline std::optional<half_space> half_space_of(std::vector<double> factors, double limit, std::size_t source) {
    double largest = 0;
    for (double& factor : factors) {
        factor -= limit;
        largest = std::max(largest, std::fabs(factor));
    }
    if (!(largest > 0)) return std::nullopt;
    for (double& factor : factors) factor /= largest;
    return half_space{std::move(factors), source};
}

struct corner {
    std::vector<double> at;
    facet_set on;
};

inline std::vector<corner> whole_simplex(std::size_t children) {
    std::vector<corner> corners(children);
    for (std::size_t i = 0; i < children; ++i) {
        corners[i].at.assign(children, 0);
        corners[i].at[i] = 1;
        for (std::size_t k = 0; k < children; ++k) corners[i].on[k] = k != i;
    }
    return corners;
}

/// Two corners are joined by an edge when no third corner lies on every facet that they share. `children - 2` facets
/// are the fewest that can meet in an edge.
inline bool are_joined(std::span<const corner> corners, std::size_t a, std::size_t b, std::size_t children) {
    const facet_set shared = corners[a].on & corners[b].on;
    if (shared.count() + 2 < children) return false;
    for (std::size_t k = 0; k < corners.size(); ++k)
        if (k != a && k != b && (shared & ~corners[k].on).none()) return false;
    return true;
}

/// Where the edge from a corner inside to one outside meets the half-space's edge.
inline corner meeting_point(const corner& inside, double above, const corner& outside, double below,
                            std::size_t facet) {
    corner made;
    made.on = inside.on & outside.on;
    made.on.set(facet);
    const double part = above / (above - below);
    for (std::size_t j = 0; j < inside.at.size(); ++j)
        made.at.push_back(inside.at[j] + part * (outside.at[j] - inside.at[j]));
    return made;
}

/// What is left of the corners inside the half-space, and the corners that it makes. Nothing left: empty.
inline std::vector<corner> cut(std::span<const corner> corners, const half_space& by, std::size_t facet) {
    const std::size_t children = by.normal.size();
    std::vector<double> values;
    std::vector<corner> left;
    for (const auto& each : corners) {
        const double value = std::inner_product(each.at.begin(), each.at.end(), by.normal.begin(), 0.0);
        values.push_back(std::fabs(value) <= closest ? 0 : value);
        if (values.back() < 0) continue;
        left.push_back(each);
        if (values.back() == 0) left.back().on.set(facet);
    }
    for (std::size_t a = 0; a < corners.size(); ++a)
        for (std::size_t b = 0; values[a] > 0 && b < corners.size(); ++b)
            if (values[b] < 0 && are_joined(corners, a, b, children))
                left.push_back(meeting_point(corners[a], values[a], corners[b], values[b], facet));
    return left;
}

/// The corners of what all half-spaces leave of the simplex; empty: nothing is left. Nothing at all is returned when
/// there are more than `most_share_corners` on the way.
inline std::optional<std::vector<corner>> corners_of(std::size_t children, std::span<const half_space> all) {
    auto corners = whole_simplex(children);
    for (std::size_t h = 0; h < all.size() && !corners.empty(); ++h) {
        corners = cut(corners, all[h], children + h);
        if (corners.size() > most_share_corners) return std::nullopt;
    }
    return corners;
}

/// Sources of half-spaces that leave nothing together, none of which could be spared: what still contradicts without
/// one source goes on without it.
inline std::vector<std::size_t> contradiction(std::size_t children, std::vector<half_space> all) {
    std::vector<std::size_t> sources;
    for (const auto& each : all) sources.push_back(each.source);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    std::vector<std::size_t> needed;
    for (const std::size_t source : sources) {
        std::vector<half_space> without;
        for (const auto& each : all)
            if (each.source != source) without.push_back(each);
        const auto corners = corners_of(children, without);
        if (corners && corners->empty())
            all = std::move(without);
        else
            needed.push_back(source);
    }
    return needed;
}

}  // namespace concordat::detail::polytope
