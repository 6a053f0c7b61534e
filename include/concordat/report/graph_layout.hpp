// SPDX-License-Identifier: Apache-2.0
/// Where the boxes and lines of a graph in swim-lanes go. Pure geometry: it knows no model, no text and no SVG.
///
/// A layered drawing after Sugiyama, Tagawa & Toda (1981), whose layers are given in part: a box has its lane. Within
/// a lane boxes wrap into rows, by who stands above whom and by width (list scheduling as Coffman & Graham 1972, cycles
/// broken as Eades, Lin & Smyth 1993). A line that crosses rows gets a place of its own in each of them, and so does a
/// label. Orders within rows come from barycentre sweeps with exchanges of neighbours (Gansner, Koutsofios, North & Vo
/// 1993), which reduce crossings and need not find the fewest. Horizontal positions minimise the weighted squares of
/// the lines' slants, one row at a time and exactly, by pooling adjacent violators (Ayer, Brunk, Ewing, Reid &
/// Silverman 1955); then lines are straightened where there is room.
///
/// So no box overlaps another, no line passes through a box or through the label of another line, and labels do not
/// overlap. The same graph gives the same drawing.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace concordat {

/// In units of the drawing; y grows downwards.
struct layout_point {
    double x = 0;
    double y = 0;
    friend bool operator==(const layout_point&, const layout_point&) = default;
};

struct layout_size {
    double width = 0;
    double height = 0;
    friend bool operator==(const layout_size&, const layout_size&) = default;
};

/// A box to be placed. One with many lines may become wider, so that they do not end on top of one another.
struct box_to_place {
    std::size_t lane = 0;  ///< 0 is the uppermost
    layout_size size;
};

/// A line to be drawn between two different boxes. Several may join the same two. Which of them stands above is given
/// by the lanes and, where both are in one, by the line: `from` above `to`, as far as no circle forbids it.
struct line_to_place {
    std::size_t from = 0;
    std::size_t to = 0;
    bool may_share_row = false;  ///< the ends may stand side by side, and the line is an arc below them
    layout_size label{};         ///< of no size: it has none
};

/// What is to be laid out. `lane_titles` has one size a lane, written at the lane's upper left; lanes without boxes
/// take no room.
struct graph_to_lay_out {
    std::vector<box_to_place> boxes;
    std::vector<line_to_place> lines;
    std::vector<layout_size> lane_titles;
};

struct layout_terms {
    double row_width = 640;  ///< boxes of a lane wrap beyond it; what passes between them may make a row wider
    int sweeps = 24;         ///< over the rows, down and up in turn; 0 leaves boxes in the order given
};

/// A rectangle, by its centre.
struct placed_box {
    layout_point centre;
    layout_size size;
    friend bool operator==(const placed_box&, const placed_box&) = default;
};

/// A line as it runs from the border of `from` to that of `to`, in strokes: a label interrupts it. From one point of a
/// stroke to the next it runs straight up or down, or straight across.
struct placed_line {
    std::vector<std::vector<layout_point>> strokes;
    std::optional<placed_box> label;
    friend bool operator==(const placed_line&, const placed_line&) = default;
};

/// A band over the whole width. Without boxes its top is its bottom.
struct placed_lane {
    double top = 0;
    double bottom = 0;
    placed_box title;
    friend bool operator==(const placed_lane&, const placed_lane&) = default;
};

/// Everything placed, in the order in which it was given; all within 0 to `size`.
struct graph_layout {
    std::vector<placed_box> boxes;
    std::vector<placed_line> lines;
    std::vector<placed_lane> lanes;
    layout_size size;
    /// Of lines with lines, as the orders within rows make them. Where tracks would have to be above each other in a
    /// circle, two lines more than these may cross twice.
    std::size_t crossings = 0;
    friend bool operator==(const graph_layout&, const graph_layout&) = default;
};

/// Every box must name a lane that has a title, every line two different boxes. Two hundred boxes with three lines each
/// take well under a second; O(sweeps · (lines · rows) · log) and, for exchanges of neighbours, the square of a row's
/// length at worst.
[[nodiscard]] graph_layout lay_out(const graph_to_lay_out&, const layout_terms& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_graph_layout.ipp"
#include "concordat/impl/report_layout_chains.ipp"
#include "concordat/impl/report_layout_order.ipp"
#include "concordat/impl/report_layout_place.ipp"
#include "concordat/impl/report_layout_rows.ipp"
#include "concordat/impl/report_layout_tracks.ipp"
#endif
