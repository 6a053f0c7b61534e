// SPDX-License-Identifier: Apache-2.0
/// The first parts of the plain summary: what was asked, and what was compared. No result stands in them.
#pragma once

#include "concordat/impl/report_digest.hpp"

namespace concordat::detail::telling {

inline void tell_question(prose_writer& out, const study& s) {
    out.heading(2, "What was asked");
    if (s.question.empty())
        out.paragraph("The study does not say which question it asks.");
    else
        out.paragraph({ours("The question was: "), title_of(s.question)});
    if (s.commissioner.empty())
        out.paragraph("The study does not say who asked.");
    else
        out.paragraph({ours("Who asked: "), title_of(s.commissioner)});
    if (s.as_of) out.paragraph("The study shows things as they stood on " + day_in_words(*s.as_of) + ".");
}

inline void tell_options(prose_writer& out, const study& s) {
    const std::size_t count = s.options.size();
    if (count == 1)
        out.paragraph("There is one option in this study, so there is nothing to compare it with:");
    else
        out.paragraph("The study compares " + counted(count, "option", "options") + ". They are called:");
    std::vector<sentence> items;
    for (std::size_t o = 0; o < count; ++o) items.push_back({option_phrase(s, o)});
    out.list(std::move(items));
    std::size_t unsourced = 0;
    for (const auto& each : s.options) unsourced += each.evidence.stated() ? 0U : 1U;
    if (unsourced > 0)
        out.paragraph("The study names no source for " + counted(unsourced, "of these options", "of these options") +
                      ".");
}

inline void tell_starting_points(prose_writer& out, const study& s) {
    if (s.baselines.empty()) {
        out.paragraph("Each option stands by itself. They do not start from one shared place.");
        return;
    }
    if (s.baselines.size() == 1) {
        out.paragraph({ours("Each option starts from the same place, called "), baseline_phrase(s, 0), ours(".")});
    } else {
        out.paragraph("Not every place starts from the same point. So each option was tried from " +
                      counted(s.baselines.size(), "starting point", "starting points") + ":");
        std::vector<sentence> items;
        for (std::size_t b = 0; b < s.baselines.size(); ++b) items.push_back({baseline_phrase(s, b)});
        out.list(std::move(items));
    }
    std::size_t alone = 0;
    for (const auto& each : s.options) alone += each.stands_alone() ? 1U : 0U;
    if (alone > 0)
        out.paragraph(capitalised(number_word(alone)) + " of the options " +
                      std::string(either(alone == 1, "is", "are")) + " the same from every starting point.");
}

inline void tell_areas(prose_writer& out, const study& s, const study_result& found) {
    if (!s.areas || !found.areas) return;
    sentence words{ours("The study also looks at "), ours(counted(s.areas->areas.size(), "area", "areas")),
                   ours(". Each has its own starting point.")};
    if (found.areas->on_odds > 0)
        words.push_back(ours(" For " + counted(found.areas->on_odds, "area", "areas") +
                             " nobody could say for sure which one it is, so the study uses odds."));
    out.paragraph(std::move(words));
}

/// The branches at the top with how many criteria stand below each; a flat tree shows its criteria.
inline std::vector<sentence> branch_items(const criteria_tree& tree) {
    std::vector<sentence> items;
    const auto top_of = [&](std::string key) {
        for (std::size_t steps = 0; steps <= tree.branches.size(); ++steps) {
            const auto* above = [&]() -> const criteria_branch* {
                for (const auto& b : tree.branches)
                    if (b.key == key) return &b;
                return nullptr;
            }();
            if (above == nullptr || above->parent.empty()) return key;
            key = above->parent;
        }
        return key;
    };
    for (const auto& branch : tree.branches) {
        if (!branch.parent.empty()) continue;
        std::size_t below = 0;
        for (const auto& c : tree.criteria) below += !c.parent.empty() && top_of(c.parent) == branch.key ? 1U : 0U;
        items.push_back({title_or_key(branch.title, branch.key), ours(": " + counted(below, "point", "points") + ".")});
    }
    for (const auto& c : tree.criteria)
        if (c.parent.empty()) items.push_back({title_or_key(c.title, c.key)});
    return items;
}

/// The criteria that no graph can answer.
inline void tell_off_the_map(prose_writer& out, std::size_t count, bool all) {
    const std::string which = all          ? "For these points"
                              : count == 1 ? "For one more point"
                                           : "For " + number_word(count) + " more points";
    out.paragraph(which + " a map is no use. " + std::string(either(count == 1 && !all, "It needs", "They need")) +
                  " people to ask, or figures to count.");
}

inline void tell_criteria(prose_writer& out, const study& s) {
    const auto& criteria = s.criteria.criteria;
    const auto on_graph = static_cast<std::size_t>(
        std::count_if(criteria.begin(), criteria.end(), [](const auto& c) { return c.needs == value_source::graph; }));
    out.paragraph("The options are compared on " + counted(criteria.size(), "point", "points") +
                  ". These are the things that the authors of the study looked for:");
    out.list(branch_items(s.criteria));
    if (on_graph > 0)
        out.paragraph(
            "How was this done? Somebody drew each option as a map of who does what: who answers to whom, who pays, "
            "and "
            "who helps. A computer then measured " +
            std::string(on_graph == criteria.size() ? "all of the points" : counted(on_graph, "point", "points")) +
            " on these maps. No person's story is in them.");
    if (on_graph < criteria.size()) tell_off_the_map(out, criteria.size() - on_graph, on_graph == 0);
}

inline void tell_compared(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "What was compared");
    tell_options(out, s);
    tell_starting_points(out, s);
    tell_areas(out, s, found);
    tell_criteria(out, s);
}

}  // namespace concordat::detail::telling
