// SPDX-License-Identifier: Apache-2.0
/// What of the result differs between two runs: who comes first most often, how often each option comes first, and the
/// values in raw units. Sampling alone makes two runs differ a little, so every difference stands beside its standard
/// error.
#pragma once

#include "concordat/study/run_summary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// A baseline, option, criterion or weight set that one of the runs has alone.
enum class run_part : std::uint8_t { baseline, weights, option, criterion };
[[nodiscard]] std::string_view name(run_part) noexcept;

struct lone_part {
    run_part part = run_part::baseline;
    std::string key;
    bool was = false;  ///< the run before has it; else the run after
    friend bool operator==(const lone_part&, const lone_part&) = default;
};

/// Who comes first most often in one run.
struct most_often_first {
    std::vector<std::string> options;             ///< one, or several that tie
    estimate first;                               ///< of each of them
    std::vector<std::string> not_separated_from;  ///< by any of them
    friend bool operator==(const most_often_first&, const most_often_first&) = default;
};

struct leader_change {
    std::string baseline;
    std::string weights;
    missing_treatment missing = missing_treatment::as_stated;
    most_often_first before;
    most_often_first after;
    [[nodiscard]] bool same_options() const { return before.options == after.options; }
};

/// The probability that an option comes first.
struct first_change {
    std::string baseline;
    std::string weights;
    missing_treatment missing = missing_treatment::as_stated;
    std::string option;
    estimate before;
    estimate after;
    /// After less before. Its standard error is that of independent runs; runs of one seed share draws, so that theirs
    /// is mostly smaller.
    estimate difference;
    /// By more than two standard errors; where neither run drew anything, whether there is a difference.
    bool beyond_sampling = false;
};

/// A value in raw units.
struct quantity_change {
    std::string baseline;
    std::string option;
    std::string criterion;
    std::string unit_before;
    std::string unit_after;
    quantity before;
    quantity after;
};

struct run_difference {
    std::vector<lone_part> alone;         ///< in the order of `run_part`, then as they stand in the runs, before first
    std::vector<leader_change> leaders;   ///< every ranking that both runs have
    std::vector<first_change> first;      ///< every option of those rankings that both runs have
    std::vector<quantity_change> values;  ///< those that are not the same
    std::size_t values_compared = 0;      ///< cells that both runs have
};

/// In the order of the run before. Values are the same when they are the same to the last bit, and in the same unit.
/// O(n log n) in what the runs hold.
[[nodiscard]] run_difference diff(const run_summary& before, const run_summary& after);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_run_diff.ipp"
#endif
