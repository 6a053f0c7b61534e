// SPDX-License-Identifier: Apache-2.0
/// What it would be worth to know more before choosing (Howard, "Information value theory", IEEE Transactions on
/// Systems Science and Cybernetics 2, 1966; Felli and Hazen, "Sensitivity analysis and the expected value of perfect
/// information", Medical Decision Making 18, 1998). Weights are preferences, not facts: nothing is to be learned about
/// them, so everything here is at central weights, and only cells and scenarios are uncertain.
///
/// The unit is value on the scale from 0 to 1. Not included: what finding out would cost, and what an imperfect answer
/// would be worth, which is never more.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <vector>

namespace concordat {

/// What sets the scenarios apart: yes or no for each marker in each scenario ("this relation is there"), and which
/// markers would be learned together (those of one source).
struct scenario_markers {
    std::size_t count = 0;                         ///< markers
    std::vector<bool> present;                     ///< scenario by marker
    std::vector<std::vector<std::size_t>> groups;  ///< positions of markers; one marker may be in several groups
};

/// The largest number of markers in one group (E701).
inline constexpr std::size_t most_grouped_markers = 256;

struct cell_information {
    std::size_t option = 0;
    std::size_t criterion = 0;
    estimate evppi;
    friend bool operator==(const cell_information&, const cell_information&) = default;
};

struct value_of_information {
    std::size_t choice = 0;  ///< the option of the highest expected value, ties by position: what one would choose now
    double expected = 0;     ///< and that value
    estimate evpi;           ///< of perfect information: every cell and the scenario
    std::vector<estimate> criteria;       ///< of the values of all cells of a criterion, by criterion of the table
    std::vector<cell_information> cells;  ///< of one cell: those that are uncertain, by option and then criterion
    std::vector<estimate> groups;         ///< of all markers of a group
    friend bool operator==(const value_of_information&, const value_of_information&) = default;
};

/// Values of information of everything, of parts and of groups, from the same samples.
///
/// To know a part means to choose by it. So for each part a sample's choice is the option that is best as far as the
/// part tells: for a criterion or a cell, by each option's expected value given its own cell (exact for a single
/// scenario; with several, what the cell tells about the scenario enters by linear regression); for a group, by the
/// regression of the options' values on its markers (Strong, Oakley and Brennan, "Estimating multiparameter partial
/// expected value of perfect information from a probabilistic sensitivity analysis sample", Medical Decision Making 34,
/// 2014: least squares with an intercept, which for one marker are the means with and without it). The samples are then
/// parted by that choice, and the value of knowing the part is the mean over the parts of the best mean value, less the
/// best mean value of all. A part's best mean lies between the mean of one option and the mean of each sample's best:
/// so 0 <= EVPPI <= EVPI holds for every result, by Jensen's inequality twice over and with nothing clamped. Where the
/// regression is the true conditional mean, that is what its largest fitted values give. Where it is not, as with
/// markers that act only together, those can promise more than the EVPI, while this gives less than the true EVPPI and
/// may give a group less than one of its markers alone.
///
/// Sample k reads its cells from (seed, purpose::ratings, k), in the order that `rank_probability` does. Every scenario
/// is drawn equally often, so the samples are rounded up to a multiple of their number; where no cell is uncertain,
/// each is taken once. Values are summed in steps of 2^-32 as integers, which makes the inequalities exact and the
/// result the same for any number of threads. Standard errors take the scenarios, or with one scenario the samples, for
/// independent draws; where the scenarios are all that can be and no cell is uncertain, the values are exact whatever
/// their standard errors say.
///
/// Errors: those of `check` for scenarios and of `weighting::make`; no samples (E401); too many samples or markers in a
/// group, more options than `most_compared`, or more than 2^22 sums to keep, options² for each uncertain criterion and
/// each group and options for each uncertain cell (E701); markers of another number than scenarios times `count`
/// (E411), a group that names a marker that is not there (E301) or none at all (E410); progress asked to stop (E801).
/// O(samples × cells + scenarios × (cells + group × (group + options))).
[[nodiscard]] result<value_of_information> value_of_information_of(const table_scenarios&, const weight_set&,
                                                                   const scenario_markers& = {},
                                                                   const rank_sampling& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_value_of_information.ipp"
#endif
