// SPDX-License-Identifier: Apache-2.0
// The one table of formats. A new format is a word in `file_format` and a row here.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/model/review.hpp"
#include "concordat/study/ledger.hpp"

#include <algorithm>
#include <array>

namespace concordat::detail::input {

// --- what most rows are made of

/// `Assemble(reading&, opened_file&)` gives something that states facts: there is a `facts_of` for it.
template <auto Assemble>
void whole_with_facts(reading& files, opened_file& file, checked_file& into) {
    if (const auto made = Assemble(files, file)) into.facts = facts_of(*made);
}

/// The same of something that states none, as weights.
template <auto Assemble>
void whole_without_facts(reading& files, opened_file& file, checked_file&) {
    static_cast<void>(Assemble(files, file));
}

/// `Read(opened_file&)` reads what stands in the file and opens no other.
template <auto Read>
void file_alone(reading&, opened_file& file) {
    static_cast<void>(Read(file));
}

// --- the formats that go another way

inline void sources_whole(reading&, opened_file& file, checked_file& into) {
    into.facts.emplace().sources = *assemble_sources(file);
}

inline void vocabulary_alone(reading&, opened_file& file) {
    vocabulary words;
    read_vocabulary(file, words);
}

inline void vocabulary_whole(reading& files, opened_file& file, checked_file&) { vocabulary_alone(files, file); }

/// A part marked abstract is read as far as it goes.
inline void model_whole(reading& files, opened_file& file, checked_file& into) {
    const auto made = assemble_model(files, file, &into);
    // Of a part, what others do with it is not known here: what it declares may be theirs to use.
    if (made && !into.part) into.warnings = review(*made);
    // A list of sources is shared by many models; that this one does not use them all is no news.
    std::erase_if(into.warnings, [&](const error& e) { return files.is_list_of_sources(e.where.path); });
}

inline void table_alone(reading& files, opened_file& file) { static_cast<void>(assemble_table(files, file)); }

inline constexpr std::array format_rows{
    format_row{file_format::sources, "sources", sources_whole, file_alone<assemble_sources>},
    format_row{file_format::vocabulary, "vocabulary", vocabulary_whole, vocabulary_alone},
    format_row{file_format::model, "model", model_whole, file_alone<read_model>},
    format_row{file_format::reform, "reform", whole_with_facts<assemble_reform>, file_alone<read_reform>},
    format_row{file_format::criteria, "criteria", whole_with_facts<assemble_criteria>, file_alone<read_criteria>},
    format_row{file_format::weights, "weights", whole_without_facts<assemble_weights>, file_alone<read_weights>},
    format_row{file_format::study, "study", whole_with_facts<assemble_study>, file_alone<read_study>},
    format_row{file_format::table, "table", whole_without_facts<assemble_table>, table_alone},
    format_row{file_format::transition, "transition", whole_with_facts<assemble_transition>,
               file_alone<read_transition>},
    format_row{file_format::families, "families", whole_with_facts<assemble_families>, file_alone<read_families>},
    format_row{file_format::areas, "areas", whole_with_facts<assemble_areas>, file_alone<read_areas>},
    format_row{file_format::indicators, "indicators", whole_with_facts<assemble_indicators>,
               file_alone<read_indicators>},
    format_row{file_format::case_study, "case", whole_with_facts<assemble_case>, file_alone<read_case>},
    format_row{file_format::claims, "claims", whole_with_facts<assemble_claims>, file_alone<read_claims>},
};

/// A row out of order would read one format as another.
constexpr bool rows_are_in_order() {
    for (std::size_t i = 0; i < format_rows.size(); ++i)
        if (static_cast<std::size_t>(format_rows[i].format) != i) return false;
    return true;
}
static_assert(rows_are_in_order());

CONCORDAT_INLINE std::span<const format_row> known_formats() noexcept { return format_rows; }

CONCORDAT_INLINE const format_row& row_of(file_format format) noexcept {
    return format_rows[static_cast<std::size_t>(format)];
}

}  // namespace concordat::detail::input
