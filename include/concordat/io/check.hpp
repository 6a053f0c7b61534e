// SPDX-License-Identifier: Apache-2.0
/// Whether a file of any format is right, and what a reader of it should know.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/facts.hpp"

#include <optional>
#include <span>
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
    bool part = false;                ///< a model marked `abstract`, which others extend
    std::vector<std::string> inputs;  ///< paths of all files that were read for it, itself first
    [[nodiscard]] bool passed() const noexcept { return errors.empty(); }
};

/// Reads the file with everything it names, whatever its format, as `load_…` would. A model marked `abstract` is
/// checked as far as it goes: what it refers to may be added by others.
[[nodiscard]] check_report check_file(const std::string& path);

/// The same of several, in the order given; what many of them name is parsed once.
[[nodiscard]] std::vector<check_report> check_files(std::span<const std::string> paths);

struct directory_check {
    std::vector<check_report> files;     ///< every .toml below the directory, in order of path
    std::vector<std::string> left_over;  ///< tables (.csv) that none of them names
    std::vector<std::string> links;      ///< not followed
};

/// Whatever lies below a directory: see `list_directory`, whose errors these are.
[[nodiscard]] result<directory_check> check_directory(const std::string& path);

/// What several files come to together. Facts that several of them read, as those of a part that many models extend,
/// count once, by where they are written.
struct check_summary {
    std::size_t files = 0, refused = 0;
    std::size_t models = 0, parts = 0;  ///< models of their own, and parts that others extend
    std::size_t actors = 0, relations = 0, sources = 0;
    evidence_count evidence;
};
[[nodiscard]] check_summary summarise(std::span<const check_report>);

/// What can be said of one text alone: syntax, keys, types, closed words, ranges. Opens no file, so it does not know
/// whether what the text names is there.
[[nodiscard]] check_report check_text(std::string_view text, const std::string& path);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_check.ipp"
#endif
