// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/rank_reversal.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/additive.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>

namespace concordat {

namespace detail::rank_reversal_work {

inline result<std::vector<std::size_t>> ranks_by(const table_ranks& method, const performance_table& table) {
    CONCORDAT_TRY(auto ranks, method(table));
    if (ranks.size() != table.options.size())
        return fail(errc::bad_parameter, "the method gave " + std::to_string(ranks.size()) + " ranks for " +
                                             std::to_string(table.options.size()) + " options; one each was expected");
    return ranks;
}

inline std::optional<order_change> change_of(bool was_level, bool was_ahead, bool is_level, bool is_ahead) {
    if (was_level && is_level) return std::nullopt;
    if (was_level) return order_change::parted;
    if (is_level) return order_change::levelled;
    if (was_ahead == is_ahead) return std::nullopt;
    return order_change::reversed;
}

/// `after` lacks the removed option, so the positions behind it have moved up by one.
inline std::vector<turned_pair> turned_by(std::span<const std::size_t> before, std::span<const std::size_t> after,
                                          std::size_t removed) {
    const auto now = [&](std::size_t option) { return after[option < removed ? option : option - 1]; };
    std::vector<turned_pair> turned;
    for (std::size_t i = 0; i < before.size(); ++i)
        for (std::size_t k = i + 1; k < before.size(); ++k) {
            if (i == removed || k == removed) continue;
            const bool was_level = before[i] == before[k];
            const bool was_ahead = before[i] < before[k];
            const bool is_ahead = now(i) < now(k);
            const auto change = change_of(was_level, was_ahead, now(i) == now(k), is_ahead);
            if (!change) continue;
            const bool first_ahead = was_level ? is_ahead : was_ahead;
            turned.push_back({first_ahead ? i : k, first_ahead ? k : i, *change});
        }
    return turned;
}

}  // namespace detail::rank_reversal_work

CONCORDAT_INLINE table_ranks additive_ranks(weight_set set) {
    return [set = std::move(set)](const performance_table& table) -> result<std::vector<std::size_t>> {
        CONCORDAT_TRY(const auto sum, additive(table, set));
        std::vector<std::size_t> ranks;
        for (const auto& option : sum.options) ranks.push_back(option.rank);
        return ranks;
    };
}

CONCORDAT_INLINE table_ranks normalised_ranks(weight_set set, normalisation how) {
    return [rank = additive_ranks(std::move(set)),
            how](const performance_table& table) -> result<std::vector<std::size_t>> {
        CONCORDAT_TRY(const auto scaled, normalise(table, how));
        return rank(scaled);
    };
}

CONCORDAT_INLINE performance_table without_option(performance_table table, std::size_t option) {
    CONCORDAT_ASSERT(option < table.options.size());
    const auto width = static_cast<std::ptrdiff_t>(table.criteria.size());
    const auto row = static_cast<std::ptrdiff_t>(option) * width;
    table.options.erase(table.options.begin() + static_cast<std::ptrdiff_t>(option));
    table.cells.erase(table.cells.begin() + row, table.cells.begin() + row + width);
    return table;
}

CONCORDAT_INLINE result<rank_reversal> rank_reversals(const performance_table& given, const table_ranks& method) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    const std::size_t count = table.options.size();
    if (count > most_compared)
        return fail(errc::limit_exceeded, std::to_string(count) + " options; at most " + std::to_string(most_compared) +
                                              " can be compared two by two");
    rank_reversal found;
    CONCORDAT_TRY(found.ranks, detail::rank_reversal_work::ranks_by(method, table));
    for (std::size_t removed = 0; count > 1 && removed < count; ++removed) {
        auto ranks = detail::rank_reversal_work::ranks_by(method, without_option(table, removed));
        if (!ranks) {
            error mistake = std::move(ranks).error();
            mistake.message = "without option \"" + table.options[removed].key + "\": " + mistake.message;
            return fail(std::move(mistake));
        }
        auto turned = detail::rank_reversal_work::turned_by(found.ranks, *ranks, removed);
        found.removals.push_back({removed, *std::move(ranks), std::move(turned)});
    }
    return found;
}

}  // namespace concordat
