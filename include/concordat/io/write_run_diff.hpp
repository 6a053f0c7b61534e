// SPDX-License-Identifier: Apache-2.0
/// What differs between two recorded runs, as a document and as tables: what went in first, with how much of the change
/// each explains, and then what came out.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/record.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/io/study_mixture.hpp"
#include "concordat/study/change_shares.hpp"
#include "concordat/study/run_diff.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// A run by its record, and its result where that could be had.
struct compared_run {
    run_record record;
    std::optional<run_summary> result;
    bool run_again = false;  ///< whether the result is of running again, and not the one that was written
};

struct run_comparison {
    compared_run before;
    compared_run after;
    std::vector<changed_input> changes;   ///< as they were shared out; empty without shares
    std::optional<change_shares> shares;  ///< of `changes`, which it names by their positions
    std::string no_shares;                ///< why there are none, in a sentence; empty where there are
};

/// `schemas/run-diff.schema.json`. O(what the runs hold).
[[nodiscard]] document to_document(const run_comparison&);

/// What went in and is not the same; how much of the change each explains; what only one run has; who comes first most
/// often; the probabilities that moved by more than sampling explains; the values that are not the same.
[[nodiscard]] std::vector<sheet> to_sheets(const run_comparison&);

/// A row for each difference of any kind, and for each probability, moved or not: `part` says which.
[[nodiscard]] sheet differences_sheet(const run_comparison&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_run_diff.ipp"
#include "concordat/impl/write_run_diff_sheet.ipp"
#include "concordat/impl/write_run_diff_tidy.ipp"
#endif
