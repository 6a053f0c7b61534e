// SPDX-License-Identifier: Apache-2.0
// Which row a box stands in, and the chains that lines become.
#pragma once

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace concordat::detail::layout {

/// Who stands above whom within lanes, without circles.
struct precedence {
    std::vector<std::vector<std::size_t>> uppers;
    std::vector<std::vector<std::size_t>> lowers;
};

/// An order of a lane's boxes in which few lines run upwards: sinks last, sources first, and of a circle the box first
/// that has most below it and least above (Eades, Lin & Smyth 1993).
inline std::vector<std::size_t> downward_order(const graph_to_lay_out& graph, std::vector<std::size_t> boxes) {
    std::vector<std::size_t> first;
    std::vector<std::size_t> last;
    std::vector<bool> open(graph.boxes.size(), false);
    for (const auto box : boxes) open[box] = true;
    while (!boxes.empty()) {
        std::vector<std::ptrdiff_t> out(graph.boxes.size(), 0);
        std::vector<std::ptrdiff_t> in(graph.boxes.size(), 0);
        for (const auto& line : graph.lines)
            if (!line.may_share_row && open[line.from] && open[line.to]) ++out[line.from], ++in[line.to];
        auto chosen = std::find_if(boxes.begin(), boxes.end(), [&](auto box) { return out[box] == 0; });
        const bool sink = chosen != boxes.end();
        if (!sink) chosen = std::find_if(boxes.begin(), boxes.end(), [&](auto box) { return in[box] == 0; });
        if (chosen == boxes.end())
            chosen = std::max_element(boxes.begin(), boxes.end(),
                                      [&](auto a, auto b) { return out[a] - in[a] < out[b] - in[b]; });
        (sink ? last : first).push_back(*chosen);
        open[*chosen] = false;
        boxes.erase(chosen);
    }
    first.insert(first.end(), last.rbegin(), last.rend());
    return first;
}

inline precedence precedence_within_lanes(const graph_to_lay_out& graph) {
    const std::size_t count = graph.boxes.size();
    std::vector<std::size_t> position(count);
    for (std::size_t lane = 0; lane < graph.lane_titles.size(); ++lane) {
        std::vector<std::size_t> boxes;
        for (std::size_t box = 0; box < count; ++box)
            if (graph.boxes[box].lane == lane) boxes.push_back(box);
        const auto order = downward_order(graph, std::move(boxes));
        for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    }
    precedence found{std::vector<std::vector<std::size_t>>(count), std::vector<std::vector<std::size_t>>(count)};
    for (const auto& line : graph.lines) {
        if (line.may_share_row || graph.boxes[line.from].lane != graph.boxes[line.to].lane) continue;
        const bool downward = position[line.from] < position[line.to];
        found.lowers[downward ? line.from : line.to].push_back(downward ? line.to : line.from);
        found.uppers[downward ? line.to : line.from].push_back(downward ? line.from : line.to);
    }
    return found;
}

/// By box: how many rows must follow it in its lane.
inline std::vector<std::size_t> heights_of(const precedence& order) {
    std::vector<std::size_t> heights(order.lowers.size(), 0);
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t box = 0; box < heights.size(); ++box)
            for (const auto lower : order.lowers[box])
                if (heights[box] < heights[lower] + 1) heights[box] = heights[lower] + 1, grew = true;
    }
    return heights;
}

/// Rows of one lane while it is filled.
class row_filler {
public:
    row_filler(const graph_to_lay_out& graph, const precedence& order, double row_width)
        : graph_(graph), order_(order), row_width_(row_width), heights_(heights_of(order)) {
        pull_.resize(graph.boxes.size(), 0);
        for (const auto& line : graph.lines) {
            const auto from = graph.boxes[line.from].lane;
            const auto to = graph.boxes[line.to].lane;
            if (from == to) continue;
            pull_[line.from] += from < to ? 1 : -1;
            pull_[line.to] += to < from ? 1 : -1;
        }
    }

    /// Fills rows from `first` on and returns the number of the row after the last.
    std::size_t fill(std::vector<std::size_t> boxes, std::size_t first, std::vector<std::size_t>& rows) const {
        // The longest way down first; then whoever has more to do with the lanes above.
        std::stable_sort(boxes.begin(), boxes.end(), [&](auto a, auto b) {
            return std::pair(heights_[b], pull_[a]) < std::pair(heights_[a], pull_[b]);
        });
        std::size_t row = first;
        for (; !boxes.empty(); ++row) {
            double used = 0;
            std::vector<std::size_t> waiting;
            for (const auto box : boxes) {
                const bool ready = std::all_of(order_.uppers[box].begin(), order_.uppers[box].end(),
                                               [&](auto upper) { return rows[upper] < row; });
                const double width = graph_.boxes[box].size.width + gap_between(part::box, part::box);
                if (!ready || (used > 0 && used + width > row_width_)) {
                    waiting.push_back(box);
                    continue;
                }
                used += width;
                rows[box] = row;
            }
            boxes = std::move(waiting);
        }
        return row;
    }

private:
    const graph_to_lay_out& graph_;
    const precedence& order_;
    double row_width_;
    std::vector<std::size_t> heights_;
    std::vector<std::ptrdiff_t> pull_;  ///< by box: lines to lanes below, less those to lanes above
};

