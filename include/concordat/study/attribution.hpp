// SPDX-License-Identifier: Apache-2.0
/// Which part of a reform changes what: the change in each criterion's value from where an option starts to where it
/// ends, split over the parts of its reforms by Shapley values (L. S. Shapley, "A value for n-person games", 1953). A
/// part's share is what it adds to the parts before it, averaged over all orders in which they could come. So the
/// shares sum to the change, a part that never changes anything has exactly 0, and two that do the same have the same.
/// It tells what the drawing of a part does to a number; it is no estimate of what a law would cause.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/study/shapley.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Of one baseline. All 2^n sets of parts are evaluated.
inline constexpr std::size_t most_players = 12;

struct attribution_options {
    std::string criterion{};       ///< key of the one to look at; empty: each that the graph measures
    unsigned threads = 0;          ///< 0: as many as the machine has; changes no result
    progress_callback progress{};  ///< told of sets of parts
};

/// The steps of one part of one reform, or one step that says no part.
struct attribution_player {
    std::string reform;              ///< key of the reform or transition
    std::string part;                ///< the steps' own word; empty: a step alone
    std::vector<std::size_t> steps;  ///< positions in the reform, rising
    std::size_t at_work = 0;         ///< of those, how many did something in the option as a whole
};

/// What one player adds to the change of one criterion.
struct attributed_share {
    double raw = 0;                   ///< in the criterion's unit
    double worth = 0;                 ///< on the scale from 0 to 1, as the study decided
    std::vector<std::string> appear;  ///< witnesses of the option that are gone without this player
    std::vector<std::string> vanish;  ///< witnesses that are there without this player, and not in the option
};

struct attributed_change {
    std::string criterion;
    std::string unit;
    std::optional<double> from, to;              ///< before the first step, and of the option; in the criterion's unit
    std::optional<double> from_worth, to_worth;  ///< the same on the scale from 0 to 1
    std::vector<attributed_share> shares;        ///< in the order of the players; empty where there is no attribution
    std::string missing;                         ///< why there is none: the value is missing with some of the parts
};

struct attribution_on_baseline {
    std::string baseline;
    std::vector<attribution_player> players;  ///< in the order of their first step
    std::vector<attributed_change> criteria;  ///< in the order of the tree
    std::size_t sets = 0;                     ///< 2^n
    std::size_t measured = 0;                 ///< of those, how many were measured; the others do the same steps
};

struct attribution {
    std::string option;
    std::vector<attribution_on_baseline> baselines;
};

/// Splits what an option changes. For each set of players their steps are applied in the order of the files to where
/// the option starts: the baseline, or the model of its own, as it is placed. A step that cannot apply without the
/// steps of others does nothing there, and neither does one whose end is already so; in the option as a whole every
/// step applies, as `place` does it. Sets in which the same steps do something are one model, which is measured once.
/// Options and criteria that are not there (E301) name the nearest; more than `most_players` players are E701; E801
/// when `progress` asked to stop. O(baselines · 2^n · (steps + measures)).
[[nodiscard]] result<attribution> attribute(const study&, std::string_view option, const attribution_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_attribution.ipp"
#endif
