// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/swing.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_share_fit.hpp"
#include "concordat/impl/decide_swing_scale.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

CONCORDAT_INLINE result<swing_replay> replay(const weight_set& given, const value_tree& tree) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto set, check(given, tree));
    if (set.how != elicitation::swing)
        return fail(errc::conflicting_keys,
                    "weight set \"" + set.key + "\" was elicited as \"" + std::string(name(set.how)) +
                        "\"; only swings have judgements to play back",
                    {}, set.where);
    swing_replay made;
    for (const auto& said : set.preferences) {
        const auto keys = detail::keys_below(tree, *tree.find(said.parent));
        const auto points = detail::swings::points_of(keys, said);
        for (const auto& [of, to, times] : detail::swings::judgements_of(keys, said)) {
            replayed_judgement one{said.parent, keys[of], keys[to], times, points[of] / points[to], 0};
            one.deviation = std::max(one.stated, one.implied) / std::min(one.stated, one.implied) - 1;
            made.largest_deviation = std::max(made.largest_deviation, one.deviation);
            made.judgements.push_back(std::move(one));
        }
    }
    return made;
}

}  // namespace concordat
