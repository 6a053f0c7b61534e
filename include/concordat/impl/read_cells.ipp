// SPDX-License-Identifier: Apache-2.0
// Single values: what each may be, and what is said of those that are something else.
#pragma once

#include "concordat/impl/read_table.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace concordat::detail::input {

inline std::string shown_date(date d) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", int{d.year}, int{d.month}, int{d.day});
    return text.data();
}

/// Enough to recognise a text by, cut between characters.
inline std::string shown_text(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t end = std::min(text.size(), longest);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;
    return "\"" + printable(text.substr(0, end)) + (end < text.size() ? "…\"" : "\"");
}

CONCORDAT_INLINE std::string shown(const tree_value& value) {
    if (const auto* text = std::get_if<std::string>(&value.content)) return shown_text(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value.content)) return shortest(*real);
    if (const auto* truth = std::get_if<bool>(&value.content)) return *truth ? "true" : "false";
    if (const auto* day = std::get_if<date>(&value.content)) return shown_date(*day);
    if (std::holds_alternative<tree_array>(value.content)) return "[…]";
    if (std::holds_alternative<tree_table>(value.content)) return "{…}";
    return "a time";
}

CONCORDAT_INLINE void cell::refuse(errc code, std::string_view expected, std::string hint) const {
    report(code, name + " = " + shown(value) + ", but " + std::string(expected), std::move(hint));
}

CONCORDAT_INLINE bool cell::wrong_type(std::string_view expected, std::string hint) const {
    refuse(errc::wrong_type, std::string(expected) + " was expected", std::move(hint));
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, bool& into) {
    const auto* truth = std::get_if<bool>(&c.value.content);
    if (truth == nullptr) return c.wrong_type("true or false");
    into = *truth;
    return true;
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::int64_t& into) {
    const auto* whole = std::get_if<std::int64_t>(&c.value.content);
    if (whole == nullptr) return c.wrong_type("a whole number");
    into = *whole;
    return true;
}

CONCORDAT_INLINE bool read_cell(const cell& c, int& into) {
    std::int64_t whole = 0;
    if (!read_cell(c, whole)) return false;
    constexpr std::int64_t most = 1'000'000'000;
    if (!is_between(c, static_cast<double>(whole), -static_cast<double>(most), static_cast<double>(most))) return false;
    into = static_cast<int>(whole);
    return true;
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::uint64_t& into) {
    std::int64_t whole = 0;
    if (!read_cell(c, whole)) return false;
    if (whole >= 0) {
        into = static_cast<std::uint64_t>(whole);
        return true;
    }
    c.refuse(errc::out_of_range, "it is not negative");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, double& into) {
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (const auto* real = std::get_if<double>(&c.value.content)) {
        into = *real;
        return true;
    }
    const auto* whole = std::get_if<std::int64_t>(&c.value.content);
    if (whole == nullptr) return c.wrong_type("a number");
    if (*whole > exact || *whole < -exact) {
        c.refuse(errc::out_of_range, "whole numbers above 2^53 cannot be held exactly",
                 "write it with a decimal point");
        return false;
    }
    into = static_cast<double>(*whole);
    return true;
}

CONCORDAT_INLINE bool is_between(const cell& c, double value, double least, double most) {
    if (value >= least && value <= most) return true;
    c.refuse(errc::out_of_range, "it lies between " + rounded(least, 6) + " and " + rounded(most, 6));
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::string& into) {
    const auto* text = std::get_if<std::string>(&c.value.content);
    if (text == nullptr) return c.wrong_type("a text");
    into = *text;
    return true;
}

CONCORDAT_INLINE bool read_cell(const cell& c, date& into) {
    const auto* day = std::get_if<date>(&c.value.content);
    if (day == nullptr) return c.wrong_type("a date", "as 2024-04-01, without quotes");
    into = *day;
    return true;
}

/// One more name on a list, which holds each once.
inline void add_once(const cell& c, std::vector<std::string>& into) {
    std::string text;
    if (!read_cell(c, text)) return;
    if (std::find(into.begin(), into.end(), text) != into.end())
        c.report(errc::duplicate_key, c.name + " names " + shown_text(text) + " twice");
    else
        into.push_back(std::move(text));
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::vector<std::string>& into) {
    into.clear();
    return read_list(c, [&](const cell& item) { add_once(item, into); });
}

