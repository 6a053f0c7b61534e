// SPDX-License-Identifier: Apache-2.0
/// What the document and the tables of two runs take alike. Internal to `impl/write_run_diff*.ipp`.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/write_study_words.hpp"
#include "concordat/io/write_run_diff.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace concordat::detail::writing {

/// What of the records differs, without what differs because of it.
inline std::vector<record_difference> differences_of(const run_comparison& c) {
    return compare_records(c.before.record, c.after.record);
}

/// Settings of a run that have no part in an expected value. Which study it is of is no setting.
inline std::vector<record_difference> changed_settings_of(const run_comparison& c) {
    auto all = differences_of(c);
    std::erase_if(all, [](const auto& d) { return d.part != record_part::options || d.what == "study"; });
    return all;
}

inline std::vector<std::string> watermarks_of(const run_comparison& c) {
    std::vector<std::string> marks;
    for (const auto* run : {&c.before, &c.after}) {
        if (!run->result) continue;
        for (const auto& w : run->result->weights) {
            const auto mark = watermark_of(w);
            const auto text = w.key + ": " + (mark ? *mark : std::string());
            if (mark && std::find(marks.begin(), marks.end(), text) == marks.end()) marks.push_back(text);
        }
    }
    return marks;
}

/// What of the results differs, where both are known.
inline std::optional<run_difference> result_difference_of(const run_comparison& c) {
    if (!c.before.result || !c.after.result) return std::nullopt;
    return diff(*c.before.result, *c.after.result);
}

inline std::vector<std::string> files_of(const run_comparison& c, const change_player& player) {
    std::vector<std::string> files;
    for (const auto change : player.changes)
        files.insert(files.end(), c.changes[change].files.begin(), c.changes[change].files.end());
    return files;
}

/// Of the kinds that were taken as one.
inline std::vector<std::string> kinds_of(const run_comparison& c, const change_player& player) {
    std::vector<std::string> kinds;
    for (const auto change : player.changes)
        if (!c.changes[change].kind.empty()) kinds.push_back(c.changes[change].kind);
    return kinds;
}

inline std::string unit_text(const quantity_change& q) {
    return q.unit_before == q.unit_after ? q.unit_after : q.unit_before + " -> " + q.unit_after;
}

/// The value that a player moves most, by its position; nothing when it moves none.
inline std::optional<std::size_t> most_moved(const std::vector<double>& moves) {
    const auto farthest =
        std::max_element(moves.begin(), moves.end(), [](double a, double b) { return std::fabs(a) < std::fabs(b); });
    if (farthest == moves.end() || *farthest == 0) return std::nullopt;
    return static_cast<std::size_t>(farthest - moves.begin());
}

}  // namespace concordat::detail::writing
