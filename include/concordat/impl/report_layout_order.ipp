// SPDX-License-Identifier: Apache-2.0
// The order of vertices within rows: barycentre sweeps, and exchanges of neighbours.
#pragma once

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <utility>

namespace concordat::detail::layout {

/// Inversions of a sequence of positions: pairs of which the first is greater. O(n log n) (Barth, Jünger & Mutzel
/// 2002).
inline std::size_t inversions(const std::vector<std::size_t>& sequence, std::size_t positions) {
    std::vector<std::size_t> tree(positions + 1, 0);  // Fenwick's: how many of those seen stand at or before
    std::size_t seen = 0;
    std::size_t found = 0;
    for (const auto position : sequence) {
        std::size_t at_or_before = 0;
        for (std::size_t i = position + 1; i > 0; i &= i - 1) at_or_before += tree[i];
        found += seen - at_or_before;
        ++seen;
        for (std::size_t i = position + 1; i <= positions; i += i & (~i + 1)) ++tree[i];
    }
    return found;
}

inline std::vector<std::size_t> positions_of(const layered_graph& graph) {
    std::vector<std::size_t> positions(graph.vertices.size());
    for (const auto& row : graph.rows)
        for (std::size_t i = 0; i < row.size(); ++i) positions[row[i]] = i;
    return positions;
}

inline std::size_t crossings_below(const layered_graph& graph, std::size_t row,
                                   const std::vector<std::size_t>& positions) {
    std::vector<std::size_t> sequence;
    for (const auto upper : graph.rows[row]) {
        const auto first = static_cast<std::ptrdiff_t>(sequence.size());
        for (const auto e : graph.below[upper]) sequence.push_back(positions[graph.edges[e].lower]);
        std::sort(sequence.begin() + first, sequence.end());
    }
    return inversions(sequence, graph.rows[row + 1].size());
}

CONCORDAT_INLINE std::size_t crossings(const layered_graph& graph) {
    const auto positions = positions_of(graph);
    std::size_t all = 0;
    for (std::size_t row = 0; row + 1 < graph.rows.size(); ++row) all += crossings_below(graph, row, positions);
    return all;
}

/// Works on the rows of a graph and keeps the positions beside them.
class row_orderer {
public:
    explicit row_orderer(layered_graph& graph) : graph_(graph), positions_(positions_of(graph)) {}

    /// Down when the round is even, else up. On every second pair of rounds equal barycentres change places, which gets
    /// out of some dead ends.
    void sweep(int round) {
        const bool down = round % 2 == 0;
        const bool turn_equals = round / 2 % 2 == 1;
        const std::size_t rows = graph_.rows.size();
        for (std::size_t i = 1; i < rows; ++i) order_by_barycentre(down ? i : rows - 1 - i, down, turn_equals);
        for (bool better = true; better;) {
            better = false;
            for (std::size_t row = 0; row < rows; ++row)
                if (exchange_neighbours(row)) better = true;
        }
    }

private:
    [[nodiscard]] bool is_pinned(std::size_t v) const { return graph_.vertices[v].what == part::title; }

    template <class Visit>
    void visit_neighbours(std::size_t v, bool above, Visit visit) const {
        for (const auto e : above ? graph_.above[v] : graph_.below[v])
            visit(positions_[above ? graph_.edges[e].upper : graph_.edges[e].lower]);
    }

    /// Those without neighbours on that side, and titles, stay where they are.
    void order_by_barycentre(std::size_t row, bool from_above, bool turn_equals) {
        struct weighed {
            double centre;
            std::size_t v;
        };
        auto& order = graph_.rows[row];
        std::vector<weighed> moving;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::size_t sum = 0;
            std::size_t count = 0;
            visit_neighbours(order[i], from_above, [&](std::size_t position) { sum += position, ++count; });
            if (count == 0) continue;
            moving.push_back({static_cast<double>(sum) / static_cast<double>(count), order[i]});
            places.push_back(i);
        }
        if (turn_equals) std::reverse(moving.begin(), moving.end());
        std::stable_sort(moving.begin(), moving.end(),
                         [](const weighed& a, const weighed& b) { return a.centre < b.centre; });
        for (std::size_t i = 0; i < moving.size(); ++i) {
            order[places[i]] = moving[i].v;
            positions_[moving[i].v] = places[i];
        }
    }

    /// Crossings of the lines of two neighbours while `left` stands left of `right`, on one side of the row.
    [[nodiscard]] std::size_t crossings_of(std::size_t left, std::size_t right, bool above) const {
        std::vector<std::size_t> ends;
        visit_neighbours(right, above, [&](std::size_t position) { ends.push_back(position); });
        std::sort(ends.begin(), ends.end());
        std::size_t found = 0;
        visit_neighbours(left, above, [&](std::size_t position) {
            found += static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), position) - ends.begin());
        });
        return found;
    }

    /// Each exchange leaves fewer crossings, so it comes to an end.
    bool exchange_neighbours(std::size_t row) {
        auto& order = graph_.rows[row];
        bool better = false;
        for (std::size_t i = 1; i < order.size(); ++i) {
            const auto left = order[i - 1];
            const auto right = order[i];
            if (is_pinned(left) || is_pinned(right)) continue;
            const auto now = crossings_of(left, right, true) + crossings_of(left, right, false);
            if (now == 0) continue;
            if (crossings_of(right, left, true) + crossings_of(right, left, false) >= now) continue;
            std::swap(order[i - 1], order[i]);
            std::swap(positions_[left], positions_[right]);
            better = true;
        }
        return better;
    }

    layered_graph& graph_;
    std::vector<std::size_t> positions_;
};

/// Turns a row by a part of its length, and every second time over; a title stays.
inline void rearrange(layered_graph& graph, std::vector<std::size_t>& row, std::size_t start) {
    const bool titled = !row.empty() && graph.vertices[row.front()].what == part::title;
    const auto first = row.begin() + (titled ? 1 : 0);
    const auto length = static_cast<std::size_t>(row.end() - first);
    if (start % 2 == 1) std::reverse(first, row.end());
    std::rotate(first, first + static_cast<std::ptrdiff_t>(length * (start / 2) / 5), row.end());
}

/// From the order given and from others that are made of it: they end in different places.
CONCORDAT_INLINE void reduce_crossings(layered_graph& graph, int sweeps) {
    constexpr std::size_t small = 2000;
    const std::size_t starts = graph.vertices.size() < small ? 10 : 2;
    const auto given = graph.rows;
    auto best_rows = given;
    std::size_t fewest = crossings(graph);
    for (std::size_t start = 0; start < starts; ++start) {
        graph.rows = given;
        for (auto& row : graph.rows) rearrange(graph, row, start);
        row_orderer orderer(graph);
        for (int round = 0; round < sweeps && fewest > 0; ++round) {
            orderer.sweep(round);
            if (const auto found = crossings(graph); found < fewest) {
                fewest = found;
                best_rows = graph.rows;
            }
        }
    }
    graph.rows = std::move(best_rows);
}

}  // namespace concordat::detail::layout
