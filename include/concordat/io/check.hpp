// SPDX-License-Identifier: Apache-2.0
/// Whether a file of any format is right, and what a reader of it should know.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/facts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

struct check_report {
    std::string path;
    std::string format;  ///< "concordat/model@1"; empty when it could not be told
    std::string key;
    std::vector<error> errors;    ///< in order of path, line and column, at most 20 and how many more
    std::vector<error> warnings;  ///< of models without errors; see `review`, less the sources of shared lists
    /// What a file without errors states, with what it extends; nothing for formats that state no facts. What a study
    /// or a reform names stands in those files, not here.
    std::optional<fact_list> facts;
    [[nodiscard]] bool passed() const noexcept { return errors.empty(); }
};

/// Reads the file with everything it names, whatever its format, as `load_…` would. A model marked `abstract` is
/// checked as far as it goes: what it refers to may be added by others.
[[nodiscard]] check_report check_file(const std::string& path);

/// What can be said of one text alone: syntax, keys, types, closed words, ranges. Opens no file, so it does not know
/// whether what the text names is there.
[[nodiscard]] check_report check_text(std::string_view text, const std::string& path);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_check.ipp"
#endif
