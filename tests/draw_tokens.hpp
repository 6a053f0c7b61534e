// SPDX-License-Identifier: Apache-2.0
/// The words of the drawing language of draw.hpp, and the numbers in them.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/date.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::testing {

/// A word, or one of the marks `( ) [ ] { } , ; :`. A new line is a `;`.
struct token {
    std::string_view text;
    source_pos where;
};

inline std::vector<token> tokens_of(std::string_view drawing) {
    constexpr std::string_view marks = "()[]{},;:";
    std::vector<token> tokens;
    std::uint32_t line = 1;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < drawing.size();) {
        const auto where = [&] { return source_pos{"drawing", line, static_cast<std::uint32_t>(i - line_start) + 1}; };
        if (drawing[i] == '#') {
            i = std::min(drawing.find('\n', i), drawing.size());
        } else if (drawing[i] == '\n') {
            tokens.push_back({";", where()});
            ++line;
            line_start = ++i;
        } else if (drawing[i] == ' ' || drawing[i] == '\t') {
            ++i;
        } else {
            const bool is_mark = marks.find(drawing[i]) != std::string_view::npos;
            const auto end = is_mark ? i + 1 : std::min(drawing.find_first_of("()[]{},;: \t\n#", i), drawing.size());
            tokens.push_back({drawing.substr(i, end - i), where()});
            i = end;
        }
    }
    tokens.push_back({";", {"drawing", line, 1}});
    return tokens;
}

[[noreturn]] inline void refuse(const token& seen, const std::string& expected) {
    throw std::runtime_error("drawing:" + std::to_string(seen.where.line) + ":" + std::to_string(seen.where.column) +
                             ": \"" + std::string(seen.text) + "\", expected " + expected);
}

inline std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

/// `5-18` or `18+`.
inline std::optional<age_span> ages_in(std::string_view text) {
    if (text.ends_with('+')) {
        if (const auto from = number_in(text.substr(0, text.size() - 1))) return age_span{*from, 200};
        return std::nullopt;
    }
    const auto dash = text.find('-', 1);
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = number_in(text.substr(0, dash));
    const auto to = number_in(text.substr(dash + 1));
    if (!from || !to) return std::nullopt;
    return age_span{*from, *to};
}

}  // namespace concordat::testing
