// SPDX-License-Identifier: Apache-2.0
/// Which uncertainty matters between the first option and the second: one bar for each value or weight that is not
/// known, as long as the difference it makes alone.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// Widest bar on top; at most ten are drawn, and the table has all. Where a bar is hatched the second option is ahead.
/// Where there is one option, or nothing is uncertain, the picture says so. The analysis must be of this study, and
/// `key` an identifier. O(bars).
[[nodiscard]] picture tornado_picture(std::string key, const study&, const sensitivity&,
                                      const sensitivity_choice& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_tornado_picture.ipp"
#endif
