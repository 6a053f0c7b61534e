// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/picture.hpp"

#include "concordat/impl/report_svg.hpp"

#include <cstddef>

namespace concordat {

namespace detail::drawing {

inline constexpr double page_margin = 12;

/// Draws paragraphs below each other from `y` on; returns where the next would begin.
inline double draw_paragraph(canvas& on, double y, std::string_view text, const lettering& look) {
    const auto lines = wrapped(text, on.width - 2 * page_margin, look.size, 100, look.bold);
    return draw_lines(on, {page_margin, y + look.size}, lines, look) - look.size;
}

}  // namespace detail::drawing

CONCORDAT_INLINE std::string to_svg(const picture& p) {
    using namespace detail::drawing;
    canvas head{p.key, p.width, 0};
    head.height = draw_paragraph(head, page_margin, p.headline, {letter_size + 2, side::start, ink, true});
    head.height = draw_paragraph(head, head.height + 4, p.subtitle, {letter_size, side::start, quiet}) + page_margin;
    canvas foot{p.key, p.width, page_margin};
    for (const auto& note : p.table.notes)
        foot.height = draw_paragraph(foot, foot.height, note, {small_size, side::start, quiet}) + 4;

    const double height = head.height + p.height + foot.height;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    append_places(out, {{"width", p.width}, {"height", height}});
    append_attribute(out, "viewBox", "0 " + place(-head.height) + " " + place(p.width) + " " + place(height));
    // The drawing stays as it is: only its frame grows, above and below.
    const std::string_view drawn = p.svg;
    const std::size_t after_frame = drawn.find('"', drawn.find('"') + 1) + 1;
    out += drawn.substr(after_frame, drawn.size() - after_frame - std::string_view("</svg>").size());
    const auto append_part = [&](const canvas& part, double top) {
        out += "<g transform=\"translate(0," + place(top) + ")\"><rect class=\"ground\"";
        append_places(out, {{"width", part.width}, {"height", part.height}});
        append_attribute(out, "fill", paper);
        out += "/>" + part.body + "</g>";
    };
    append_part(head, -head.height);
    append_part(foot, p.height);
    return out + "</svg>\n";
}

}  // namespace concordat
