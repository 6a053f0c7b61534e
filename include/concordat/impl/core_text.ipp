// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace concordat {

namespace detail {

/// Lowrance and Wagner, "An extension of the string-to-string correction problem" (J. ACM 22, 1975): the distance with
/// exchanges of neighbours that is a metric. Row and column 0 stand one step outside the words.
inline std::size_t damerau_distance(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 2;
    const std::size_t out_of_reach = a.size() + b.size();
    std::vector<std::size_t> cost((a.size() + 2) * width, out_of_reach);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) at(i + 1, 1) = i;
    for (std::size_t j = 0; j <= b.size(); ++j) at(1, j + 1) = j;

    std::array<std::size_t, 256> last_row{};  // where a letter of b was last seen in a
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t last_match = 0;  // where a[i] was last seen in b
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t row = last_row[static_cast<unsigned char>(b[j - 1])];
            const std::size_t column = last_match;
            const bool same = a[i - 1] == b[j - 1];
            const std::size_t exchange = at(row, column) + (i - row - 1) + 1 + (j - column - 1);
            const std::size_t change = at(i, j) + (same ? 0 : 1);
            at(i + 1, j + 1) = std::min({change, at(i + 1, j) + 1, at(i, j + 1) + 1, exchange});
            if (same) last_match = j;
        }
        last_row[static_cast<unsigned char>(a[i - 1])] = i;
    }
    return at(a.size() + 1, b.size() + 1);
}

template <class Name>
std::optional<std::string> nearest_of(std::string_view seen, std::span<const Name> known) {
    std::optional<std::string> nearest;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const std::string_view name : known) {
        const std::size_t longer = std::max(seen.size(), name.size());
        const std::size_t shorter = std::min(seen.size(), name.size());
        const std::size_t allowed = std::max<std::size_t>(2, name.size() / 3);
        if (longer - shorter > allowed) continue;  // so many letters are missing at least
        const std::size_t distance = damerau_distance(seen, name);
        if (distance > allowed || distance >= longer || distance >= least) continue;
        least = distance;
        nearest = std::string(name);
    }
    return nearest;
}

template <class Name>
std::string suggest_of(std::string_view seen, std::span<const Name> known) {
    if (const auto nearest = nearest_of(seen, known)) return "did you mean \"" + *nearest + "\"?";
    if (known.empty() || known.size() > 12) return {};
    return "known: " + listed(std::vector<std::string>(known.begin(), known.end()));
}

inline bool is_key(std::string_view text, bool upper_case_too) {
    const auto letter_or_digit = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (upper_case_too && c >= 'A' && c <= 'Z');
    };
    const auto inner = [&](char c) { return letter_or_digit(c) || c == '.' || c == '_' || c == '-'; };
    return !text.empty() && text.size() <= 64 && letter_or_digit(text.front()) &&
           std::all_of(text.begin(), text.end(), inner);
}

}  // namespace detail

CONCORDAT_INLINE std::optional<std::string> nearest_name(std::string_view seen, std::span<const std::string> known) {
    return detail::nearest_of(seen, known);
}

CONCORDAT_INLINE std::optional<std::string> nearest_name(std::string_view seen,
                                                         std::span<const std::string_view> known) {
    return detail::nearest_of(seen, known);
}

CONCORDAT_INLINE std::string suggest(std::string_view seen, std::span<const std::string> known) {
    return detail::suggest_of(seen, known);
}

CONCORDAT_INLINE std::string suggest(std::string_view seen, std::span<const std::string_view> known) {
    return detail::suggest_of(seen, known);
}

CONCORDAT_INLINE bool is_identifier(std::string_view text) { return detail::is_key(text, false); }

CONCORDAT_INLINE bool is_label(std::string_view text) { return detail::is_key(text, true); }

CONCORDAT_INLINE std::string shortest(double value) {
    CONCORDAT_ASSERT(std::isfinite(value));
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

CONCORDAT_INLINE std::string rounded(double value, int digits) {
    CONCORDAT_ASSERT(std::isfinite(value) && digits >= 0);
    constexpr std::size_t longest_whole = std::numeric_limits<double>::max_exponent10 + 4;  // with sign and point
    std::string text(longest_whole + static_cast<std::size_t>(digits), '\0');
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    text.resize(static_cast<std::size_t>(written.ptr - text.data()));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

CONCORDAT_INLINE std::string plain(double value) {
    std::string text = shortest(value);
    const bool large = text.find("e+") != std::string::npos && value < 1e15 && value > -1e15;
    return large ? rounded(value, 0) : text;
}

CONCORDAT_INLINE std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    // Libraries differ in whether a number too small to hold is an error or zero; here it is always refused.
    const std::string_view significand = text.substr(0, text.find_first_of("eE"));
    if (value == 0 && significand.find_first_of("123456789") != std::string_view::npos) return std::nullopt;
    return value;
}

CONCORDAT_INLINE std::string printable(std::string_view text, bool keep_newlines) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto point = first_code_point(text);
        const bool kept = keep_newlines && (point.value == '\n' || point.value == '\t');
        if (!point.whole)
            shown += escaped_code_point(static_cast<unsigned char>(text.front()));
        else if (is_control_or_direction(point.value) && !kept)
            shown += escaped_code_point(point.value);
        else
            shown += text.substr(0, point.bytes);
        text.remove_prefix(point.bytes);
    }
    return shown;
}

CONCORDAT_INLINE std::string listed(std::span<const std::string> items) {
    if (items.size() < 2) return joined(items, "");
    return joined(items.first(items.size() - 1), ", ") + " and " + items.back();
}

CONCORDAT_INLINE std::string joined(std::span<const std::string> items, std::string_view between) {
    std::string text;
    for (const auto& item : items) {
        if (&item != items.data()) text += between;
        text += item;
    }
    return text;
}

}  // namespace concordat
