// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace concordat::detail::page {

/// The table of a change with a row for each kind of it: `relation accountable_to a -> b` loses its first two words,
/// and stands with the others that begin so.
inline sheet gathered(const sheet& changes) {
    sheet out{changes.title, {{"change"}, {"of"}, {"which"}}, {}};
    out.notes = changes.notes;
    std::size_t what = 0;
    while (what < changes.columns.size() && changes.columns[what].name != "what") ++what;
    for (const auto& row : changes.rows) {
        const std::string& text = row[what].text;
        const bool relation = text.rfind("relation ", 0) == 0;
        const auto first = text.find(' ');
        const auto cut = relation ? text.find(' ', first + 1) : first;
        const std::string kind = text.substr(relation ? first + 1 : 0, relation ? cut - first - 1 : cut);
        const std::string which = cut == std::string::npos ? std::string() : text.substr(cut + 1);
        const auto same = std::find_if(out.rows.begin(), out.rows.end(), [&](const auto& each) {
            return each[0].text == row[0].text && each[1].text == kind;
        });
        if (same == out.rows.end())
            out.rows.push_back({row[0], kind, which});
        else
            (*same)[2].text += "; " + which;
    }
    return out;
}

inline void show_structure(document_part& part, const subject& about) {
    html::paragraph(part,
                    "Added is bold with a plus, ended is dashed with a minus, changed has a tilde, and what stays is "
                    "thin. A drawing with more lines, or with fewer, is not the better one.");
    if (!about.found.baselines.empty()) html::paragraph(part, wording::place_words(about.main()) + ".", "sub");
    bool any = false;
    for (auto each : about.pictures) {
        if (each.key.rfind("change-", 0) != 0) continue;
        any = true;
        each.table = gathered(each.table);
        html::figure(part, each);
    }
    if (!any) html::paragraph(part, "No option changes a model that it starts from.");
}

}  // namespace concordat::detail::page
