// SPDX-License-Identifier: Apache-2.0
// The sections of a page, in the order of reading. Each writes what is below its heading. Internal.
#pragma once

#include "concordat/core/config.hpp"
#include "concordat/impl/report_html.hpp"
#include "concordat/report/page.hpp"
#include "concordat/report/picture.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string_view>
#include <vector>

namespace concordat::detail::page {

struct subject {
    const study& asked;
    const study_result& found;
    const page_sources& sources;
    const std::vector<picture>& pictures;

    /// The baseline that pictures are of.
    [[nodiscard]] const baseline_result& main() const { return found.baselines.front(); }
    [[nodiscard]] bool ranks() const { return !found.baselines.empty() && !main().rankings.empty(); }
};

using html::document_part;

/// The picture of that key, where the run has one.
inline void show_picture(document_part& part, const subject& about, std::string_view key) {
    for (const auto& each : about.pictures)
        if (each.key == key) html::figure(part, each);
}

void show_question(document_part&, const subject&);
void show_finding(document_part&, const subject&);
void show_children(document_part&, const subject&);
void show_limits(document_part&, const subject&);
void show_options(document_part&, const subject&);
void show_values(document_part&, const subject&);
void show_ranking(document_part&, const subject&);
void show_what_overturns(document_part&, const subject&);
void show_worse_off(document_part&, const subject&);
void show_structure(document_part&, const subject&);
void show_evidence(document_part&, const subject&);
void show_decisions(document_part&, const subject&);
void show_rights(document_part&, const subject&);
void show_reproduction(document_part&, const subject&);

}  // namespace concordat::detail::page
