// SPDX-License-Identifier: Apache-2.0
/// Internal: a graph while it is laid out. Rows of boxes and, between them, rows of what stands between: titles of
/// lanes and labels of lines. A line is a chain of vertices, one a row from its upper end to its lower.
#pragma once

#include "concordat/report/graph_layout.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace concordat::detail::layout {

enum class part : unsigned char {
    box,      ///< of a box
    title,    ///< of a lane; leftmost in its row
    passing,  ///< a line on its way through a row
    label,    ///< a line on its way, with its label
    turn,     ///< the foot of an arc, with its label if it has one
};

struct vertex {
    part what = part::box;
    std::size_t of = 0;  ///< position of the box, lane or line
    std::size_t row = 0;
    layout_size size;
    double x = 0;  ///< of its centre
};

/// A piece of a line between two rows that are neighbours.
struct edge {
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t line = 0;
    double from_upper = 0;  ///< where it leaves, right of the centre of `upper`
    double from_lower = 0;
};

struct layered_graph {
    std::vector<vertex> vertices;  ///< boxes first, in their order
    std::vector<edge> edges;
    std::vector<std::vector<std::size_t>> rows;      ///< vertices from left to right
    std::vector<std::vector<std::size_t>> above;     ///< by vertex: edges to the row above
    std::vector<std::vector<std::size_t>> below;     ///< by vertex: edges to the row below
    std::vector<std::vector<std::size_t>> chains;    ///< by line: vertices from the upper end to the lower
    std::vector<std::vector<std::size_t>> of_chain;  ///< by line: the edges between them
};

/// By box, the row of boxes that it stands in; rows are numbered through all lanes from above, and none is empty.
[[nodiscard]] std::vector<std::size_t> rows_of_boxes(const graph_to_lay_out&, double row_width);

/// Boxes in those rows, lines as chains through them; everything in the order given.
[[nodiscard]] layered_graph layered(const graph_to_lay_out&, const std::vector<std::size_t>& rows, double row_width);

/// Crossings between neighbouring rows in the present order.
[[nodiscard]] std::size_t crossings(const layered_graph&);

/// Reorders the rows so that there are not more crossings than before.
void reduce_crossings(layered_graph&, int sweeps);

/// Gives every edge the points where it leaves its ends, and every vertex its x.
void place_across(layered_graph&);

/// Free space between two neighbours of a row, by what they are.
[[nodiscard]] double gap_between(part left, part right) noexcept;

/// Coordinates are whole or halves: a drawing is short to write, and what is to touch does.
[[nodiscard]] double half_steps(double value);
/// Where a piece of a line leaves its upper and its lower vertex.
[[nodiscard]] double upper_end(const layered_graph&, const edge&);
[[nodiscard]] double lower_end(const layered_graph&, const edge&);

/// What lies between a row and the next.
struct channel {
    bool lines = false;                           ///< any line passes
    std::size_t tracks = 0;                       ///< on which lines go across, from above
    std::map<std::size_t, std::size_t> track_of;  ///< by edge that does not run straight down
};
[[nodiscard]] channel channel_below(const layered_graph&, std::size_t row);

/// What one line needs of a box's border.
inline constexpr double least_gap_of_lines = 9;

inline constexpr double margin_of_drawing = 10;  ///< left and right
inline constexpr double margin_of_lane = 8;      ///< above the first row and below the last

}  // namespace concordat::detail::layout
