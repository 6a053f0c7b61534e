// SPDX-License-Identifier: Apache-2.0
/// A case study: what happened somewhere that some models draw, what was found there, and what was counted. Its figures
/// never enter a score, and figures that were counted in different ways never stand in one column.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/evaluation.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/period.hpp"

#include <span>
#include <string>
#include <vector>

namespace concordat {

/// Something that happened.
struct event {
    period when;
    std::string text;
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const event&, const event&) = default;
};

/// What somebody found out and published about the case.
struct published_finding {
    std::string text;
    std::string theme;  ///< a short word, or empty
    effect_direction direction = effect_direction::not_known;
    std::string design;  ///< how it was found, in words; may be empty
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const published_finding&, const published_finding&) = default;
};

/// What somebody counted. Two figures are counted in the same way when they have the same definition and unit; nothing
/// else makes them comparable, least of all the same title.
struct reported_figure {
    std::string key;
    std::string title;
    std::string definition;  ///< a word for how it is counted
    double value = 0;
    std::string unit;
    period when;
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const reported_figure&, const reported_figure&) = default;
};

struct case_study {
    std::string key;
    std::string title;
    std::vector<std::string> models;  ///< keys of the models, reforms and transitions that it is about
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<event> events;  ///< in the order of the file
    std::vector<published_finding> findings;
    std::vector<reported_figure> figures;
    origin where;
    friend bool operator==(const case_study&, const case_study&) = default;
};

/// The same events, earliest first; of one time, in their order.
[[nodiscard]] std::vector<event> in_order_of_time(std::vector<event>);

struct figure_of_case {
    std::string case_key;
    reported_figure figure;
};

/// Figures that may stand in one column.
struct figure_column {
    std::string definition;
    std::string unit;
    std::vector<figure_of_case> figures;  ///< by case, in the order given, then by time
};

struct figure_comparison {
    std::vector<figure_column> shared;  ///< counted in the same way in two cases or more; by definition and unit
    std::vector<figure_of_case> alone;  ///< the others, by case and in their order
};

/// Which figures of several cases may be compared at all. O(figures · log figures).
[[nodiscard]] figure_comparison compare_figures(std::span<const case_study>);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_case_study.ipp"
#endif
