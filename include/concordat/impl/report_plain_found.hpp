// SPDX-License-Identifier: Apache-2.0
/// What came out, for the plain summary: who came first and how often, or what was measured where nothing is ranked.
#pragma once

#include "concordat/impl/report_digest.hpp"
#include "concordat/report/chance.hpp"

#include <utility>

namespace concordat::detail::telling {

/// Weight sets under which the same options lead about as often.
struct shared_lead {
    std::vector<std::size_t> weights;
    std::vector<lead> leads;
};

inline std::vector<shared_lead> shared_leads(const baseline_result& base) {
    std::vector<shared_lead> groups;
    for (const auto& ranking : base.rankings) {
        const auto found = lead_of(ranking.with_missing);
        auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const shared_lead& g) { return g.leads.front().told_with(found); });
        if (at == groups.end()) at = groups.insert(groups.end(), shared_lead{});
        at->weights.push_back(ranking.weights);
        at->leads.push_back(found);
    }
    return groups;
}

/// "A came first most often, about 1 in 5 times (18%)". The options have been chosen; this says how clear it is.
inline sentence told_lead(const study& s, const shared_lead& group) {
    const auto& first = group.leads.front();
    const auto range = range_of_chances(group.leads);
    const bool all = first.options.size() == s.options.size();
    const bool always = range.first == 1;  // those that lead share the first place whenever any of them has it
    if (all && always) return {ours("all " + counted(s.options.size(), "option", "options") + " come out level")};
    if (all)
        return {ours("no option is ahead: each came first about as often as the others, " +
                     chances_in_words(range.first, range.second))};
    sentence words = listed_up_to(phrases_of(s, first.options, option_phrase), 4);
    const bool several = first.options.size() > 1;
    const std::string told = chances_in_words(range.first, range.second);
    if (always && (several || !first.sampled))
        words.push_back(ours(several ? " share first place" : " comes first"));
    else if (several)
        words.push_back(ours(" came first about equally often, " + told + " each"));
    else if (range.first >= 0.95)
        words.push_back(ours(" came first nearly every time, " + told));
    else if (range.first > 0.5)
        words.push_back(ours(" came first more often than not, " + told));
    else
        words.push_back(ours(" came first most often, " + std::string(range.second > 0.5 ? "" : "but only ") + told));
    return words;
}

/// For each option that leads, the others that it cannot be told from.
inline sentence told_inseparable(const study& s, const shared_lead& group) {
    sentence words;
    std::vector<std::size_t> told;
    for (const auto& each : group.leads) {
        if (each.inseparable.empty() || std::find(told.begin(), told.end(), each.best) != told.end()) continue;
        told.push_back(each.best);
        append(words, {ours(" Set side by side, the run cannot tell "), option_phrase(s, each.best), ours(" from ")});
        append(words, listed_up_to(phrases_of(s, each.inseparable, option_phrase), 3));
        words.push_back(ours("."));
    }
    return words;
}

inline sentence told_group(const study& s, const shared_lead& group, std::size_t groups) {
    sentence words;
    if (groups == 1 && group.weights.size() > 1) {
        words = {ours("By all " + counted(group.weights.size(), "set", "sets") + " of weights, ")};
    } else {
        words = {ours("By ")};
        append(words, listed_phrases(phrases_of(s, group.weights, weights_phrase)));
        words.push_back(ours(", "));
    }
    append(words, told_lead(s, group));
    words.push_back(ours("."));
    append(words, told_inseparable(s, group));
    return words;
}

/// Whether some option came first in more than half of the draws, whatever the starting point and weights.
inline bool one_stands_out(const study_result& found) {
    std::optional<std::size_t> same;
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings) {
            const auto leads = lead_of(ranking.with_missing);
            if (leads.options.size() != 1 || leads.chance <= 0.5) return false;
            if (same && *same != leads.options.front()) return false;
            same = leads.options.front();
        }
    return same.has_value();
}

inline bool anything_sampled(const study_result& found) {
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings)
            if (ranking.with_missing.uncertain()) return true;
    return false;
}

inline void tell_how_ranked(prose_writer& out, const study& s, const study_result& found) {
    if (one_stands_out(found)) {
        const bool many = found.baselines.size() * s.weights.size() > 1;
        out.paragraph(std::string(anything_sampled(found) ? "One option comes first more often than not"
                                                          : "One option comes first") +
                      (many ? ", whichever starting point and set of weights is used." : "."));
    } else {
        out.paragraph("No option is the clear winner.");
    }
    if (anything_sampled(found))
        out.paragraph(
            "How much should each point count? People differ, and some values are not known. So the computer "
            "tried " +
            number_word(found.samples) +
            " mixes. Each time it put the options in order. We say how often an option came first. That is "
            "not how often it would help somebody.");
    else
        out.paragraph(
            "This study states every value and every weight as certain. So there is one order, and no odds "
            "can be given.");
    if (s.weights.size() > 1)
        out.paragraph("There are " + counted(s.weights.size(), "set", "sets") +
                      " of weights. Each says in its own way how much the points count. They are not mixed together.");
}

