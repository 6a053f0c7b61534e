// SPDX-License-Identifier: Apache-2.0
/// What each assumption does to a study's result: everything that rests on it is taken away, the study is evaluated
/// again, and the two are compared. One assumption at a time; what two do together is not looked at.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace concordat {

struct assumption_effect_options {
    std::uint64_t samples = 0;            ///< 0: central weights and expected values alone, without probabilities
    std::optional<std::uint64_t> seed{};  ///< the study's own without it
    unsigned threads = 0;                 ///< 0: as many as the machine has; changes no result
    progress_callback progress{};         ///< told of assumptions
};

/// An option that cannot be applied once the assumption is gone: a step needs what rested on it.
struct carried_option {
    std::string option;
    std::string reason;  ///< the engine's, with the step's place
};

/// Under one weight set, at central weights and expected values.
struct effect_on_ranking {
    std::string weights;  ///< key
    /// Of the option whose total value (0 to 1) moves most: without the assumption less with it. 0 and empty: none
    /// does.
    double largest_change = 0;
    std::string changed_option;
    std::vector<std::string> first_before;  ///< keys; several where they tie
    std::vector<std::string> first_after;
    /// That the first of `first_before` comes first over all weights and values, when there are samples. An option that
    /// cannot be applied has 0.
    std::optional<double> probability_before;
    std::optional<double> probability_after;
    [[nodiscard]] bool first_changes() const noexcept { return first_before != first_after; }
};

struct effect_on_baseline {
    std::string baseline;
    std::size_t cells = 0;          ///< of the options that can still be applied
    std::size_t cells_changed = 0;  ///< of those
    std::vector<carried_option> carries;
    std::string refused;  ///< why nothing could be ranked without it; empty otherwise, and else there are no rankings
    std::vector<effect_on_ranking> rankings;  ///< in the order of the weight sets
};

/// Of one assumption. Assumptions of several files that are equal in content are one.
struct assumption_effect {
    assumption content;
    std::size_t relations = 0, decision_rights = 0, personas = 0, steps = 0;  ///< that are taken away with it
    std::vector<effect_on_baseline> baselines;                                ///< empty where nothing is taken away

    [[nodiscard]] std::size_t taken_away() const noexcept { return relations + decision_rights + personas + steps; }
    /// On how many baselines and weight sets another option comes first.
    [[nodiscard]] std::size_t first_changes() const noexcept;
    [[nodiscard]] std::size_t carried() const noexcept;
    [[nodiscard]] std::size_t cells_changed() const noexcept;
    [[nodiscard]] double largest_change() const noexcept;  ///< without its sign
};

/// The study without what rests on an assumption: relations, decision rights and personas of its baselines, steps of
/// its reforms. Actors stay, for everything else hangs on them; so do judgements. The weights of the personas that are
/// left keep their proportions. Errors: those of `model::make`.
[[nodiscard]] result<study> without_assumption(const study&, const assumption&);

/// Of every assumption that the study, its baselines, reforms and criteria declare, the strongest first: by how often
/// another option comes first, options that it carries, the largest change of a total value, cells changed, then key.
/// Errors are those of evaluating the study as it is, and E801 when `progress` asked to stop.
/// O(assumptions · options · measures), of which what an assumption does not touch is left out.
[[nodiscard]] result<std::vector<assumption_effect>> assumption_effects(const study&,
                                                                        const assumption_effect_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_assumption_effect.ipp"
#include "concordat/impl/study_without.ipp"
#endif
