// SPDX-License-Identifier: Apache-2.0
/// The files of a run as bytes, and its record: what `run --out` writes and `verify` makes again.
#pragma once

#include "extra_files.hpp"

#include "concordat/core/error.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/record.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/sensitivity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat::cli {

inline constexpr const char* record_name = "record.json";
inline constexpr const char* result_name = "result.json";

struct run_outcome {
    study_result found;
    std::optional<sensitivity> tested;

    /// Null when nothing was tested.
    [[nodiscard]] const sensitivity* tests() const noexcept { return tested ? &*tested : nullptr; }
};

/// Runs the study, and tests it on its first baseline where one of the files needs that.
[[nodiscard]] result<run_outcome> run_for(const study&, const run_options&, const extra_files& also);

struct run_files {
    std::vector<named_bytes> outputs;  ///< all but the record
    run_record record;
};

/// `also`: each once, in the order of the enumerators.
[[nodiscard]] result<run_files> files_of(const loaded_study&, const run_outcome&, const extra_files& also);

/// The page alone, as `files_of` makes it.
[[nodiscard]] std::string page_of(const loaded_study&, const run_outcome&);

/// The key of the study that the record is of; null when it names none.
[[nodiscard]] const std::string* study_of(const run_record&);

/// What a record says was written besides; a word that is none of ours is E403.
[[nodiscard]] result<extra_files> extra_files_of(const run_record&);

}  // namespace concordat::cli
