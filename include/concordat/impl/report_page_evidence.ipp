// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/write_evidence.hpp"
#include "concordat/io/write_published.hpp"
#include "concordat/report/child_rights.hpp"
#include "concordat/report/decision_sheet.hpp"
#include "concordat/report/duties.hpp"
#include "concordat/study/ledger.hpp"
#include "concordat/study/published.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace concordat::detail::page {

inline void show_evidence(document_part& part, const subject& about) {
    html::paragraph(part,
                    "Every fact has a source and a level, or is named as having none: 4 in force and in primary text, "
                    "3 official guidance or scheme, 2 local or secondary, 1 inferred, prospective or background, "
                    "0 assumed.");
    const auto lists = facts_within(about.asked);
    const auto ledger = make_ledger(lists);
    for (const auto& each : overview_sheets(ledger)) {
        const html::folded table(part, each.title);
        html::table(part, each);
    }
    const auto published = published_on(about.asked);
    if (published.claims.empty() && published.evaluations.empty()) return;
    html::heading(part, "What others said and found");
    html::paragraph(part, "Claims and published effects stand beside a result and have no part in it.");
    for (const auto& each :
         {published_count_sheet(about.asked, published), claims_sheet(published), evaluations_sheet(published),
          history_sheet(history(about.asked, about.asked.as_of), about.asked.as_of)}) {
        if (each.rows.empty()) continue;
        const html::folded table(part, each.title);
        html::table(part, each);
    }
}

inline void show_decisions(document_part& part, const subject& about) {
    html::paragraph(part,
                    "Each of these could have been decided otherwise, and is worth turning round once before "
                    "anything is read from a result.");
    html::table(part, decision_sheet(about.asked, about.found));
}

inline void show_rights(document_part& part, const subject& about) {
    if (auto rights = child_rights_of(about.asked, about.found)) {
        if (rights->baselines.size() > 1) {
            rights->baselines.resize(1);
            html::paragraph(part, wording::place_words(about.main()) + "; the others are in child-rights.csv.");
        }
        const html::folded worksheet(part, "Worksheet for a Child Rights and Wellbeing Impact Assessment");
        html::prose_text(part, to_prose(about.asked, about.found, *rights), false);
    } else {
        html::paragraph(part, "The worksheet could not be made: " + to_string(rights.error()));
    }
    const html::folded checklists(part, "Checklists for the other duties to assess");
    html::prose_text(part, to_prose(about.asked, duty_checklists(about.asked, about.found)), false);
}

inline sheet inputs_sheet(const run_record& record) {
    sheet out{"Every file that was read, by its content", {{"file"}, {"bytes", alignment::right}, {"SHA-256"}}, {}};
    for (const auto& input : record.inputs) out.rows.push_back({input.name, count_cell(input.size), input.sha256});
    return out;
}

inline void show_reproduction(document_part& part, const subject& about) {
    const auto& found = about.found;
    html::paragraph(part,
                    "The same inputs, samples and seed give the same bytes, on any machine and for any number of "
                    "threads.");
    part.out += "<p><code>concordat run " + html::text(path_of_key(about.asked.key)) + " --samples " +
                std::to_string(found.samples) + " --seed " + std::to_string(found.seed) +
                " --out DIRECTORY --report</code></p>\n";
    const auto* record = about.sources.record;
    if (record == nullptr) return;
    part.out +=
        "<p>Engine " + html::text(record->engine) + ", arithmetic " + std::to_string(record->numerics) +
        ". <code>concordat verify DIRECTORY/record.json</code> checks every file and runs the study again.</p>\n";
    const html::folded table(part, "Every file that was read, by its content");
    html::table(part, inputs_sheet(*record));
}

}  // namespace concordat::detail::page