inline void tell_ranked(prose_writer& out, const study& s, const study_result& found) {
    tell_how_ranked(out, s, found);
    for (std::size_t b = 0; b < found.baselines.size(); ++b) {
        if (found.baselines.size() > 1) out.heading(3, {ours("Starting from "), baseline_phrase(s, b)});
        const auto groups = shared_leads(found.baselines[b]);
        std::vector<sentence> items;
        for (const auto& group : groups) items.push_back(told_group(s, group, groups.size()));
        out.list(std::move(items));
    }
}

inline void tell_over_areas(prose_writer& out, const study& s, const study_result& found) {
    if (!s.areas || !found.areas || !is_ranked(s)) return;
    out.heading(3, "Area by area");
    const std::size_t areas = found.areas->areas.size();
    std::vector<sentence> items;
    for (std::size_t w = 0; w < s.weights.size(); ++w)
        for (std::size_t o = 0; o < s.options.size(); ++o) {
            const auto& over = found.areas->at(w, o);
            if (over.leads == 0) continue;
            sentence words{ours("By "), weights_phrase(s, w), ours(", "), option_phrase(s, o),
                           ours(" is most likely to come first in " + number_word(over.leads) + " of " +
                                counted(areas, "area", "areas"))};
            words.push_back(ours(over.separate == over.leads ? ", and by a clear step in all of them."
                                 : over.separate == 0
                                     ? ", but in none of them by a clear step."
                                     : ", and by a clear step in " + number_word(over.separate) + " of them."));
            words.push_back(
                ours(" Where it leads, it came first " + chances_in_words(over.lead_lowest, over.lead_highest) + "."));
            items.push_back(std::move(words));
        }
    out.list(std::move(items));
}

/// "lowest 1 for A, highest 8 for B and C (bodies)".
inline sentence told_spread(const study& s, std::size_t criterion, const spread_of_values& spread) {
    const auto value = [&](double at) { return std::string(spread.uncertain ? "about " : "") + rounded(at, 3); };
    sentence words{criterion_phrase(s, criterion), ours(": lowest "), ours(value(spread.low) + " for ")};
    append(words, listed_up_to(phrases_of(s, spread.lowest, option_phrase), 2));
    words.push_back(ours(", highest " + value(spread.high) + " for "));
    append(words, listed_up_to(phrases_of(s, spread.highest, option_phrase), 2));
    if (!s.criteria.criteria[criterion].unit.empty()) {
        words.push_back(ours(" (unit: "));
        words.push_back(name_of(s.criteria.criteria[criterion].unit));
        words.push_back(ours(")"));
    }
    words.push_back(ours("."));
    return words;
}

inline void tell_values_on(prose_writer& out, const study& s, const baseline_result& base) {
    std::vector<sentence> items;
    std::size_t same = 0;
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        const auto spread = spread_over(base.assessment, c);
        if (spread.differs())
            items.push_back(told_spread(s, c, spread));
        else if (spread.known > 1)
            ++same;
    }
    if (items.empty())
        out.paragraph("On no point does the study see a difference between the options.");
    else
        out.paragraph("The options differ on " + counted(items.size(), "point", "points") + ":");
    out.list(std::move(items));
    if (same > 0) out.paragraph("On " + counted(same, "point", "points") + " they all come out the same.");
}

inline void tell_unranked(prose_writer& out, const study& s, const study_result& found) {
    if (s.options.size() == 1)
        out.paragraph("With one option there is nothing to rank. The full report shows what was measured.");
    else
        out.paragraph(
            "This study puts nothing in order, and says of no option that it is best. It shows what was "
            "measured.");
    if (s.options.size() == 1) return;
    for (std::size_t b = 0; b < found.baselines.size(); ++b) {
        if (found.baselines.size() > 1) out.heading(3, {ours("Starting from "), baseline_phrase(s, b)});
        tell_values_on(out, s, found.baselines[b]);
    }
}

inline void tell_found(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "What came out");
    if (is_ranked(s))
        tell_ranked(out, s, found);
    else
        tell_unranked(out, s, found);
    tell_over_areas(out, s, found);
}

}  // namespace concordat::detail::telling
