// SPDX-License-Identifier: Apache-2.0
/// A performance table as a file gives it: options, criteria, numbers, for those who want a ranking and no model.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/surrogate_weights.hpp"
#include "concordat/io/loaded.hpp"

#include <string>
#include <string_view>

namespace concordat {

/// The file names no other, so it may lie anywhere.
[[nodiscard]] result<ranking_table> load_table(const std::string& path);
/// `path` only stands in messages.
[[nodiscard]] result<ranking_table> load_table_text(std::string_view text, const std::string& path);

/// An ordinal set as numbers, by a rule, at each branch by itself; any other set as it is.
[[nodiscard]] weight_set with_surrogates(weight_set, surrogate_rule);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_ranking_table.ipp"
#endif
