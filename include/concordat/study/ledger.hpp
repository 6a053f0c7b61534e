// SPDX-License-Identifier: Apache-2.0
/// What the facts of criteria, studies and models rest on.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/model/facts.hpp"
#include "concordat/study/study.hpp"

namespace concordat {

/// Criteria (that each is asked for, and that it helps children), gates and axes.
[[nodiscard]] fact_list facts_of(const criteria_tree&);
/// Options, judgements and findings at gates: what the study itself states, not what it names.
[[nodiscard]] fact_list facts_of(const study&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_ledger.ipp"
#endif
