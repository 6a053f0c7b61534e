// SPDX-License-Identifier: Apache-2.0
/// The small change of sentences: counts with the right plural, days in words, lists with their "and".
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/model/date.hpp"
#include "concordat/report/prose.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::telling {

/// One to ten in words, more in figures.
inline std::string number_word(std::size_t count) {
    constexpr auto small = std::to_array<std::string_view>(
        {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    if (count < small.size()) return std::string(small[count]);
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

/// "one option", "3 options".
inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return number_word(count) + " " + std::string(count == 1 ? one : many);
}

inline std::string_view either(bool one, std::string_view singular, std::string_view plural) {
    return one ? singular : plural;
}

inline std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// "1 October 2023".
inline std::string day_in_words(date day) {
    constexpr auto months =
        std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                         "September", "October", "November", "December"});
    const std::size_t month = day.month >= 1 && day.month <= months.size() ? day.month : 1U;
    return std::to_string(day.day) + " " + std::string(months[month - 1]) + " " + std::to_string(day.year);
}

inline phrase ours(std::string text) { return {std::move(text), phrase_kind::ours, {}}; }
inline phrase title_of(std::string text) { return {std::move(text), phrase_kind::title, {}}; }
inline phrase name_of(std::string text) { return {std::move(text), phrase_kind::name, {}}; }

/// A title, or its key where the file has none.
inline phrase title_or_key(const std::string& title, const std::string& key) {
    return title_of(title.empty() ? key : title);
}

inline void append(sentence& to, const sentence& more) { to.insert(to.end(), more.begin(), more.end()); }

/// "a", "a and b", "a, b and c".
inline sentence listed_phrases(const std::vector<phrase>& items) {
    sentence out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out.push_back(ours(i + 1 == items.size() ? " and " : ", "));
        out.push_back(items[i]);
    }
    return out;
}

/// The same, at most `most` of them, and how many more there are.
inline sentence listed_up_to(std::vector<phrase> items, std::size_t most) {
    if (items.size() > most + 1) {
        const std::size_t left = items.size() - most;
        items.resize(most);
        items.push_back(ours(number_word(left) + " more"));
    }
    return listed_phrases(items);
}

/// Ends a sentence whose last word may be a title that ends itself.
inline void end_sentence(sentence& words) {
    const std::string_view last = words.empty() ? std::string_view() : std::string_view(words.back().text);
    const bool ended = !last.empty() && std::string_view(".!?").find(last.back()) != std::string_view::npos;
    if (!ended) words.push_back(ours("."));
}

/// Collects the blocks of a text.
class prose_writer {
public:
    explicit prose_writer(std::string key) { made_.key = std::move(key); }

    void heading(int level, sentence words) { made_.blocks.emplace_back(prose_heading{level, std::move(words)}); }
    void heading(int level, std::string words) { heading(level, sentence{ours(std::move(words))}); }
    void paragraph(sentence words) { made_.blocks.emplace_back(prose_paragraph{std::move(words)}); }
    void paragraph(std::string words) { paragraph(sentence{ours(std::move(words))}); }
    /// Nothing where there are no items.
    void list(std::vector<sentence> items) {
        if (!items.empty()) made_.blocks.emplace_back(prose_list{std::move(items), false});
    }
    void table(sheet rows) { made_.blocks.emplace_back(std::move(rows)); }
    void block(prose_block made) { made_.blocks.push_back(std::move(made)); }
    [[nodiscard]] prose take() && { return std::move(made_); }

private:
    prose made_;
};

}  // namespace concordat::detail::telling
