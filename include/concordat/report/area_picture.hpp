// SPDX-License-Identifier: Apache-2.0
/// What a study came to in each area, on a map of equal tiles: an area of few people is as easy to read as one of many.
/// It ranks options within an area, and never areas.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace concordat {

/// For each area the option that is most probably first there under that weight set (a position in `study::weights`),
/// with its probability; "open" where no option is ahead of all others by more than two standard errors. With `option`:
/// the probability that this one is first. A dashed frame: the area's arrangement is itself not certain. Areas without
/// a place among the tiles are listed below. A study without areas, or without weights, gets a picture that says so.
/// O(areas × options). The result must be of this study, and `key` an identifier.
[[nodiscard]] picture area_picture(std::string key, const study&, const study_result&, std::size_t weights = 0,
                                   std::optional<std::size_t> option = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_area_picture.ipp"
#endif
