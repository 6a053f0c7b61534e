// SPDX-License-Identifier: Apache-2.0
/// A reform for reading: its steps in words, and what was published about the same done elsewhere.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/reform.hpp"

#include <string>
#include <vector>

namespace concordat {

/// What a step does, in a line: `transfer: children_social_work accountable, from holder to care_board`.
[[nodiscard]] std::string describe(const step_action&);

/// `schemas/show_reform.schema.json`. O(size).
[[nodiscard]] document to_document(const reform&);
/// Its settings, its steps, its evaluations, and the sources of these.
[[nodiscard]] std::vector<sheet> to_sheets(const reform&);
/// A row for each step and each evaluation.
[[nodiscard]] sheet to_sheet(const reform&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_reform.ipp"
#include "concordat/impl/io_show_step.ipp"
#endif
