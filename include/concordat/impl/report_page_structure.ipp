// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace concordat::detail::page {

inline void show_structure(document_part& part, const subject& about) {
    html::paragraph(part,
                    "Added is bold with a plus, ended is dashed with a minus, changed has a tilde, and what stays is "
                    "thin. A drawing with more lines, or with fewer, is not the better one.");
    if (!about.found.baselines.empty()) html::paragraph(part, wording::place_words(about.main()) + ".", "sub");
    bool any = false;
    for (std::size_t o = 0; o < about.asked.options.size(); ++o) {
        const std::string key = "change-" + std::to_string(o + 1);
        show_picture(part, about, key);
        any = any ||
              std::any_of(about.pictures.begin(), about.pictures.end(), [&](const auto& p) { return p.key == key; });
    }
    if (!any) html::paragraph(part, "No option changes a model that it starts from.");
}

}  // namespace concordat::detail::page
