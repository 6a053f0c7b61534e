// SPDX-License-Identifier: Apache-2.0
/// A run told in plain language to somebody who is no analyst: what was asked and by whom, what was compared, what came
/// out and how sure that is, what could not be seen, what it does not mean, who was not asked, and what would change
/// the answer. By template from the same values that every table is made of; nothing in it is written by hand for one
/// study. It gives no advice, and no rank without its probability.
#pragma once

#include "concordat/report/prose.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// The result must be of this study; `tested`, if any, of the same one, and may be of some of its baselines and weight
/// sets. Without it the text says that it was not tested what would change the answer. The key of the text is
/// `plain-summary`. O(baselines × (weight sets × options + options × criteria)).
[[nodiscard]] prose plain_summary(const study&, const study_result&, const sensitivity* tested = nullptr);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_plain_summary.ipp"
#endif
