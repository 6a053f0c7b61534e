// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/report/area_sheets.hpp"
#include "concordat/report/family_sheets.hpp"
#include "concordat/report/performance_sheets.hpp"
#include "concordat/study/family_effects.hpp"

#include <cstddef>
#include <string>

namespace concordat::detail::page {

inline void show_values(document_part& part, const subject& about) {
    const auto& baselines = about.found.baselines;
    html::paragraph(
        part,
        "Values stand in the units in which they were measured. The weakest facts that a column rests on are "
        "in its last row: 0 assumed, 4 in force and in primary text.");
    show_picture(part, about, "profile");
    for (std::size_t b = 0; b < baselines.size(); ++b) {
        const auto values = performance_by_option(about.asked, baselines[b], {});
        if (b == 0) {
            html::table(part, values);
            continue;
        }
        const html::folded other(part, wording::place_words(baselines[b]));
        html::table(part, values);
    }
}

inline void show_worse_off(document_part& part, const subject& about) {
    html::paragraph(part,
                    "A mean hides whom it leaves behind. Here are the families and the areas for whom an option does "
                    "worse than things as they are, one by one. What nobody measured is not listed, and is not well.");
    const auto on = runs_on(about.asked);
    for (std::size_t b = 0; b < on.size(); ++b) {
        if (on[b] == nullptr) {
            html::paragraph(part, "Every option stands on a model of its own, so there is no now to compare with.");
            continue;
        }
        const auto effects = effects_on_families(about.asked, *on[b]);
        if (effects)
            html::table(part, worse_off_sheet(about.asked, *effects, wording::place_words(about.found.baselines[b])));
    }
    if (!about.found.areas) {
        html::paragraph(part, "The study does not tell areas apart.");
        return;
    }
    report_style style;
    style.errors = true;
    for (std::size_t w = 0; w < about.asked.weights.size(); ++w)
        show_picture(part, about, "areas-" + std::to_string(w + 1));
    for (const auto& each : area_sheets(about.asked, about.found, style)) {
        const html::folded areas(part, each.title);
        html::table(part, each);
    }
}

}  // namespace concordat::detail::page
