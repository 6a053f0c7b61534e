// SPDX-License-Identifier: Apache-2.0
/// Syllables of English words by rule, for scores that average over many of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace concordat::detail::syllables {

struct known_word {
    std::string_view word;
    std::size_t syllables;
};

/// Common words that the rules get wrong, in order. Counts are those of the CMU pronouncing dictionary.
inline constexpr auto known_words = std::to_array<known_word>({
    {"algorithm", 4},     {"algorithms", 4},  {"anyone", 3},      {"beyond", 2},     {"business", 2},
    {"businesses", 3},    {"cafe", 2},        {"carriage", 2},    {"colleague", 2},  {"colleagues", 2},
    {"continuity", 5},    {"cooperate", 4},   {"cooperation", 5}, {"coordinate", 4}, {"coordination", 5},
    {"creature", 2},      {"creatures", 2},   {"diary", 3},       {"diet", 2},       {"element", 3},
    {"elements", 3},      {"european", 4},    {"evening", 2},     {"every", 2},      {"everybody", 4},
    {"everyday", 3},      {"everyone", 3},    {"everything", 3},  {"everywhere", 3}, {"eye", 1},
    {"eyes", 1},          {"forever", 3},     {"frontier", 2},    {"giant", 2},      {"hereby", 2},
    {"hierarchy", 4},     {"hundred", 2},     {"increment", 3},   {"increments", 3}, {"junior", 2},
    {"lawyer", 2},        {"lawyers", 2},     {"linear", 3},      {"marriage", 2},   {"maybe", 2},
    {"minute", 2},        {"moreover", 3},    {"naked", 2},       {"overseas", 3},   {"parliament", 3},
    {"parliamentary", 5}, {"parliaments", 3}, {"persuade", 2},    {"poem", 2},       {"poems", 2},
    {"preamble", 3},      {"queue", 1},       {"queues", 1},      {"quiet", 2},      {"ratio", 3},
    {"real", 1},          {"recipient", 4},   {"recipients", 4},  {"sacred", 2},     {"science", 2},
    {"sciences", 3},      {"senior", 2},      {"several", 2},     {"societies", 4},  {"society", 4},
    {"something", 2},     {"theories", 3},    {"theory", 3},      {"unique", 2},     {"wednesday", 2},
    {"whatever", 3},      {"wherever", 3},    {"whoever", 3},
});

/// Words that others are made with: their silent e is silent before a consonant too, as in "safeguard".
inline constexpr auto parts_before_another = std::to_array<std::string_view>(
    {"some",  "safe", "base", "case", "home", "care", "life", "whole", "like",  "there",
     "where", "here", "time", "more", "name", "wide", "make", "gate",  "stake", "frame"});

/// Endings that leave a silent e before them silent, as in "safely".
struct ending {
    std::string_view letters;
    std::size_t syllables;
};
inline constexpr auto endings_after_silent_e = std::to_array<ending>({{"fully", 2},
                                                                      {"ly", 1},
                                                                      {"ments", 1},
                                                                      {"ment", 1},
                                                                      {"ful", 1},
                                                                      {"less", 1},
                                                                      {"ness", 1},
                                                                      {"things", 1},
                                                                      {"thing", 1},
                                                                      {"times", 1},
                                                                      {"time", 1},
                                                                      {"one", 1},
                                                                      {"body", 2},
                                                                      {"where", 1},
                                                                      {"some", 1},
                                                                      {"fore", 1}});

constexpr bool is_one_of(char c, std::string_view letters) noexcept {
    return letters.find(c) != std::string_view::npos;
}
constexpr bool is_vowel(char c) noexcept { return is_one_of(c, "aeiouy"); }

inline std::size_t vowel_groups(std::string_view word) {
    std::size_t groups = 0;
    bool within = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool as_consonant = (word[i] == 'y' && i == 0) || (word[i] == 'u' && i > 0 && word[i - 1] == 'q');
        const bool vowel = is_vowel(word[i]) && !as_consonant;
        if (vowel && !within) ++groups;
        within = vowel;
    }
    return groups;
}

/// Whether the e of the last syllable is silent: "one", "comes", "called"; not of "table", "places", "wanted".
inline bool ends_in_silent_e(std::string_view word) {
    const auto before = [&](std::size_t back) { return back < word.size() ? word[word.size() - 1 - back] : ' '; };
    // "table", "tables" and "settled" keep it; "called" has two letters l and does not.
    const auto in_le = [&](std::size_t back) {
        return before(back) == 'l' && !is_vowel(before(back + 1)) && before(back + 1) != 'l' && before(back + 1) != 'r';
    };
    if (word.size() > 2 && before(0) == 'e') return !is_vowel(before(1)) && !in_le(1);
    if (word.size() < 4 || before(1) != 'e' || is_vowel(before(2))) return false;
    if (before(0) == 'd') return !is_one_of(before(2), "td") && !in_le(2);
    if (before(0) != 's') return false;
    const bool hissing = is_one_of(before(2), "sxzcg") || (before(2) == 'h' && is_one_of(before(3), "cs"));
    return !hissing && !in_le(2);
}

