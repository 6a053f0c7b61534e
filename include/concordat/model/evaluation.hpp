// SPDX-License-Identifier: Apache-2.0
/// What was published about a reform where it was tried. It is shown beside the structural change and never multiplied
/// into a score: a trial elsewhere says what happened there.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/evidence.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace concordat {

/// How an effect was looked for, the strongest first. `not_seen`: there is an evaluation, and its design was not seen.
enum class evaluation_design : std::uint8_t {
    randomised_trial,
    quasi_experiment,
    comparison_group,
    before_after,
    no_comparison,
    not_seen,
};
/// Which way an outcome went, from the side of the children and families concerned. `none`: it was looked for and not
/// found; `not_known`: nobody who was read says.
enum class effect_direction : std::uint8_t { positive, negative, mixed, none, not_known };
enum class evaluation_status : std::uint8_t { published, running, stopped };

[[nodiscard]] std::string_view name(evaluation_design) noexcept;
[[nodiscard]] std::string_view name(effect_direction) noexcept;
[[nodiscard]] std::string_view name(evaluation_status) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<evaluation_design>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<effect_direction>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<evaluation_status>() noexcept;

/// The bounds that were published with an effect, in its unit.
struct effect_interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const effect_interval&, const effect_interval&) = default;
};

/// The outcome in the two groups that were compared, in the effect's unit.
struct compared_groups {
    double with = 0;     ///< those who had what the reform brings
    double without = 0;  ///< those who had not
    friend bool operator==(const compared_groups&, const compared_groups&) = default;
};

/// An effect as it was published. It has a size, or two groups, or both: nothing is computed from the groups. An
/// interval holds the size.
struct published_effect {
    std::optional<double> value;
    std::string unit;
    std::optional<effect_interval> interval;
    std::optional<compared_groups> groups;
    friend bool operator==(const published_effect&, const published_effect&) = default;
};

/// One evaluation of one outcome.
struct evaluation {
    std::string title;
    evaluation_design design = evaluation_design::not_seen;
    std::string sample;   ///< who was studied, in words; may be empty
    std::string outcome;  ///< what was looked at
    effect_direction direction = effect_direction::not_known;
    std::optional<published_effect> effect;
    evaluation_status status = evaluation_status::published;
    int grade = 0;  ///< how strongly it backs a claim of effect, 0 none to 4 high; apart from the level of the fact
    std::string note;
    concordat::evidence evidence;  ///< that the evaluation says so
    origin where;
    friend bool operator==(const evaluation&, const evaluation&) = default;
};

/// `5.5 percent, -4.5 to 16.6; with 36.2, without 44.8`: the parts that are there, numbers as they were written.
[[nodiscard]] std::string describe(const published_effect&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_evaluation.ipp"
#endif
