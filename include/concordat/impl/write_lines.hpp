// SPDX-License-Identifier: Apache-2.0
/// Lines of a terminal: where they break, and how headings stand out.
#pragma once

#include "concordat/core/utf8.hpp"
#include "concordat/io/sheet.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::writing {

/// The longest head of a text that is at most `width` columns wide; at least one code point, and marks with their
/// letter.
inline std::size_t bytes_within(std::string_view text, std::size_t width) {
    std::size_t bytes = 0;
    std::size_t columns = 0;
    while (bytes < text.size()) {
        const auto piece = text.substr(bytes, first_code_point(text.substr(bytes)).bytes);
        const std::size_t more = display_width(piece);
        if (bytes != 0 && columns + more > width) break;
        columns += more;
        bytes += piece.size();
    }
    return bytes;
}

/// Lines of at most `width` columns, broken at spaces where there is one, else within the word. 0: one line.
inline std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (width != 0 && display_width(text) > width) {
        const std::size_t fits = bytes_within(text, width);
        // A space just behind the last letter that fits is a good place too.
        const std::size_t space = text.substr(0, std::min(fits + 1, text.size())).rfind(' ');
        const bool at_space = space != std::string_view::npos && space != 0;
        lines.emplace_back(text.substr(0, at_space ? space : fits));
        text.remove_prefix(at_space ? space + 1 : fits);
    }
    lines.emplace_back(text);
    return lines;
}

inline std::string emphasised(const std::string& text, text_style style) {
    return style.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
}

}  // namespace concordat::detail::writing
