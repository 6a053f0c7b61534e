// SPDX-License-Identifier: Apache-2.0
// Boxes in rows, and lines as chains of vertices through the rows that they cross.
#pragma once

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace concordat::detail::layout {

inline bool is_empty(const layout_size& size) noexcept { return size.width <= 0 || size.height <= 0; }

/// Where the label of an arc stands above its foot.
inline constexpr double foot_of_arc = 5;
inline constexpr double least_arc_width = 22;

/// Makes chains. A gap is what lies before a row of boxes, and after the last. What stands in it has rows of its own: a
/// title and arcs the first of them, labels as many as they need to be no wider than boxes are.
class chain_maker {
public:
    chain_maker(const graph_to_lay_out& graph, const std::vector<std::size_t>& row_of_box, double row_width)
        : graph_(graph), row_of_box_(row_of_box), row_width_(row_width) {
        for (const auto row : row_of_box) box_rows_ = std::max(box_rows_, row + 1);
        lines_at_.resize(graph.boxes.size(), 0);
        for (const auto& line : graph.lines) ++lines_at_[line.from], ++lines_at_[line.to];
    }

    layered_graph make() {
        number_rows();
        for (std::size_t box = 0; box < graph_.boxes.size(); ++box)
            (void)add(part::box, box, row_of_boxes_[row_of_box_[box]], roomy(box));
        for (std::size_t gap = 0; gap < box_rows_; ++gap)
            if (title_in_[gap] != no_title)
                (void)add(part::title, title_in_[gap], first_row_of_gap_[gap] + title_row_[gap],
                          graph_.lane_titles[title_in_[gap]]);
        made_.chains.resize(graph_.lines.size());
        made_.of_chain.resize(graph_.lines.size());
        for (std::size_t line = 0; line < graph_.lines.size(); ++line) add_chain(line);
        return std::move(made_);
    }

private:
    static constexpr std::size_t no_title = static_cast<std::size_t>(-1);

    [[nodiscard]] std::pair<std::size_t, std::size_t> ends_from_above(std::size_t line) const {
        const auto& l = graph_.lines[line];
        return row_of_box_[l.to] < row_of_box_[l.from] ? std::pair(l.to, l.from) : std::pair(l.from, l.to);
    }
    [[nodiscard]] bool is_arc(std::size_t line) const {
        return row_of_box_[graph_.lines[line].from] == row_of_box_[graph_.lines[line].to];
    }
    /// A label stands beside the end that has fewer lines, where it is easier to tell whose it is.
    [[nodiscard]] std::size_t gap_of_label(std::size_t line) const {
        const auto [upper, lower] = ends_from_above(line);
        if (is_arc(line) || lines_at_[upper] < lines_at_[lower]) return row_of_box_[upper] + 1;
        return row_of_box_[lower];
    }

    void find_titles() {
        title_in_.assign(box_rows_ + 1, no_title);
        for (std::size_t box = 0; box < graph_.boxes.size(); ++box) {
            const auto row = row_of_box_[box];
            const bool first_of_lane = std::none_of(graph_.boxes.begin(), graph_.boxes.end(), [&](const auto& other) {
                const auto other_row = row_of_box_[static_cast<std::size_t>(&other - graph_.boxes.data())];
                return other.lane == graph_.boxes[box].lane && other_row < row;
            });
            if (first_of_lane) title_in_[row] = graph_.boxes[box].lane;
        }
    }

    /// By gap how many rows it has, and by line in which of them its label stands. Arcs come first, so that they are in
    /// the lane of their ends; then the title of the next lane.
    [[nodiscard]] std::vector<std::size_t> rows_in_gaps() {
        std::vector<std::size_t> rows(box_rows_ + 1, 0);
        std::vector<double> used(box_rows_ + 1, 0);
        row_of_label_.assign(graph_.lines.size(), 0);
        title_row_.assign(box_rows_ + 1, 0);
        for (std::size_t line = 0; line < graph_.lines.size(); ++line)
            if (is_arc(line)) rows[gap_of_label(line)] = 1;
        for (std::size_t gap = 0; gap <= box_rows_; ++gap)
            if (title_in_[gap] != no_title) title_row_[gap] = rows[gap]++;
        for (std::size_t line = 0; line < graph_.lines.size(); ++line) {
            const auto gap = gap_of_label(line);
            if (is_arc(line) || is_empty(graph_.lines[line].label)) continue;
            const double width = graph_.lines[line].label.width + gap_between(part::label, part::label);
            if (rows[gap] == 0 || (used[gap] > 0 && used[gap] + width > row_width_)) {
                ++rows[gap];
                used[gap] = 0;
            }
            used[gap] += width;
            row_of_label_[line] = rows[gap] - 1;
        }
        return rows;
    }

    void number_rows() {
        find_titles();
        const auto rows = rows_in_gaps();
        for (std::size_t gap = 0; gap <= box_rows_; ++gap) {
            first_row_of_gap_.push_back(rows_);
            rows_ += rows[gap];
            if (gap < box_rows_) row_of_boxes_.push_back(rows_++);
        }
        made_.rows.resize(rows_);
    }

    /// Wide enough for the lines at its busier side, if all of them were there.
    [[nodiscard]] layout_size roomy(std::size_t box) const {
        std::size_t up = 0;
        std::size_t down = 0;
        for (std::size_t line = 0; line < graph_.lines.size(); ++line) {
            const auto [upper, lower] = ends_from_above(line);
            if (upper == box || (is_arc(line) && lower == box)) ++down;
            if (lower == box && !is_arc(line)) ++up;
        }
        const auto size = graph_.boxes[box].size;
        const double for_lines = static_cast<double>(std::max(up, down) + 1) * least_gap_of_lines;
        return {std::ceil(std::max(size.width, for_lines)), std::ceil(size.height)};
    }

    std::size_t add(part what, std::size_t of, std::size_t row, layout_size size) {
        const std::size_t added = made_.vertices.size();
        made_.vertices.push_back({what, of, row, size, 0});
        made_.rows[row].push_back(added);
        made_.above.emplace_back();
        made_.below.emplace_back();
        return added;
    }
    void join(std::size_t upper, std::size_t lower, std::size_t line) {
        const std::size_t added = made_.edges.size();
        made_.edges.push_back({upper, lower, line, 0, 0});
        made_.below[upper].push_back(added);
        made_.above[lower].push_back(added);
        made_.of_chain[line].push_back(added);
    }

    void add_chain(std::size_t line) {
        const auto [upper, lower] = ends_from_above(line);
        const auto label = graph_.lines[line].label;
        auto& chain = made_.chains[line];
        const std::size_t label_row = first_row_of_gap_[gap_of_label(line)] + row_of_label_[line];
        if (is_arc(line)) {
            const layout_size foot{std::max(least_arc_width, label.width + least_arc_width / 2),
                                   label.height + foot_of_arc};
            const std::size_t turn = add(part::turn, line, label_row, foot);
            chain = {upper, turn, lower};
            join(upper, turn, line);
            join(lower, turn, line);
            return;
        }
        chain.push_back(upper);
        const std::size_t last = row_of_boxes_[row_of_box_[lower]];
        for (std::size_t row = row_of_boxes_[row_of_box_[upper]] + 1; row < last; ++row) {
            const bool labelled = row == label_row && !is_empty(label);
            chain.push_back(labelled ? add(part::label, line, row, label) : add(part::passing, line, row, {}));
        }
        chain.push_back(lower);
        for (std::size_t i = 1; i < chain.size(); ++i) join(chain[i - 1], chain[i], line);
    }

    const graph_to_lay_out& graph_;
    const std::vector<std::size_t>& row_of_box_;
    double row_width_;
    std::size_t box_rows_ = 0;
    std::size_t rows_ = 0;
    std::vector<std::size_t> lines_at_;      ///< by box
    std::vector<std::size_t> title_row_;     ///< by gap: within it
    std::vector<std::size_t> title_in_;      ///< by gap: a lane
    std::vector<std::size_t> row_of_label_;  ///< by line: within its gap
    std::vector<std::size_t> first_row_of_gap_;
    std::vector<std::size_t> row_of_boxes_;  ///< by row of boxes
    layered_graph made_;
};

CONCORDAT_INLINE layered_graph layered(const graph_to_lay_out& graph, const std::vector<std::size_t>& rows,
                                       double row_width) {
    return chain_maker(graph, rows, row_width).make();
}

}  // namespace concordat::detail::layout
