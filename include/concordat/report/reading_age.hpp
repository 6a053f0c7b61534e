// SPDX-License-Identifier: Apache-2.0
/// How old a reader must be, by two formulas that count words, sentences and syllables. They know nothing of sense: a
/// text can score well and say nothing, and short words can be hard. A high score is a fault; a low one is no praise.
///
/// Both speak of grades of American schools. A child in grade g is g + 5 to g + 6 years old, so the age is g + 5.
#pragma once

#include "concordat/report/prose.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace concordat {

/// What is counted of a text of which some words come from input files.
enum class reading_scope : std::uint8_t {
    ours,        ///< without titles and names: what a template can answer for
    everything,  ///< with them: what a reader has to read
};

struct reading_counts {
    std::size_t sentences = 0;
    std::size_t words = 0;
    std::size_t syllables = 0;
    std::size_t long_words = 0;  ///< words of three syllables or more
    friend bool operator==(const reading_counts&, const reading_counts&) = default;
};

/// Of one word or number, as it is read aloud; at least 1 for anything with a letter or digit, 0 for anything else.
///
/// Words: groups of vowels, less a silent e (also within "safely", "statement" and "someone"), more where two vowels
/// are said apart ("being", "idea", "associate"), and a list of common words that the rules miss. Against the CMU
/// pronouncing dictionary it was right for 99 in 100 of the running words of this project's own texts. Numbers:
/// "18" has two, "2.5" three, "18%" four. Capitals alone are spelt out where they have no vowel: "NHS" has three.
[[nodiscard]] std::size_t syllables_in(std::string_view word);

/// Of running text. A sentence ends at . ! ? before a space or the end, and at the end of the text. A word is what
/// stands between spaces and dashes and has a letter or a digit; with a hyphen it is one word (McLaughlin).
[[nodiscard]] reading_counts count_words(std::string_view text);

/// Of paragraphs and items of lists, each of which ends a sentence. Headings and tables are left out: they are no
/// sentences and would make any text look easier. So are addresses of links.
[[nodiscard]] reading_counts count_words(const prose&, reading_scope = reading_scope::ours);

/// 0.39 words a sentence + 11.8 syllables a word - 15.59: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new
/// readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975. Nothing without a sentence.
[[nodiscard]] std::optional<double> flesch_kincaid_grade(const reading_counts&);

/// 3.1291 + 1.0430 √(long words in 30 sentences): McLaughlin, "SMOG grading: a new readability formula", Journal of
/// Reading 12, 1969. It asks for whole understanding where Kincaid asks for most of it, so it lies one to three grades
/// higher. Meant for 30 sentences; of fewer it is a rougher guess. Nothing without a sentence.
[[nodiscard]] std::optional<double> smog_grade(const reading_counts&);

/// The age at which somebody is in that grade.
[[nodiscard]] constexpr double age_in_grade(double grade) noexcept { return grade + 5; }

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_reading_age.ipp"
#endif
