// SPDX-License-Identifier: Apache-2.0
/// How every option does on every criterion, before any weight: parallel coordinates, a line for each option through
/// what its values are worth.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace concordat {

/// Criteria from top to bottom, worth from 0 on the left to 1 on the right. A line breaks where a value is missing.
/// Three lines at most stand out: those of `highlighted`, or else of the study's first option and of the two that come
/// first most often under the first weight set (of the first three where nothing is ranked). `baseline` is a position
/// in the result. O(options × criteria). The result must be of this study, and `key` an identifier.
[[nodiscard]] picture profile_picture(std::string key, const study&, const study_result&, std::size_t baseline = 0,
                                      std::vector<std::size_t> highlighted = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_profile_picture.ipp"
#endif
