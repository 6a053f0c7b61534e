// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/foundation_sheets.hpp"

#include "concordat/impl/report_wording.hpp"
#include "concordat/model/facts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace concordat {

namespace detail::foundation_work {

/// "12", or "12..19" over the options.
template <class Figure>
std::string range_over(const std::vector<evidence_count>& counts, Figure figure) {
    std::size_t low = figure(counts.front()), high = low;
    for (const auto& each : counts) {
        low = std::min(low, figure(each));
        high = std::max(high, figure(each));
    }
    return low == high ? std::to_string(low) : std::to_string(low) + ".." + std::to_string(high);
}

inline bool same_shares(const weighed_ranking& a, const weighed_ranking& b) {
    return std::equal(a.shares.begin(), a.shares.end(), b.shares.begin(), b.shares.end(),
                      [](const auto& x, const auto& y) { return x.what == y.what && x.share == y.share; });
}

}  // namespace detail::foundation_work

CONCORDAT_INLINE sheet facts_by_level_sheet(const study_result& found) {
    sheet out{"What the models rest on", {{"baseline"}}, {}};
    for (const auto* heading :
         {"facts", "level 4", "3", "2", "1", "0", "unsourced", "assumptions at 1", "at 0", "conflicts"})
        out.columns.push_back({heading, alignment::right});
    for (const auto& b : found.baselines) {
        if (b.evidence.empty()) continue;
        auto& row = out.rows.emplace_back();
        row.emplace_back(detail::wording::baseline_words(b));
        row.emplace_back(detail::foundation_work::range_over(b.evidence, [](const auto& e) { return e.facts(); }));
        for (std::size_t level = 5; level-- > 0;)
            row.emplace_back(
                detail::foundation_work::range_over(b.evidence, [&](const auto& e) { return e.by_level[level]; }));
        row.emplace_back(detail::foundation_work::range_over(b.evidence, [](const auto& e) { return e.unsourced; }));
        for (std::size_t level = 2; level-- > 0;)
            row.emplace_back(detail::foundation_work::range_over(
                b.evidence, [&](const auto& e) { return e.assumptions_by_level[level]; }));
        row.emplace_back(detail::foundation_work::range_over(b.evidence, [](const auto& e) { return e.conflicts; }));
    }
    out.notes.emplace_back(
        "A range runs over the options. Levels: 4 in force and in primary text, 3 official guidance or "
        "scheme, 2 local or secondary, 1 inferred, prospective or background, 0 assumed.");
    return out;
}

CONCORDAT_INLINE sheet weight_shares_sheet(const study& s, const study_result& found) {
    sheet out{"Share of weight by what it rests on", {{"weights"}, {"baseline"}}, {}};
    const auto add = [&](const std::string& baseline, const weighed_ranking& ranking) {
        auto& row = out.rows.emplace_back();
        row.assign({s.weights[ranking.weights].key, baseline});
        for (const auto& each : ranking.shares) row.push_back(number_cell(100 * each.share, 1));
    };
    if (found.baselines.empty()) return out;
    const auto& first = found.baselines.front().rankings;
    for (std::size_t w = 0; w < first.size(); ++w) {
        if (w == 0)
            for (const auto& each : first[w].shares) out.columns.push_back({each.what, alignment::right, "%"});
        const bool alike = std::all_of(found.baselines.begin(), found.baselines.end(), [&](const auto& b) {
            return detail::foundation_work::same_shares(b.rankings[w], first[w]);
        });
        if (alike)
            add("each", first[w]);
        else
            for (const auto& b : found.baselines) add(detail::wording::baseline_words(b), b.rankings[w]);
    }
    out.notes.emplace_back("missing: weight of criteria of which a value is missing; it is part of the others.");
    return out;
}

}  // namespace concordat
