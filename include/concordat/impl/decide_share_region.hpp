// SPDX-License-Identifier: Apache-2.0
/// All shares within one branch that agree with bounds or constraints, each equally likely, and how one of them is
/// drawn: from simplices, by rejection (bounds alone), or by a walk. Internal; `decide_share_fit.hpp` chooses.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/impl/decide_division.hpp"
#include "concordat/impl/decide_spacings.hpp"
#include "concordat/impl/decide_tilted_box.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace concordat::detail {

struct divided_shares {
    std::vector<polytope::corner> corners;
    polytope::division into;
};

/// Shares as distances from one end of their bounds.
struct boxed_shares {
    tilted_box box;
    std::vector<std::size_t> child;  ///< of each coordinate of the box
    std::vector<double> ends;        ///< of each child: its low, or its high
    double sign = 1;                 ///< 1: above the lows; -1: below the highs
};

/// Lines through the polytope in the directions from its centre to its corners, which span it.
struct walked_shares {
    std::vector<double> from;   ///< the centre of the corners
    std::vector<double> clear;  ///< how far the centre is inside of each facet
    std::vector<std::vector<double>> directions;
    std::vector<std::vector<double>> slopes;  ///< by direction and facet: how fast that distance grows
    std::size_t steps = 0;
};

struct share_region {
    std::variant<divided_shares, boxed_shares, walked_shares> by;
    std::vector<double> low, high;     ///< of each child
    std::vector<std::size_t> counted;  ///< the children that count, as positions among all
    std::vector<double> centre;        ///< of all children
};

inline void draw_by(const divided_shares& shares, stream& source, std::span<double> into) {
    const auto& up_to = shares.into.volume_up_to;
    std::size_t chosen = 0;
    if (up_to.size() > 1)
        chosen = static_cast<std::size_t>(std::upper_bound(up_to.begin(), up_to.end() - 1, source.uniform()) -
                                          up_to.begin());
    std::array<double, most_criteria> uniforms;
    std::array<double, most_criteria> parts;
    const auto drawn = std::span(uniforms).first(shares.into.dimension);
    source.fill(drawn);
    spacings_of(drawn, std::span(parts).first(drawn.size() + 1));
    std::fill(into.begin(), into.end(), 0.0);
    const auto simplex = shares.into.simplex(chosen);
    for (std::size_t k = 0; k < simplex.size(); ++k)
        for (std::size_t j = 0; j < into.size(); ++j) into[j] += parts[k] * shares.corners[simplex[k]].at[j];
}

inline void draw_by(const boxed_shares& shares, stream& source, std::span<double> into) {
    std::array<double, most_criteria> distances;
    draw_in(shares.box, source, std::span(distances).first(shares.child.size()));
    std::copy(shares.ends.begin(), shares.ends.end(), into.begin());
    for (std::size_t i = 0; i < shares.child.size(); ++i) into[shares.child[i]] += shares.sign * distances[i];
}

/// How far a line runs until it meets a facet, backwards and forwards. A polytope of shares is bounded, so it does.
inline std::pair<double, double> reach_of(std::span<const double> clear, std::span<const double> slope) {
    double back = -std::numeric_limits<double>::max();
    double forth = std::numeric_limits<double>::max();
    for (std::size_t f = 0; f < clear.size(); ++f) {
        if (slope[f] > 0) back = std::max(back, -clear[f] / slope[f]);
        if (slope[f] < 0) forth = std::min(forth, -clear[f] / slope[f]);
    }
    return {back, forth};
}

/// Somebody on the way through a polytope: each step ends anywhere on a line through it, equally likely.
class walker {
public:
    explicit walker(const walked_shares& shares) : within_(shares), clear_(shares.clear), shares_(shares.from) {}

    void step(stream& source) {
        const auto directions = static_cast<double>(within_.directions.size());
        const auto which = static_cast<std::size_t>(source.uniform() * directions);
        const auto& slope = within_.slopes[which];
        const auto [back, forth] = reach_of(clear_, slope);
        const double by = back + (forth - back) * source.uniform();
        for (std::size_t j = 0; j < shares_.size(); ++j) shares_[j] += by * within_.directions[which][j];
        for (std::size_t f = 0; f < clear_.size(); ++f) clear_[f] = std::max(0.0, clear_[f] + by * slope[f]);
    }
    [[nodiscard]] const std::vector<double>& shares() const { return shares_; }

private:
    const walked_shares& within_;
    std::vector<double> clear_;
    std::vector<double> shares_;
};

inline void draw_by(const walked_shares& shares, stream& source, std::span<double> into) {
    walker at(shares);
    for (std::size_t step = 0; step < shares.steps; ++step) at.step(source);
    std::copy(at.shares().begin(), at.shares().end(), into.begin());
}

/// Rounding taken back: every share within its bounds, and what the sum lacks added where there is most room.
inline void settle(const share_region& region, std::span<double> shares) {
    double sum = 0;
    for (std::size_t j = 0; j < shares.size(); ++j) {
        shares[j] = std::clamp(shares[j], region.low[j], region.high[j]);
        sum += shares[j];
    }
    const double lacking = 1 - sum;
    std::size_t roomy = 0;
    double most = -1;
    for (std::size_t j = 0; j < shares.size(); ++j) {
        const double room = lacking > 0 ? region.high[j] - shares[j] : shares[j] - region.low[j];
        if (room > most) roomy = j, most = room;
    }
    shares[roomy] = std::clamp(shares[roomy] + lacking, region.low[roomy], region.high[roomy]);
}

/// The shares of the children that count, in proportion; `all` holds those of all children. Where nothing is left to
/// them, the proportions of the centre.
inline void keep_counted(const share_region& region, std::span<const double> all, std::span<double> counted) {
    double sum = 0;
    for (std::size_t i = 0; i < counted.size(); ++i) sum += counted[i] = all[region.counted[i]];
    if (counted.size() == all.size()) return;
    if (!(sum > 0)) return keep_counted(region, region.centre, counted);
    for (double& share : counted) share /= sum;
}

/// One draw of the shares of the children that count.
inline void draw_shares(const share_region& region, stream& source, std::span<double> counted) {
    std::array<double, most_criteria> shares;
    const auto all = std::span(shares).first(region.centre.size());
    std::visit([&](const auto& by) { draw_by(by, source, all); }, region.by);
    settle(region, all);
    keep_counted(region, all, counted);
}

/// Whether every draw is from exactly the distribution that the region stands for.
inline bool is_exact(const share_region& region) { return !std::holds_alternative<walked_shares>(region.by); }

inline bool is_point(const share_region& region) {
    const auto* divided = std::get_if<divided_shares>(&region.by);
    return divided != nullptr && divided->into.dimension == 0;
}

/// The least and the most that a child's share can be: over the corners where they are known, else its own bounds.
inline std::pair<double, double> range_within(const share_region& region, std::size_t child) {
    const auto* divided = std::get_if<divided_shares>(&region.by);
    if (divided == nullptr || divided->corners.empty()) return {region.low[child], region.high[child]};
    double least = 1;
    double most = 0;
    for (const auto& corner : divided->corners) {
        least = std::min(least, corner.at[child]);
        most = std::max(most, corner.at[child]);
    }
    return {least, most};
}

}  // namespace concordat::detail
