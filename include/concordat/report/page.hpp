// SPDX-License-Identifier: Apache-2.0
/// A run as one HTML file for those who decide, those who are concerned, and those who check: the question, what was
/// found and how sure that is, what cannot be said, and then everything that it rests on. It needs no script, no
/// network and no other file, and its own security policy forbids all of them.
#pragma once

#include "concordat/io/record.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// What a page can show beyond the result. Each may be null; the page then says that it was not looked at.
struct page_sources {
    const sensitivity* tested = nullptr;  ///< of the same study; of some of its baselines and weight sets, or all
    const run_record* record = nullptr;   ///< of this run, before its outputs are known: engine, options and inputs
};

/// The whole page, in UTF-8. Pictures are of the first baseline, which stands for the others only where it says so; the
/// tables are of all. Whatever labels hold is shown as text. Same study, result and sources: same bytes.
/// O(baselines × weight sets × options² + facts + relations of the options' changes).
[[nodiscard]] std::string to_page(const study&, const study_result&, const page_sources& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_page.ipp"
#include "concordat/impl/report_page_evidence.ipp"
#include "concordat/impl/report_page_question.ipp"
#include "concordat/impl/report_page_ranking.ipp"
#include "concordat/impl/report_page_structure.ipp"
#include "concordat/impl/report_page_values.ipp"
#endif
