// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/weights.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_surrogate_shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace concordat {

namespace detail {

inline std::string branch_name(std::string_view key) {
    return key.empty() ? "the top" : "branch \"" + std::string(key) + "\"";
}

inline std::vector<std::string> keys_below(const value_tree& tree, std::size_t node) {
    std::vector<std::string> keys;
    for (const std::size_t child : tree.nodes()[node].children) keys.push_back(tree.nodes()[child].key);
    return keys;
}

/// The keys a preference speaks of, whichever way it was given.
inline std::vector<std::string> keys_weighed(const branch_preference& preference, elicitation how) {
    if (how == elicitation::ordinal) return preference.order;
    std::vector<std::string> keys;
    for (const auto& given : preference.weights) keys.push_back(given.key);
    return keys;
}

/// Every child once and nothing else.
inline void check_coverage(const value_tree& tree, std::size_t node, const branch_preference& preference,
                           elicitation how, std::vector<error>& problems) {
    const auto children = keys_below(tree, node);
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

/// Numbers where an order was asked for, or the other way round, or anything where nobody was asked.
inline std::optional<error> unless_elicited(const branch_preference& preference, elicitation how) {
    const bool strange_order = !preference.order.empty() && how != elicitation::ordinal;
    const bool strange_numbers = !preference.weights.empty() && how != elicitation::direct;
    if (!strange_order && !strange_numbers && how != elicitation::none) return std::nullopt;
    const std::string given = strange_order ? "an order" : strange_numbers ? "numbers" : "an entry";
    return error{errc::conflicting_keys,
                 branch_name(preference.parent) + " has " + given + ", but the weights are elicited as \"" +
                     std::string(name(how)) + "\"",
                 "direct weights are numbers, ordinal ones an order, and with none there is nothing to give",
                 preference.where,
                 {}};
}

inline void check_preference(const value_tree& tree, std::size_t node, const branch_preference& preference,
                             elicitation how, std::vector<error>& problems) {
    if (auto mistake = unless_elicited(preference, how)) {
        problems.push_back(std::move(*mistake));
        return;
    }
    check_coverage(tree, node, preference, how, problems);
    check_numbers(preference, problems);
}

/// The simplex needs no logarithm: uniforms sorted, and the gaps between them, which are exact. `shares` holds one
/// number more than `uniforms`.
inline void spacings_of(std::span<const double> uniforms, std::span<double> shares) {
    const std::size_t cuts = uniforms.size();
    // Every number passes every smaller place: more comparisons than needed, but none that a processor has to guess.
    for (std::size_t i = 0; i < cuts; ++i) {
        double passed = uniforms[i];
        for (std::size_t at = 0; at < i; ++at) {
            const double kept = std::min(shares[at], passed);
            passed = std::max(shares[at], passed);
            shares[at] = kept;
        }
        shares[i] = passed;
    }
    shares[cuts] = 1;
    for (std::size_t i = cuts; i > 0; --i) shares[i] -= shares[i - 1];
}

}  // namespace detail

CONCORDAT_INLINE std::string_view name(elicitation how) noexcept {
    return how == elicitation::none ? "none" : how == elicitation::direct ? "direct" : "ordinal";
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

namespace detail {

inline const branch_preference* preference_for(const weight_set& set, std::string_view parent) {
    const auto found = std::find_if(set.preferences.begin(), set.preferences.end(),
                                    [&](const auto& preference) { return preference.parent == parent; });
    return found == set.preferences.end() ? nullptr : &*found;
}

/// The children that count, in order of preference where there is one.
inline std::vector<std::size_t> counted_children(const value_tree& tree, std::size_t node,
                                                 const branch_preference* preference) {
    const auto& nodes = tree.nodes();
    std::vector<std::size_t> counted;
    for (const std::size_t child : nodes[node].children)
        if (nodes[child].counted) counted.push_back(child);
    if (preference == nullptr || preference->order.empty()) return counted;
    const auto place = [&](std::size_t child) {
        return std::find(preference->order.begin(), preference->order.end(), nodes[child].key);
    };
    std::sort(counted.begin(), counted.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    return counted;
}

/// Direct weights over their sum; empty when nothing but zeros is left. Summed in order of key, as the children stand.
inline std::vector<double> direct_shares(const value_tree& tree, std::span<const std::size_t> children,
                                         const branch_preference* preference) {
    if (preference == nullptr) return std::vector<double>(children.size(), 1);
    std::vector<double> shares;
    double sum = 0;
    for (const std::size_t child : children) {
        const auto given = std::find_if(preference->weights.begin(), preference->weights.end(),
                                        [&](const auto& weight) { return weight.key == tree.nodes()[child].key; });
        shares.push_back(given->weight);
        sum += given->weight;
    }
    if (!(sum > 0)) return {};
    for (auto& share : shares) share /= sum;
    return shares;
}

inline std::vector<double> central_shares_of(std::size_t count, elicitation how) {
    std::vector<double> shares(count, 1 / static_cast<double>(count));
    for (std::size_t place = 0; how == elicitation::ordinal && place < count; ++place)
        shares[place] = surrogate::rank_order_centroid(place, count);
    return shares;
}

}  // namespace detail

CONCORDAT_INLINE result<weighting> weighting::make(const weight_set& given, value_tree tree) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto set, check(given, tree));
    weighting w;
    w.tree_ = std::move(tree);
    w.how_ = set.how;
    w.central_.assign(w.tree_.nodes().size(), 0);
    w.central_.front() = 1;
    for (std::size_t at = 0; at < w.tree_.nodes().size(); ++at) {
        const auto& node = w.tree_.nodes()[at];
        if (node.criterion || !node.counted) continue;
        const auto* preference = detail::preference_for(set, node.key);
        auto children = detail::counted_children(w.tree_, at, preference);
        const auto shares = set.how == elicitation::direct ? detail::direct_shares(w.tree_, children, preference)
                                                           : detail::central_shares_of(children.size(), set.how);
        if (shares.empty())
            return fail(errc::weights_do_not_sum,
                        "without the criteria that are left out, the weights under " + detail::branch_name(node.key) +
                            " sum to 0",
                        "give a weight to what is left", preference->where);
        for (std::size_t i = 0; i < children.size(); ++i) w.central_[children[i]] = shares[i];
        if (set.how != elicitation::direct) w.draws_ += children.size() - 1;
        w.branches_.push_back({at, std::move(children)});
    }
    return w;
}

CONCORDAT_INLINE std::vector<double> weighting::central_weights() const {
    const standard_arithmetic scope;
    const auto& nodes = tree_.nodes();
    std::vector<double> weights(tree_.criterion_count(), 0);
    std::vector<double> reached = central_;
    for (std::size_t at = 1; at < nodes.size(); ++at) {
        reached[at] *= reached[nodes[at].parent];
        if (nodes[at].criterion) weights[*nodes[at].criterion] = reached[at];
    }
    return weights;
}

CONCORDAT_INLINE void weighting::draw(stream& source, std::span<double> weights) const {
    CONCORDAT_ASSERT(weights.size() == tree_.criterion_count());
    const auto& nodes = tree_.nodes();
    // Left as they are: clearing them would cost as much as the draw, and each place is written before it is read.
    std::array<double, most_criteria + most_branches + 1> reached;
    std::array<double, most_criteria> spacings;
    std::array<double, most_criteria> uniforms;
    const auto drawn = std::span(uniforms).first(draws_);
    source.fill(drawn);
    std::size_t used = 0;
    reached[0] = 1;
    std::fill(weights.begin(), weights.end(), 0.0);
    for (const auto& [node, children] : branches_) {
        const auto shares = std::span(spacings).first(children.size());
        if (how_ != elicitation::direct) {
            detail::spacings_of(drawn.subspan(used, children.size() - 1), shares);
            used += children.size() - 1;
        }
        if (how_ == elicitation::ordinal) std::sort(shares.begin(), shares.end(), std::greater{});
        for (std::size_t i = 0; i < children.size(); ++i) {
            const std::size_t child = children[i];
            reached[child] = reached[node] * (how_ == elicitation::direct ? central_[child] : shares[i]);
            if (nodes[child].criterion) weights[*nodes[child].criterion] = reached[child];
        }
    }
}

CONCORDAT_INLINE result<std::vector<double>> central_weights(const weight_set& set, const value_tree& tree) {
    CONCORDAT_TRY(const auto made, weighting::make(set, tree));
    return made.central_weights();
}

}  // namespace concordat
