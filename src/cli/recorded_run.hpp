// SPDX-License-Identifier: Apache-2.0
/// What a record names, as it lies on this machine: the study and its inputs, and the outputs beside the record.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/record.hpp"
#include "concordat/io/study_mixture.hpp"
#include "concordat/study/run_summary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat::cli {

/// The directory that holds the study by its key: `given`, else the first of those where people keep models.
[[nodiscard]] result<std::string> find_root(const std::string& record, const std::string& given,
                                            const std::string& study_key);

/// Where to look for the inputs of a record: in `given` alone, else where people keep models, and in `also` after that.
struct input_places {
    std::string given;
    std::string also{};
};

/// Every input as the run read it, out of the first place that has them all. E305 where the study lies nowhere, E802
/// where files are no longer those of the run, each of which is named; a record that names no study is E202.
[[nodiscard]] result<run_inputs> read_recorded_inputs(const run_record&, const std::string& record,
                                                      const input_places&);

/// What of the result that the run wrote can be compared. E802 where it is not there, or not the one that was written.
[[nodiscard]] result<run_summary> read_recorded_result(const run_record&, const std::string& record);

/// The file as it is now, marked; nothing when it cannot be read.
[[nodiscard]] std::optional<file_mark> mark_now(const std::string& name, const std::string& path);

/// Names in a record are somebody's input: none leads out of the directory.
[[nodiscard]] bool stays_inside(const std::string& name);

}  // namespace concordat::cli
