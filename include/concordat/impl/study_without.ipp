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

/// Gives the families that are left their weights in the old proportions. `weight_of` gives a family's own.
template <class Families, class Weight>
void share_out_again(Families& left, Weight weight_of) {
    double sum = 0;
    for (auto& one : left) sum += weight_of(one);
    if (sum > 0)
        for (auto& one : left) weight_of(one) /= sum;
}

/// The model without it; nothing when nothing of it rests on the assumption.
inline result<std::optional<model>> without(const model& m, const assumption& gone) {
    auto parts = m.parts();
    const auto personas = take_away(parts.personas, parts.assumptions, gone);
    const auto others =
        take_away(parts.relations, parts.assumptions, gone) + take_away(parts.decision_rights, parts.assumptions, gone);
    if (personas + others == 0) return std::optional<model>();
    if (personas != 0) share_out_again(parts.personas, [](persona& p) -> double& { return p.weight; });
    CONCORDAT_TRY(auto made, model::make(std::move(parts)));
    return std::optional(std::move(made));
}

/// A study with one thing less, and which of its parts that touched.
struct reduced_study {
    study left;
    std::vector<bool> baselines;  ///< whether it is another one now
    std::vector<bool> options;    ///< whether a model, reform or transition of the option is
};

inline bool names(const std::vector<std::string>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The models of options that stand alone, and those that disruption is measured from.
inline status reduce_models(const assumption& gone, reduced_study& reduced) {
    for (auto& [key, m] : reduced.left.models) {
        auto changed = without(m, gone);
        if (!changed) return fail(std::move(changed).error());
        if (!*changed) continue;
        m = **std::move(changed);
        for (std::size_t o = 0; o < reduced.options.size(); ++o) {
            const auto& option = reduced.left.options[o];
            if (option.model == key || option.before == key) reduced.options[o] = true;
        }
    }
    return {};
}

inline void reduce_steps(const assumption& gone, reduced_study& reduced) {
    const auto touch = [&](std::string_view key) {
        for (std::size_t o = 0; o < reduced.options.size(); ++o) {
            const auto& option = reduced.left.options[o];
            if (names(option.reforms, key) || names(option.transitions, key)) reduced.options[o] = true;
        }
    };
    for (auto& [key, reform] : reduced.left.reforms)
        if (take_away(reform.steps, reform.assumptions, gone) != 0) touch(key);
    for (auto& [key, t] : reduced.left.transitions) {
        const auto rests = [&, &declared = t.assumptions](const dated_step& s) {
            return rests_on(s.step.evidence, declared, gone);
        };
        if (std::erase_if(t.steps, rests) != 0) touch(key);
    }
}

/// The families that every model is asked about: all options are touched when one goes.
inline void reduce_families(const assumption& gone, reduced_study& reduced) {
    auto& asked = reduced.left.comparable.families;
    if (!asked) return;
    const auto went = std::erase_if(asked->types, [&](const family_type& type) {
        return rests_on(type.family.evidence, asked->assumptions, gone);
    });
    if (went == 0) return;
    reduced.options.assign(reduced.options.size(), true);
    share_out_again(asked->types, [](family_type& type) -> double& { return type.family.weight; });
}

inline result<reduced_study> reduce(const study& s, const assumption& gone) {
    reduced_study reduced{s, std::vector<bool>(s.baselines.size()), std::vector<bool>(s.options.size())};
    for (std::size_t b = 0; b < s.baselines.size(); ++b) {
        CONCORDAT_TRY(auto changed, without(s.baselines[b], gone));
        reduced.baselines[b] = changed.has_value();
        if (changed) reduced.left.baselines[b] = *std::move(changed);
    }
    if (auto models = reduce_models(gone, reduced); !models) return fail(std::move(models).error());
    reduce_steps(gone, reduced);
    reduce_families(gone, reduced);
    return reduced;
}

}  // namespace detail::removing

CONCORDAT_INLINE result<study> without_assumption(const study& s, const assumption& gone) {
    CONCORDAT_TRY(auto reduced, detail::removing::reduce(s, gone));
    return std::move(reduced.left);
}

}  // namespace concordat
