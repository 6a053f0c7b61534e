// SPDX-License-Identifier: Apache-2.0
// Sets of rows, drawn as lines beside the rows: a dot where a row belongs to the set, nothing where the line only
// passes by.
#pragma once

#include "concordat/impl/report_svg.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace concordat::detail::drawing {

/// Rows, in rising order; at least two.
using bracket = std::vector<std::size_t>;

/// Brackets that do not touch stand in one lane. `left_out`: those for which there was none.
struct bracket_lanes {
    std::vector<std::vector<bracket>> lanes;
    std::size_t left_out = 0;
};

inline bracket_lanes lanes_of(std::vector<bracket> all, std::size_t most) {
    for (auto& rows : all) std::sort(rows.begin(), rows.end());
    std::stable_sort(all.begin(), all.end(), [](const bracket& a, const bracket& b) { return a.front() < b.front(); });
    bracket_lanes made;
    for (auto& rows : all) {
        const auto free = std::find_if(made.lanes.begin(), made.lanes.end(),
                                       [&](const auto& lane) { return lane.back().back() < rows.front(); });
        if (free != made.lanes.end())
            free->push_back(std::move(rows));
        else if (made.lanes.size() < most)
            made.lanes.push_back({std::move(rows)});
        else
            ++made.left_out;
    }
    return made;
}

inline constexpr double lane_width = 12;

/// `row_at` gives where a row's dot stands; lanes run from `x` to the right.
template <class RowPlace>
void draw_brackets(canvas& on, double x, const bracket_lanes& brackets, const RowPlace& row_at) {
    for (const auto& lane : brackets.lanes) {
        for (const auto& rows : lane) {
            draw_line(on, {x, row_at(rows.front())}, {x, row_at(rows.back())}, lined(ink, 1.5));
            for (const auto row : rows) draw_circle(on, {x, row_at(row)}, 3, filled(ink));
        }
        x += lane_width;
    }
}

}  // namespace concordat::detail::drawing
