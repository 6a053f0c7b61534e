// SPDX-License-Identifier: Apache-2.0
/// What would change the answer, for the plain summary: what the study itself leaves open, and what a sensitivity test
/// found.
#pragma once

#include "concordat/impl/report_digest.hpp"
#include "concordat/report/chance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace concordat::detail::telling {

inline phrase node_phrase(const study& s, const std::string& key) {
    for (const auto& branch : s.criteria.branches)
        if (branch.key == key) return title_or_key(branch.title, key);
    for (const auto& each : s.criteria.criteria)
        if (each.key == key) return title_or_key(each.title, key);
    return title_of(key);
}

/// How far a weight must move for another option to come first.
struct weight_step {
    std::string node;
    std::string above;  ///< what it is a part of; empty for all of the weight
    double from = 0;
    double to = 0;
    [[nodiscard]] double size() const { return std::fabs(to - from); }
};

inline std::optional<weight_step> nearest_step(const weighed_sensitivity& tested) {
    std::optional<weight_step> nearest;
    for (const auto& each : tested.weight_switches)
        for (const auto& at : {each.lower, each.upper}) {
            if (!at) continue;
            const auto& nodes = tested.central.tree.nodes();
            const auto above = nodes[each.node].parent;
            const weight_step step{nodes[each.node].key, above == 0 ? std::string() : nodes[above].key,
                                   each.central.share, at->share};
            if (!nearest || step.size() < nearest->size()) nearest = step;
        }
    return nearest;
}

/// What the tests of all baselines and weight sets come to.
struct test_digest {
    std::vector<weight_step> steps;  ///< the nearest of each test, nearest first
    std::size_t tests = 0;
    std::size_t steady = 0;  ///< tests in which no single weight puts another option first
    std::vector<std::string> turning_assumptions;
    std::size_t turning_facts = 0;  ///< facts, each counted once, that put another option first when they are not so
    std::size_t facts = 0;
};

inline test_digest digest_of(const sensitivity& tested) {
    test_digest out;
    std::vector<std::string> all;
    std::vector<std::string> turning;
    const auto once = [](std::vector<std::string>& list, const std::string& text) {
        const bool is_new = std::find(list.begin(), list.end(), text) == list.end();
        if (is_new) list.push_back(text);
        return is_new;
    };
    for (const auto& base : tested.baselines) {
        for (const auto& fact : base.facts) once(all, fact.name);
        for (const auto& each : base.weights) {
            ++out.tests;
            const auto step = nearest_step(each);
            if (step)
                out.steps.push_back(*step);
            else
                ++out.steady;
            for (const auto& reversal : each.reversals) {
                const auto& fact = base.facts[reversal.fact];
                if (!reversal.changes_first || !once(turning, fact.name) || fact.assumption.empty()) continue;
                once(out.turning_assumptions, fact.assumption);
            }
        }
    }
    std::stable_sort(out.steps.begin(), out.steps.end(),
                     [](const weight_step& a, const weight_step& b) { return a.size() < b.size(); });
    out.turning_facts = turning.size();
    out.facts = all.size();
    return out;
}

/// "If A counted for 8% of the weight of B, not 5%."
inline sentence told_step(const study& s, const weight_step& step) {
    const double from = std::clamp(step.from, 0.0, 1.0);
    const double to = std::clamp(step.to, 0.0, 1.0);
    std::array<std::string, 2> shares{percent_text(from), percent_text(to)};
    constexpr int most_digits = 3;
    for (int digits = 1; shares[0] == shares[1] && digits <= most_digits; ++digits)
        shares = {rounded(from * 100, digits) + "%", rounded(to * 100, digits) + "%"};
    sentence words{ours("If "), node_phrase(s, step.node), ours(" counted for ")};
    const bool seen = shares[0] != shares[1];
    words.push_back(
        ours(seen ? shares[1] : std::string(to < from ? "a touch less than " : "a touch more than ") + shares[0]));
    words.push_back(ours(step.above.empty() ? " of all the weight" : " of the weight of "));
    if (!step.above.empty()) words.push_back(node_phrase(s, step.above));
    words.push_back(ours(seen ? ", not " + shares[0] + "." : "."));
    return words;
}

