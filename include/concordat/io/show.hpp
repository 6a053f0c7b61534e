// SPDX-License-Identifier: Apache-2.0
/// What the commands show, diff, apply, measure and check found, as a document for machines (schemas/*.schema.json) and
/// as a table for people. Both say the same; the table leaves out what does not fit a line.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/graph/finding.hpp"
#include "concordat/io/check.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/diff.hpp"
#include "concordat/model/facts.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// A measure that was asked for, with all its parameters, and what it found.
struct measured {
    measure_info info;
    parameter_set parameters;
    finding found;
};

/// What a check of files came to. Errors and warnings may hold others in `more`; they are shown one by one, in their
/// order.
struct check_outcome {
    std::vector<error> errors;
    std::vector<error> warnings;
    std::optional<evidence_count> evidence{};  ///< of a model that could be read
};

/// A model for reading: its size and settings, its actors, and its relations by layer with their evidence. O(size).
[[nodiscard]] std::vector<sheet> to_sheets(const model&);

/// What differs between two models: `schemas/diff.schema.json`. O(changes).
[[nodiscard]] document to_document(std::span<const change> changes, const model& before, const model& after);
[[nodiscard]] sheet to_sheet(std::span<const change> changes, const model& before, const model& after);

/// What each step of a stack of reforms did to `before`: `schemas/apply.schema.json`. O(edits).
[[nodiscard]] document to_document(const application&, const model& before);
[[nodiscard]] sheet to_sheet(const application&, const model& before);

/// Findings on one model, with figures, and witnesses whose relations are named by identity:
/// `schemas/measure.schema.json`. O(witnesses).
[[nodiscard]] document to_document(std::span<const measured>, const model&);
/// One row a measure; the criticism of each stands in the notes, because it belongs beside every use.
[[nodiscard]] sheet to_sheet(std::span<const measured>, const model&);
/// One finding in full: its figures and witnesses.
[[nodiscard]] sheet to_sheet(const measured&, const model&);

/// Every problem with its code, place, sentence and way out: `schemas/check.schema.json`. O(problems).
[[nodiscard]] document to_document(const check_outcome&);
[[nodiscard]] sheet to_sheet(const check_outcome&);

/// What several files come to together: part of `schemas/checks.schema.json`.
[[nodiscard]] document to_document(const check_summary&);
/// The share of the facts at each level.
[[nodiscard]] sheet to_sheet(const check_summary&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show.ipp"
#include "concordat/impl/io_show_model.ipp"
#include "concordat/impl/io_show_sheet.ipp"
#endif
