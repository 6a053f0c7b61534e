// SPDX-License-Identifier: Apache-2.0
/// What each weight would have to be for another option to come first: a strip from none to all of the weight, with
/// where it stands now and where the first place changes hands.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// The weight that is nearest to a switch on top; at most ten are drawn, and the table has all. Weights are shares
/// within their branch, moved one at a time at expected values. Where no weight alone changes the first place the
/// picture says so. The analysis must be of this study, and `key` an identifier. O(pieces).
[[nodiscard]] picture switch_point_picture(std::string key, const study&, const sensitivity&,
                                           const sensitivity_choice& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_switch_point_picture.ipp"
#endif