inline void tell_steps(prose_writer& out, const study& s, const test_digest& tests) {
    if (tests.steps.empty()) {
        out.paragraph("No change of one weight alone puts another option first.");
        return;
    }
    out.paragraph("A change in one weight can put another option first. The smallest such steps are:");
    std::vector<sentence> items;
    std::vector<std::string> named;
    for (const auto& step : tests.steps) {
        if (std::find(named.begin(), named.end(), step.node) != named.end()) continue;
        named.push_back(step.node);
        items.push_back(told_step(s, step));
        if (items.size() == 3) break;
    }
    out.list(std::move(items));
    if (tests.steady > 0)
        out.paragraph("In " + number_word(tests.steady) + " of " + counted(tests.tests, "test", "tests") +
                      " no single weight changes who comes first.");
}

inline void tell_turning_facts(prose_writer& out, const test_digest& tests) {
    if (tests.facts == 0) return;
    if (tests.turning_facts == 0) {
        out.paragraph("The maps rest on " + counted(tests.facts, "weak fact", "weak facts") +
                      ". If any one of them were not so, the same option would still come first.");
        return;
    }
    out.paragraph("The maps rest on " + counted(tests.facts, "weak fact", "weak facts") + ". " +
                  capitalised(number_word(tests.turning_facts)) + " of them would put another option first if " +
                  std::string(either(tests.turning_facts == 1, "it", "they")) + " were not so.");
    std::vector<sentence> items;
    for (const auto& text : tests.turning_assumptions) {
        if (items.size() == 3) break;
        items.push_back({ours("One of the things assumed: "), title_of(text)});
    }
    out.list(std::move(items));
}

/// Whether another option leads once criteria with missing values are left out.
inline bool gaps_matter(const study_result& found) {
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings)
            if (lead_of(ranking.with_missing).options != lead_of(ranking.without_missing).options) return true;
    return false;
}

inline bool views_matter(const study_result& found) {
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings)
            if (lead_of(ranking.with_missing).options != lead_of(base.rankings.front().with_missing).options)
                return true;
    return false;
}

inline bool places_matter(const study_result& found) {
    for (const auto& base : found.baselines)
        for (std::size_t w = 0; w < base.rankings.size(); ++w)
            if (lead_of(base.rankings[w].with_missing).options !=
                lead_of(found.baselines.front().rankings[w].with_missing).options)
                return true;
    return false;
}

inline void tell_contested(prose_writer& out, const study& s) {
    std::vector<sentence> items;
    for (const auto& each : s.criteria.criteria) {
        if (each.better != sense::contested) continue;
        const auto chosen = s.contested.find(each.key);
        if (chosen == s.contested.end()) continue;
        items.push_back({title_or_key(each.title, each.key),
                         ours(chosen->second == sense::higher ? ": here more counts as better."
                                                              : ": here less counts as better.")});
    }
    if (items.empty()) return;
    out.paragraph(
        "On some points people do not agree which way is better. The study had to choose. Turned round, they "
        "can change the answer:");
    out.list(std::move(items));
}

inline void tell_changes(prose_writer& out, const study& s, const study_result& found, const sensitivity* tested) {
    out.heading(2, "What would change the answer");
    if (is_ranked(s)) {
        if (s.weights.size() > 1)
            out.paragraph(views_matter(found) ? "Whose view is taken changes which option comes first."
                                              : "All sets of weights in this study put the same option first.");
        if (found.baselines.size() > 1)
            out.paragraph(places_matter(found) ? "Where a place starts from changes which option comes first."
                                               : "The starting point does not change which option comes first.");
        if (!gaps_of(s, found).empty())
            out.paragraph(gaps_matter(found)
                              ? "The missing values matter: if the points with gaps are left out, another option comes "
                                "first in some cases."
                              : "If the points with missing values are left out, the same options still come first.");
    }
    tell_contested(out, s);
    if (!is_ranked(s)) return;
    if (tested == nullptr) {
        out.paragraph("It was not tested for this page which weights or facts would change the answer.");
        return;
    }
    const auto tests = digest_of(*tested);
    tell_steps(out, s, tests);
    tell_turning_facts(out, tests);
}

}  // namespace concordat::detail::telling
