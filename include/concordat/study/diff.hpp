// SPDX-License-Identifier: Apache-2.0
/// What differs between two studies of one question: what was asked, what the law and practice were on their days, and
/// what the options measure. The same question under the law of another year is another study, and this is the story
/// between them.
#pragma once

#include "concordat/model/diff.hpp"
#include "concordat/study/study.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// A baseline that both have, or that one has.
struct baseline_difference {
    std::string baseline;
    bool was = false;             ///< the study before has it
    bool is = false;              ///< the study after has it
    std::vector<change> changes;  ///< where both have it: between the models, each as of its study's day
};

/// A value in raw units that is not the same in both. Nothing: missing there.
struct value_change {
    std::string baseline;  ///< empty for options that stand alone
    std::string option;
    std::string criterion;
    std::string unit;
    std::optional<double> before;
    std::optional<double> after;
};

struct study_difference {
    std::vector<change>
        settings;  ///< the day, criteria, directions, weight sets and options, each named in its subject
    std::vector<baseline_difference> baselines;
    std::vector<value_change> values;
    std::size_t values_compared = 0;  ///< measured cells of options, baselines and criteria that both have
};

/// Studies whose criteria are not the same tree are compared in settings and baselines only. Errors are those of
/// options that cannot be placed. O(options · baselines · measures), nothing is sampled.
[[nodiscard]] result<study_difference> diff(const study& before, const study& after);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_diff.ipp"
#endif
