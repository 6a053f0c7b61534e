// SPDX-License-Identifier: Apache-2.0
/// The parts of the plain summary that say how sure it is and what it cannot tell.
#pragma once

#include "concordat/impl/report_digest.hpp"
#include "concordat/report/chance.hpp"

namespace concordat::detail::telling {

/// The least and most share of weight that rests on criteria with a value missing.
inline std::optional<std::pair<double, double>> missing_share(const study_result& found) {
    std::optional<std::pair<double, double>> range;
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings)
            for (const auto& share : ranking.shares) {
                if (share.what != "missing") continue;
                if (!range) range = {share.share, share.share};
                range->first = std::min(range->first, share.share);
                range->second = std::max(range->second, share.share);
            }
    return range;
}

/// A sum of weights; what rounding has left of 1 is 1.
inline std::string share_text(double share) { return percent_text(share > 1 - 1e-9 ? 1 : share); }

/// Of the facts under the options, how many nobody's source backs: the fewest and the most for one option.
inline void tell_evidence(prose_writer& out, const study_result& found) {
    std::size_t facts = 0;
    std::size_t weak = 0;
    for (const auto& base : found.baselines)
        for (const auto& count : base.evidence) {
            const std::size_t here = count.unsourced + count.by_level[0];
            if (here * std::max<std::size_t>(facts, 1) < weak * count.facts()) continue;
            facts = count.facts();
            weak = here;
        }
    if (facts == 0) return;
    if (weak == 0)
        out.paragraph("Every fact in the maps names what it rests on, and none is only assumed.");
    else
        out.paragraph("In the map with the most guesses, " + std::to_string(weak) + " of " + std::to_string(facts) +
                      " facts " + std::string(either(weak == 1, "is", "are")) + " assumed, or " +
                      std::string(either(weak == 1, "names", "name")) + " no source.");
}

inline void tell_sureness(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "How sure this is");
    tell_evidence(out, found);
    if (const auto range = missing_share(found); range && range->second > 0) {
        const std::string low = share_text(range->first);
        const std::string high = share_text(range->second);
        out.paragraph("Some values are missing. They carry " + (low == high ? low : "from " + low + " to " + high) +
                      " of the weight. The computer let each of them be as the study says for such a gap.");
    }
    if (!s.structure) {
        out.paragraph(
            "The maps were taken as they are drawn. If a tie in a map is wrong, the result does not show it.");
        return;
    }
    std::size_t graphs = 0;
    for (const auto& base : found.baselines)
        if (base.graphs) graphs = std::max(graphs, base.graphs->graphs.size());
    out.paragraph("Some ties in the maps may not be there in real life. So the computer also tried " +
                  counted(graphs, "map", "maps") + " with some of the weak ties left out.");
}

inline void tell_gates(prose_writer& out, const study& s) {
    std::vector<sentence> items;
    for (const auto& gate : s.criteria.gates) {
        std::size_t passed = 0;
        std::size_t failed = 0;
        for (const auto& each : s.gates) {
            if (each.gate != gate.key) continue;
            passed += each.state == gate_state::pass ? 1U : 0U;
            failed += each.state == gate_state::fail ? 1U : 0U;
        }
        const std::size_t unknown = s.options.size() - std::min(s.options.size(), passed + failed);
        sentence words{title_or_key(gate.title, gate.key), ours(": ")};
        if (unknown == s.options.size())
            words.push_back(ours("not checked for any option."));
        else
            words.push_back(ours("passed by " + counted(passed, "option", "options") + ", failed by " +
                                 number_word(failed) + ", not checked for " + number_word(unknown) + "."));
        items.push_back(std::move(words));
    }
    if (items.empty()) return;
    out.paragraph("Some things must be met whatever else is good. They are never traded for points:");
    out.list(std::move(items));
}

