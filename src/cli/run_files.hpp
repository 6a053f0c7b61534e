// SPDX-License-Identifier: Apache-2.0
/// The files of a run as bytes, and its record: what `run --out` writes and `verify` makes again.
#pragma once

#include "extra_files.hpp"

#include "concordat/core/error.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/record.hpp"
#include "concordat/study/run.hpp"

#include <vector>

namespace concordat::cli {

inline constexpr const char* record_name = "record.json";

struct run_files {
    std::vector<named_bytes> outputs;  ///< all but the record
    run_record record;
};

/// `also`: each once, in the order of the enumerators.
[[nodiscard]] result<run_files> files_of(const loaded_study&, const study_result&, const extra_files&);

/// The key of the study that a record is of; nothing when the record is of something else.
[[nodiscard]] const std::string* study_of(const run_record&);

/// What a record says was written besides; a word that is none of ours is E403.
[[nodiscard]] result<extra_files> extra_files_of(const run_record&);

}  // namespace concordat::cli
