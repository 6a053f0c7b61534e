// SPDX-License-Identifier: Apache-2.0
// A study without what rests on one assumption.
#pragma once

#include "concordat/study/assumption_effect.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::removing {

/// Whether a card rests on that assumption, given what its key stands for where the card is written.
inline bool rests_on(const evidence& card, const std::vector<assumption>& declared, const assumption& gone) {
    return card.assumption == gone.key && std::find(declared.begin(), declared.end(), gone) != declared.end();
}

/// How many went.
template <class Thing>
std::size_t take_away(std::vector<Thing>& things, const std::vector<assumption>& declared, const assumption& gone) {
    return std::erase_if(things, [&](const Thing& thing) { return rests_on(thing.evidence, declared, gone); });
}

inline void share_out_again(std::vector<persona>& left) {
    double sum = 0;
    for (const auto& p : left) sum += p.weight;
    if (sum > 0)
        for (auto& p : left) p.weight /= sum;
}

/// The model without it; nothing when nothing of it rests on the assumption.
inline result<std::optional<model>> without(const model& m, const assumption& gone) {
    auto parts = m.parts();
    const auto personas = take_away(parts.personas, parts.assumptions, gone);
    const auto others =
        take_away(parts.relations, parts.assumptions, gone) + take_away(parts.decision_rights, parts.assumptions, gone);
    if (personas + others == 0) return std::optional<model>();
    if (personas != 0) share_out_again(parts.personas);
    CONCORDAT_TRY(auto made, model::make(std::move(parts)));
    return std::optional(std::move(made));
}

/// A study with one thing less, and which of its parts that touched.
struct reduced_study {
    study left;
    std::vector<bool> baselines;  ///< whether it is another one now
    std::vector<bool> options;    ///< whether a reform of the option is
};

inline result<reduced_study> reduce(const study& s, const assumption& gone) {
    reduced_study reduced{s, std::vector<bool>(s.baselines.size()), std::vector<bool>(s.options.size())};
    for (std::size_t b = 0; b < s.baselines.size(); ++b) {
        CONCORDAT_TRY(auto changed, without(s.baselines[b], gone));
        reduced.baselines[b] = changed.has_value();
        if (changed) reduced.left.baselines[b] = *std::move(changed);
    }
    for (auto& [key, reform] : reduced.left.reforms) {
        if (take_away(reform.steps, reform.assumptions, gone) == 0) continue;
        for (std::size_t o = 0; o < s.options.size(); ++o) {
            const auto& stack = s.options[o].reforms;
            if (std::find(stack.begin(), stack.end(), key) != stack.end()) reduced.options[o] = true;
        }
    }
    return reduced;
}

}  // namespace detail::removing

CONCORDAT_INLINE result<study> without_assumption(const study& s, const assumption& gone) {
    CONCORDAT_TRY(auto reduced, detail::removing::reduce(s, gone));
    return std::move(reduced.left);
}

}  // namespace concordat
