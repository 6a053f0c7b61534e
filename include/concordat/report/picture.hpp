// SPDX-License-Identifier: Apache-2.0
/// A picture as a page needs it: the drawing, what it says in words, and every number that it draws. A picture never
/// stands without the other two: who cannot see it, or does not trust it, reads the sentence and the table.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"

#include <string>

namespace concordat {

/// A drawing at most so wide is legible on a telephone: letters of 13 units in 440 are 10 points on 360 pixels.
inline constexpr double narrow_width = 440;

struct picture {
    std::string key;       ///< an identifier that no other picture of the page has; every id in the drawing begins so
    std::string headline;  ///< the finding, in one sentence
    std::string subtitle;  ///< what is drawn: measure, unit, baseline, weight set, samples, what an interval means
    std::string alternative;  ///< what one would see, for those who do not
    std::string svg;  ///< one `<svg>` element without namespace, as HTML takes it; no script, style or reference out
    sheet table;      ///< every number drawn; its notes hold what must not be lost: watermarks, what is missing
    document specification{};  ///< the same chart in Vega-Lite 5 with its data; null for what it cannot express
    double width = 0;          ///< of the drawing, in its own units
    double height = 0;

    /// Whether a page must let it scroll on a small screen instead of shrinking it.
    [[nodiscard]] bool wide() const noexcept { return width > narrow_width; }
};

/// A file of its own: headline and subtitle above the drawing, the notes of its table below it.
[[nodiscard]] std::string to_svg(const picture&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_picture.ipp"
#endif
