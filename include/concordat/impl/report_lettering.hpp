// SPDX-License-Identifier: Apache-2.0
// How wide words will be when a browser sets them. The font is not known here, so letters are taken to be as wide as in
// DejaVu Sans, which is wider than the other faces that readers have (Arial, Helvetica, Roboto, Segoe UI): what fits by
// this table fits on their screens.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::drawing {

inline constexpr std::string_view typefaces = "Arial, Helvetica, 'Liberation Sans', Roboto, sans-serif";
inline constexpr double letter_size = 13;  ///< of all words but the smallest remarks
inline constexpr double small_size = 12;
inline constexpr double line_pitch = 1.3;  ///< from one line to the next, in letter sizes

/// In hundredths of the size of the letters, from space to tilde.
inline constexpr std::array<unsigned char, 95> ascii_widths = {
    32, 40, 46, 84, 64, 95, 78, 27, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84};

inline double advance_of(std::string_view letter, char32_t value) {
    if (value >= 0x20 && value < 0x7f) return ascii_widths[value - 0x20] / 100.0;
    // Dashes, arrows and mathematics are wider than letters; other scripts as wide as in a terminal. A mark on the
    // letter before it takes a little, so that no label is a tower of them.
    const bool symbol = value >= 0x2000 && value < 0x2c00;
    return std::max(0.1, static_cast<double>(display_width(letter)) * (symbol ? 0.9 : 0.72));
}

/// Of one line that is printable.
inline double text_width(std::string_view text, double size, bool bold = false) {
    double ems = 0;
    while (!text.empty()) {
        const auto point = first_code_point(text);
        ems += advance_of(text.substr(0, point.bytes), point.value);
        text.remove_prefix(point.bytes);
    }
    return ems * size * (bold ? 1.12 : 1.0);
}

/// How many bytes of the head of a text fit; whole letters, and at least one of them.
inline std::size_t fitting(std::string_view text, double width, double size, bool bold) {
    std::size_t bytes = 0;
    double used = 0;
    while (bytes < text.size()) {
        const auto point = first_code_point(text.substr(bytes));
        used += text_width(text.substr(bytes, point.bytes), size, bold);
        if (used > width && bytes != 0) break;
        bytes += point.bytes;
    }
    return bytes;
}

/// The text where it fits, else its head and an ellipsis. What a label loses so, the table beside the picture has.
inline std::string shortened(std::string_view text, double width, double size = letter_size, bool bold = false) {
    std::string shown = printable(text);
    if (text_width(shown, size, bold) <= width) return shown;
    const double room = width - text_width("\u2026", size, bold);
    shown.resize(fitting(shown, room, size, bold));
    while (!shown.empty() && shown.back() == ' ') shown.pop_back();
    return shown + "\u2026";
}

/// Lines that fit, broken at spaces and within words that are longer than a line. The last of `most` lines is
/// shortened. No line for an empty text.
inline std::vector<std::string> wrapped(std::string_view text, double width, double size = letter_size,
                                        std::size_t most = 100, bool bold = false) {
    const std::string shown = printable(text);
    std::string_view rest = shown;
    std::vector<std::string> lines;
    const auto skip_spaces = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size())); };
    for (skip_spaces(); !rest.empty(); skip_spaces()) {
        if (lines.size() + 1 == most) {
            lines.push_back(shortened(rest, width, size, bold));
            break;
        }
        std::size_t bytes = fitting(rest, width, size, bold);
        if (bytes < rest.size() && rest[bytes] != ' ') {
            const std::size_t space = rest.substr(0, bytes).rfind(' ');
            if (space != std::string_view::npos && space != 0) bytes = space;
        }
        std::string_view line = rest.substr(0, bytes);
        rest.remove_prefix(bytes);
        lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    }
    return lines;
}

}  // namespace concordat::detail::drawing
