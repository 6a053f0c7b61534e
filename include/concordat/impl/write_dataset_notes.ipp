// SPDX-License-Identifier: Apache-2.0
// The tables that say how to read the others: the standing limitation, notes, and the dictionary of every column.
#pragma once

#include "concordat/io/dataset.hpp"

// The header before its body: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_result.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_dataset_fields.hpp"
#include "concordat/impl/write_study_words.hpp"
#include "concordat/study/ledger.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::tabulating {

inline std::string limitation_words() {
    const auto limits = standing_limitation();
    return std::string(limits.text) + " (" + std::string(limits.source) + "; " + std::string(limits.url) + ")";
}

inline data_table limitation_data() {
    data_table out{"limitation", "The standing limitation", "What must be read before any number.", {}, {"position"}};
    out.fields = {position_field("in the order of reading"), text_field("text", "What it says."),
                  text_field("source", "Who says so."), text_field("address", "Where it can be read.")};
    const auto limits = standing_limitation();
    out.rows.push_back({1, limits.text, limits.source, limits.url});
    return out;
}

/// A criterion of which values are missing, in words; empty where it has all of them.
inline std::string missing_words(const study& s, const study_result& found, std::size_t c) {
    std::size_t cells = 0, all = 0;
    std::string why;
    for (const auto& b : found.baselines)
        for (std::size_t o = 0; o < s.options.size(); ++o, ++all)
            if (const auto& one = b.assessment.at(o, c); is_missing(one.value) && cells++ == 0) why = one.missing;
    if (cells == 0) return {};
    const auto& asked = s.criteria.criteria[c];
    return asked.key + " " + asked.title + ": " + why + "; missing in " + std::to_string(cells) + " of " +
           std::to_string(all) + " cells, which count as " +
           (asked.missing ? std::string(name(*asked.missing)) : std::string("refused"));
}

/// Notes in the order of reading, each with a word for its kind.
class note_list {
public:
    void add(std::string_view kind, std::string text) { rows_.push_back({rows_.size() + 1, kind, std::move(text)}); }
    [[nodiscard]] std::vector<std::vector<document>> take() && { return std::move(rows_); }

private:
    std::vector<std::vector<document>> rows_;
};

inline constexpr std::array<std::string_view, 6> note_kinds{"limitation", "watermark", "missing",
                                                            "contested",  "evidence",  "reading"};

inline void add_reading_notes(note_list& notes, const study& s) {
    notes.add("reading",
              "No rank is to be quoted without its probability, and no order of two options that are not separated. "
              "Published effects and claims are no part of any value.");
    if (s.weights.empty())
        notes.add("reading", "The study gives no weights, so values are measured and nothing is ranked.");
    if (s.structure)
        notes.add("reading",
                  "Values, worths and sums are as stated; probabilities are over drawn graphs, values and weights.");
    notes.add(
        "reading",
        "Control and direction characters of texts are shown as \\u202e. In CSV a text that a spreadsheet would take "
        "for a formula has an apostrophe in front.");
    notes.add("reading",
              "An empty cell is explained by the dictionary: nobody knows the value, or the question does not arise.");
}

inline data_table note_data(const study& s, const study_result& found, const evidence_ledger& ledger) {
    note_list notes;
    notes.add("limitation", limitation_words());
    for (auto& mark : watermarks(s)) notes.add("watermark", std::move(mark));
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c)
        if (auto words = missing_words(s, found, c); !words.empty()) notes.add("missing", std::move(words));
    for (const auto& c : s.criteria.criteria)
        if (c.better == sense::contested)
            notes.add("contested", c.key + " " + c.title +
                                       ": good people disagree which way is better; this study takes " +
                                       std::string(name(writing::decided_sense(s, c))));
    const auto& by_level = ledger.count.assumptions_by_level;
    notes.add("evidence", "facts: " + std::to_string(ledger.count.facts()) +
                              ", of which unsourced: " + std::to_string(ledger.count.unsourced) +
                              "; assumptions of level 0: " + std::to_string(by_level[0]) +
                              ", of level 1: " + std::to_string(by_level[1]) +
                              "; conflicts of sources: " + std::to_string(ledger.count.conflicts));
    add_reading_notes(notes, s);

    data_table out{"note", "Notes", "What must be known before these tables are used.", {}, {"position"}};
    out.fields = {position_field("in the order of reading"), one_of("kind", "What the note is about.", note_kinds),
                  text_field("text", "The note.")};
    out.rows = std::move(notes).take();
    return out;
}

inline std::string reference_words(const data_table& table, const data_field& described) {
    std::vector<std::string> named;
    for (const auto& reference : table.references)
        if (std::find(reference.fields.begin(), reference.fields.end(), described.name) != reference.fields.end())
            named.push_back(reference.table);
    return joined(named, " ");
}

inline void append_dictionary_rows(data_table& dictionary, const data_table& table) {
    std::size_t position = 0;
    for (const auto& f : table.fields) {
        const bool in_key = std::find(table.key.begin(), table.key.end(), f.name) != table.key.end();
        dictionary.rows.push_back({table.name, f.name, ++position, table.meaning, f.meaning, name(f.type),
                                   stated(f.unit), stated(joined(f.allowed, " | ")), f.lowest, f.highest, name(f.empty),
                                   stated(f.empty_means), in_key, stated(reference_words(table, f))});
    }
}

inline data_table dictionary_data() {
    data_table out{"dictionary",
                   "Dictionary",
                   "A column of a table: what it means and what may stand in it.",
                   {},
                   {"table_name", "column_name"}};
    out.fields = {
        text_field("table_name", "The table; its CSV file has the same name."),
        text_field("column_name", "The column."),
        position_field("in the table"),
        text_field("row_meaning", "What one row of the table is."),
        text_field("meaning", "What the column says."),
        one_of("type", "What stands in it; days are written 2023-10-01.", words<field_type>()),
        or_none(text_field("unit", "The unit of its numbers."), "It has none, or another column says."),
        or_none(text_field("allowed", "Every word that may stand in it, parted by |."), "Any."),
        or_none(number_field("lowest", "No number in it is lower.", "as in the column unit"), "No bound is set."),
        or_none(number_field("highest", "No number in it is higher.", "as in the column unit"), "No bound is set."),
        one_of("empty", "What an empty cell says: never empty, the value is unknown, or it does not apply.",
               words<absence>()),
        or_none(text_field("empty_means", "The same in words for this column."), "It is never empty."),
        truth_field("in_key", "Whether it is one of the columns that tell rows apart."),
        or_none(text_field("refers_to", "The tables whose rows it names, with others or alone."), "None.")};
    return out;
}

}  // namespace detail::tabulating

}  // namespace concordat
