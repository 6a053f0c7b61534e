// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/child_summary.hpp"

#include "concordat/impl/report_digest.hpp"
#include "concordat/report/chance.hpp"

#include <utility>

namespace concordat {

namespace detail::telling::young {

inline void tell_rights(prose_writer& out) {
    out.heading(2, "First, your rights");
    out.paragraph(
        "You have a right to have your say when grown-ups make choices about your life. They must listen to "
        "you, and they must take what you say seriously. This is Article 12 of a list of rights that belong "
        "to every child. The list is called the UNCRC. In Scotland it is part of the law.");
    out.paragraph(
        "So you have a right to know what is on this page. If a part of it is not clear, that is not your "
        "fault. Ask a grown-up you trust to go through it with you.");
}

inline void tell_question(prose_writer& out, const study& s) {
    out.heading(2, "What was the question?");
    if (s.question.empty())
        out.paragraph("The people who wrote the study did not say what their question was. They should have.");
    else
        out.paragraph({ours("This is what the grown-ups asked: "), title_of(s.question)});
    if (s.commissioner.empty())
        out.paragraph("They did not say who wanted to know.");
    else
        out.paragraph({ours("Who wanted to know: "), title_of(s.commissioner)});
}

inline void tell_compared(prose_writer& out, const study& s) {
    const std::size_t count = s.options.size();
    out.heading(2, "What did they look at?");
    if (count == 1)
        out.paragraph("They looked at just one way to set things up. This is its name:");
    else
        out.paragraph("They looked at " + counted(count, "way", "ways") +
                      " to set things up. Here are the names that they gave them:");
    std::vector<sentence> items;
    for (std::size_t o = 0; o < count; ++o) items.push_back({option_phrase(s, o)});
    out.list(std::move(items));
    out.paragraph("Some of these names are hard to read. They are the words of the people who wrote the study.");
    if (s.baselines.size() > 1)
        out.paragraph("Things are not set up the same in each place. So they tried each way from " +
                      counted(s.baselines.size(), "starting point", "starting points") + ".");
    out.paragraph(
        "Grown-ups drew a map of each way. A map shows who does what: who helps, who pays and who is in "
        "charge. These maps are called models. Grown-ups made them. They can be wrong, and they leave things "
        "out.");
    const std::size_t points = s.criteria.criteria.size();
    out.paragraph("Then a computer looked at each map. It checked " + counted(points, "thing", "things") +
                  ". The grown-ups chose which things to check.");
}

/// Every ranking with the options that lead it.
inline std::vector<lead> all_leads(const study_result& found) {
    std::vector<lead> leads;
    for (const auto& base : found.baselines)
        for (const auto& ranking : base.rankings) leads.push_back(lead_of(ranking.with_missing));
    return leads;
}

inline sentence told_lead(const study& s, const std::vector<lead>& group, std::size_t tests) {
    const auto& first = group.front();
    const bool all = first.options.size() == s.options.size();
    const auto range = range_of_chances(group);
    const bool always = first.options.size() > 1 && range.first == 1;
    sentence words{ours("No way came out in front of the others")};
    if (!all) {
        words = listed_up_to(phrases_of(s, first.options, option_phrase), 3);
        words.push_back(ours(first.options.size() == 1 ? " came first"
                             : always                  ? " shared first place"
                                                       : " came first about as often as each other"));
    }
    if (tests > 1) words.push_back(ours(" in " + number_word(group.size()) + " of " + counted(tests, "test", "tests")));
    if (first.sampled && !always) words.push_back(ours(": " + chances_in_words(range.first, range.second)));
    words.push_back(ours("."));
    return words;
}

/// One line for each option, or set of options, that came first from some starting point with some weights: the three
/// that did so most often, for a list of ten says nothing to anybody.
inline std::vector<sentence> told_leads(const study& s, const std::vector<lead>& leads) {
    std::vector<std::vector<lead>> groups;
    for (const auto& each : leads) {
        auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const auto& group) { return group.front().of_the_same(each); });
        if (at == groups.end()) at = groups.insert(groups.end(), std::vector<lead>{});
        at->push_back(each);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    constexpr std::size_t most = 3;
    std::vector<sentence> items;
    std::size_t told = 0;
    for (const auto& group : groups) {
        if (items.size() == most) break;
        items.push_back(told_lead(s, group, leads.size()));
        told += group.size();
    }
    if (told < leads.size())
        items.push_back(
            {ours((leads.size() - told == 1 ? std::string("In one more test")
                                            : "In the other " + number_word(leads.size() - told) + " tests") +
                  ", it was other ways, or other ways too.")});
    return items;
}

inline void tell_ranked(prose_writer& out, const study& s, const study_result& found) {
    const auto leads = all_leads(found);
    const bool alike = std::all_of(leads.begin(), leads.end(), [&](const lead& each) {
        return each.options.size() == 1 && each.options == leads.front().options && each.chance > 0.5;
    });
    const bool sampled = std::any_of(leads.begin(), leads.end(), [](const lead& each) { return each.sampled; });
    if (alike)
        out.paragraph(sampled ? "One way came first more often than the rest did." : "One way came first.");
    else
        out.paragraph("No way was the clear winner. That is a real answer too.");
    if (sampled)
        out.paragraph(
            "People do not agree on what counts most, and some things are not known. So the computer played "
            "it through many times, like rolling a dice. Each time, one way came first. This is how often:");
    else
        out.paragraph("This is what came first:");
    out.list(told_leads(s, leads));
    if (sampled)
        out.paragraph("About 1 in 5 means this: if you did it five times, that way would come first about once.");
}

inline void tell_unranked(prose_writer& out, const study& s, const study_result& found) {
    if (s.options.size() == 1) {
        out.paragraph("There was just one way to look at. So there was no first and no last.");
        return;
    }
    std::size_t same = 0;
    std::size_t known = 0;
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        bool measured = false;
        bool differs = false;
        for (const auto& base : found.baselines) {
            const auto spread = spread_over(base.assessment, c);
            measured = measured || spread.known > 1;
            differs = differs || spread.differs();
        }
        known += measured ? 1U : 0U;
        same += measured && !differs ? 1U : 0U;
    }
    out.paragraph("This study does not say which way is best. It did not put them in order.");
    if (known == 0)
        out.paragraph("For none of the things to check was there an answer for two of the ways or more.");
    else if (same == known)
        out.paragraph("On each thing that was checked, all the ways came out the same.");
    else if (same == 0)
        out.paragraph(
            "On each thing that was checked, some ways came out higher than others. Higher is not always "
            "better.");
    else
        out.paragraph("The computer could check " + counted(known, "thing", "things") + ". On " + number_word(same) +
                      " of them all the ways came out the same. On the rest, some came out higher than others. Higher "
                      "is not always better.");
}

