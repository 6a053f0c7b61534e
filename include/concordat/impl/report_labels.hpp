// SPDX-License-Identifier: Apache-2.0
// Where labels of points go, so that none lies on another, on a point, or on a line: each takes the first free place
// around its point, near ones before far ones (a greedy form of the point-feature labelling of Christensen, Marks and
// Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions on Graphics 14,
// 1995).
#pragma once

#include "concordat/impl/report_svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace concordat::detail::drawing {

inline bool meet(const box& a, const box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// Whether the segment passes through the box (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
inline bool passes(spot a, spot b, const box& through) {
    double from = 0, to = 1;
    const auto clip = [&](double direction, double distance) {
        if (direction == 0) return distance >= 0;
        if (direction < 0)
            from = std::max(from, distance / direction);
        else
            to = std::min(to, distance / direction);
        return from <= to;
    };
    return clip(a.x - b.x, a.x - through.x) && clip(b.x - a.x, through.x + through.width - a.x) &&
           clip(a.y - b.y, a.y - through.y) && clip(b.y - a.y, through.y + through.height - a.y);
}

/// Whether two segments cross: each has the other's ends on different sides.
inline bool cross(spot a, spot b, spot c, spot d) {
    const auto side_of = [](spot from, spot to, spot p) {
        return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    };
    return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

/// What is on the drawing already.
struct crowd {
    box within;
    std::vector<box> taken;
    std::vector<std::pair<spot, spot>> lines;

    [[nodiscard]] bool free(const box& b) const {
        const bool inside = b.x >= within.x && b.y >= within.y && b.x + b.width <= within.x + within.width &&
                            b.y + b.height <= within.y + within.height;
        return inside && std::none_of(taken.begin(), taken.end(), [&](const box& t) { return meet(b, t); }) &&
               std::none_of(lines.begin(), lines.end(), [&](const auto& l) { return passes(l.first, l.second, b); });
    }
    [[nodiscard]] bool free(spot from, spot to) const {
        return std::none_of(taken.begin(), taken.end(), [&](const box& t) { return passes(from, to, t); }) &&
               std::none_of(lines.begin(), lines.end(),
                            [&](const auto& l) { return cross(from, to, l.first, l.second); });
    }
};

/// A place for words, and the line that leads to them where they stand apart from their point.
struct label_place {
    box at;
    std::optional<std::pair<spot, spot>> leader{};
};

/// The first free place of a label of that size around a point, whose own mark is among what is taken.
inline std::optional<label_place> place_label(const crowd& on, spot point, double width, double height) {
    constexpr std::array<spot, 12> ways = {{{1, 0},
                                            {-1, 0},
                                            {0, -1},
                                            {0, 1},
                                            {1, -1},
                                            {1, 1},
                                            {-1, -1},
                                            {-1, 1},
                                            {0.4, -1},
                                            {0.4, 1},
                                            {-0.4, -1},
                                            {-0.4, 1}}};
    constexpr std::array distances = {9.0, 20.0, 30.0, 42.0, 56.0, 72.0, 90.0, 110.0, 130.0};
    for (const double away : distances)
        for (const auto& way : ways) {
            const spot towards{point.x + way.x * away, point.y + way.y * away};
            const box b{towards.x + (way.x - 1) / 2 * width, towards.y + (way.y - 1) / 2 * height, width, height};
            if (!on.free(b)) continue;
            if (away == distances.front()) return label_place{b, std::nullopt};
            // From the rim of the mark to just before the words.
            const double rim = 7 / away, end = (away - 2) / away;
            const auto along = [&](double t) { return spot{point.x + way.x * away * t, point.y + way.y * away * t}; };
            if (on.free(along(rim), along(end))) return label_place{b, std::pair(along(rim), along(end))};
        }
    return std::nullopt;
}

/// A point that wants a name of that size.
struct named_point {
    spot at;
    double width = 0;
    double height = 0;
};

/// Names placed, by point; nothing where there was no room.
struct labelling {
    std::vector<std::optional<label_place>> places;
    std::size_t nameless = 0;
    double led = 0;  ///< length of all leaders
};

inline labelling labels_in_order(crowd on, const std::vector<named_point>& points,
                                 const std::vector<std::size_t>& order) {
    labelling made{std::vector<std::optional<label_place>>(points.size()), 0, 0};
    for (const auto i : order) {
        auto& found = made.places[i];
        found = place_label(on, points[i].at, points[i].width, points[i].height);
        if (!found) {
            ++made.nameless;
            continue;
        }
        on.taken.push_back(found->at);
        if (!found->leader) continue;
        const auto& [from, to] = *found->leader;
        on.lines.push_back(*found->leader);
        made.led += std::abs(to.x - from.x) + std::abs(to.y - from.y);
    }
    return made;
}

/// The best of a few orders, for the first names take the good places: the one that leaves out the fewest, and then the
/// one with the shortest leaders. O(orders × points × (points + what is on the drawing)).
inline labelling place_labels(const crowd& on, const std::vector<named_point>& points) {
    constexpr std::size_t most_turns = 12;
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return points[a].at.x < points[b].at.x; });
    labelling best = labels_in_order(on, points, order);
    const auto consider = [&](const std::vector<std::size_t>& next) {
        auto made = labels_in_order(on, points, next);
        if (std::pair(made.nameless, made.led) < std::pair(best.nameless, best.led)) best = std::move(made);
    };
    const std::size_t turns = std::min(most_turns, points.size());
    for (std::size_t turn = 0; turn < turns; ++turn) {
        auto turned = order;
        std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(turn * points.size() / turns),
                    turned.end());
        consider(turned);
        std::reverse(turned.begin(), turned.end());
        consider(turned);
    }
    return best;
}

}  // namespace concordat::detail::drawing
