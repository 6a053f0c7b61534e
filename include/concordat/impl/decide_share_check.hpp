// SPDX-License-Identifier: Apache-2.0
/// Whether bounds and constraints of shares can be met. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_share_fit.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail {

inline std::string branch_name(std::string_view key) {
    return key.empty() ? "the top" : "branch \"" + std::string(key) + "\"";
}

inline std::optional<error> unless_share(const char* name, double share) {
    auto mistake = unless_finite(name, share);
    if (!mistake && (share < 0 || share > 1))
        mistake = error{errc::out_of_range,
                        std::string(name) + " is " + shortest(share) + ", but a share lies between 0 and 1",
                        "bounds are shares of the branch's weight",
                        {},
                        {}};
    return mistake;
}

/// `known` false: what is said about the children has a mistake already, so sums would mislead.
inline void check_bounds(const std::vector<std::string>& children, const branch_preference& said, bool known,
                         std::vector<error>& problems) {
    const std::size_t before = problems.size();
    for (const auto& each : said.bounds) {
        auto mistake = unless_share("low", each.low);
        if (!mistake) mistake = unless_share("high", each.high);
        if (!mistake && each.low > each.high) mistake = not_rising("low", each.low, "high", each.high);
        if (!mistake) continue;
        mistake->message = "\"" + each.key + "\": " + mistake->message;
        mistake->where = said.where;
        problems.push_back(std::move(*mistake));
    }
    if (!known || problems.size() > before) return;
    const auto [low, high] = ends_of(children, said.bounds);
    const double lowest = std::accumulate(low.begin(), low.end(), 0.0);
    const double highest = std::accumulate(high.begin(), high.end(), 0.0);
    const bool too_much = lowest > 1 + polytope::closest;
    if (!too_much && highest >= 1 - polytope::closest) return;
    problems.push_back({errc::weights_do_not_sum,
                        std::string(too_much ? "the lows" : "the highs") + " under " + branch_name(said.parent) +
                            " sum to " + rounded(too_much ? lowest : highest, 6) + ", but shares sum to 1",
                        too_much ? "lower some of the lows" : "raise some of the highs",
                        said.where,
                        {}});
}

/// `D1 - 2 D2 >= 0`.
inline std::string in_words(const share_constraint& constraint) {
    std::string sum;
    for (const auto& [key, factor] : constraint.of) {
        sum += sum.empty() ? (factor < 0 ? "-" : "") : (factor < 0 ? " - " : " + ");
        const double size = factor < 0 ? -factor : factor;
        sum += (size == 1 ? "" : shortest(size) + " ") + key;
    }
    if (constraint.at_least && constraint.at_most && *constraint.at_least == *constraint.at_most)
        return sum + " = " + shortest(*constraint.at_least);
    if (constraint.at_least) sum = (constraint.at_most ? shortest(*constraint.at_most) + " >= " : "") + sum;
    return sum +
           (constraint.at_least ? " >= " + shortest(*constraint.at_least) : " <= " + shortest(*constraint.at_most));
}

inline std::optional<error> unless_readable(const std::vector<std::string>& children, const branch_preference& said,
                                            const share_constraint& constraint) {
    const std::string under = " under " + branch_name(said.parent);
    std::vector<std::string> seen;
    for (const auto& [key, factor] : constraint.of) {
        if (std::find(children.begin(), children.end(), key) == children.end())
            return error{errc::dangling_reference,
                         "\"" + key + "\" is constrained" + under + ", but it is not one of its children",
                         suggest(key, children),
                         {},
                         {}};
        if (std::find(seen.begin(), seen.end(), key) != seen.end())
            return error{errc::duplicate_key, "\"" + key + "\" stands twice in a constraint" + under, {}, {}, {}};
        if (auto mistake = unless_finite("a factor", factor)) return mistake;
        seen.push_back(key);
    }
    if (seen.empty()) return error{errc::missing_value, "a constraint" + under + " is of nothing", {}, {}, {}};
    if (!constraint.at_least && !constraint.at_most)
        return error{
            errc::missing_key, "a constraint" + under + " has no limit", "add at_least, at_most or both", {}, {}};
    for (const auto& limit : {constraint.at_least, constraint.at_most})
        if (limit)
            if (auto mistake = unless_finite("a limit", *limit)) return mistake;
    if (constraint.at_least && constraint.at_most && *constraint.at_least > *constraint.at_most)
        return not_rising("at_least", *constraint.at_least, "at_most", *constraint.at_most);
    return std::nullopt;
}

inline error contradictory(std::size_t children, const std::vector<polytope::half_space>& limits,
                           const branch_preference& said) {
    std::vector<std::string> words;
    source_pos where = said.where;
    for (const std::size_t source : polytope::contradiction(children, limits)) {
        words.push_back(in_words(said.constraints[source]));
        if (said.constraints[source].where.line > 0) where = said.constraints[source].where;
    }
    return {errc::weights_do_not_sum,
            "no shares under " + branch_name(said.parent) + " that are not negative and sum to 1 meet " + listed(words),
            words.size() == 1 ? "drop or loosen it" : "drop or loosen one of them; without it, the others can be met",
            where,
            {}};
}

inline void check_constraints(const std::vector<std::string>& children, const branch_preference& said,
                              std::vector<error>& problems) {
    const std::size_t before = problems.size();
    for (const auto& constraint : said.constraints) {
        auto mistake = unless_readable(children, said, constraint);
        if (!mistake) continue;
        mistake->where = constraint.where.line > 0 ? constraint.where : said.where;
        problems.push_back(std::move(*mistake));
    }
    const auto too_many = [&](std::size_t most, const char* what) {
        problems.push_back({errc::limit_exceeded,
                            branch_name(said.parent) + " has more than " + std::to_string(most) + " " + what,
                            "put some of its children under a branch of their own, or give an order",
                            said.where,
                            {}});
    };
    if (said.constraints.size() > most_share_constraints) too_many(most_share_constraints, "constraints");
    if (problems.size() > before) return;
    const auto limits = half_spaces_of(children, said.constraints);
    const auto corners = polytope::corners_of(children.size(), limits);
    if (!corners)
        too_many(most_share_corners, "corners to its weightings");
    else if (corners->empty())
        problems.push_back(contradictory(children.size(), limits, said));
}

}  // namespace concordat::detail