inline void tell_found(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "What did they find?");
    if (is_ranked(s))
        tell_ranked(out, s, found);
    else
        tell_unranked(out, s, found);
}

inline void tell_unseen(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "What do we not know?");
    out.paragraph(
        "A computer can not see the things that may matter most to you. Is somebody kind to you? Do they have "
        "time? Do they stay in your life? Do they listen? No map shows that.");
    const auto gaps = gaps_of(s, found);
    if (gaps.empty()) return;
    out.paragraph("For some things nobody had an answer at all, or not for each way:");
    std::vector<sentence> items;
    for (const auto& each : gaps) items.push_back({criterion_phrase(s, each.criterion)});
    out.list(std::move(items));
}

inline void tell_limits(prose_writer& out) {
    const auto limits = standing_limitation();
    out.heading(2, "What does it not mean?");
    out.paragraph(
        {ours("People who study this found out one big thing: "),
         title_of(std::string(limits.text)),
         ours(" This means that how things are set up is only one part. A new plan on paper does not make life "
              "good. People do. "),
         {"You can read more here", phrase_kind::ours, std::string(limits.url)},
         ours(".")});
    out.list({{ours("It does not say which way is best for you.")},
              {ours("It does not choose. People choose, and they must say why.")},
              {ours("If two ways come out close, it may be luck.")},
              {ours("Your rights are not points in a game. No score can take them away.")}});
}

inline void tell_who(prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "Who was asked?");
    const auto heard = voices_of(s, found);
    std::vector<sentence> items;
    for (const std::size_t w : heard.asked) items.push_back({title_of(s.weights[w].whose)});
    for (const auto& judge : heard.judges) items.push_back({title_of(judge)});
    if (items.empty()) {
        out.paragraph(
            "As far as the study says, nobody was asked. No child or young person had a say in it. That is a "
            "gap, and the people who choose should know about it.");
        return;
    }
    out.paragraph("The study says that these people were asked:");
    out.list(std::move(items));
    out.paragraph(
        "If children and young people are not on this list, they were not asked. That is a gap, and the people "
        "who choose should know about it.");
}

inline void tell_your_say(prose_writer& out, const study& s) {
    out.heading(2, "What could change the answer?");
    std::vector<sentence> items;
    if (is_ranked(s)) items.push_back({ours("If other things count more, a new way may come first.")});
    items.push_back({ours("If a map is wrong and somebody puts it right, the answer may change.")});
    items.push_back({ours("If you and others say what life is really like, that can change what people look at.")});
    out.list(std::move(items));
    out.heading(2, "Now it is your turn");
    out.paragraph(
        "What do you think? What did they miss? What would you check first? You can say it, write it or draw "
        "it. You can ask a grown-up you trust to help you pass it on. You do not have to. It is up to you.");
}

}  // namespace detail::telling::young

CONCORDAT_INLINE prose child_summary(const study& s, const study_result& found) {
    namespace telling = detail::telling;
    telling::prose_writer out("child-summary");
    out.heading(1, {telling::ours("For young people: "), telling::title_or_key(s.title, s.key)});
    telling::young::tell_rights(out);
    telling::young::tell_question(out, s);
    telling::young::tell_compared(out, s);
    telling::young::tell_found(out, s, found);
    telling::young::tell_unseen(out, s, found);
    telling::young::tell_limits(out);
    telling::young::tell_who(out, s, found);
    telling::young::tell_your_say(out, s);
    return std::move(out).take();
}

}  // namespace concordat
