// SPDX-License-Identifier: Apache-2.0
/// What is gained against what it takes: the value of each option against the disruption that it brings, or against
/// what is kept beside the value and never weighed, as cost is.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace concordat {

/// The first criterion that is measured as `disruption`, by its position; nothing where the study has none.
[[nodiscard]] std::optional<std::size_t> disruption_criterion(const study&);

/// Value of all other criteria at central weights, against that criterion. A filled mark: no option has more value and
/// less disruption at once. The line through a mark goes from every uncertain or missing value at its worst to every
/// one at its best. Options without a value are named below the drawing; where none has one, or the study has no such
/// criterion, the picture says so. `ranking_choice::gaps` does not matter. O(options² + options × criteria). The result
/// must be of this study, and `key` an identifier.
[[nodiscard]] picture disruption_picture(std::string key, const study&, const study_result&,
                                         const ranking_choice& = {});

/// The same against the axis at that position of `study::criteria`, with the values that the study's judgements give
/// it. A study without the axis, or without any value on it, gets a picture that says so.
[[nodiscard]] picture cost_picture(std::string key, const study&, const study_result&, const ranking_choice& = {},
                                   std::size_t axis = 0);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_trade_off_picture.ipp"
#endif
