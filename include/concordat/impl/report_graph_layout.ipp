// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/graph_layout.hpp"

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace concordat {

namespace detail::layout {

/// A row's band, in which everything of it stands and lines run straight.
struct band {
    double top = 0;
    double bottom = 0;
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

inline constexpr double track_pitch = 7;
inline constexpr double before_tracks = 13;  ///< room for the head of an arrow and the turn of a line

/// Rows and channels from above.
struct stack {
    std::vector<band> rows;
    std::vector<channel> channels;  ///< below each row but the last

    [[nodiscard]] double track_height(std::size_t row, std::size_t track) const {
        const auto& between = channels[row];
        const double used = track_pitch * static_cast<double>(between.tracks - 1);
        return half_steps((rows[row].bottom + rows[row + 1].top - used) / 2 + track_pitch * static_cast<double>(track));
    }
};

inline stack stack_of(const layered_graph& graph) {
    constexpr double empty_channel = 8;
    stack made;
    double y = margin_of_lane;
    for (std::size_t row = 0; row < graph.rows.size(); ++row) {
        double height = 0;
        for (const auto v : graph.rows[row]) height = std::max(height, graph.vertices[v].size.height);
        made.rows.push_back({y, y + std::ceil(height)});
        y += std::ceil(height);
        if (row + 1 == graph.rows.size()) break;
        made.channels.push_back(channel_below(graph, row));
        const auto& between = made.channels.back();
        const double used = track_pitch * static_cast<double>(std::max<std::size_t>(between.tracks, 1) - 1);
        y += between.lines ? 2 * before_tracks + used : empty_channel;
    }
    return made;
}

/// Moves everything right of the margin; titles go to the left edge. Returns the width.
inline double settle_edges(layered_graph& graph) {
    // A title needs room left of its neighbour, and no more.
    for (const auto& row : graph.rows) {
        auto& first = graph.vertices[row.front()];
        if (first.what != part::title) continue;
        const auto* second = row.size() > 1 ? &graph.vertices[row[1]] : &graph.vertices.front();
        first.x = second->x - second->size.width / 2 - gap_between(part::title, second->what) - first.size.width / 2;
        if (row.size() == 1) first.x += second->size.width / 2;
    }
    double left = graph.vertices.front().x;
    double right = left;
    for (const auto& v : graph.vertices) {
        left = std::min(left, v.x - v.size.width / 2);
        right = std::max(right, v.x + v.size.width / 2);
    }
    for (auto& v : graph.vertices) {
        const double half = v.size.width / 2;
        v.x = v.what == part::title ? margin_of_drawing + half : half_steps(v.x - left + margin_of_drawing);
    }
    return half_steps(right - left + 2 * margin_of_drawing);
}

/// Writes one line down, from above to below.
class line_tracer {
public:
    line_tracer(const layered_graph& graph, const stack& rows, const graph_to_lay_out& given)
        : graph_(graph), stack_(rows), given_(given) {}

    placed_line trace(std::size_t line) {
        strokes_ = {{}};
        placed_line made;
        const auto& chain = graph_.chains[line];
        const auto& edges = graph_.of_chain[line];
        const auto& first = graph_.edges[edges.front()];
        add(upper_end(graph_, first), box_bottom(chain.front()));
        go_down(edges.front());
        if (graph_.vertices[chain[1]].what == part::turn) {
            made.label = turn_at(chain[1], edges.back());
        } else {
            for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
                if (auto label = pass(chain[i])) made.label = label;
                go_down(edges[i]);
            }
            add(lower_end(graph_, graph_.edges[edges.back()]), box_top(chain.back()));
        }
        if (chain.front() != given_.lines[line].from) {
            std::reverse(strokes_.begin(), strokes_.end());
            for (auto& stroke : strokes_) std::reverse(stroke.begin(), stroke.end());
        }
        made.strokes = std::move(strokes_);
        return made;
    }

private:
    void add(double x, double y) {
        auto& stroke = strokes_.back();
        const layout_point next{x, half_steps(y)};
        if (!stroke.empty() && stroke.back() == next) return;
        const bool straight_on =
            stroke.size() > 1 && stroke.back().x == next.x && stroke[stroke.size() - 2].x == next.x;
        if (straight_on)
            stroke.back() = next;
        else
            stroke.push_back(next);
    }
    [[nodiscard]] const band& band_of(std::size_t v) const { return stack_.rows[graph_.vertices[v].row]; }
    [[nodiscard]] double box_bottom(std::size_t v) const {
        return band_of(v).middle() + graph_.vertices[v].size.height / 2;
    }
    [[nodiscard]] double box_top(std::size_t v) const {
        return band_of(v).middle() - graph_.vertices[v].size.height / 2;
    }

    /// From the row of the upper vertex, across if need be, to that of the lower.
    void go_down(std::size_t e) {
        const auto& piece = graph_.edges[e];
        const auto row = graph_.vertices[piece.upper].row;
        const auto& tracks = stack_.channels[row].track_of;
        if (const auto found = tracks.find(e); found != tracks.end()) {
            const double y = stack_.track_height(row, found->second);
            add(upper_end(graph_, piece), y);
            add(lower_end(graph_, piece), y);
        }
        add(lower_end(graph_, piece), band_of(piece.lower).top);
    }
    void go_up(std::size_t e) {
        const auto& piece = graph_.edges[e];
        const auto row = graph_.vertices[piece.upper].row;
        const auto& tracks = stack_.channels[row].track_of;
        if (const auto found = tracks.find(e); found != tracks.end()) {
            const double y = stack_.track_height(row, found->second);
            add(lower_end(graph_, piece), y);
            add(upper_end(graph_, piece), y);
        }
        add(upper_end(graph_, piece), box_bottom(piece.upper));
    }
    std::optional<placed_box> pass(std::size_t v) {
        const auto& passing = graph_.vertices[v];
        const auto& row = band_of(v);
        if (passing.what == part::passing) {
            add(passing.x, row.bottom);
            return std::nullopt;
        }
        add(passing.x, row.middle() - passing.size.height / 2);
        strokes_.emplace_back();
        add(passing.x, row.middle() + passing.size.height / 2);
        add(passing.x, row.bottom);
        return placed_box{{passing.x, row.middle()}, passing.size};
    }
    std::optional<placed_box> turn_at(std::size_t v, std::size_t last) {
        const auto& turn = graph_.vertices[v];
        const double top = band_of(v).top;
        const double foot = top + turn.size.height;
        add(strokes_.back().back().x, foot);
        add(lower_end(graph_, graph_.edges[last]), foot);
        go_up(last);
        const auto label = given_.lines[turn.of].label;
        if (label.width <= 0 || label.height <= 0) return std::nullopt;
        return placed_box{{turn.x, top + label.height / 2}, label};
    }

    const layered_graph& graph_;
    const stack& stack_;
    const graph_to_lay_out& given_;
    std::vector<std::vector<layout_point>> strokes_;
};

/// Lanes meet half-way between the last row of one and the first of the next.
inline void place_lanes(const layered_graph& graph, const std::vector<band>& bands, graph_layout& made) {
    std::optional<std::size_t> lane;
    for (const auto& v : graph.vertices) {
        if (v.what != part::title) continue;
        const band& row = bands[v.row];
        const double top = v.row == 0 ? 0 : half_steps((bands[v.row - 1].bottom + row.top) / 2);
        made.lanes[v.of] = {top, top, {{v.x, row.top + v.size.height / 2}, v.size}};
        if (lane) made.lanes[*lane].bottom = top;
        lane = v.of;
    }
    if (lane) made.lanes[*lane].bottom = made.size.height;
}

inline bool can_be_laid_out(const graph_to_lay_out& given) {
    const auto count = given.boxes.size();
    return std::all_of(given.boxes.begin(), given.boxes.end(),
                       [&](const auto& box) { return box.lane < given.lane_titles.size(); }) &&
           std::all_of(given.lines.begin(), given.lines.end(),
                       [&](const auto& line) { return line.from != line.to && line.from < count && line.to < count; });
}

}  // namespace detail::layout

CONCORDAT_INLINE graph_layout lay_out(const graph_to_lay_out& given, const layout_terms& terms) {
    CONCORDAT_ASSERT(detail::layout::can_be_laid_out(given));
    graph_layout made;
    made.lanes.resize(given.lane_titles.size());
    if (given.boxes.empty()) return made;
    const auto rows = detail::layout::rows_of_boxes(given, terms.row_width);
    auto graph = detail::layout::layered(given, rows, terms.row_width);
    if (terms.sweeps > 0) detail::layout::reduce_crossings(graph, terms.sweeps);
    made.crossings = detail::layout::crossings(graph);
    detail::layout::place_across(graph);
    made.size.width = detail::layout::settle_edges(graph);
    const auto rows_and_channels = detail::layout::stack_of(graph);
    const auto& bands = rows_and_channels.rows;
    made.size.height = detail::layout::half_steps(bands.back().bottom + detail::layout::margin_of_lane);
    for (std::size_t box = 0; box < given.boxes.size(); ++box) {
        const auto& v = graph.vertices[box];
        made.boxes.push_back({{v.x, bands[v.row].middle()}, v.size});
    }
    detail::layout::line_tracer tracer(graph, rows_and_channels, given);
    for (std::size_t line = 0; line < given.lines.size(); ++line) made.lines.push_back(tracer.trace(line));
    detail::layout::place_lanes(graph, bands, made);
    return made;
}

}  // namespace concordat
