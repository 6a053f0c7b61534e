// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/ranges.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>
#include <vector>

namespace concordat {

namespace detail::ranges {

/// Whether a step runs from the bottom to the top of a value function.
inline bool spans(const value_function& value, double worst, double best) {
    if (const auto* linear = std::get_if<linear_shape>(&value)) return worst == linear->worst && best == linear->best;
    if (const auto* peaked = std::get_if<peaked_shape>(&value))
        return (worst == peaked->low || worst == peaked->high) && best == peaked->peak;
    if (const auto* threshold = std::get_if<threshold_shape>(&value)) {
        const bool up = threshold->good_side == sense::higher;
        const bool from_bad_side = up ? worst <= threshold->at : worst >= threshold->at;
        return from_bad_side && worst != best && (up ? best >= threshold->at : best <= threshold->at);
    }
    const auto& points = std::get<piecewise_shape>(value).points;
    const auto [lowest, highest] = std::minmax_element(points.begin(), points.end(),
                                                       [](const auto& a, const auto& b) { return a.value < b.value; });
    const auto stands_at = [&](double x, double worth) {
        return std::any_of(points.begin(), points.end(),
                           [&](const auto& point) { return point.x == x && point.value == worth; });
    };
    return stands_at(worst, lowest->value) && stands_at(best, highest->value);
}

inline std::string step_in_words(double worst, double best) {
    return "from " + shortest(worst) + " to " + shortest(best);
}

/// Collects what is wrong with the ranges of one set; one method a rule.
class range_check {
public:
    range_check(const weight_set& set, const criteria_tree& tree) : set_(set), tree_(tree) {
        for (const auto& c : tree.criteria) keys_.push_back(c.key);
    }

    [[nodiscard]] std::vector<error> run() {
        if (set_.ranges.empty()) {
            if (set_.how != elicitation::none) only_importance();
            return std::move(problems_);
        }
        for (auto asked = set_.ranges.begin(); asked != set_.ranges.end(); ++asked) {
            const auto same = [&](const auto& other) { return other.key == asked->key; };
            if (std::find_if(set_.ranges.begin(), asked, same) != asked)
                report(errc::duplicate_key, *asked, "criterion \"" + asked->key + "\" has two ranges");
            else
                one_range(*asked);
        }
        missing_ranges();
        return std::move(problems_);
    }

private:
    void report(errc code, const criterion_range& at, std::string message, std::string hint = {}) {
        problems_.push_back({code, std::move(message), std::move(hint), at.where.line > 0 ? at.where : set_.where, {}});
    }

    void only_importance() {
        const auto& first = tree_.criteria.front();
        problems_.push_back({errc::missing_key,
                             "weight set \"" + set_.key +
                                 "\" says nothing of the ranges that its criteria were weighed over, so it is "
                                 "importance weighting: how much a criterion counts depends on how far it moves",
                             "ask over the ranges of \"" + tree_.key + "\", and state them in [ranges] as " +
                                 first.key + " = [worst, best]; " + first.key + " runs " + range_in_words(first),
                             set_.where,
                             {}});
    }

    void one_range(const criterion_range& asked) {
        const auto found = std::find_if(tree_.criteria.begin(), tree_.criteria.end(),
                                        [&](const auto& c) { return c.key == asked.key; });
        if (found == tree_.criteria.end())
            report(errc::dangling_reference, asked, "\"" + asked.key + "\" has a range, but is no criterion",
                   suggest(asked.key, keys_));
        else if (!std::isfinite(asked.worst) || !std::isfinite(asked.best))
            report(errc::not_a_number, asked, "the range of criterion \"" + asked.key + "\" is not finite");
        else if (!is_range_of(*found, asked))
            report(
                errc::conflicting_keys, asked,
                "criterion \"" + asked.key + "\" was weighed " + step_in_words(asked.worst, asked.best) +
                    ", but in \"" + tree_.key + "\" it runs " + range_in_words(*found),
                "a weight holds for the range it was asked for; ask again, or use the criteria that were asked about");
    }

    void missing_ranges() {
        std::vector<std::string> missing;
        for (const auto& key : keys_)
            if (std::none_of(set_.ranges.begin(), set_.ranges.end(), [&](const auto& r) { return r.key == key; }))
                missing.push_back(key);
        if (missing.empty()) return;
        problems_.push_back({errc::missing_key,
                             "weight set \"" + set_.key + "\" lacks the range of " + listed(missing),
                             "every criterion was weighed over some range; state it as [worst, best]",
                             set_.where,
                             {}});
    }

    const weight_set& set_;
    const criteria_tree& tree_;
    std::vector<std::string> keys_;
    std::vector<error> problems_;
};

}  // namespace detail::ranges

CONCORDAT_INLINE result<value_tree> value_tree_of(const criteria_tree& tree) {
    std::vector<table_branch> branches;
    std::vector<tree_leaf> leaves;
    for (const auto& b : tree.branches) branches.push_back({b.key, b.title, b.parent});
    for (const auto& c : tree.criteria) leaves.push_back({c.key, c.parent, true});
    return value_tree::make(branches, leaves);
}

CONCORDAT_INLINE bool is_range_of(const criterion& c, const criterion_range& asked) {
    return detail::ranges::spans(c.value, asked.worst, asked.best) ||
           (c.better == sense::contested && detail::ranges::spans(mirrored(c.value), asked.worst, asked.best));
}

CONCORDAT_INLINE std::string range_in_words(const criterion& c) {
    using detail::ranges::step_in_words;
    std::string words;
    if (const auto* linear = std::get_if<linear_shape>(&c.value)) {
        words = step_in_words(linear->worst, linear->best);
    } else if (const auto* peaked = std::get_if<peaked_shape>(&c.value)) {
        words = "from " + shortest(peaked->low) + " or " + shortest(peaked->high) + " to " + shortest(peaked->peak);
    } else if (const auto* threshold = std::get_if<threshold_shape>(&c.value)) {
        words = std::string("from ") + (threshold->good_side == sense::higher ? "below " : "above ") +
                shortest(threshold->at) + " to " + shortest(threshold->at);
    } else {
        const auto& points = std::get<piecewise_shape>(c.value).points;
        const auto less = [](const auto& a, const auto& b) { return a.value < b.value; };
        words = step_in_words(std::min_element(points.begin(), points.end(), less)->x,
                              std::max_element(points.begin(), points.end(), less)->x);
    }
    return c.better == sense::contested ? words + " or the other way" : words;
}

CONCORDAT_INLINE result<weight_set> check(weight_set set, const criteria_tree& tree) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto keys, value_tree_of(tree));
    std::vector<error> problems;
    if (auto fits = check(set, keys); !fits) problems.push_back(std::move(fits).error());
    for (auto& problem : detail::ranges::range_check(set, tree).run()) problems.push_back(std::move(problem));
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return set;
}

}  // namespace concordat
