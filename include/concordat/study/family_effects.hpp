// SPDX-License-Identifier: Apache-2.0
/// Whom an option serves better or worse: a measure is a mean over family types, and a mean hides whom it leaves
/// behind. So each is taken again as if there were one type alone, and held against things as they are.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/model.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// One family type on one criterion under one option. `before` and `after` are in the criterion's unit and differ.
struct family_effect {
    std::size_t option = 0;
    std::size_t criterion = 0;
    std::size_t family = 0;  ///< position in `family_effects::families`
    double before = 0;
    double after = 0;
    bool worse = false;  ///< by the criterion's direction, or the one the study chose
    friend bool operator==(const family_effect&, const family_effect&) = default;
};

struct family_effects {
    std::vector<std::string> families;   ///< titles of the baseline's types, in its order
    std::vector<std::size_t> criteria;   ///< those of which the value is not the same for all types
    std::vector<family_effect> effects;  ///< by option, criterion and family
};

/// Against `baseline` as the study places it, without any reform. Options on a model of their own are not compared, and
/// families that one of the two models does not have, or of which a value is missing, are in no effect: that nothing is
/// said of them is no sign that they do well. Errors: of placing an option.
/// O(options × criteria × families × measure).
[[nodiscard]] result<family_effects> effects_on_families(const study&, const model& baseline);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_family_effects.ipp"
#endif
