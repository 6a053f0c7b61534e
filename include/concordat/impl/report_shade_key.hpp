// SPDX-License-Identifier: Apache-2.0
// What each shade stands for.
#pragma once

#include "concordat/impl/report_svg.hpp"

#include <array>
#include <string_view>

namespace concordat::detail::drawing {

/// One line of little squares with words; returns where the next line may begin.
inline double draw_shade_key(canvas& on, spot at) {
    constexpr std::array<std::string_view, shades.size()> words = {"never",  "to 20%", "to 40%",
                                                                   "to 60%", "to 80%", "more"};
    for (std::size_t i = 0; i < shades.size(); ++i) {
        draw_box(on, {at.x, at.y, 14, 14}, framed(shades[i].fill, rule, 0.5));
        draw_text(on, {at.x + 18, at.y + 11}, words[i], {small_size, side::start, quiet});
        at.x += 26 + text_width(words[i], small_size);
    }
    return at.y + 20;
}

}  // namespace concordat::detail::drawing
