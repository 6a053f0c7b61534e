// SPDX-License-Identifier: Apache-2.0
/// How often each option has each rank: the rank acceptabilities of SMAA-2 as a map of shaded cells, with the number in
/// each.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// Best expected rank on top, ranks from left to right. A cell that is white was never seen. Wide from about fifteen
/// options on. O(options²). The result must be of this study, and `key` an identifier.
[[nodiscard]] picture rank_heat_picture(std::string key, const study&, const study_result&, const ranking_choice& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_rank_heat_picture.ipp"
#endif
