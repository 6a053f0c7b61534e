// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/tornado.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_share_region.hpp"
#include "concordat/impl/decide_weight_lines.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

namespace concordat {

namespace detail::tornado_work {

inline std::optional<error> mistake_in(std::size_t option, std::size_t other, std::size_t count) {
    std::string wrong;
    if (count < 2)
        wrong = std::to_string(count) + " option; a difference needs two";
    else if (option >= count || other >= count)
        wrong = "option " + std::to_string(std::max(option, other)) + " counted from 0; the table has " +
                std::to_string(count);
    else if (option == other)
        wrong = "option " + std::to_string(option) + " twice; a difference needs two options";
    if (wrong.empty()) return std::nullopt;
    return error{errc::out_of_range, std::move(wrong), {}, {}, {}};
}

inline std::pair<std::size_t, std::size_t> leading_two(const additive_result& sum) {
    const auto best_but = [&](std::size_t left_out) {
        std::size_t best = sum.options.size();
        for (std::size_t i = 0; i < sum.options.size(); ++i)
            if (i != left_out && (best == sum.options.size() || sum.options[i].overall > sum.options[best].overall))
                best = i;
        return best;
    };
    const std::size_t first = best_but(sum.options.size());
    return {first, best_but(first)};
}

inline std::pair<double, double> reach_of(const value_function& f, const quantity& cell, tornado_reach reach) {
    if (reach == tornado_reach::ends) {
        const auto all = worth_of(f, cell);
        return {all.lowest, all.highest};
    }
    if (is_missing(cell)) return {0.1, 0.9};
    const double a = value_at(f, draw(cell, 0.1));
    const double b = value_at(f, draw(cell, 0.9));
    return {std::min(a, b), std::max(a, b)};
}

/// `sign` is 1 for the first option of the two and -1 for the second, whose good value lowers the difference.
inline void append_cells(const performance_table& table, const additive_result& sum, std::size_t option, double sign,
                         tornado_reach reach, concordat::tornado& made) {
    for (const auto& line : sum.options[option].lines) {
        const auto& cell = table.cell(option, line.criterion);
        if (!is_missing(cell) && !is_uncertain(cell)) continue;
        const auto [least, most] = reach_of(table.criteria[line.criterion].value, cell, reach);
        const double a = made.expected + sign * line.weight * (least - line.value);
        const double b = made.expected + sign * line.weight * (most - line.value);
        const auto node = sum.tree.find(table.criteria[line.criterion].key);
        made.bars.push_back({*node, option, std::min(a, b), std::max(a, b)});
    }
}

/// Of an order of n shares, from 0 (the first: from 1/n) to 1/place. Central shares fall with the place, so they tell
/// it.
inline std::pair<double, double> range_in_order(const additive_result& sum, std::size_t node) {
    double count = 0;
    double place = 1;
    for (const std::size_t child : sum.tree.nodes()[sum.tree.nodes()[node].parent].children) {
        if (!sum.tree.nodes()[child].counted) continue;
        ++count;
        if (sum.shares[child] > sum.shares[node]) ++place;
    }
    return {place > 1 ? 0 : 1 / count, 1 / place};
}

/// The shares that a node can have.
inline std::pair<double, double> share_range(const additive_result& sum, std::size_t node, const weighting& weights) {
    if (weights.how() == elicitation::ordinal) return range_in_order(sum, node);
    const std::size_t parent = sum.tree.nodes()[node].parent;
    const auto& siblings = sum.tree.nodes()[parent].children;
    const auto child = std::find(siblings.begin(), siblings.end(), node) - siblings.begin();
    for (const auto& branch : weights.branches())
        if (branch.node == parent && branch.region)
            return range_within(*branch.region, static_cast<std::size_t>(child));
    return {0, 1};
}

inline void append_weights(const additive_result& sum, const weighting& drawn, concordat::tornado& made) {
    if (drawn.how() == elicitation::direct || drawn.how() == elicitation::swing) return;
    const auto weights = weight_lines::weights_of(sum);
    for (const std::size_t node : weight_lines::movable_in(sum.tree)) {
        const auto lines = weight_lines::lines_of(sum, node, weights[sum.tree.nodes()[node].parent]);
        const auto [least, most] = share_range(sum, node, drawn);
        const double a = lines[made.option].at(least) - lines[made.other].at(least);
        const double b = lines[made.option].at(most) - lines[made.other].at(most);
        made.bars.push_back({node, {}, std::min(a, b), std::max(a, b)});
    }
}

inline void sort_bars(const performance_table& table, const value_tree& tree, concordat::tornado& made) {
    const auto order = [&](const tornado_bar& bar) {
        const std::string_view whose = bar.option ? std::string_view(table.options[*bar.option].key) : "";
        return std::tuple(-bar.width(), std::string_view(tree.nodes()[bar.node].key), whose);
    };
    std::sort(made.bars.begin(), made.bars.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
}

}  // namespace detail::tornado_work

CONCORDAT_INLINE result<tornado> tornado_of(const performance_table& given, const weight_set& set,
                                            std::optional<std::pair<std::size_t, std::size_t>> options,
                                            tornado_reach reach) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    CONCORDAT_TRY(const auto sum, additive(table, set));
    const auto [option, other] = options ? *options : detail::tornado_work::leading_two(sum);
    if (auto mistake = detail::tornado_work::mistake_in(option, other, sum.options.size()))
        return fail(*std::move(mistake));
    tornado made{option, other, sum.options[option].overall - sum.options[other].overall, {}};
    detail::tornado_work::append_cells(table, sum, option, 1, reach, made);
    detail::tornado_work::append_cells(table, sum, other, -1, reach, made);
    CONCORDAT_TRY(const auto weights, weighting::make(set, sum.tree));
    detail::tornado_work::append_weights(sum, weights, made);
    detail::tornado_work::sort_bars(table, sum.tree, made);
    return made;
}

}  // namespace concordat
