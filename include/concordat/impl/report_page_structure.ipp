// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/report/change_picture.hpp"

#include <string>

namespace concordat::detail::page {

/// Options on the first baseline; one that leaves it as it is, or stands on a model of its own without a before, has
/// no drawing.
inline void show_structure(document_part& part, const subject& about) {
    const auto on = runs_on(about.asked);
    html::paragraph(part,
                    "Added is bold with a plus, ended is dashed with a minus, changed has a tilde, and what stays is "
                    "thin. A drawing with more lines, or with fewer, is not the better one.");
    if (!about.found.baselines.empty()) html::paragraph(part, wording::place_words(about.main()) + ".", "sub");
    for (std::size_t o = 0; o < about.asked.options.size(); ++o) {
        const auto& option = about.asked.options[o];
        if (on.empty()) break;
        const auto placed = place(about.asked, option, on.front());
        if (!placed || !placed->before) continue;
        change_view view;
        view.key = "change-" + std::to_string(o + 1);
        view.title = option.key + ", " + option.title;
        html::figure(part, change_picture(*placed->before, placed->applied, view));
    }
}

}  // namespace concordat::detail::page
