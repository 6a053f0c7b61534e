// SPDX-License-Identifier: Apache-2.0
/// From judgements about swings to points: which contradict each other, and what all of them together imply. Internal.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/logarithm.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/weights.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace concordat::detail::swings {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// `of` counts `times` as much as `to`; both are positions among the children.
struct judgement {
    std::size_t of = 0;
    std::size_t to = 0;
    double times = 1;
};

inline std::size_t place_in(std::span<const std::string> keys, const std::string& key) {
    return static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
}

/// Points as ratios to the first of them, then the ratios as they were given. A swing without points has no ratio.
inline std::vector<judgement> judgements_of(std::span<const std::string> keys, const branch_preference& said) {
    std::vector<judgement> all;
    for (std::size_t s = 1; s < said.swings.size(); ++s)
        if (said.swings[s].points > 0)
            all.push_back({place_in(keys, said.swings[s].key), place_in(keys, said.swings.front().key),
                           said.swings[s].points / said.swings.front().points});
    for (const auto& ratio : said.ratios)
        all.push_back({place_in(keys, ratio.of), place_in(keys, ratio.to), ratio.times});
    return all;
}

/// The shortest way from one child to another along `may_go`, both ends included; empty: there is none.
template <class Neighbour>
std::vector<std::size_t> way_between(std::size_t children, std::size_t from, std::size_t to, Neighbour may_go) {
    std::vector<std::size_t> came_from(children, nowhere);
    std::vector<std::size_t> queue{from};
    came_from[from] = from;
    for (std::size_t next = 0; next < queue.size() && came_from[to] == nowhere; ++next)
        for (std::size_t child = 0; child < children; ++child)
            if (came_from[child] == nowhere && may_go(queue[next], child)) {
                came_from[child] = queue[next];
                queue.push_back(child);
            }
    if (came_from[to] == nowhere) return {};
    std::vector<std::size_t> way{to};
    while (way.back() != from) way.push_back(came_from[way.back()]);
    std::reverse(way.begin(), way.end());
    return way;
}

/// Who was put above whom, in words or in points; 1: above, 0: as high, -1: nothing was said.
class order_said {
public:
    order_said(std::span<const std::string> keys, const branch_preference& said)
        : children_(keys.size()), above_(children_ * children_, -1) {
        for (std::size_t s = 1; s < said.swings.size(); ++s)
            say(place_in(keys, said.swings[s - 1].key), place_in(keys, said.swings[s].key),
                said.swings[s - 1].points > said.swings[s].points);
        for (const auto& ratio : said.ratios) {
            const std::size_t of = place_in(keys, ratio.of);
            const std::size_t to = place_in(keys, ratio.to);
            if (ratio.times < 1)
                say(to, of, true);
            else
                say(of, to, ratio.times > 1);
        }
    }

    [[nodiscard]] int at(std::size_t higher, std::size_t lower) const { return above_[higher * children_ + lower]; }

    /// The shortest circle in which somebody is above the next; its first child is above the second. Empty: none.
    [[nodiscard]] std::vector<std::size_t> circle() const {
        std::vector<std::size_t> shortest;
        for (std::size_t higher = 0; higher < children_; ++higher)
            for (std::size_t lower = 0; lower < children_; ++lower) {
                if (at(higher, lower) != 1) continue;
                auto way = way_between(children_, lower, higher,
                                       [&](std::size_t from, std::size_t to) { return at(from, to) >= 0; });
                if (way.empty() || (!shortest.empty() && way.size() >= shortest.size())) continue;
                std::rotate(way.begin(), way.end() - 1, way.end());
                shortest = std::move(way);
            }
        return shortest;
    }

private:
    void say(std::size_t higher, std::size_t lower, bool strictly) {
        int& said = above_[higher * children_ + lower];
        said = std::max(said, strictly ? 1 : 0);
        if (!strictly) above_[lower * children_ + higher] = std::max(above_[lower * children_ + higher], 0);
    }

    std::size_t children_;
    std::vector<int> above_;
};

