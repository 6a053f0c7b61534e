// SPDX-License-Identifier: Apache-2.0
/// What others published about a study's options, as a document and as tables. It stands beside values and rankings and
/// says so each time.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/published.hpp"

#include <optional>
#include <vector>

namespace concordat {

/// `published` of `schemas/run.schema.json` and `schemas/explain.schema.json`, but for the history. O(facts).
[[nodiscard]] document to_document(const published_facts&);
[[nodiscard]] document to_document(const study_event&);

/// A row for each option: how many claims there are for it, against it and mixed, and how many evaluations. Without
/// claims and evaluations it has no rows.
[[nodiscard]] sheet published_count_sheet(const study&, const published_facts&);
/// A row for each claim, with its level and source; a note tells how many are about reforms that no option uses.
[[nodiscard]] sheet claims_sheet(const published_facts&);
/// A row for each evaluation: effect, interval, design and grade as they were published.
[[nodiscard]] sheet evaluations_sheet(const published_facts&);
/// A row for each event; `until` is the day it was cut at, if any.
[[nodiscard]] sheet history_sheet(const std::vector<study_event>&, const std::optional<date>& until);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_published.ipp"
#endif
