// SPDX-License-Identifier: Apache-2.0
/// Reading back the result that a run left, as far as it can be set beside another: so that two runs can be compared
/// when the inputs of one are gone.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/study/run_summary.hpp"

#include <string>
#include <string_view>

namespace concordat {

/// Of a `result.json` (`schemas/run.schema.json`). Text that is no such file is E202, E203, E204, as for `parse_json`,
/// or as for `check(quantity)`. `path` is for the messages. Numbers come back as the same bits. O(size + options²).
[[nodiscard]] result<run_summary> read_result(std::string_view json, const std::string& path = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_result.ipp"
#endif
