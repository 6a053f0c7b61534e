// SPDX-License-Identifier: Apache-2.0
/// The files of a run as bytes, and its record: what `run --out` writes and `verify` makes again.
#pragma once

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

/// What is written beyond the results. The record keeps it, so that `verify` makes the same again.
struct run_extras {
    bool report = false;  ///< the page, for which the run is also tested on its first baseline
};
[[nodiscard]] run_extras extras_of(const run_record&);

struct run_outcome {
    study_result found;
    std::optional<sensitivity> tested;
};

/// Runs the study, and tests it where an extra needs that.
[[nodiscard]] result<run_outcome> run_with_extras(const study&, const run_options&, const run_extras&);

struct run_files {
    std::vector<named_bytes> outputs;  ///< all but the record
    run_record record;
};

[[nodiscard]] result<run_files> files_of(const loaded_study&, const run_outcome&, const run_extras&);

/// The page alone, as `files_of` makes it.
[[nodiscard]] std::string page_of(const loaded_study&, const run_outcome&);

/// The key of the study that the record is of; null when it names none.
[[nodiscard]] const std::string* study_of(const run_record&);

}  // namespace concordat::cli
