// SPDX-License-Identifier: Apache-2.0
// Text in XML 1.0: what every writer of elements and attributes shares.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <string>
#include <string_view>

namespace concordat::detail::writing {

/// The text with everything that XML 1.0 cannot hold, and everything that acts, shown as `\u001b`: no markup escaped.
inline std::string xml_characters(std::string_view text) {
    const std::string shown = printable(text, true);
    std::string_view rest = shown;
    std::string out;
    while (!rest.empty()) {
        const auto point = first_code_point(rest);
        const bool excluded = point.value == 0xfffe || point.value == 0xffff;  // the two beyond controls
        out += excluded ? escaped_code_point(point.value) : std::string(rest.substr(0, point.bytes));
        rest.remove_prefix(point.bytes);
    }
    return out;
}

/// Text for elements and attributes of XML 1.0.
inline std::string xml_text(std::string_view text) {
    const std::string shown = xml_characters(text);
    std::string_view rest = shown;
    std::string out;
    while (!rest.empty()) {
        const auto point = first_code_point(rest);
        switch (point.value) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&apos;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\t':
                out += "&#9;";
                break;
            default:
                out += rest.substr(0, point.bytes);
        }
        rest.remove_prefix(point.bytes);
    }
    return out;
}

}  // namespace concordat::detail::writing
