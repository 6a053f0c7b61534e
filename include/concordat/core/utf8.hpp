// SPDX-License-Identifier: Apache-2.0
/// UTF-8: walked one code point at a time, repaired, and measured in columns of a terminal. It
/// knows no normalisation and no grapheme clusters: an emoji joined out of several is as wide as its parts.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace concordat {

/// One code point and the bytes it takes. Where the text is no UTF-8 (Unicode 15, table 3-7), `value` is U+FFFD,
/// `bytes` is 1 and `whole` is false.
struct code_point {
    char32_t value = 0;
    std::size_t bytes = 0;
    bool whole = false;
};

/// The code point at the head of a text, which may not be empty. O(1).
[[nodiscard]] code_point first_code_point(std::string_view text) noexcept;

/// Appends the UTF-8 of a Unicode scalar value.
void append_utf8(std::string& text, char32_t scalar);

/// Whether a terminal, browser or editor acts on it instead of showing it: C0, DEL and C1 controls, line and paragraph
/// separators, and marks of direction (the characters of "Trojan Source", Boucher and Anderson 2021).
[[nodiscard]] bool is_control_or_direction(char32_t scalar) noexcept;

/// `\u001b`; above U+FFFF the two surrogates, as in JSON.
[[nodiscard]] std::string escaped_code_point(char32_t scalar);

/// How many columns a text takes: 0 for combining marks, 2 for East Asian wide characters and emoji, else 1. O(|text|).
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/core_utf8.ipp"
#endif
