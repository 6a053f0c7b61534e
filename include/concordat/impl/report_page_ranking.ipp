// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/io/write_sensitivity.hpp"
#include "concordat/report/ranking_sheets.hpp"

#include <string>
#include <utility>

namespace concordat::detail::page {

inline std::string viewpoint_words(const weight_set& w, std::size_t number) {
    return "Viewpoint " + std::to_string(number) + ": " + w.title;
}

inline void show_ranking(document_part& part, const subject& about) {
    const auto& s = about.asked;
    if (!about.ranks()) {
        html::paragraph(part, "Nothing is ranked: the study gives no weights, on purpose. Its values stand above.");
        return;
    }
    html::paragraph(part,
                    "Viewpoints are shown side by side and never averaged. The pictures are of the first "
                    "arrangement; the tables of all follow them.");
    for (std::size_t w = 0; w < about.main().rankings.size(); ++w) {
        const auto& weights = s.weights[about.main().rankings[w].weights];
        html::heading(part, viewpoint_words(weights, w + 1));
        html::paragraph(part, "Whose: " + weights.whose + ". Asked how: " + std::string(name(weights.how)) + ".",
                        "sub");
        ++part.level;
        const std::string number = std::to_string(w + 1);
        show_picture(part, about, "first-" + number);
        if (w == 0) show_picture(part, about, "ranks-" + number);
        --part.level;
    }
    html::heading(part, "Value, disruption and cost");
    ++part.level;
    for (const auto* key : {"disruption", "cost"}) show_picture(part, about, key);
    --part.level;
    html::heading(part, "Every arrangement, in numbers");
    for (const auto& b : about.found.baselines) {
        const html::folded arrangement(part, wording::place_words(b));
        for (const auto& each : ranking_sheets(s, b, {})) html::table(part, each);
    }
}

/// One baseline and weight set of it alone.
inline sensitivity narrowed(const sensitivity& all, std::size_t baseline, std::size_t weights) {
    sensitivity one{all.samples, all.seed, {all.baselines[baseline]}};
    auto& kept = one.baselines.front().weights;
    kept = {kept[weights]};
    return one;
}

inline void show_what_overturns(document_part& part, const subject& about) {
    const auto* tested = about.sources.tested;
    if (!about.ranks() || tested == nullptr || tested->baselines.empty()) {
        html::paragraph(part, about.ranks()
                                  ? "This was not tested for this page: run the command sensitivity on the study."
                                  : "Nothing is ranked, so there is nothing to overturn.");
        return;
    }
    html::paragraph(part,
                    "Where a weight, a value or a weak fact changes who comes first; and what would be worth "
                    "finding out before anybody decides.");
    const auto& first = tested->baselines.front();
    for (std::size_t w = 0; w < first.weights.size(); ++w) {
        const auto& weights = about.asked.weights[first.weights[w].weights];
        html::heading(part, "On " + first.baseline + ", " + weights.title);
        if (w != 0) {
            for (const auto& each : about.pictures)
                if (each.key == "switch-1-" + std::to_string(w + 1)) html::paragraph(part, each.headline);
            continue;
        }
        ++part.level;
        for (const auto* key : {"switch-1-1", "tornado-1-1"}) show_picture(part, about, key);
        --part.level;
        const html::folded more(part, "Values, facts, what is worth finding out, and where the uncertainty comes from");
        for (const auto& each : to_sheets(about.asked, narrowed(*tested, 0, w))) html::table(part, each);
    }
    html::paragraph(part, "The command sensitivity tells the same of every arrangement and viewpoint.");
}

}  // namespace concordat::detail::page
