// SPDX-License-Identifier: Apache-2.0
// How far weights can move before another option comes first, and what it would be worth to know the cells.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/additive.hpp"
#include "concordat/decide/value_of_information.hpp"
#include "concordat/decide/weight_stability.hpp"

namespace concordat::detail::method {

inline document level_document(const weight_level& level) {
    return document::object{{"share", level.share}, {"weight", level.weight}};
}

inline document pieces_document(const weight_stability& found, const std::vector<std::string>& options) {
    return document::list(found.pieces, [&](const weight_piece& piece) {
        const auto key_of = [&](std::size_t option) { return options[option]; };
        return document::object{{"from", level_document(piece.from)},
                                {"to", level_document(piece.to)},
                                {"first", document::list(piece.first, key_of)}};
    });
}

/// A row for each criterion: from which weight to which the first stay first.
inline sheet stability_sheet(const std::vector<std::string>& keys, const std::vector<document::array>& intervals,
                             const std::vector<double>& weights) {
    sheet made{"weight_stability", {{"criterion"}, {"weight", alignment::right}}, {}};
    for (const auto* heading : {"from", "to"}) made.columns.push_back({heading, alignment::right});
    for (std::size_t j = 0; j < keys.size(); ++j) {
        made.rows.push_back({keys[j], number_cell(weights[j])});
        for (std::size_t end = 0; end < 2; ++end)
            made.rows.back().push_back(intervals[j].empty() ? cell("-") : number_cell(*intervals[j][end].as_double()));
    }
    return made;
}

CONCORDAT_INLINE result<method_report> weight_stability_report(const ranking_table& given) {
    page out(decision_method::weight_stability, given,
             "Within these weights the first of the additive method stay first, one weight moved at a time "
             "(Triantaphyllou and Sánchez, 1997)");
    static_cast<void>(out.setting("normalisation", given.method.normalised, normalisation::minmax));
    CONCORDAT_TRY(const auto sum, additive(given.table, given.weights));
    CONCORDAT_TRY(const auto found, weight_stabilities(given.table, given.weights));
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < sum.options.size(); ++i)
        if (sum.options[i].rank == 1) first.push_back(i);
    std::vector<document::array> intervals(out.criteria().size());
    document pieces = document::empty_object();
    for (const auto& each : found) {
        const auto& node = sum.tree.nodes()[each.node];
        pieces.set(node.key, pieces_document(each, out.options()));
        if (!node.criterion) continue;
        const auto& low = each.lower ? *each.lower : each.pieces.front().from;
        const auto& high = each.upper ? *each.upper : each.pieces.back().to;
        intervals[*node.criterion] = {low.weight, high.weight};
    }
    out.named("first", first);
    out.add_sheet(stability_sheet(out.criteria(), intervals, sum.weights));
    out.only_document("weight_stability", document::list(intervals, [](const document::array& ends) {
                          return ends.empty() ? document() : document(ends);
                      }));
    out.only_document("pieces", std::move(pieces));
    return std::move(out).finish();
}

inline document cells_document(const value_of_information& found, const page& out) {
    return document::list(found.cells, [&](const cell_information& each) {
        return document::object{{"option", out.options()[each.option]},
                                {"criterion", out.criteria()[each.criterion]},
                                {"evppi", each.evppi.value},
                                {"standard_error", each.evppi.standard_error}};
    });
}

CONCORDAT_INLINE result<method_report> value_of_information_report(const ranking_table& given,
                                                                   const progress_callback& progress) {
    page out(decision_method::value_of_information, given,
             "Expected value of perfect information, of all cells (EVPI) and of those of one criterion (EVPPI), on the "
             "scale of values from 0 to 1 (Howard, 1966; Felli and Hazen, 1998)");
    static_cast<void>(out.setting("normalisation", given.method.normalised, normalisation::minmax));
    rank_sampling sampling;
    sampling.samples = out.setting("samples", given.method.samples, sampling.samples);
    sampling.seed = out.setting("seed", given.method.seed, sampling.seed);
    sampling.progress = progress;
    CONCORDAT_TRY(const auto found, value_of_information_of({given.table, {}}, given.weights, {}, sampling));
    const std::vector<std::size_t> choice = {found.choice};
    out.named("choice", choice);
    out.note("Expected value of the choice " + rounded(found.expected, 4) + "; EVPI " + rounded(found.evpi.value, 6) +
             " +- " + rounded(found.evpi.standard_error, 6));
    out.only_document("expected", found.expected);
    out.only_document("evpi", found.evpi.value);
    out.only_document("evpi_standard_error", found.evpi.standard_error);
    out.by_criterion("evppi", found.criteria);
    out.only_document("cell_evppi", cells_document(found, out));
    return std::move(out).finish();
}

}  // namespace concordat::detail::method