/// `"A" over "B", "B" as high as "C", "C" over "A"`.
inline std::string circle_in_words(std::span<const std::string> keys, const order_said& order,
                                   std::span<const std::size_t> circle) {
    std::string words;
    for (std::size_t i = 0; i < circle.size(); ++i) {
        const std::size_t higher = circle[i];
        const std::size_t lower = circle[(i + 1) % circle.size()];
        words += (i == 0 ? "\"" : ", \"") + keys[higher] +
                 (order.at(higher, lower) == 1 ? "\" over \"" : "\" as high as \"") + keys[lower] + "\"";
    }
    return words;
}

/// Points along the first judgements that reach each child from the first child that was judged; 0 where none does.
/// Judgements that agree with each other give the final points, to rounding.
inline std::vector<double> first_points(std::size_t children, std::span<const judgement> judgements) {
    std::vector<double> points(children, 0);
    std::vector<std::size_t> queue;
    if (!judgements.empty()) queue.push_back(std::min(judgements.front().of, judgements.front().to));
    if (!queue.empty()) points[queue.front()] = 1;
    for (std::size_t next = 0; next < queue.size(); ++next)
        for (const auto& [of, to, times] : judgements) {
            const bool down = of == queue[next] && points[to] == 0;
            const bool up = to == queue[next] && points[of] == 0;
            if (down) points[to] = points[of] / times;
            if (up) points[of] = points[to] * times;
            if (down || up) queue.push_back(down ? to : of);
        }
    return points;
}

/// Solves A x = b for a symmetric positive definite A, row by row, without square roots; b becomes x.
inline void solve(std::vector<std::vector<double>>& a, std::vector<double>& b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = k + 1; i < n; ++i) {
            const double times = a[i][k] / a[k][k];
            for (std::size_t j = k; j < n; ++j) a[i][j] -= times * a[k][j];
            b[i] -= times * b[k];
        }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) b[k] -= a[k][j] * b[j];
        b[k] /= a[k][k];
    }
}

/// What to add to the logarithm of each child's points so that the judgements are missed least. The children judged are
/// connected, so that with one of them held still the equations have one solution.
inline std::vector<double> corrections(std::span<const double> points, std::span<const judgement> judgements) {
    std::vector<std::size_t> free;  // those that were judged, but for the first
    std::vector<std::size_t> row(points.size(), nowhere);
    bool held = false;
    for (std::size_t child = 0; child < points.size(); ++child) {
        if (!(points[child] > 0)) continue;
        if (held) {
            row[child] = free.size();
            free.push_back(child);
        }
        held = true;
    }
    std::vector<std::vector<double>> equations(free.size(), std::vector<double>(free.size(), 0));
    std::vector<double> sides(free.size(), 0);
    for (const auto& [of, to, times] : judgements) {
        const double missed = natural_log(times) - (natural_log(points[of]) - natural_log(points[to]));
        if (row[of] != nowhere) equations[row[of]][row[of]] += 1, sides[row[of]] += missed;
        if (row[to] != nowhere) equations[row[to]][row[to]] += 1, sides[row[to]] -= missed;
        if (row[of] == nowhere || row[to] == nowhere) continue;
        equations[row[of]][row[to]] -= 1;
        equations[row[to]][row[of]] -= 1;
    }
    solve(equations, sides);
    std::vector<double> added(points.size(), 0);
    for (std::size_t r = 0; r < free.size(); ++r) added[free[r]] = sides[r];
    return added;
}

/// Points for each child, in order of `keys`, up to a common factor. Judgements are taken in an order of their own, so
/// that the order in which they were made changes no bit.
inline std::vector<double> points_of(std::span<const std::string> keys, const branch_preference& said) {
    std::vector<double> points(keys.size(), 0);
    if (said.ratios.empty()) {
        for (const auto& each : said.swings) points[place_in(keys, each.key)] = each.points;
        return points;
    }
    auto judgements = judgements_of(keys, said);
    std::sort(judgements.begin(), judgements.end(), [](const auto& a, const auto& b) {
        return std::tie(a.of, a.to, a.times) < std::tie(b.of, b.to, b.times);
    });
    points = first_points(keys.size(), judgements);
    const auto added = corrections(points, judgements);
    for (std::size_t child = 0; child < points.size(); ++child) points[child] *= exponential(added[child]);
    return points;
}

}  // namespace concordat::detail::swings
