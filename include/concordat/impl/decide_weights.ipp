// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/weights.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_share_check.hpp"
#include "concordat/impl/decide_share_fit.hpp"
#include "concordat/impl/decide_share_region.hpp"
#include "concordat/impl/decide_spacings.hpp"
#include "concordat/impl/decide_surrogate_shares.hpp"
#include "concordat/impl/decide_swing_scale.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace concordat {

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

/// Numbers of all children of a branch, in order of key, as they stand.
inline std::vector<double> numbers_given(const std::vector<std::string>& keys, const branch_preference& said,
                                         elicitation how) {
    if (how == elicitation::swing) return swings::points_of(keys, said);
    std::vector<double> numbers;
    for (const auto& key : keys)
        numbers.push_back(std::find_if(said.weights.begin(), said.weights.end(), [&](const auto& weight) {
                              return weight.key == key;
                          })->weight);
    return numbers;
}

/// The numbers of those that count over their sum; empty when nothing but zeros is left. Summed in order of key.
inline std::vector<double> shares_of_numbers(const std::vector<double>& numbers,
                                             const std::vector<std::size_t>& counted) {
    std::vector<double> shares;
    double sum = 0;
    for (const std::size_t place : counted) {
        shares.push_back(numbers[place]);
        sum += numbers[place];
    }
    if (!(sum > 0)) return {};
    for (auto& share : shares) share /= sum;
    return shares;
}

/// The means of a region's shares, for those that count; empty when they have none.
inline std::vector<double> shares_of_region(const share_region& region) {
    double sum = 0;
    for (const std::size_t place : region.counted) sum += region.centre[place];
    if (!(sum > 0)) return {};
    std::vector<double> shares(region.counted.size());
    keep_counted(region, region.centre, shares);
    return shares;
}

inline share_region region_of(const std::vector<std::string>& keys, const branch_preference& said, elicitation how,
                              std::vector<std::size_t> counted) {
    const auto made = [&] {
        if (how == elicitation::linear)
            return region_of_constraints(keys.size(), half_spaces_of(keys, said.constraints));
        auto [low, high] = ends_of(keys, said.bounds);
        return region_of_bounds(std::move(low), std::move(high));
    };
    auto region = made();
    region.counted = std::move(counted);
    return region;
}

inline std::vector<double> central_shares_of(std::size_t count, elicitation how) {
    std::vector<double> shares(count, 1 / static_cast<double>(count));
    for (std::size_t place = 0; how == elicitation::ordinal && place < count; ++place)
        shares[place] = surrogate::rank_order_centroid(place, count);
    return shares;
}

inline bool as_numbers(elicitation how) { return how == elicitation::direct || how == elicitation::swing; }
inline bool as_region(elicitation how) { return how == elicitation::interval || how == elicitation::linear; }

/// Where the children that count stand among all.
inline std::vector<std::size_t> counted_places(const value_tree& tree, std::size_t node) {
    const auto& children = tree.nodes()[node].children;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (tree.nodes()[children[i]].counted) places.push_back(i);
    return places;
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
        const auto* said = detail::preference_for(set, node.key);
        branch one{at, detail::counted_children(w.tree_, at, said)};
        std::vector<double> shares;
        if (said != nullptr && detail::as_numbers(w.how_)) {
            shares = detail::shares_of_numbers(detail::numbers_given(detail::keys_below(w.tree_, at), *said, w.how_),
                                               detail::counted_places(w.tree_, at));
        } else if (said != nullptr && detail::as_region(w.how_)) {
            one.region = std::make_shared<const detail::share_region>(
                detail::region_of(detail::keys_below(w.tree_, at), *said, w.how_, detail::counted_places(w.tree_, at)));
            shares = detail::shares_of_region(*one.region);
        } else {  // nothing was said of a branch with one child, whatever else was asked
            shares = detail::central_shares_of(one.children.size(), w.how_);
        }
        if (shares.empty())
            return fail(errc::weights_do_not_sum,
                        "without the criteria that are left out, the weights under " + detail::branch_name(node.key) +
                            " sum to 0",
                        "give a weight to what is left", said->where);
        for (std::size_t i = 0; i < one.children.size(); ++i) w.central_[one.children[i]] = shares[i];
        w.add(std::move(one));
    }
    return w;
}

CONCORDAT_INLINE void weighting::add(branch one) {
    const bool several = one.children.size() > 1;
    if (one.region)
        uncertain_ = uncertain_ || (several && !detail::is_point(*one.region));
    else if (!detail::as_numbers(how_) && several) {
        draws_ += one.children.size() - 1;
        uncertain_ = true;
    }
    branches_.push_back(std::move(one));
}

CONCORDAT_INLINE bool weighting::exact() const noexcept {
    return std::all_of(branches_.begin(), branches_.end(),
                       [](const auto& one) { return !one.region || detail::is_exact(*one.region); });
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
    for (const auto& [node, children, region] : branches_) {
        const auto shares = std::span(spacings).first(children.size());
        if (region) {
            detail::draw_shares(*region, source, shares);
        } else if (detail::as_numbers(how_)) {
            for (std::size_t i = 0; i < children.size(); ++i) shares[i] = central_[children[i]];
        } else {
            detail::spacings_of(drawn.subspan(used, children.size() - 1), shares);
            used += children.size() - 1;
        }
        if (how_ == elicitation::ordinal) std::sort(shares.begin(), shares.end(), std::greater{});
        for (std::size_t i = 0; i < children.size(); ++i) {
            const std::size_t child = children[i];
            reached[child] = reached[node] * shares[i];
            if (nodes[child].criterion) weights[*nodes[child].criterion] = reached[child];
        }
    }
}

CONCORDAT_INLINE result<std::vector<double>> central_weights(const weight_set& set, const value_tree& tree) {
    CONCORDAT_TRY(const auto made, weighting::make(set, tree));
    return made.central_weights();
}

}  // namespace concordat
