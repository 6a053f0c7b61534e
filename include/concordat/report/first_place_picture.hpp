// SPDX-License-Identifier: Apache-2.0
/// How often each option comes first: a bar with its interval, and brackets around options of which no order can be
/// told.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// Most often first on top. The line on a bar reaches two standard errors of sampling to either side; options that
/// share a place count as first together, so bars can add up to more than 1. The table has for each option what it is
/// not separated from. O(options²) unless almost all options are alike, then O(options³). The result must be of this
/// study, and `key` an identifier.
[[nodiscard]] picture first_place_picture(std::string key, const study&, const study_result&,
                                          const ranking_choice& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_first_place_picture.ipp"
#endif
