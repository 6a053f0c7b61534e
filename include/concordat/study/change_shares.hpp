// SPDX-License-Identifier: Apache-2.0
/// Between two states of a study, which change explains how much. Each thing that was changed is a player, and what a
/// set of them comes to is the study with those changes alone: the expected value of every option, on every baseline
/// and under every weight set that both states have. Shapley's value of a player is then a vector that says how it
/// moved each of them, and the vectors sum to the whole change. Its share is the part of that change that points where
/// the change as a whole went: the shares sum to 1, and a change that pulled the other way has one below 0.
///
/// A share says which edit moved numbers, not whether the edit is right.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace concordat {

/// All 2^n sets of changes are evaluated.
inline constexpr std::size_t most_changes = 12;

/// The study with the changes of a set, where bit i is change i: 0 is the state before. An error says that those
/// changes make no study without the others. Called by several threads at once, for each set at most once.
using changed_study = std::function<result<study>(std::uint32_t set)>;

struct change_share_options {
    unsigned threads = 0;          ///< 0: as many as the machine has; changes no result
    progress_callback progress{};  ///< told of sets of changes; their number falls where changes are found to be one
};

/// The expected value of one option on one baseline under one weight set, before any change and after all.
struct moved_value {
    std::string baseline;  ///< empty where every option stands alone
    std::string weights;
    std::string option;
    double before = 0;
    double after = 0;
    [[nodiscard]] double change() const noexcept { return after - before; }
};

/// Changes that are one player: a single one, or several that make no study without each other.
struct change_player {
    std::vector<std::size_t> changes;  ///< their numbers, rising
    std::vector<error> together;       ///< why they are one: what a study with some of them alone was refused for
    bool moves_values = false;         ///< whether it moved any value, after any of the others; if not, the rest is 0
    double share = 0;                  ///< of the whole change; all sum to 1, or are 0 where there is none
    std::vector<double> moves;         ///< by value: what it adds, averaged over all orders
};

struct change_shares {
    std::vector<moved_value> values;     ///< what both states have, in the order of the state before
    std::vector<change_player> players;  ///< in order of their first change
    bool moved = false;                  ///< whether any value is not the same, by more than rounding (1e-12)
    std::size_t sets = 0;                ///< 2^players
    std::size_t evaluated = 0;           ///< how many studies that took, those that were refused included
};

/// Where a study with some changes alone is refused, or lacks an option, baseline or weight set that both states have,
/// the changes concerned become one player: of the changes that the refused study had, and of those that it had not,
/// one each without which it would not have been refused. That is repeated until every set of players is a study.
/// States without a common ranking have no values, and nothing is evaluated between them.
///
/// Errors: a state before or after that cannot be evaluated; more than `most_changes` (E701); E801 when `progress`
/// asked to stop. O(2^players) evaluations, in which no option is measured twice on the same model.
[[nodiscard]] result<change_shares> share_change(std::size_t changes, const changed_study&,
                                                 const change_share_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_change_shares.ipp"
#endif
