// SPDX-License-Identifier: Apache-2.0
/// The evidence ledger, and what each assumption does to a study, as a document for machines and as tables for people.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/study/assumption_effect.hpp"
#include "concordat/study/ledger.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// The assumptions of one study, the strongest first.
struct study_effects {
    std::string study;                 ///< its key
    std::vector<std::string> weights;  ///< keys, in the order of the study
    std::uint64_t samples = 0;         ///< 0: without probabilities
    std::vector<assumption_effect> effects;
};

/// `schemas/evidence.schema.json`. Facts are named by their position in the document's list of them. `on` is the day
/// that sunsets are held against. O(facts + effects).
[[nodiscard]] document to_document(const evidence_ledger&, date on, std::span<const study_effects> = {});

/// Facts by kind and level; sources used, sources not used; conflicts in full; assumptions; what is past its sunset;
/// what is unsourced, with its place; what rests on one source alone. A part that is empty says so in one line.
[[nodiscard]] std::vector<sheet> to_sheets(const evidence_ledger&, date on);

/// The first look at a ledger: facts by kind and level, sources used, conflicts, assumptions, and what is unsourced. No
/// column names a place in a file.
[[nodiscard]] std::vector<sheet> overview_sheets(const evidence_ledger&);

/// For each baseline the assumptions that change something there, then the options that one carries.
[[nodiscard]] std::vector<sheet> to_sheets(const study_effects&);

/// One row a fact, with its card and place.
[[nodiscard]] sheet facts_sheet(const evidence_ledger&);

/// One row an assumption, baseline and weight set.
[[nodiscard]] sheet effects_sheet(const study_effects&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_effects.ipp"
#include "concordat/impl/write_evidence.ipp"
#endif
