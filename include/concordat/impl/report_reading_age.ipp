// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/reading_age.hpp"

#include "concordat/core/utf8.hpp"
#include "concordat/impl/report_syllables.hpp"

#include <cmath>
#include <string>
#include <variant>

namespace concordat {

namespace detail::syllables {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_small(char c) noexcept { return c >= 'a' && c <= 'z'; }

/// Capitals that are read letter by letter: without a vowel, or at most five.
inline bool is_spelt_out(std::string_view letters) {
    if (letters.size() < 2 || !std::all_of(letters.begin(), letters.end(), is_capital)) return false;
    return letters.size() <= 5 || letters.find_first_of("AEIOUY") == std::string_view::npos;
}

inline std::size_t of_letters(std::string_view letters) {
    if (is_spelt_out(letters)) {
        const auto doubled = static_cast<std::size_t>(std::count(letters.begin(), letters.end(), 'W'));
        return letters.size() + 2 * doubled;
    }
    std::string small(letters);
    for (char& c : small)
        if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    return of_word(small);
}

/// What stands behind an apostrophe: a syllable in "isn't" and "wasn't", none in "don't", "they're" and "child's".
inline std::size_t of_contraction(std::string_view before, std::string_view after) {
    if (after != "t" || !before.ends_with('n') || before.size() < 3) return of_letters(before);
    const auto stem = before.substr(0, before.size() - 1);
    const bool said_apart = !is_vowel(stem.back());
    return of_letters(stem) + (said_apart ? 1 : 0);
}

/// Apostrophes of all makes become one, and what is neither letter, digit, point nor per cent becomes a space.
inline std::string plain_letters(std::string_view word) {
    std::string out;
    while (!word.empty()) {
        const auto point = first_code_point(word);
        const char c = point.value < 0x80 ? static_cast<char>(point.value) : ' ';
        if (point.value == U'\u2019')
            out += '\'';
        else if (is_small(c) || is_capital(c) || is_digit(c) || is_one_of(c, "'.%"))
            out += c;
        else if (point.value >= 0xC0 && point.value <= 0x24F)
            out += 'a';  // a letter with an accent; a vowel more often than not
        else if (c != ',')
            out += ' ';
        word.remove_prefix(point.bytes);
    }
    return out;
}

/// Takes from the head of a text what `is`.
template <class Is>
std::string_view taken(std::string_view& text, Is is) {
    std::size_t length = 0;
    while (length < text.size() && is(text[length])) ++length;
    const auto head = text.substr(0, length);
    text.remove_prefix(length);
    return head;
}

inline std::size_t of_figures(std::string_view& text) {
    std::size_t count = of_number(taken(text, is_digit));
    if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
        text.remove_prefix(1);
        ++count;  // "point"
        for (const char digit : taken(text, is_digit)) count += of_number(std::string_view(&digit, 1));
    }
    return count;
}

inline bool is_sentence_end(std::string_view text, std::size_t at) {
    if (!is_one_of(text[at], ".!?")) return false;
    auto rest = text.substr(at + 1);
    while (!rest.empty()) {
        const auto point = first_code_point(rest);
        if (point.value == ' ' || point.value == '\n' || point.value == '\t') return true;
        const bool closing = point.value == ')' || point.value == '"' || point.value == '\'' ||
                             point.value == U'\u2019' || point.value == U'\u201d';
        if (!closing) return false;
        rest.remove_prefix(point.bytes);
    }
    return true;
}

/// Adds one word at a time, and a sentence whenever some words have come to an end.
class counter {
public:
    void read(std::string_view text) {
        std::size_t start = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto point = first_code_point(text.substr(i));
            const bool between = point.value == ' ' || point.value == '\n' || point.value == '\t' ||
                                 point.value == U'\u2013' || point.value == U'\u2014';
            if (between) {
                word(text.substr(start, i - start));
                start = i + point.bytes;
            } else if (is_sentence_end(text, i)) {
                word(text.substr(start, i - start));
                start = i + 1;
                end_sentence();
            }
            i += point.bytes - 1;
        }
        word(text.substr(start));
        end_sentence();
    }
    [[nodiscard]] const reading_counts& counts() const noexcept { return counts_; }

private:
    void word(std::string_view text) {
        const std::size_t syllables = syllables_in(text);
        if (syllables == 0) return;
        ++counts_.words;
        counts_.syllables += syllables;
        if (syllables >= 3) ++counts_.long_words;
        open_ = true;
    }
    void end_sentence() {
        if (open_) ++counts_.sentences;
        open_ = false;
    }
    reading_counts counts_;
    bool open_ = false;
};

inline std::string read_aloud(const sentence& words, reading_scope scope) {
    std::string out;
    for (const auto& each : words)
        if (scope == reading_scope::everything || each.kind == phrase_kind::ours) out += each.text;
    return out;
}

}  // namespace detail::syllables

CONCORDAT_INLINE std::size_t syllables_in(std::string_view word) {
    namespace rules = detail::syllables;
    const std::string letters = rules::plain_letters(word);
    std::string_view rest = letters;
    std::size_t count = 0;
    while (!rest.empty()) {
        if (rules::is_digit(rest.front())) {
            count += rules::of_figures(rest);
            if (rest.starts_with('%')) count += 2;
            continue;
        }
        const auto part = rules::taken(rest, [](char c) { return rules::is_small(c) || rules::is_capital(c); });
        if (part.empty()) {
            rest.remove_prefix(1);
            continue;
        }
        std::string_view after;
        if (rest.starts_with('\'')) {
            rest.remove_prefix(1);
            after = rules::taken(rest, rules::is_small);
        }
        count += rules::of_contraction(part, after);
    }
    return count;
}

CONCORDAT_INLINE reading_counts count_words(std::string_view text) {
    detail::syllables::counter counting;
    counting.read(text);
    return counting.counts();
}

CONCORDAT_INLINE reading_counts count_words(const prose& text, reading_scope scope) {
    detail::syllables::counter counting;
    for (const auto& block : text.blocks) {
        if (const auto* paragraph = std::get_if<prose_paragraph>(&block))
            counting.read(detail::syllables::read_aloud(paragraph->words, scope));
        if (const auto* list = std::get_if<prose_list>(&block))
            for (const auto& item : list->items) counting.read(detail::syllables::read_aloud(item, scope));
    }
    return counting.counts();
}

CONCORDAT_INLINE std::optional<double> flesch_kincaid_grade(const reading_counts& counted) {
    if (counted.sentences == 0) return std::nullopt;
    const auto words = static_cast<double>(counted.words);
    return 0.39 * words / static_cast<double>(counted.sentences) +
           11.8 * static_cast<double>(counted.syllables) / words - 15.59;
}

CONCORDAT_INLINE std::optional<double> smog_grade(const reading_counts& counted) {
    if (counted.sentences == 0) return std::nullopt;
    const double in_thirty = 30.0 * static_cast<double>(counted.long_words) / static_cast<double>(counted.sentences);
    return 3.1291 + 1.0430 * std::sqrt(in_thirty);
}

}  // namespace concordat
