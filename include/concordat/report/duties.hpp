// SPDX-License-Identifier: Apache-2.0
/// Checklists for the assessments that public bodies in Scotland make before a strategic decision: children's rights
/// and wellbeing, equality, socio-economic disadvantage, islands, data protection. An item is filled only where the run
/// knows something; all others are blank, for a person to write. Filling them is no assessment and meets no duty.
///
/// The wording of the items is ours. Where the project's research notes hold the source of an item, it is marked as
/// official; where they do not, the item keeps to the section or article that it names and is marked as background with
/// low confidence, to be checked against the text before use.
#pragma once

#include "concordat/model/evidence.hpp"
#include "concordat/report/prose.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Where an item comes from and how sure that is: `high`, `medium` or `low`.
struct duty_source {
    std::string_view title;
    std::string_view at;  ///< section, article, page
    std::string_view url;
    sourcing quality = sourcing::background;
    std::string_view confidence;
};

struct duty_item {
    std::string_view key;  ///< unique in its list
    std::string_view asks;
    duty_source source;
    std::vector<prose_block> filled;  ///< empty: for a person to write
};

struct duty_checklist {
    std::string_view key;  ///< child_rights, equality, fairer_scotland, islands or data_protection
    std::string_view title;
    std::vector<duty_item> items;
};

/// What is printed where an item is blank.
inline constexpr std::string_view left_to_a_person = "For a person to write.";

/// All five, in that order. The result must be of this study. O(baselines × options × relations + areas × weight sets ×
/// options).
[[nodiscard]] std::vector<duty_checklist> duty_checklists(const study&, const study_result&);

/// One text with a part for each list. The key is `duties`.
[[nodiscard]] prose to_prose(const study&, const std::vector<duty_checklist>&);

/// A row an item: list, item, source, what the run filled in as plain text, or nothing.
[[nodiscard]] sheet duties_sheet(const std::vector<duty_checklist>&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_duties.ipp"
#endif
