// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/weight_stability.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_weight_lines.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace concordat {

namespace detail::weight_stability_work {

using weight_lines::line;
using weight_lines::same_value;

inline bool same(double a, double b) { return std::fabs(a - b) <= same_value; }

/// The line that is highest just right of 0: of those that are highest at 0, the one that is highest at 1.
inline std::size_t first_leader(std::span<const line> lines) {
    double best = lines.front().at_none;
    for (const auto& each : lines) best = std::max(best, each.at_none);
    std::size_t leader = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (same(lines[i].at_none, best) && (leader == lines.size() || lines[i].at_all > lines[leader].at_all))
            leader = i;
    return leader;
}

/// The line that overtakes the leader first and where: of those that cross it together, the one that ends highest.
/// Nothing when no other line ends higher, so every call brings a leader that does, and a walk of them comes to an end.
inline std::optional<std::pair<std::size_t, double>> next_leader(std::span<const line> lines, std::size_t leader) {
    std::optional<std::pair<std::size_t, double>> next;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double behind = lines[leader].at_none - lines[i].at_none;
        const double ahead = lines[i].at_all - lines[leader].at_all;
        if (ahead <= same_value) continue;
        const double crossing = behind <= 0 ? 0 : behind / (behind + ahead);
        const bool sooner = !next || crossing < next->second - same_value;
        const bool together = next && same(crossing, next->second);
        if (sooner || (together && lines[i].at_all > lines[next->first].at_all)) next = {i, crossing};
    }
    return next;
}

inline std::vector<std::size_t> as_high_as(std::span<const line> lines, std::size_t leader) {
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (same(lines[i].at_none, lines[leader].at_none) && same(lines[i].at_all, lines[leader].at_all))
            first.push_back(i);
    return first;
}

inline std::vector<weight_piece> pieces_of(std::span<const line> lines, double parent_weight) {
    std::vector<weight_piece> pieces;
    std::size_t leader = first_leader(lines);
    double from = 0;
    const auto end_piece = [&](double to) {
        if (to - from <= same_value) return;
        pieces.push_back({{from, from * parent_weight}, {to, to * parent_weight}, as_high_as(lines, leader)});
        from = to;
    };
    for (auto next = next_leader(lines, leader); next && next->second < 1 - same_value;
         next = next_leader(lines, leader)) {
        end_piece(next->second);
        leader = next->first;
    }
    end_piece(1);
    return pieces;
}

inline std::vector<std::size_t> first_at(std::span<const line> lines, double share) {
    double best = 0;
    for (const auto& each : lines) best = std::max(best, each.at(share));
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (best - lines[i].at(share) <= same_value) first.push_back(i);
    return first;
}

/// The switch points nearest to the central share, which is one itself where others come first on it than around it.
inline void mark_limits(concordat::weight_stability& stability, std::span<const line> lines) {
    const double share = stability.central.share;
    auto piece = stability.pieces.begin();
    while (piece + 1 != stability.pieces.end() && piece->to.share < share) ++piece;
    if (first_at(lines, share) != piece->first) {
        if (share > 0) stability.lower = stability.central;
        if (share < 1) stability.upper = stability.central;
        return;
    }
    if (piece != stability.pieces.begin()) stability.lower = piece->from;
    if (piece + 1 != stability.pieces.end()) stability.upper = piece->to;
}

}  // namespace detail::weight_stability_work

CONCORDAT_INLINE result<std::vector<weight_stability>> weight_stabilities(const performance_table& table,
                                                                          const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto sum, additive(table, set));
    const auto weights = detail::weight_lines::weights_of(sum);
    std::vector<weight_stability> stabilities;
    for (const std::size_t node : detail::weight_lines::movable_in(sum.tree)) {
        const double parent_weight = weights[sum.tree.nodes()[node].parent];
        const auto lines = detail::weight_lines::lines_of(sum, node, parent_weight);
        weight_stability one;
        one.node = node;
        one.central = {sum.shares[node], weights[node]};
        one.pieces = detail::weight_stability_work::pieces_of(lines, parent_weight);
        detail::weight_stability_work::mark_limits(one, lines);
        stabilities.push_back(std::move(one));
    }
    return stabilities;
}

}  // namespace concordat
