// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_wording.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/report/child_summary.hpp"
#include "concordat/report/foundation_sheets.hpp"
#include "concordat/report/performance_sheets.hpp"
#include "concordat/report/plain_summary.hpp"
#include "concordat/report/study_sheets.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::page {

/// What no result of this program says, whatever its numbers. Not for a study to change.
inline constexpr std::array<std::string_view, 6> never_claimed = {
    "That a structure causes better outcomes for children. The study behind this found that structure alone does not.",
    "Anything about relationships, trust, culture or leadership. They matter most, and are not in a drawing of who "
    "answers to whom.",
    "That more links, more integration or more co-ordination are good in themselves.",
    "That one model is the best. No place in an order stands here without its probability.",
    "That a promise is kept or a right is honoured because a total is higher.",
    "That a family type does well because nothing is known about it."};

/// What something is, once or several times.
inline void pair(document_part& part, std::string_view what, const std::vector<std::string>& words) {
    if (words.empty()) return;
    part.out += "<dt>" + html::text(what) + "</dt>";
    for (const auto& each : words) part.out += "<dd>" + html::text(each) + "</dd>";
    part.out += '\n';
}

inline void show_question(document_part& part, const subject& about) {
    const auto& s = about.asked;
    part.out += "<blockquote><p>" + html::text(s.question) + "</p></blockquote>\n<div class=\"caution\">";
    const auto limits = standing_limitation();
    part.out += "<p><strong>Read first.</strong> " + html::text(limits.text) + " " +
                html::link(limits.source, limits.url) + "</p>";
    for (const auto& mark : watermarks(s)) html::paragraph(part, mark);
    part.out += "</div>\n<dl>\n";
    pair(part, "Asked by", {s.commissioner.empty() ? std::string("Nobody is named") : s.commissioner});
    if (s.as_of) pair(part, "As things stood on", {to_string(*s.as_of)});
    std::vector<std::string> places;
    for (const auto& b : s.baselines) places.push_back(b.title() + " (" + b.key() + ")");
    pair(part, "Compared on", places);
    pair(part, "Criteria", {s.criteria.title});
    part.out += "</dl>\n";
}

/// What the pictures of each viewpoint find comes first, for those who read no further.
inline void show_finding(document_part& part, const subject& about) {
    if (about.ranks()) {
        part.out += "<dl class=\"short\">\n";
        for (const auto& ranking : about.main().rankings) {
            const std::string key = "first-" + std::to_string(&ranking - about.main().rankings.data() + 1);
            for (const auto& each : about.pictures)
                if (each.key == key) pair(part, about.asked.weights[ranking.weights].title, {each.headline});
        }
        part.out += "</dl>\n";
    }
    html::prose_text(part, plain_summary(about.asked, about.found, about.sources.tested), false);
}

inline void show_children(document_part& part, const subject& about) {
    html::prose_text(part, child_summary(about.asked, about.found), false);
}

inline void show_limits(document_part& part, const subject& about) {
    html::paragraph(part, "Nothing on this page says:");
    html::list(part, {never_claimed.begin(), never_claimed.end()});
    html::table(part, missing_sheet(about.asked, about.found));
    if (about.ranks()) {
        show_picture(part, about, "evidence-shares");
        html::table(part, weight_shares_sheet(about.asked, about.found));
    }
    html::table(part, facts_by_level_sheet(about.found));
}

/// What an option does, in the words of its reforms.
inline std::string reform_words(const study& s, const study_option& o) {
    std::vector<std::string> titles;
    for (const auto& key : o.reforms)
        if (const auto found = s.reforms.find(key); found != s.reforms.end()) titles.push_back(found->second.title);
    for (const auto& key : o.transitions)
        if (const auto found = s.transitions.find(key); found != s.transitions.end())
            titles.push_back(found->second.title + ", as far as " + to_string(o.at));
    if (o.stands_alone()) titles.insert(titles.begin(), "A model of its own: " + o.model);
    return titles.empty() ? std::string("Leaves things as they are.") : "By: " + joined(titles, "; ") + ".";
}

inline void show_options(document_part& part, const subject& about) {
    const auto& s = about.asked;
    part.out += "<dl>\n";
    for (const auto& o : s.options) pair(part, o.key + ": " + o.title, {reform_words(s, o)});
    part.out += "</dl>\n";
    if (!s.criteria.gates.empty()) html::table(part, options_sheet(s));
    {
        const html::folded criteria(part, "The criteria: what is asked of each option, and how");
        html::table(part, criteria_sheet(s));
    }
    if (!s.weights.empty()) html::table(part, weights_sheet(s));
}

}  // namespace concordat::detail::page
