// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/dominance.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace concordat {

namespace detail {

/// Nowhere worse and somewhere better, on the criteria given.
inline bool outdoes(std::span<const worth> winner, std::span<const worth> loser, std::span<const std::size_t> counted,
                    double worth::*ours, double worth::*theirs) {
    bool better = false;
    for (const std::size_t j : counted) {
        const double a = winner[j].*ours;
        const double b = loser[j].*theirs;
        if (a < b) return false;
        better = better || a > b;
    }
    return better;
}

}  // namespace detail

CONCORDAT_INLINE result<dominance_relation> dominance(const performance_table& given, dominance_basis basis) {
    CONCORDAT_TRY(const auto table, check(given));
    const std::size_t count = table.options.size();
    if (count > most_compared)
        return fail(errc::limit_exceeded, std::to_string(count) + " options; at most " + std::to_string(most_compared) +
                                              " can be compared two by two");
    const auto worths = worths_of(table);
    const auto counted = tree_of(table).counted_criteria();
    const std::size_t width = table.criteria.size();
    const auto row = [&](std::size_t i) { return std::span(worths).subspan(i * width, width); };
    const bool robust = basis == dominance_basis::robust;
    const auto ours = robust ? &worth::lowest : &worth::expected;
    const auto theirs = robust ? &worth::highest : &worth::expected;

    dominance_relation relation;
    relation.options_ = count;
    relation.pairs_.resize(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < count; ++k)
            relation.pairs_[i * count + k] = detail::outdoes(row(i), row(k), counted, ours, theirs);
    return relation;
}

CONCORDAT_INLINE std::vector<std::size_t> pareto_front(const dominance_relation& relation) {
    const auto layers = pareto_layers(relation);
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i] == 1) front.push_back(i);
    return front;
}

CONCORDAT_INLINE std::vector<std::size_t> pareto_layers(const dominance_relation& relation) {
    const std::size_t count = relation.option_count();
    std::vector<std::size_t> layers(count, 0);
    std::size_t placed = 0;
    for (std::size_t layer = 1; placed < count; ++layer) {
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < count; ++i) {
            bool beaten = layers[i] != 0;
            for (std::size_t k = 0; k < count && !beaten; ++k) beaten = layers[k] == 0 && relation.dominates(k, i);
            if (!beaten) front.push_back(i);
        }
        CONCORDAT_ASSERT(!front.empty());
        for (const std::size_t i : front) layers[i] = layer;
        placed += front.size();
    }
    return layers;
}

}  // namespace concordat
