// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/weights.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_share_check.hpp"
#include "concordat/impl/decide_share_fit.hpp"
#include "concordat/impl/decide_swing_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace concordat {

namespace detail {

/// The keys that a preference has an answer for each of, whichever way it was given.
inline std::vector<std::string> keys_weighed(const branch_preference& preference, elicitation how) {
    std::vector<std::string> keys;
    if (how == elicitation::ordinal) keys = preference.order;
    if (how == elicitation::direct)
        for (const auto& given : preference.weights) keys.push_back(given.key);
    if (how == elicitation::swing)
        for (const auto& given : preference.swings) keys.push_back(given.key);
    if (how == elicitation::interval)
        for (const auto& given : preference.bounds) keys.push_back(given.key);
    return keys;
}

/// Every child once and nothing else.
inline void check_coverage(const std::vector<std::string>& children, const branch_preference& preference,
                           elicitation how, std::vector<error>& problems) {
    const auto weighed = keys_weighed(preference, how);
    const std::string name = branch_name(preference.parent);
    for (auto key = weighed.begin(); key != weighed.end(); ++key) {
        if (std::find(children.begin(), children.end(), *key) == children.end())
            problems.push_back({errc::dangling_reference,
                                "\"" + *key + "\" is weighed under " + name + ", but it is not one of its children",
                                suggest(*key, children),
                                preference.where,
                                {}});
        else if (std::find(weighed.begin(), key, *key) != key)
            problems.push_back(
                {errc::duplicate_key, "\"" + *key + "\" is weighed twice under " + name, {}, preference.where, {}});
    }
    for (const auto& child : children)
        if (std::find(weighed.begin(), weighed.end(), child) == weighed.end())
            problems.push_back({errc::missing_key,
                                name + " is weighed without \"" + child + "\"",
                                "every child of a branch needs its weight or place",
                                preference.where,
                                {}});
}

inline void check_numbers(const branch_preference& preference, std::vector<error>& problems) {
    double sum = 0;
    bool good = true;
    for (const auto& given : preference.weights) {
        auto mistake = unless_finite("the weight", given.weight);
        if (!mistake && given.weight < 0)
            mistake = error{errc::out_of_range, "the weight " + shortest(given.weight) + " is below 0", {}, {}, {}};
        if (mistake) {
            mistake->message = "\"" + given.key + "\": " + mistake->message;
            mistake->where = preference.where;
            problems.push_back(std::move(*mistake));
            good = false;
        }
        sum += given.weight;
    }
    if (!good || preference.weights.empty() || (sum > 0 && std::isfinite(sum))) return;
    problems.push_back({errc::weights_do_not_sum,
                        "the weights under " + branch_name(preference.parent) + " sum to " +
                            (sum > 0 ? "more than a number can hold" : "0") + ", so they cannot be shared out",
                        {},
                        preference.where,
                        {}});
}

/// What a preference holds that is no answer to the question asked, by its name.
inline std::optional<error> unless_elicited(const branch_preference& preference, elicitation how) {
    struct answer {
        const char* name;
        bool given;
        elicitation belongs;
    };
    const std::array<answer, 6> answers{{{"an order", !preference.order.empty(), elicitation::ordinal},
                                         {"numbers", !preference.weights.empty(), elicitation::direct},
                                         {"swings", !preference.swings.empty(), elicitation::swing},
                                         {"ratios", !preference.ratios.empty(), elicitation::swing},
                                         {"bounds", !preference.bounds.empty(), elicitation::interval},
                                         {"constraints", !preference.constraints.empty(), elicitation::linear}}};
    const auto strange =
        std::find_if(answers.begin(), answers.end(), [&](const auto& a) { return a.given && a.belongs != how; });
    if (strange == answers.end() && how != elicitation::none) return std::nullopt;
    return error{errc::conflicting_keys,
                 branch_name(preference.parent) + " has " + (strange == answers.end() ? "an entry" : strange->name) +
                     ", but the weights are elicited as \"" + std::string(name(how)) + "\"",
                 "direct weights are numbers, ordinal ones an order, swing ones swings or ratios, interval ones bounds "
                 "and linear ones constraints; with none there is nothing to give",
                 preference.where,
                 {}};
}

inline void check_preference(const value_tree& tree, std::size_t node, const branch_preference& preference,
                             elicitation how, std::vector<error>& problems) {
    if (auto mistake = unless_elicited(preference, how)) {
        problems.push_back(std::move(*mistake));
        return;
    }
    const auto children = keys_below(tree, node);
    const std::size_t before = problems.size();
    const bool by_ratios_alone = preference.swings.empty() && !preference.ratios.empty();
    if (how != elicitation::linear && !by_ratios_alone) check_coverage(children, preference, how, problems);
    if (how == elicitation::direct) check_numbers(preference, problems);
    if (how == elicitation::swing) swings::check(children, preference, before == problems.size(), problems);
    if (how == elicitation::interval) check_bounds(children, preference, before == problems.size(), problems);
    if (how == elicitation::linear) check_constraints(children, preference, problems);
}

}  // namespace detail

CONCORDAT_INLINE std::string_view name(elicitation how) noexcept {
    return detail::elicitation_words[static_cast<std::size_t>(how)];
}

CONCORDAT_INLINE result<weight_set> check(weight_set set, const value_tree& tree) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    std::vector<std::string> branch_keys;
    for (const auto& node : tree.nodes())
        if (!node.criterion && !node.key.empty()) branch_keys.push_back(node.key);

    std::vector<bool> weighed(tree.nodes().size());
    for (const auto& preference : set.preferences) {
        const auto node = tree.find(preference.parent);
        if (!node || tree.nodes()[*node].criterion) {
            problems.push_back({errc::dangling_reference,
                                "weights are given under \"" + preference.parent + "\", which is no branch",
                                suggest(preference.parent, branch_keys),
                                preference.where,
                                {}});
            continue;
        }
        if (weighed[*node])
            problems.push_back({errc::duplicate_key,
                                detail::branch_name(preference.parent) + " is weighed twice",
                                {},
                                preference.where,
                                {}});
        weighed[*node] = true;
        detail::check_preference(tree, *node, preference, set.how, problems);
    }
    for (std::size_t at = 0; set.how != elicitation::none && at < weighed.size(); ++at)
        if (tree.nodes()[at].children.size() > 1 && !weighed[at])
            problems.push_back({errc::missing_key,
                                detail::branch_name(tree.nodes()[at].key) + " is not weighed, but it has " +
                                    std::to_string(tree.nodes()[at].children.size()) + " children",
                                "children: " + listed(detail::keys_below(tree, at)),
                                set.where,
                                {}});
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return set;
}

}  // namespace concordat
