// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/dataset.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_dataset_asked.ipp"
#include "concordat/impl/write_dataset_criteria.ipp"
#include "concordat/impl/write_dataset_evidence.ipp"
#include "concordat/impl/write_dataset_found.ipp"
#include "concordat/impl/write_dataset_notes.ipp"
#include "concordat/impl/write_dataset_ranks.ipp"

#include <algorithm>
#include <array>
#include <utility>

namespace concordat {

namespace detail::tabulating {

inline constexpr std::array<std::string_view, 5> field_type_words{"text", "number", "whole", "truth", "day"};
inline constexpr std::array<std::string_view, 3> absence_words{"never", "unknown", "not_applicable"};

inline cell cell_of(const document& datum) {
    if (const auto* truth = datum.as_bool()) return *truth ? "true" : "false";
    if (const auto* number = datum.as_double()) return number_cell(*number);
    if (const auto* text = datum.as_string()) return *text;
    if (const auto count = datum.as_unsigned()) return count_cell(*count);
    if (const auto count = datum.as_signed()) return number_cell(static_cast<double>(*count));
    return {};
}

}  // namespace detail::tabulating

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<field_type>() noexcept {
    return detail::tabulating::field_type_words;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<absence>() noexcept {
    return detail::tabulating::absence_words;
}
CONCORDAT_INLINE std::string_view name(field_type type) noexcept {
    return words<field_type>()[static_cast<std::size_t>(type)];
}
CONCORDAT_INLINE std::string_view name(absence empty) noexcept {
    return words<absence>()[static_cast<std::size_t>(empty)];
}

CONCORDAT_INLINE const data_table* dataset::find(std::string_view table_name) const noexcept {
    const auto at = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.name == table_name; });
    return at == tables.end() ? nullptr : &*at;
}

CONCORDAT_INLINE dataset to_dataset(const study& s, const study_result& found) {
    using namespace detail::tabulating;
    const auto facts = facts_within(s);
    const auto ledger = make_ledger(facts);
    dataset out{s.key, s.title, limitation_words(), watermarks(s), {}};
    const auto add = [&](data_table table) { out.tables.push_back(std::move(table)); };
    add(limitation_data());
    add(study_data(s, found));
    add(baseline_data(s));
    add(option_data(s));
    add(option_part_data(s));
    add(gate_data(s));
    add(gate_finding_data(s));
    add(branch_data(s));
    add(criterion_data(s, found));
    add(value_point_data(s, found));
    add(weight_set_data(s));
    add(weight_data(s, found));
    add(weight_by_evidence_data(s, found));
    add(performance_data(found));
    add(figure_data(found));
    add(witness_data(found));
    add(option_on_baseline_data(s, found));
    add(facts_by_level_data(s, found));
    add(ranking_data(s, found));
    add(rank_probability_data(s, found));
    add(pairwise_data(s, found));
    add(favouring_weight_data(s, found));
    add(expected_value_data(s, found));
    add(contribution_data(s, found));
    if (found.areas) add(area_data(s, found));
    add(correlated_criteria_data(found));
    add(criterion_remark_data(found));
    add(presence_data(s));
    add(assumption_data(ledger));
    add(source_data(ledger));
    add(fact_data(ledger));
    add(fact_source_data(ledger));
    add(conflict_data(ledger));
    add(note_data(s, found, ledger));

    auto dictionary = dictionary_data();
    for (const auto& table : out.tables) append_dictionary_rows(dictionary, table);
    const auto own = dictionary;
    append_dictionary_rows(dictionary, own);
    out.tables.push_back(std::move(dictionary));
    return out;
}

CONCORDAT_INLINE sheet to_sheet(const data_table& table) {
    sheet out{table.title, {}, {}, {table.meaning}};
    for (const auto& f : table.fields) out.columns.push_back({f.name});
    for (const auto& row : table.rows) {
        CONCORDAT_ASSERT(row.size() == table.fields.size());
        auto& cells = out.rows.emplace_back();
        for (const auto& datum : row) cells.push_back(detail::tabulating::cell_of(datum));
    }
    return out;
}

}  // namespace concordat
