// SPDX-License-Identifier: Apache-2.0
// What a chart shows in place of what it cannot draw: a frame with the reason in it, never an empty place.
#pragma once

#include "concordat/impl/report_svg.hpp"

#include <string_view>

namespace concordat::detail::drawing {

inline void draw_message(canvas& on, std::string_view words) {
    constexpr double margin = 12, inner = 14;
    const auto lines = wrapped(words, on.width - 2 * (margin + inner));
    const double height = static_cast<double>(lines.size()) * letter_size * line_pitch + 2 * inner;
    draw_box(on, {margin, margin, on.width - 2 * margin, height}, {std::string(pale_grey), std::string(rule), 1, {}});
    draw_lines(on, {margin + inner, margin + inner + letter_size}, lines);
    on.height = height + 2 * margin;
}

}  // namespace concordat::detail::drawing
