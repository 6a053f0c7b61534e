// SPDX-License-Identifier: Apache-2.0
/// What the ELECTRE methods share: levels, the order that weights are added up in, and the circuits of a relation.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/impl/decide_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::outranking {

/// Sums of weights are rounded, so numbers nearer than this are one number wherever a level is asked for. Both are
/// between 0 and 1.
inline constexpr double nearness = 1e-12;
inline bool reaches(double value, double level) { return value >= level - nearness; }
inline bool exceeds(double value, double level) { return value > level + nearness; }

/// The criteria in order of key: sums taken in it do not depend on the order of a file.
inline std::vector<std::size_t> by_key(const decision_matrix& matrix) {
    std::vector<std::size_t> order(matrix.criterion_count());
    for (std::size_t j = 0; j < order.size(); ++j) order[j] = j;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return matrix.criteria()[a].key < matrix.criteria()[b].key; });
    return order;
}

inline void check_between(const std::string& name, double value, double low, std::vector<error>& problems) {
    if (auto mistake = unless_finite(name.c_str(), value))
        problems.push_back(std::move(*mistake));
    else if (value < low || value > 1)
        problems.push_back({errc::out_of_range,
                            name + " is " + shortest(value) + "; between " + shortest(low) + " and 1 was expected",
                            {},
                            {},
                            {}});
}

/// The lowest and the highest value of a criterion.
struct ends {
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

inline ends ends_of(const decision_matrix& matrix, std::size_t criterion) {
    ends found;
    for (const double value : matrix.column(criterion)) found.include(value);
    return found;
}

inline void check_apart(const std::string& key, const ends& found, std::vector<error>& problems) {
    if (std::isfinite(found.high - found.low)) return;
    problems.push_back({errc::bad_interval,
                        "criterion \"" + key + "\": " + shortest(found.low) + " and " + shortest(found.high) +
                            " are too far apart to subtract",
                        "state its values in a larger unit",
                        {},
                        {}});
}

inline void check_pairs(const decision_matrix& matrix, std::vector<error>& problems) {
    if (matrix.option_count() <= most_compared) return;
    problems.push_back({errc::limit_exceeded,
                        std::to_string(matrix.option_count()) + " options; at most " + std::to_string(most_compared) +
                            " can be compared two by two",
                        {},
                        {},
                        {}});
}

/// Goes as far as arcs lead from `start` and notes each place when all that follow it are noted.
template <class Arc>
void walk(std::size_t start, std::size_t count, const Arc& arc, std::vector<bool>& seen,
          std::vector<std::size_t>& noted) {
    std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};
    seen[start] = true;
    while (!path.empty()) {
        const std::size_t at = path.back().first;
        std::size_t next = path.back().second;
        while (next < count && (seen[next] || !arc(at, next))) ++next;
        path.back().second = next;
        if (next == count) {
            noted.push_back(at);
            path.pop_back();
        } else {
            seen[next] = true;
            path.emplace_back(next, 0);
        }
    }
}

/// The options among `members` by circuit, those on none by themselves, such that arcs run from earlier lists to later
/// ones only (Kosaraju's two walks). O(members²).
template <class Outranks>
std::vector<std::vector<std::size_t>> circuits(const std::vector<std::size_t>& members, const Outranks& outranks) {
    const std::size_t count = members.size();
    std::vector<bool> seen(count, false);
    std::vector<std::size_t> noted;
    const auto forth = [&](std::size_t a, std::size_t b) { return outranks(members[a], members[b]); };
    const auto back = [&](std::size_t a, std::size_t b) { return outranks(members[b], members[a]); };
    for (std::size_t i = 0; i < count; ++i)
        if (!seen[i]) walk(i, count, forth, seen, noted);
    seen.assign(count, false);
    std::vector<std::vector<std::size_t>> found;
    for (auto last = noted.rbegin(); last != noted.rend(); ++last) {
        if (seen[*last]) continue;
        std::vector<std::size_t> places;
        walk(*last, count, back, seen, places);
        found.emplace_back();
        for (const std::size_t place : places) found.back().push_back(members[place]);
        std::sort(found.back().begin(), found.back().end());
    }
    return found;
}

/// Whether any of the ones outranks any of the others.
template <class Outranks>
bool any_outranks(const std::vector<std::size_t>& ones, const std::vector<std::size_t>& others,
                  const Outranks& outranks) {
    return std::any_of(ones.begin(), ones.end(), [&](std::size_t a) {
        return std::any_of(others.begin(), others.end(), [&](std::size_t b) { return outranks(a, b); });
    });
}

}  // namespace concordat::detail::outranking
