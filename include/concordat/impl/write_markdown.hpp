// SPDX-License-Identifier: Apache-2.0
/// The escaping of Markdown, for every writer of it.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <string>
#include <string_view>

namespace concordat::detail::writing {

/// Characters that Markdown, its table extension or GitHub's mathematics give a meaning wherever they stand, and those
/// that get one from what they stand beside: a colon opens an address or a picture's name only before a letter or a
/// stroke, a round bracket an address only after a square one, and an exclamation mark makes a picture of a link that
/// follows.
inline bool is_markdown_markup(char32_t c, std::string_view before, std::string_view after) {
    if (c == U':') return !after.empty() && after.front() != ' ';
    if (c == U'(') return before.ends_with(']');
    if (c == U'!') return after.empty();
    return c < 0x80 && std::string_view("\\`*_{}[]#|~$^").find(static_cast<char>(c)) != std::string_view::npos;
}

/// `at_start`: of a line, where a list, rule or heading could begin.
inline std::string markdown_text(std::string_view text, bool at_start) {
    const std::string shown = printable(text);
    std::string_view rest = shown;
    std::string out;
    bool only_digits_yet = at_start;
    while (!rest.empty()) {
        const auto point = first_code_point(rest);
        const bool starts_block = point.value == '-' || point.value == '+' || point.value == '=';
        const bool digit = point.value >= '0' && point.value <= '9';
        if (point.value == '<')
            out += "&lt;";
        else if (point.value == '>')
            out += "&gt;";
        else if (point.value == '&')
            out += "&amp;";
        else {
            const bool ends_number = (point.value == '.' || point.value == ')') && only_digits_yet && !out.empty();
            if (is_markdown_markup(point.value, out, rest.substr(point.bytes)) || ends_number ||
                (starts_block && at_start && out.empty()))
                out += '\\';
            out += rest.substr(0, point.bytes);
        }
        only_digits_yet = only_digits_yet && digit;
        rest.remove_prefix(point.bytes);
    }
    return out;
}

}  // namespace concordat::detail::writing
