// SPDX-License-Identifier: Apache-2.0
/// Which families an option would serve worse than things as they are, as a table for people.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/family_effects.hpp"
#include "concordat/study/study.hpp"

#include <string_view>

namespace concordat {

/// A row for each family, criterion and change for the worse, with the options that make it; notes say for how many it
/// is better, what does not tell families apart, and that silence is no good news. Of the study and of one baseline,
/// which `place` names as people read it.
[[nodiscard]] sheet worse_off_sheet(const study&, const family_effects&, std::string_view place);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_family_sheets.ipp"
#endif