/// Always false.
inline bool names_nothing(const cell& c) {
    c.report(errc::missing_value, c.name + " = [] names nothing, but one key or more was expected");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, one_or_more texts) {
    texts.into.clear();
    if (!std::holds_alternative<tree_array>(c.value.content)) {
        if (!std::holds_alternative<std::string>(c.value.content)) return c.wrong_type("a key or a list of keys");
        add_once(c, texts.into);
        return true;
    }
    if (!read_cell(c, texts.into)) return false;
    return !texts.into.empty() || names_nothing(c);
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::vector<double>& into) {
    into.clear();
    return read_list(c, [&](const cell& item) {
        double number = 0;
        if (read_cell(item, number)) into.push_back(number);
    });
}

CONCORDAT_INLINE bool read_cell(const cell& c, identifier_in text) {
    if (!read_cell(c, text.into)) return false;
    if (is_identifier(text.into)) return true;
    c.refuse(errc::bad_identifier, "a key is 1 to 64 of a-z, 0-9, point, _ and -, and starts with a letter or digit");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, label_in text) {
    if (!read_cell(c, text.into)) return false;
    if (is_label(text.into)) return true;
    c.refuse(errc::bad_identifier,
             "a key is 1 to 64 of A-Z, a-z, 0-9, point, _ and -, and starts with a letter or digit");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, not_blank text) {
    if (!read_cell(c, text.into)) return false;
    if (text.into.find_first_not_of(" \t\r\n") != std::string::npos) return true;
    c.report(errc::missing_value, c.name + " is blank, but a text was expected");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, reference& into) {
    into.at = c.file.at(c.value.at);
    return read_cell(c, identifier_in{into.key});
}

CONCORDAT_INLINE bool read_cell(const cell& c, std::vector<reference>& into) {
    into.clear();
    const auto add = [&](const cell& item) {
        reference one;
        if (!read_cell(item, one)) return;
        const auto same = [&](const reference& other) { return other.key == one.key; };
        if (std::any_of(into.begin(), into.end(), same))
            item.report(errc::duplicate_key, item.name + " names " + shown_text(one.key) + " twice");
        else
            into.push_back(std::move(one));
    };
    if (const auto* list = std::get_if<tree_array>(&c.value.content)) {
        if (list->empty()) return names_nothing(c);
        return read_list(c, add);
    }
    if (!std::holds_alternative<std::string>(c.value.content)) return c.wrong_type("a key or a list of keys");
    add(c);
    return !into.empty();
}

CONCORDAT_INLINE bool read_cell(const cell& c, age_span& into) {
    std::vector<double> ages;
    const auto* items = std::get_if<tree_array>(&c.value.content);
    if (items == nullptr || items->size() != 2) return c.wrong_type("a pair of ages", "as [0, 18]");
    if (!read_cell(c, ages) || ages.size() != 2) return false;
    const age_span read{ages[0], ages[1]};
    if (read.from >= 0 && read.from < read.to && read.to <= age_span{}.to) {
        into = read;
        return true;
    }
    c.report(errc::bad_interval, c.name + " = [" + shortest(read.from) + ", " + shortest(read.to) +
                                     "], but ages run from 0 to 200 and the second is the greater");
    return false;
}

CONCORDAT_INLINE bool read_cell(const cell& c, date_span& into) {
    date_span span;
    const bool is_table = read_inline(c, [&](table_reader& in) {
        in.optional("from", span.from);
        in.optional("to", span.to);
        if (in.entries().empty()) in.report(errc::missing_key, in.name() + " has neither \"from\" nor \"to\"");
    });
    if (!is_table) return false;
    into = span;
    if (!span.from || !span.to || *span.from < *span.to) return true;
    c.report(errc::bad_interval, c.name + " runs from " + shown_date(*span.from) + " to " + shown_date(*span.to) +
                                     ", but the second date is the later and itself not included");
    return false;
}

CONCORDAT_INLINE std::optional<std::size_t> read_word(const cell& c, std::span<const std::string_view> known) {
    std::string text;
    if (!read_cell(c, text)) return std::nullopt;
    const auto found = std::find(known.begin(), known.end(), text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    const std::vector<std::string> names(known.begin(), known.end());
    const auto near = nearest_name(text, known);
    c.refuse(errc::not_in_vocabulary, "it is one of " + listed(names),
             near ? "did you mean \"" + *near + "\"?" : std::string());
    return std::nullopt;
}

}  // namespace concordat::detail::input
