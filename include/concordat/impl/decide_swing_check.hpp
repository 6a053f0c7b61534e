// SPDX-License-Identifier: Apache-2.0
/// Whether judgements about swings can be turned into weights. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_share_check.hpp"
#include "concordat/impl/decide_swing_scale.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::swings {

inline constexpr double largest_ratio = 100;

inline void check_points(const branch_preference& said, std::vector<error>& problems) {
    const auto report = [&](std::string message, std::string hint) {
        problems.push_back({errc::out_of_range, std::move(message), std::move(hint), said.where, {}});
    };
    const std::string under = " under " + branch_name(said.parent);
    for (std::size_t s = 0; s < said.swings.size(); ++s) {
        const auto& [key, points] = said.swings[s];
        if (auto mistake = unless_finite("the points", points)) {
            mistake->message = "\"" + key + "\": " + mistake->message;
            mistake->where = said.where;
            problems.push_back(std::move(*mistake));
        } else if (s == 0 && points != 100) {
            report("the first swing" + under + " has " + shortest(points) + " points, but 100 were expected",
                   "the swing that counts most comes first and has 100 points; the others are measured by it");
        } else if (points < 0 || points > 100) {
            report("\"" + key + "\" has " + shortest(points) + " points, but a swing has between 0 and 100", {});
        } else if (s > 0 && points > said.swings[s - 1].points) {
            report("\"" + key + "\" has " + shortest(points) + " points, more than \"" + said.swings[s - 1].key +
                       "\" before it with " + shortest(said.swings[s - 1].points),
                   "swings stand in their order, the one that counts most first");
        }
    }
}

inline std::optional<error> unless_comparable(const std::vector<std::string>& children, const branch_preference& said,
                                              const swing_ratio& ratio) {
    for (const auto& key : {ratio.of, ratio.to}) {
        if (std::find(children.begin(), children.end(), key) == children.end())
            return error{
                errc::dangling_reference,
                "\"" + key + "\" is weighed under " + branch_name(said.parent) + ", but it is not one of its children",
                suggest(key, children),
                {},
                {}};
        for (const auto& swing : said.swings)
            if (swing.key == key && swing.points == 0)
                return error{errc::conflicting_keys,
                             "\"" + key + "\" has 0 points, so it is no number of times as much as another",
                             {},
                             {},
                             {}};
    }
    if (ratio.of == ratio.to)
        return error{errc::conflicting_keys, "\"" + ratio.of + "\" is compared with itself", {}, {}, {}};
    if (auto mistake = unless_finite("times", ratio.times)) return mistake;
    if (ratio.times < 1 / largest_ratio || ratio.times > largest_ratio)
        return error{errc::out_of_range,
                     "\"" + ratio.of + "\" counts " + shortest(ratio.times) + " times as much as \"" + ratio.to +
                         "\", but between 0.01 and 100 times was expected",
                     "what hardly counts beside another is better compared with something nearer to it",
                     {},
                     {}};
    return std::nullopt;
}

/// Children that no chain of judgements leads to from the first that was judged. A swing of 0 points needs none.
inline void check_connected(const std::vector<std::string>& children, const branch_preference& said,
                            std::vector<error>& problems) {
    const auto points = first_points(children.size(), judgements_of(children, said));
    std::vector<std::string> apart;
    for (std::size_t child = 0; child < children.size(); ++child) {
        const auto given = std::find_if(said.swings.begin(), said.swings.end(),
                                        [&](const auto& swing) { return swing.key == children[child]; });
        const bool worthless = given != said.swings.end() && given->points == 0;
        if (!(points[child] > 0) && !worthless) apart.push_back(children[child]);
    }
    if (apart.empty()) return;
    problems.push_back({errc::missing_key,
                        "no chain of ratios under " + branch_name(said.parent) + " leads to " + listed(apart),
                        "compare each child with one that has been compared, so that all are connected",
                        said.where,
                        {}});
}

/// `known` false: a child is missing or not there, so nothing more can be said of the whole.
inline void check(const std::vector<std::string>& children, const branch_preference& said, bool known,
                  std::vector<error>& problems) {
    const std::size_t before = problems.size();
    check_points(said, problems);
    for (const auto& ratio : said.ratios) {
        auto mistake = unless_comparable(children, said, ratio);
        if (!mistake) continue;
        mistake->where = ratio.where.line > 0 ? ratio.where : said.where;
        problems.push_back(std::move(*mistake));
    }
    if (!known || said.ratios.empty() || problems.size() > before) return;
    check_connected(children, said, problems);
    const order_said order(children, said);
    const auto circle = order.circle();
    if (circle.empty()) return;
    problems.push_back({errc::conflicting_keys,
                        "the order under " + branch_name(said.parent) +
                            " goes in a circle: " + circle_in_words(children, order, circle),
                        "ask again about one of these pairs",
                        said.where,
                        {}});
}

}  // namespace concordat::detail::swings
