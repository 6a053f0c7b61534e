// SPDX-License-Identifier: Apache-2.0
// Where vertices stand across the drawing: least squares of the slants, row by row, and then straight lines where there
// is room for them.
#pragma once

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace concordat::detail::layout {

CONCORDAT_INLINE double gap_between(part left, part right) noexcept {
    constexpr double boxes = 18;
    constexpr double box_and_line = 12;
    constexpr double lines = least_gap_of_lines;
    if (left == part::box && right == part::box) return boxes;
    return left == part::passing && right == part::passing ? lines : box_and_line;
}

/// Where lines leave a vertex: spread over its border in the order of their other ends, so that they do not cross.
inline void spread_ends(layered_graph& graph) {
    std::vector<std::size_t> position(graph.vertices.size());
    for (const auto& row : graph.rows)
        for (std::size_t i = 0; i < row.size(); ++i) position[row[i]] = i;
    constexpr double widest_gap = 16;
    constexpr double corner = 8;
    for (std::size_t v = 0; v < graph.vertices.size(); ++v)
        for (const bool up : {true, false}) {
            auto ends = up ? graph.above[v] : graph.below[v];
            if (ends.size() < 2) continue;
            std::sort(ends.begin(), ends.end(), [&](auto a, auto b) {
                const auto other = [&](auto e) { return up ? graph.edges[e].upper : graph.edges[e].lower; };
                return std::pair(position[other(a)], a) < std::pair(position[other(b)], b);
            });
            const auto& vertex = graph.vertices[v];
            const double last = static_cast<double>(ends.size() - 1);
            const bool turn = vertex.what == part::turn;
            const double gap = turn ? vertex.size.width : std::min(widest_gap, (vertex.size.width - 2 * corner) / last);
            for (std::size_t i = 0; i < ends.size(); ++i) {
                auto& e = graph.edges[ends[i]];
                (up ? e.from_lower : e.from_upper) = gap * (static_cast<double>(i) - last / 2);
            }
        }
}

/// Least squares in order: the values nearest to `wanted` that do not decrease. Pools of neighbours that want to change
/// places stand together at their weighted mean (Ayer et al. 1955). O(n).
inline std::vector<double> in_order(const std::vector<double>& wanted, const std::vector<double>& weights) {
    struct pool {
        double mean;
        double weight;
        std::size_t count;
    };
    std::vector<pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pool last{wanted[i], weights[i], 1};
        while (!pools.empty() && pools.back().mean >= last.mean) {
            const auto& before = pools.back();
            const double weight = before.weight + last.weight;
            last = {(before.mean * before.weight + last.mean * last.weight) / weight, weight,
                    before.count + last.count};
            pools.pop_back();
        }
        pools.push_back(last);
    }
    std::vector<double> values;
    for (const auto& p : pools) values.insert(values.end(), p.count, p.mean);
    return values;
}

/// Moves vertices within their rows.
class row_placer {
public:
    explicit row_placer(layered_graph& graph) : graph_(graph) {
        for (auto& row : graph_.rows) {
            double x = 0;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) x += distance(row[i - 1], row[i]);
                at(row[i]).x = x;
            }
            for (const auto v : row) at(v).x -= x / 2;
        }
    }

    void settle() {
        constexpr int rounds_one_way = 6;
        constexpr int rounds_both_ways = 60;
        const auto rows = graph_.rows.size();
        for (int round = 0; round < rounds_one_way; ++round) {
            for (std::size_t row = 1; row < rows; ++row) settle(row, true, false);
            for (std::size_t row = rows - 1; row-- > 0;) settle(row, false, true);
        }
        for (int round = 0; round < rounds_both_ways; ++round)
            for (std::size_t i = 0; i < rows; ++i) settle(round % 2 == 0 ? i : rows - 1 - i, true, true);
    }

    /// What is not joined to the largest part moves towards its middle, as far as there is room.
    void gather() {
        remember_places();
        const auto parts = parts_by_size();
        for (std::size_t p = 1; p < parts.size(); ++p) {
            constexpr double far = std::numeric_limits<double>::max();
            room free{-far, far};
            for (const auto v : parts[p]) {
                const room here = room_beside_others(v, parts[p]);
                free = {std::max(free.from, here.from - at(v).x), std::min(free.to, here.to - at(v).x)};
            }
            const double wanted = middle_of(parts.front()) - middle_of(parts[p]);
            if (free.from > free.to) continue;
            for (const auto v : parts[p]) at(v).x += std::clamp(wanted, free.from, free.to);
        }
    }

    /// Lines one after the other, the longest first: as long a run of it as may share one x does. Boxes then go where
    /// most of their lines are straight.
    void straighten() {
        std::vector<std::size_t> lines;
        for (std::size_t line = 0; line < graph_.chains.size(); ++line) lines.push_back(line);
        std::stable_sort(lines.begin(), lines.end(),
                         [&](auto a, auto b) { return graph_.chains[a].size() > graph_.chains[b].size(); });
        for (int round = 0; round < 3; ++round) {
            for (const auto line : lines) straighten(line);
            for (std::size_t v = 0; v < graph_.vertices.size(); ++v)
                if (at(v).what == part::box || at(v).what == part::turn) put_over_lines(v);
        }
    }

