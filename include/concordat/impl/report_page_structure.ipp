// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"

#include <string>
#include <utility>

namespace concordat::detail::page {

inline void show_structure(document_part& part, const subject& about) {
    html::paragraph(part,
                    "Added is bold with a plus, ended is dashed with a minus, changed has a tilde, and what stays is "
                    "thin. A drawing with more lines, or with fewer, is not the better one.");
    if (!about.found.baselines.empty()) html::paragraph(part, wording::place_words(about.main()) + ".", "sub");
    bool any = false;
    for (auto each : about.pictures) {
        if (each.key.rfind("change-", 0) != 0) continue;
        any = true;
        each.table = html::without_columns(std::move(each.table), {"part", "layer", "how", "by"});
        html::figure(part, each);
    }
    if (!any) html::paragraph(part, "No option changes a model that it starts from.");
}

}  // namespace concordat::detail::page
