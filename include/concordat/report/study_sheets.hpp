// SPDX-License-Identifier: Apache-2.0
/// What a study asks, as tables for people: the question and who asked it, the options, the criteria and the weights.
/// It stands before any result.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// The question, the standing limitation, who asked, and how the run was made, a line each.
[[nodiscard]] sheet question_sheet(const study&, const study_result&);

/// Each option with its title and how it stands at each gate; what nobody states is unknown.
[[nodiscard]] sheet options_sheet(const study&);

/// Each criterion with its unit, the better direction, where its values come from, and two levels of evidence that are
/// never one: that somebody asks for it, and that it helps children.
[[nodiscard]] sheet criteria_sheet(const study&);

/// Whose weights they are and how they were asked for, with what must be printed beside every ranking.
[[nodiscard]] sheet weights_sheet(const study&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_study_sheets.ipp"
#endif