private:
    struct room {
        double from;
        double to;
    };

    [[nodiscard]] vertex& at(std::size_t v) { return graph_.vertices[v]; }
    [[nodiscard]] const vertex& at(std::size_t v) const { return graph_.vertices[v]; }
    [[nodiscard]] double distance(std::size_t left, std::size_t right) const {
        return at(left).size.width / 2 + gap_between(at(left).what, at(right).what) + at(right).size.width / 2;
    }

    /// Long lines are to be straight, so their pieces weigh more (the weights of Gansner et al. 1993).
    [[nodiscard]] double weight_of(const edge& e) const {
        const auto is_box = [&](std::size_t v) { return at(v).what == part::box; };
        if (is_box(e.upper) && is_box(e.lower)) return 1;
        return is_box(e.upper) || is_box(e.lower) ? 2 : 8;
    }
    /// Where the centre of `v` would be for this line to be straight.
    [[nodiscard]] double wanted_by(std::size_t v, const edge& e) const {
        return e.lower == v ? at(e.upper).x + e.from_upper - e.from_lower : at(e.lower).x + e.from_lower - e.from_upper;
    }

    void settle(std::size_t row, bool above, bool below) {
        constexpr double hardly = 1e-3;    // who is not joined to that side stays, and gives way
        constexpr double together = 0.02;  // draws everything to the middle a little, which keeps drawings narrow
        const auto& order = graph_.rows[row];
        std::vector<double> wanted;
        std::vector<double> weights;
        std::vector<double> shifts;
        double shift = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto v = order[i];
            if (i > 0) shift += distance(order[i - 1], v);
            double sum = 0;
            double weight = 0;
            const auto add = [&](const auto& edges) {
                for (const auto e : edges) {
                    sum += wanted_by(v, graph_.edges[e]) * weight_of(graph_.edges[e]);
                    weight += weight_of(graph_.edges[e]);
                }
            };
            if (above) add(graph_.above[v]);
            if (below) add(graph_.below[v]);
            if (above && below) weight += together;  // for a place at 0
            wanted.push_back((weight > 0 ? sum / weight : at(v).x) - shift);
            weights.push_back(weight > 0 ? weight : hardly);
            shifts.push_back(shift);
        }
        const auto placed = in_order(wanted, weights);
        for (std::size_t i = 0; i < order.size(); ++i) at(order[i]).x = placed[i] + shifts[i];
    }

    void remember_places() {
        place_in_row_.resize(graph_.vertices.size());
        for (const auto& row : graph_.rows)
            for (std::size_t i = 0; i < row.size(); ++i) place_in_row_[row[i]] = i;
    }
    /// Where a vertex may stand while its neighbours stay.
    [[nodiscard]] room room_of(std::size_t v) const {
        const auto& row = graph_.rows[at(v).row];
        const auto i = place_in_row_[v];
        constexpr double far = std::numeric_limits<double>::max();
        // A title makes way: it goes to the left edge in the end.
        const bool leftmost = i == 0 || at(row[i - 1]).what == part::title;
        return {leftmost ? -far : at(row[i - 1]).x + distance(row[i - 1], v),
                i + 1 == row.size() ? far : at(row[i + 1]).x - distance(v, row[i + 1])};
    }

    /// Vertices that are joined, however indirectly; the largest part first. Titles are no part of any.
    [[nodiscard]] std::vector<std::vector<std::size_t>> parts_by_size() const {
        std::vector<std::vector<std::size_t>> parts;
        std::vector<bool> seen(graph_.vertices.size(), false);
        for (std::size_t first = 0; first < seen.size(); ++first) {
            if (seen[first] || at(first).what == part::title) continue;
            std::vector<std::size_t> joined{first};
            seen[first] = true;
            for (std::size_t i = 0; i < joined.size(); ++i)
                for (const auto* edges : {&graph_.above[joined[i]], &graph_.below[joined[i]]})
                    for (const auto e : *edges) {
                        const auto& piece = graph_.edges[e];
                        const auto other = piece.upper == joined[i] ? piece.lower : piece.upper;
                        if (!seen[other]) joined.push_back(other);
                        seen[other] = true;
                    }
            std::sort(joined.begin(), joined.end());
            parts.push_back(std::move(joined));
        }
        std::stable_sort(parts.begin(), parts.end(), [](auto& a, auto& b) { return a.size() > b.size(); });
        return parts;
    }
    /// As `room_of`, where neighbours of the same part move along.
    [[nodiscard]] room room_beside_others(std::size_t v, const std::vector<std::size_t>& same) const {
        const auto& row = graph_.rows[at(v).row];
        const auto i = place_in_row_[v];
        constexpr double far = std::numeric_limits<double>::max();
        room free = room_of(v);
        const auto moves_along = [&](std::size_t other) { return std::binary_search(same.begin(), same.end(), other); };
        if (i > 0 && moves_along(row[i - 1])) free.from = -far;
        if (i + 1 < row.size() && moves_along(row[i + 1])) free.to = far;
        return free;
    }
    [[nodiscard]] double middle_of(const std::vector<std::size_t>& vertices) const {
        double sum = 0;
        for (const auto v : vertices) sum += at(v).x;
        return sum / static_cast<double>(vertices.size());
    }

    void straighten(std::size_t line) {
        const auto& chain = graph_.chains[line];
        const auto& edges = graph_.of_chain[line];
        if (chain.size() < 3 || at(chain[1]).what == part::turn) return;
        for (std::size_t first = 1; first + 1 < chain.size();) {
            room shared = room_of(chain[first]);
            double sum = at(chain[first]).x;
            std::size_t last = first;
            for (; last + 2 < chain.size(); ++last) {
                const room next = room_of(chain[last + 1]);
                const room both{std::max(shared.from, next.from), std::min(shared.to, next.to)};
                if (both.from > both.to) break;
                shared = both;
                sum += at(chain[last + 1]).x;
            }
            double x = sum / static_cast<double>(last - first + 1);
            const auto fits = [&](double wanted) { return wanted >= shared.from && wanted <= shared.to; };
            const double upper_end = at(chain.front()).x + graph_.edges[edges.front()].from_upper;
            const double lower_end = at(chain.back()).x + graph_.edges[edges.back()].from_lower;
            if (first == 1 && fits(upper_end))
                x = upper_end;
            else if (last + 2 == chain.size() && fits(lower_end))
                x = lower_end;
            x = std::clamp(x, shared.from, shared.to);
            for (std::size_t i = first; i <= last; ++i) at(chain[i]).x = x;
            first = last + 1;
        }
    }

    /// Of the places that make a line straight, the one that does for most; then the nearest.
    void put_over_lines(std::size_t v) {
        std::vector<double> wanted;
        for (const auto e : graph_.above[v]) wanted.push_back(wanted_by(v, graph_.edges[e]));
        for (const auto e : graph_.below[v]) wanted.push_back(wanted_by(v, graph_.edges[e]));
        const room free = room_of(v);
        const double now = at(v).x;
        std::size_t most = 0;
        double best = now;
        for (const double x : wanted) {
            if (x < free.from || x > free.to) continue;
            constexpr double same = 0.25;
            const auto straight = static_cast<std::size_t>(
                std::count_if(wanted.begin(), wanted.end(), [&](double other) { return std::abs(other - x) < same; }));
            if (straight < most || (straight == most && std::abs(x - now) >= std::abs(best - now))) continue;
            most = straight;
            best = x;
        }
        at(v).x = best;
    }

    layered_graph& graph_;
    std::vector<std::size_t> place_in_row_;
};

CONCORDAT_INLINE void place_across(layered_graph& graph) {
    if (graph.rows.empty()) return;
    spread_ends(graph);
    row_placer placer(graph);
    placer.settle();
    placer.gather();
    placer.straighten();
}

}  // namespace concordat::detail::layout
