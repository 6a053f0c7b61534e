// SPDX-License-Identifier: Apache-2.0
// What each shade stands for.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_svg.hpp"

#include <cstddef>
#include <string>

namespace concordat::detail::drawing {

/// The share at which the darkest shade ends: all of it, or less where no share is near, so that small differences are
/// seen. Always five steps of whole percents.
inline double shaded_most(double highest) {
    for (const double most : {0.05, 0.1, 0.2, 0.25, 0.5})
        if (highest <= most) return most;
    return 1;
}

/// One line of little squares with words; returns where the next line may begin.
inline double draw_shade_key(canvas& on, spot at, double most) {
    const auto steps = static_cast<double>(shades.size() - 1);
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const std::string words =
            i == 0 ? "never" : (i == 1 ? "to " : "") + rounded(100 * most * static_cast<double>(i) / steps, 0) + "%";
        draw_box(on, {at.x, at.y, 14, 14}, framed(shades[i].fill, rule, 0.5));
        draw_text(on, {at.x + 18, at.y + 11.5}, words, {small_size, side::start, quiet});
        at.x += 30 + text_width(words, small_size);
    }
    return at.y + 20;
}

}  // namespace concordat::detail::drawing
