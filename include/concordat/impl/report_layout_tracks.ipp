// SPDX-License-Identifier: Apache-2.0
// Between two rows, where lines go across: each on a track, so that no two lie on one another and none cross that need
// not.
#pragma once

#include "concordat/impl/report_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace concordat::detail::layout {

CONCORDAT_INLINE double half_steps(double value) { return std::round(value * 2) / 2; }

CONCORDAT_INLINE double upper_end(const layered_graph& graph, const edge& e) {
    return half_steps(graph.vertices[e.upper].x + e.from_upper);
}
CONCORDAT_INLINE double lower_end(const layered_graph& graph, const edge& e) {
    return half_steps(graph.vertices[e.lower].x + e.from_lower);
}

/// A piece of a line that goes across: from `above` to `below`.
struct crossing_piece {
    std::size_t edge = 0;
    double above = 0;
    double below = 0;
    [[nodiscard]] double left() const { return std::min(above, below); }
    [[nodiscard]] double right() const { return std::max(above, below); }
    [[nodiscard]] bool rightwards() const { return below > above; }
};

inline constexpr double least_apart = 6;

inline bool side_by_side(const crossing_piece& a, const crossing_piece& b) {
    return a.right() + least_apart <= b.left() || b.right() + least_apart <= a.left();
}

/// Whether `a` must go across above `b`. Of two that run the same way without crossing it is the one in front; and one
/// whose upper end stands over the lower end of another, since they would lie on one another.
inline bool must_be_above(const crossing_piece& a, const crossing_piece& b) {
    if (std::abs(a.above - b.below) < least_apart && std::abs(b.above - a.below) >= least_apart) return true;
    if (side_by_side(a, b) || a.rightwards() != b.rightwards()) return false;
    const bool cross = (a.above < b.above) != (a.below < b.below);
    return !cross && (a.rightwards() ? a.above > b.above : a.above < b.above);
}

/// By piece its track, from above: the first that is free below all that must be above it (the left-edge method of
/// Hashimoto & Stevens 1971, with the vertical constraints of channel routing). A circle of constraints is broken where
/// it is met first.
inline std::vector<std::size_t> tracks_of(const std::vector<crossing_piece>& pieces) {
    const std::size_t count = pieces.size();
    std::vector<std::vector<std::size_t>> followers(count);
    std::vector<std::size_t> waiting_for(count, 0);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            if (a != b && must_be_above(pieces[a], pieces[b])) followers[a].push_back(b), ++waiting_for[b];
    std::vector<std::size_t> tracks(count, 0);
    std::vector<bool> done(count, false);
    std::vector<std::vector<std::size_t>> on_track;
    for (std::size_t round = 0; round < count; ++round) {
        std::size_t next = count;
        for (std::size_t i = 0; i < count; ++i)
            if (!done[i] && (next == count || waiting_for[i] < waiting_for[next])) next = i;
        done[next] = true;
        const auto is_free = [&](std::size_t track) {
            return std::all_of(on_track[track].begin(), on_track[track].end(),
                               [&](auto other) { return side_by_side(pieces[other], pieces[next]); });
        };
        std::size_t track = tracks[next];
        while (track < on_track.size() && !is_free(track)) ++track;
        if (track >= on_track.size()) on_track.resize(track + 1);
        on_track[track].push_back(next);
        tracks[next] = track;
        for (const auto follower : followers[next]) {
            tracks[follower] = done[follower] ? tracks[follower] : std::max(tracks[follower], track + 1);
            --waiting_for[follower];
        }
    }
    return tracks;
}

CONCORDAT_INLINE channel channel_below(const layered_graph& graph, std::size_t row) {
    channel made;
    std::vector<crossing_piece> pieces;
    for (const auto v : graph.rows[row])
        for (const auto e : graph.below[v]) {
            made.lines = true;
            const crossing_piece piece{e, upper_end(graph, graph.edges[e]), lower_end(graph, graph.edges[e])};
            if (piece.above != piece.below) pieces.push_back(piece);
        }
    std::stable_sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) { return a.left() < b.left(); });
    const auto tracks = tracks_of(pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        made.track_of[pieces[i].edge] = tracks[i];
        made.tracks = std::max(made.tracks, tracks[i] + 1);
    }
    return made;
}

}  // namespace concordat::detail::layout
