// SPDX-License-Identifier: Apache-2.0
/// A run told to a young person of about ten to twelve: short sentences, no jargon, no pity, and what their rights are
/// (United Nations Convention on the Rights of the Child, article 12: to have a say and be taken seriously). It says
/// that grown-ups drew the models and who was not asked. By template from the values of the run; titles stand as the
/// study's authors wrote them, marked as their words.
#pragma once

#include "concordat/report/prose.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// The result must be of this study. The key of the text is `child-summary`. O(baselines × (weight sets × options +
/// options × criteria)).
[[nodiscard]] prose child_summary(const study&, const study_result&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_child_summary.ipp"
#endif
