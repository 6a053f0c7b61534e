// SPDX-License-Identifier: Apache-2.0
// Where labels of points go, so that none lies on another, on a point, or on a line: each takes the first free place
// around its point, near ones before far ones (a greedy form of the point-feature labelling of Christensen, Marks and
// Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions on Graphics 14,
// 1995).
#pragma once

#include "concordat/impl/report_svg.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
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
        return std::none_of(taken.begin(), taken.end(), [&](const box& t) { return passes(from, to, t); });
    }
};

/// A place for words, and the line that leads to them where they stand apart from their point.
struct label_place {
    box at;
    std::optional<std::pair<spot, spot>> leader{};
};

/// The first free place of a label of that size around a point, whose own mark is among what is taken.
inline std::optional<label_place> place_label(const crowd& on, spot point, double width, double height) {
    constexpr std::array<spot, 8> ways = {{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};
    constexpr std::array distances = {9.0, 20.0, 34.0, 52.0, 74.0, 100.0, 130.0};
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

}  // namespace concordat::detail::drawing
