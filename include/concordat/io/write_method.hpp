// SPDX-License-Identifier: Apache-2.0
/// A plain table put to one method of multi-criteria decision analysis, and what the method says, as a document and as
/// tables: the textbook's own, under the textbook's names. Methods disagree with each other by design; none of them
/// says how sure its ranking is, except those that sample.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/loaded.hpp"
#include "concordat/io/sheet.hpp"

#include <vector>

namespace concordat {

/// `content` follows `schemas/method.schema.json`: the method, the options and criteria by key, the parameters as the
/// table states them, the defaults that stood in for others, and the results by name. A result by option follows
/// the order of the options, one by criterion that of the criteria; a matrix is a list of rows, options by criteria or
/// options by options; options that are singled out are named by key.
struct method_report {
    document content;
    std::vector<sheet> sheets;  ///< what there is to say of each option first
};

/// The mistakes are those of the method; what the method needs and the table does not say is E202, at its place in the
/// file; progress asked to stop is E801. The cost is the method's.
[[nodiscard]] result<method_report> report_of(decision_method, const ranking_table&, const progress_callback& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_method.ipp"
#endif
