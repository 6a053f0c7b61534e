// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/change_shares.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/study_change_mixtures.hpp"
#include "concordat/study/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace concordat {

namespace detail::sharing {

/// Values of an option lie between 0 and 1, and are sums of some tens of products.
inline constexpr double rounding = 1e-12;

/// Who plays, by the changes of each.
class roster {
public:
    explicit roster(std::size_t changes) {
        for (std::size_t i = 0; i < changes; ++i) players_.push_back({{i}, {}, false, 0, {}});
    }

    [[nodiscard]] std::size_t size() const noexcept { return players_.size(); }
    [[nodiscard]] std::size_t sets() const noexcept { return std::size_t{1} << size(); }

    /// The changes of a set of players, where bit i is player i.
    [[nodiscard]] change_set changes_of(change_set players) const {
        change_set changes = 0;
        for (std::size_t i = 0; i < size(); ++i)
            if ((players >> i & 1) != 0)
                for (const auto change : players_[i].changes) changes |= change_set{1} << change;
        return changes;
    }

    void merge(std::size_t first, std::size_t second, const error& why) {
        if (second < first) std::swap(first, second);
        auto& into = players_[first];
        auto& from = players_[second];
        into.changes.insert(into.changes.end(), from.changes.begin(), from.changes.end());
        std::sort(into.changes.begin(), into.changes.end());
        into.together.insert(into.together.end(), from.together.begin(), from.together.end());
        into.together.push_back(why);
        players_.erase(players_.begin() + static_cast<std::ptrdiff_t>(second));
    }

    [[nodiscard]] std::vector<change_player> take() && { return std::move(players_); }

private:
    std::vector<change_player> players_;
};

inline std::vector<change_set> sets_of_size(std::size_t size, std::size_t players) {
    std::vector<change_set> sets;
    for (change_set set = 0; set < change_set{1} << players; ++set)
        if (static_cast<std::size_t>(std::popcount(set)) == size) sets.push_back(set);
    return sets;
}

/// The first set of players that is no study, the smallest sets first; nothing when all are.
inline result<std::optional<change_set>> first_refused(mixtures& mixed, const roster& players) {
    for (std::size_t size = 1; size < players.size(); ++size) {
        const auto sets = sets_of_size(size, players.size());
        std::vector<change_set> asked;
        for (const auto set : sets) asked.push_back(players.changes_of(set));
        if (auto done = mixed.evaluate(asked, players.sets()); !done) return fail(std::move(done).error());
        for (std::size_t i = 0; i < sets.size(); ++i)
            if (!mixed.at(asked[i])) return std::optional(sets[i]);
    }
    return std::optional<change_set>();
}

inline result<bool> is_refused(mixtures& mixed, const roster& players, change_set set) {
    const change_set changes = players.changes_of(set);
    if (auto done = mixed.evaluate({changes}, players.sets()); !done) return fail(std::move(done).error());
    return !mixed.at(changes).has_value();
}

/// The changes concerned: what the refused set has is taken away, and then what it lacks is added, for as long as it
/// stays refused. What is left on either side is needed on that side.
inline status merge_concerned(mixtures& mixed, roster& players, change_set refused) {
    for (std::size_t i = 0; i < players.size(); ++i) {
        const change_set fewer = refused & ~(change_set{1} << i);
        if (fewer == refused) continue;
        const auto still = is_refused(mixed, players, fewer);
        if (!still) return fail(still.error());
        if (*still) refused = fewer;
    }
    const auto with = static_cast<std::size_t>(std::countr_zero(refused));
    for (std::size_t i = 0; i < players.size(); ++i) {
        const change_set more = refused | change_set{1} << i;
        if (more == refused) continue;
        const auto still = is_refused(mixed, players, more);
        if (!still) return fail(still.error());
        if (*still) refused = more;
    }
    const auto without = static_cast<std::size_t>(std::countr_one(refused));
    const error why = mixed.at(players.changes_of(refused)).error();
    players.merge(with, without, why);
    return {};
}

/// Until every set of players is a study.
inline status merge_until_sound(mixtures& mixed, roster& players) {
    for (;;) {
        const auto refused = first_refused(mixed, players);
        if (!refused) return fail(refused.error());
        if (!*refused) return {};
        if (auto merged = merge_concerned(mixed, players, **refused); !merged) return merged;
    }
}

/// What every set of players comes to, of one value.
inline std::vector<double> game_of(const mixtures& mixed, const std::vector<change_set>& sets, std::size_t value) {
    std::vector<double> worth;
    for (const auto changes : sets) worth.push_back((*mixed.at(changes))[value]);
    return worth;
}

inline status share_out(const mixtures& mixed, const std::vector<change_set>& sets, change_shares& out) {
    double whole = 0;
    for (const auto& value : out.values) {
        out.moved = out.moved || std::fabs(value.change()) > rounding;
        whole += value.change() * value.change();
    }
    for (std::size_t v = 0; v < out.values.size(); ++v) {
        const auto worth = game_of(mixed, sets, v);
        const auto added = shapley_values(worth);
        if (!added) return fail(added.error());
        for (std::size_t i = 0; i < out.players.size(); ++i) {
            auto& player = out.players[i];
            player.moves.push_back((*added)[i]);
            if (out.moved) player.share += (*added)[i] * out.values[v].change() / whole;
            const std::size_t bit = std::size_t{1} << i;
            for (std::size_t set = 0; set < worth.size(); ++set)
                player.moves_values =
                    player.moves_values || ((set & bit) == 0 && std::fabs(worth[set | bit] - worth[set]) > rounding);
        }
    }
    for (auto& player : out.players) {
        if (player.moves_values) continue;
        player.share = 0;
        player.moves.assign(out.values.size(), 0.0);
    }
    return {};
}

}  // namespace detail::sharing

CONCORDAT_INLINE result<change_shares> share_change(std::size_t changes, const changed_study& make,
                                                    const change_share_options& asked) {
    namespace own = detail::sharing;
    const standard_arithmetic scope;
    if (changes > most_changes)
        return fail(errc::limit_exceeded,
                    std::to_string(changes) + " changes, expected at most " + std::to_string(most_changes) +
                        ", for every set of them is evaluated",
                    "changes that belong together can be given as one");
    own::mixtures mixed(changes, make, asked);
    if (auto done = mixed.evaluate_ends(); !done) return fail(std::move(done).error());
    own::roster players(changes);
    if (!mixed.values().empty())
        if (auto sound = own::merge_until_sound(mixed, players); !sound) return fail(std::move(sound).error());

    change_shares out;
    out.values = mixed.values();
    out.sets = players.sets();
    out.evaluated = mixed.evaluated();
    std::vector<own::change_set> sets;
    for (own::change_set set = 0; set < out.sets; ++set) sets.push_back(players.changes_of(set));
    out.players = std::move(players).take();
    if (auto shared = own::share_out(mixed, sets, out); !shared) return fail(std::move(shared).error());
    return out;
}

}  // namespace concordat