inline void tell_unseen(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "What could not be seen");
    const auto gaps = gaps_of(s, found);
    std::vector<sentence> nowhere;
    std::vector<sentence> somewhere;
    for (const auto& each : gaps) (each.for_all ? nowhere : somewhere).push_back({criterion_phrase(s, each.criterion)});
    if (gaps.empty()) out.paragraph("On every point there is a value for every option.");
    if (!nowhere.empty()) {
        out.paragraph("Nobody has said how any option does on " + counted(nowhere.size(), "point", "points") + ":");
        out.list(std::move(nowhere));
    }
    if (!somewhere.empty()) {
        out.paragraph("For some options nobody knows how they do on " + counted(somewhere.size(), "point", "points") +
                      ":");
        out.list(std::move(somewhere));
    }
    std::vector<phrase> beside;
    for (const auto& axis : s.criteria.axes) beside.push_back(title_or_key(axis.title, axis.key));
    if (!beside.empty()) {
        sentence words{ours("Not part of the result: ")};
        append(words, listed_phrases(beside));
        words.push_back(ours(". You have to look at that beside it."));
        out.paragraph(std::move(words));
    }
    tell_gates(out, s);
    out.paragraph(
        "A map shows no trust, no kindness and no skill. It does not show whether people listen. Those things "
        "matter a great deal, and none of them is in the result.");
}

inline void tell_limitation(prose_writer& out) {
    const auto limits = standing_limitation();
    out.heading(2, "Please keep in mind");
    out.paragraph({title_of(std::string(limits.text)),
                   ours(" That is what research in Scotland found. Source: "),
                   {std::string(limits.source), phrase_kind::name, std::string(limits.url)},
                   ours(".")});
}

inline void tell_not_meant(prose_writer& out, const study& s) {
    out.heading(2, "What this does not mean");
    std::vector<sentence> items{
        {ours("It does not mean that an option makes life better for children or families. The study looks at how "
              "things are set up, not at what comes of it.")},
        {ours("It does not mean that more links, more bodies or more joining up is good as such.")},
        {ours("It does not mean that there is one best way.")},
        {ours("It does not mean that change is free. Change costs time, money and calm.")},
        {ours("It does not mean that rights can be weighed against money.")}};
    if (!s.weights.empty())
        items.push_back(
            {ours("It does not mean that the weights are fair, official or neutral. Somebody chose them.")});
    items.push_back({ours("A small gap between two options is not a reason to choose one. It may be chance.")});
    items.push_back({ours("Where nothing is known, nothing was found to be good. It means that nobody knows.")});
    out.list(std::move(items));
}

inline void tell_who(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "Who was asked, and who was not");
    const auto heard = voices_of(s, found);
    std::vector<sentence> items;
    for (const std::size_t w : heard.asked)
        items.push_back({weights_phrase(s, w), ours(" holds the view of: "), title_of(s.weights[w].whose)});
    for (const std::size_t w : heard.made_up)
        items.push_back(
            {weights_phrase(s, w), ours(" is made up, to show how a view works. Nobody was asked for it.")});
    for (const std::size_t w : heard.unasked)
        items.push_back(
            {weights_phrase(s, w), ours(" comes from nobody. Every mix of weights counts as equally likely.")});
    for (const auto& judge : heard.judges) items.push_back({ours("Some values were given by: "), title_of(judge)});
    out.list(std::move(items));
    if (heard.asked.empty() && heard.judges.empty())
        out.paragraph(
            "As far as the study says, nobody was asked. No child, no young person, no family and no worker "
            "has had a say in it.");
    else
        out.paragraph(
            "Nobody else was asked, as far as the study says. Children, young people and families had no say "
            "unless they are named here.");
    if (heard.unanswered.empty()) return;
    out.paragraph("Some points can only be answered by asking people, and that was not done for all options:");
    std::vector<sentence> points;
    for (const std::size_t c : heard.unanswered) points.push_back({criterion_phrase(s, c)});
    out.list(std::move(points));
}

inline void tell_more(prose_writer& out, const study& s) {
    const auto limits = standing_limitation();
    out.heading(2, "Where to read more");
    out.list({{ours("The full report shows every number, what it rests on, and how to get the same result again. The "
                    "study is called "),
               name_of(s.key), ours(".")},
              {ours("What research says about changing structures: "),
               {std::string(limits.source), phrase_kind::name, std::string(limits.url)},
               ours(".")}});
}

}  // namespace concordat::detail::telling
