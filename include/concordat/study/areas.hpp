// SPDX-License-Identifier: Apache-2.0
/// A study over a country that is a patchwork: what was found on each baseline, mixed for every area by the odds of its
/// arrangement, and over all areas by how many people live there. It adds no fact and draws nothing: it weighs the
/// results that the baselines have.
#pragma once

#include "concordat/decide/rank_probability.hpp"
#include "concordat/model/area.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace concordat {

struct study;
struct baseline_result;

/// What an option comes to under one weight set, in one area or over many. The baselines share their samples, so the
/// error of a mixture is not that of independent parts: `standard_error` is what it is at most.
struct mixed_option {
    estimate first;                  ///< probability of being first; missing values as their criterion says
    estimate first_without_missing;  ///< the same with criteria that have missing values left out
    double value = 0;                ///< expected value at central weights, 0 to 1
    friend bool operator==(const mixed_option&, const mixed_option&) = default;
};

struct area_result {
    std::size_t area = 0;                         ///< position in the table of areas
    std::vector<arrangement_share> arrangements;  ///< see `arrangement_of`
    std::vector<mixed_option> options;            ///< weight set by option
    friend bool operator==(const area_result&, const area_result&) = default;
};

/// The least of a number over the areas, and every area that has it.
struct worst_off {
    double value = 0;
    std::vector<std::size_t> areas;
    friend bool operator==(const worst_off&, const worst_off&) = default;
};

/// An option under one weight set over all areas. A mean is absent where some area's number of people is not known.
struct option_over_areas {
    std::optional<mixed_option> by_population;
    std::optional<mixed_option> by_under_18;
    worst_off lowest_value;
    worst_off lowest_first;
    std::size_t leads = 0;     ///< areas in which no other option is more probably first
    std::size_t separate = 0;  ///< of those, where every other is behind by more than two standard errors
    double lead_lowest = 0;    ///< the probability of being first where it leads: least and most; 0 where nowhere
    double lead_highest = 0;
    friend bool operator==(const option_over_areas&, const option_over_areas&) = default;
};

struct area_results {
    int year = 0;                            ///< of the table of areas, in which the study's day lies
    std::size_t option_count = 0;            ///< of each weight set
    std::vector<area_result> areas;          ///< in the order of the table
    std::vector<option_over_areas> options;  ///< weight set by option
    std::size_t on_odds = 0;                 ///< areas whose arrangement is not certain
    /// The share of all people who live in those areas: so much of a mean rests on odds that somebody stated.
    std::optional<double> population_on_odds;
    std::optional<double> under_18_on_odds;
    friend bool operator==(const area_results&, const area_results&) = default;

    [[nodiscard]] const option_over_areas& at(std::size_t weights, std::size_t option) const {
        return options[weights * option_count + option];
    }
    [[nodiscard]] const mixed_option& at(const area_result& in, std::size_t weights, std::size_t option) const {
        return in.options[weights * option_count + option];
    }
};

/// Of a checked study that has areas and a day, and its results by baseline. E410 for a combination that no rule names.
/// O(areas × baselines × weight sets × options).
[[nodiscard]] result<area_results> mix_areas(const study&, const std::vector<baseline_result>&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
// The bodies need the results of a run, which hold these; that header has them at its end.
#include "concordat/study/run.hpp"
#endif