inline constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

/// Moves boxes up and down within their lanes as long as that makes lines shorter.
class row_settler {
public:
    row_settler(const graph_to_lay_out& graph, const precedence& order, double row_width,
                std::vector<std::size_t>& rows)
        : graph_(graph), order_(order), row_width_(row_width), rows_(rows) {
        const std::size_t count = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end()) + 1;
        used_.resize(count, 0);
        lane_.resize(count, 0);
        others_.resize(graph.boxes.size());
        for (std::size_t box = 0; box < rows.size(); ++box) {
            used_[rows[box]] += width_of(box);
            lane_[rows[box]] = graph.boxes[box].lane;
        }
        for (const auto& line : graph.lines) {
            others_[line.from].push_back(line.to);
            others_[line.to].push_back(line.from);
        }
    }

    void settle() {
        bool moved = true;
        for (int round = 0; moved && round < most_rounds; ++round) {
            moved = false;
            for (std::size_t box = 0; box < rows_.size(); ++box)
                if (move_to_best(box)) moved = true;
        }
    }

private:
    static constexpr int most_rounds = 64;

    [[nodiscard]] double width_of(std::size_t box) const {
        return graph_.boxes[box].size.width + gap_between(part::box, part::box);
    }
    /// An arc within a row is as long as a line to the next.
    [[nodiscard]] std::size_t length_from(std::size_t box, std::size_t row) const {
        std::size_t length = 0;
        for (const auto other : others_[box])
            length += std::max<std::size_t>(1, rows_[other] > row ? rows_[other] - row : row - rows_[other]);
        return length;
    }
    [[nodiscard]] bool may_stand(std::size_t box, std::size_t row) const {
        const auto above = [&](auto upper) { return rows_[upper] < row; };
        const auto below = [&](auto lower) { return rows_[lower] > row; };
        return lane_[row] == graph_.boxes[box].lane && used_[row] + width_of(box) <= row_width_ &&
               std::all_of(order_.uppers[box].begin(), order_.uppers[box].end(), above) &&
               std::all_of(order_.lowers[box].begin(), order_.lowers[box].end(), below);
    }
    bool move_to_best(std::size_t box) {
        std::size_t best = rows_[box];
        for (std::size_t row = 0; row < used_.size(); ++row)
            if (may_stand(box, row) && length_from(box, row) < length_from(box, best)) best = row;
        if (best == rows_[box]) return false;
        used_[rows_[box]] -= width_of(box);
        used_[best] += width_of(box);
        rows_[box] = best;
        return true;
    }

    const graph_to_lay_out& graph_;
    const precedence& order_;
    double row_width_;
    std::vector<std::size_t>& rows_;
    std::vector<double> used_;       ///< by row
    std::vector<std::size_t> lane_;  ///< by row
    std::vector<std::vector<std::size_t>> others_;
};

inline void drop_empty_rows(std::vector<std::size_t>& rows) {
    std::vector<std::size_t> standing(rows);
    std::sort(standing.begin(), standing.end());
    standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
    for (auto& row : rows)
        row = static_cast<std::size_t>(std::lower_bound(standing.begin(), standing.end(), row) - standing.begin());
}

CONCORDAT_INLINE std::vector<std::size_t> rows_of_boxes(const graph_to_lay_out& graph, double row_width) {
    const auto order = precedence_within_lanes(graph);
    const row_filler filler(graph, order, row_width);
    std::vector<std::size_t> rows(graph.boxes.size(), no_row);
    std::size_t next = 0;
    for (std::size_t lane = 0; lane < graph.lane_titles.size(); ++lane) {
        std::vector<std::size_t> boxes;
        for (std::size_t box = 0; box < graph.boxes.size(); ++box)
            if (graph.boxes[box].lane == lane) boxes.push_back(box);
        next = filler.fill(std::move(boxes), next, rows);
    }
    row_settler(graph, order, row_width, rows).settle();
    drop_empty_rows(rows);
    return rows;
}

}  // namespace concordat::detail::layout