/// Whether the vowel at `i` and the next one are said apart although they stand together.
inline bool parts_here(std::string_view word, std::size_t i) {
    const auto rest = word.substr(i);
    const char before = i > 0 ? word[i - 1] : ' ';
    const bool softened = is_one_of(before, "tcsgx");
    const auto next = [&](std::string_view letters) { return rest.substr(1).starts_with(letters); };
    switch (word[i]) {
        case 'i':
            if (next("at") || next("u")) return true;
            if (next("on") && (before == 'n' || (before == 'l' && i > 1 && word[i - 2] == 'l'))) return false;
            if (next("a") || next("o") || next("ent") || next("enc")) return !softened;
            return rest == "ier" || rest == "iers" || rest == "iety";
        case 'y':
            return i > 0 && (next("a") || next("o") || next("i") || (next("e") && rest != "yed"));
        case 'u':
            if (is_one_of(before, "gq")) return false;
            return ((next("a") || next("o")) && !next("ou") && rest.size() > 2) || next("en") || next("ing");
        case 'e':
            if (next("ing") || (next("o") && !next("op") && !next("ou") && rest != "eon")) return true;
            if ((rest == "ea" || rest == "eas") && vowel_groups(word.substr(0, i)) > 0) return true;
            return before == 'r' && ((i == 1 && next("ali")) || (i > 1 && word[i - 2] == 'c' && next("at")));
        case 'a':
        case 'o':
            return next("ing");
        default:
            return false;
    }
}

/// Of a word in small letters without anything else.
inline std::size_t of_word(std::string_view word) {
    const auto* known =
        std::find_if(known_words.begin(), known_words.end(), [&](const known_word& each) { return each.word == word; });
    if (known != known_words.end()) return known->syllables;
    for (const auto& end : endings_after_silent_e) {
        if (word.size() < end.letters.size() + 3 || !word.ends_with(end.letters)) continue;
        const auto stem = word.substr(0, word.size() - end.letters.size());
        if (stem.ends_with('e') && !is_vowel(stem[stem.size() - 2])) return of_word(stem) + end.syllables;
    }
    std::size_t count = vowel_groups(word);
    for (std::size_t i = 0; i < word.size(); ++i)
        if (parts_here(word, i)) ++count;
    if (word.ends_with("sm") || word.ends_with("sms")) ++count;
    std::size_t silent = (ends_in_silent_e(word) ? 1U : 0U) + (word.ends_with("ically") ? 1U : 0U);
    for (const auto part : parts_before_another)
        if (word.size() > part.size() + 1 && word.starts_with(part) && !is_one_of(word[part.size()], "aeiourdsn"))
            silent += 1;
    return count > silent ? count - silent : 1;
}

/// Of a whole number as it is read: "one hundred and twenty-one".
inline std::size_t of_number(std::string_view digits) {
    constexpr std::array<std::size_t, 20> below_twenty{2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2};
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    std::size_t syllables = 0;
    if (digits.size() > 15) {  // nobody reads it as a number
        for (const char c : digits) syllables += below_twenty[static_cast<std::size_t>(c - '0')];
        return syllables;
    }
    if (digits == "0") return below_twenty[0];
    for (std::size_t group = (digits.size() + 2) / 3; group-- > 0;) {
        const std::size_t take = digits.size() - group * 3;
        std::size_t value = 0;
        for (const char c : digits.substr(0, take)) value = value * 10 + static_cast<std::size_t>(c - '0');
        digits.remove_prefix(take);
        if (value == 0) continue;
        const std::size_t hundreds = value / 100;
        const std::size_t rest = value % 100;
        if (hundreds > 0) syllables += below_twenty[hundreds] + 2;
        if (rest > 0 && (hundreds > 0 || (group == 0 && syllables > 0))) ++syllables;  // "and"
        if (rest >= 20) syllables += rest / 10 == 7 ? 3 : 2;                           // "seventy"
        const std::size_t last = rest < 20 ? rest : rest % 10;
        if (last > 0) syllables += below_twenty[last];
        if (group > 0) syllables += 2;  // thousand, million, billion, trillion
    }
    return syllables;
}

}  // namespace concordat::detail::syllables
