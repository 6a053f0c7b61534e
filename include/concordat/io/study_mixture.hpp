// SPDX-License-Identifier: Apache-2.0
/// Studies between two runs: some input files as they were for one run, the others as for the other.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/root.hpp"
#include "concordat/study/change_shares.hpp"

#include <string>
#include <vector>

namespace concordat {

/// Everything that a run read, and which study it ran.
struct run_inputs {
    std::string study;  ///< its key
    file_bytes files;
};

/// Input files that change as one.
struct changed_input {
    std::vector<std::string> files;  ///< by name, in order
    std::string kind;                ///< what they are, where all that differ of a kind are taken as one; else empty
    friend bool operator==(const changed_input&, const changed_input&) = default;
};

/// What is not the same in both, each file by itself, in order of name; one that only one run read counts as changed.
/// Where more than `most_changes` differ, all of a kind are taken as one: a kind is a format ("model", "weights", …),
/// and data beside indicators go with these. Two different studies change as one, for a run is of one of them.
/// O(bytes).
[[nodiscard]] std::vector<changed_input> changed_inputs(const run_inputs& before, const run_inputs& after);

/// The study with those of the changes that a set names, for `share_change`. Files that neither run read do not exist
/// in it, and one that only the run after read is not there without its change. Everything given must outlive it.
[[nodiscard]] changed_study mixtures(const run_inputs& before, const run_inputs& after,
                                     const std::vector<changed_input>& changes);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_study_mixture.ipp"
#endif
