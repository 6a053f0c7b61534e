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

/// Options by articles, with the one word that the worksheet has for each.
inline sheet rights_overview(const subject& about, const child_rights& rights) {
    sheet out{
        wording::place_words(about.main()) + ": effects on the rights that a criterion speaks to", {{"option"}}, {}};
    const auto& options = rights.baselines.front().options;
    for (const auto& article : options.front().articles)
        for (const auto& each : articles_of_rights())
            if (each.number == article.article)
                out.columns.push_back({std::to_string(each.number) + ". " + std::string(each.title)});
    for (std::size_t o = 0; o < options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(about.asked.options[o].key);
        for (const auto& article : options[o].articles) row.emplace_back(name(article.impact));
    }
    out.notes.push_back("Of the other " + std::to_string(rights.silent.size()) +
                        " articles nothing in this study says anything: unknown for every option.");
    out.notes.emplace_back(
        "A right is negative when one criterion is worse, whatever the others say; rights are not traded.");
    return out;
}

/// The worksheets themselves are files beside the page, for people to fill in.
inline void show_rights(document_part& part, const subject& about) {
    html::paragraph(
        part,
        "The run fills in the little that it knows of a Child Rights and Wellbeing Impact Assessment, and of "
        "the checklists for equality, the Fairer Scotland Duty, islands and data protection. That meets no "
        "duty: people must look, ask, write and sign. The worksheets are child-rights.md and duties.md beside "
        "this page.");
    const auto rights = child_rights_of(about.asked, about.found);
    if (!rights) {
        html::paragraph(part, "The worksheet could not be made: " + to_string(rights.error()));
        return;
    }
    if (!rights->baselines.empty() && !rights->baselines.front().options.empty() &&
        !rights->baselines.front().options.front().articles.empty())
        html::table(part, rights_overview(about, *rights));
    else
        html::paragraph(part, "No criterion of this study speaks to an article of the Convention.");
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
