// SPDX-License-Identifier: Apache-2.0
/// Which of many rankings a picture shows: a run ranks its options on every baseline, under every weight set, and both
/// with what is missing and without it; a sensitivity analysis has one part for each baseline and weight set.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>
#include <cstdint>

namespace concordat {

/// What a value that nobody knows counts as.
enum class gaps_count : std::uint8_t {
    as_stated,   ///< as its criterion says: mostly as anything on its scale
    not_at_all,  ///< criteria with a missing value are left out: what the known ones say
};

/// Positions that the run must have: a study without weights has no ranking to show.
struct ranking_choice {
    std::size_t baseline = 0;  ///< in `study_result::baselines`
    std::size_t ranking = 0;   ///< in the baseline's `rankings`
    gaps_count gaps = gaps_count::as_stated;
};

/// Positions that the analysis must have.
struct sensitivity_choice {
    std::size_t baseline = 0;  ///< in `sensitivity::baselines`
    std::size_t weights = 0;   ///< in the baseline's `weights`
};

}  // namespace concordat
