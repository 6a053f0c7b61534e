// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/child_rights.hpp"

#include "concordat/impl/report_digest.hpp"
#include "concordat/report/chance.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace concordat {

namespace detail::rights {

inline std::string title_of_article(int number) {
    for (const auto& each : articles_of_rights())
        if (each.number == number) return std::string(each.title);
    return {};
}

inline std::string article_text(int number) { return std::to_string(number) + ". " + title_of_article(number); }

/// "2.5", "1 to 3", "missing".
inline std::string quantity_text(const quantity& q) {
    if (is_missing(q)) return "missing";
    if (!is_uncertain(q)) return rounded(mean(q), 4);
    return rounded(lowest(q), 4) + " to " + rounded(highest(q), 4);
}

inline std::string level_text(const std::optional<int>& level) { return level ? std::to_string(*level) : "none"; }

/// "C1 better: 0.25, baseline 0.2"; and where it is unclear, why.
inline std::string evidence_text(const study& s, const rights_evidence& each) {
    std::string text = s.criteria.criteria[each.criterion].key + " " + std::string(name(each.stands)) + ": " +
                       quantity_text(each.value) + ", baseline " + quantity_text(each.baseline);
    if (!each.why.empty()) text += ", for " + each.why;
    if (each.agreeing) text += ", so in " + percent_text(*each.agreeing) + " of the drawn graphs";
    return text;
}

inline std::string sources_text(const study& s, const rights_evidence& each) {
    std::string text;
    for (const auto& key : s.criteria.criteria[each.criterion].articles[each.link].evidence.sources) {
        std::string title = key;
        for (const auto& known : s.criteria.sources)
            if (known.key == key) title = known.title;
        text += (text.empty() ? "" : "; ") + title;
    }
    return text;
}

inline const char* silent_words() { return "nothing in this study speaks to it"; }

/// Whether every criterion that speaks to an article leaves it open which way is better.
inline bool is_open(const criteria_tree& tree, int article) {
    const auto links = links_to(tree, article);
    return std::all_of(links.begin(), links.end(), [&](const link_at& at) {
        return tree.criteria[at.criterion].articles[at.link].reads == article_reading::open;
    });
}

/// The articles of which some criterion can say which way, option by option.
inline sheet articles_table(const study& s, const baseline_rights& base) {
    sheet table{"Articles",
                {{"Option"}, {"Article"}, {"Effect"}, {"Why"}, {"Evidence"}, {"Weakest fact", alignment::right}},
                {}};
    for (std::size_t o = 0; o < base.options.size(); ++o)
        for (const auto& on : base.options[o].articles) {
            if (is_open(s.criteria, on.article)) continue;
            std::string evidence;
            std::optional<int> level;
            for (const auto& each : on.evidence) {
                evidence += (evidence.empty() ? "" : "; ") + evidence_text(s, each);
                if (each.stands != beside_baseline::open) level = weaker(level, each.level);
            }
            table.rows.push_back({telling::option_phrase(s, o).text, article_text(on.article), name(on.impact), on.why,
                                  evidence, level ? number_cell(*level) : cell("none")});
        }
    table.notes = {
        "Weakest fact: the level of the weakest fact under the values, from 4 (in force and in primary text) "
        "to 0 (assumed)."};
    return table;
}

/// Which criterion speaks to which article, who says so, and how well it is backed that the criterion helps children.
inline void tell_links(telling::prose_writer& out, const study& s) {
    std::vector<sentence> items;
    for (const auto& c : s.criteria.criteria)
        for (const auto& link : c.articles) {
            const rights_evidence here{static_cast<std::size_t>(&c - s.criteria.criteria.data()),
                                       static_cast<std::size_t>(&link - c.articles.data()),
                                       beside_baseline::open,
                                       {},
                                       {},
                                       {}};
            sentence words{telling::name_of(c.key),
                           telling::ours(" "),
                           telling::title_or_key(c.title, c.key),
                           telling::ours(": article " + article_text(link.number) + ". " +
                                         (link.reads == article_reading::same
                                              ? "Better here is better for the right."
                                              : "It is about the right, and does not say which way is better.") +
                                         " Source: "),
                           telling::name_of(sources_text(s, here)),
                           telling::ours(" (level " + level_text(level_of(link.evidence, s.criteria.assumptions)) +
                                         "). That the criterion helps children is backed at level " +
                                         level_text(level_of(c.benefit, s.criteria.assumptions)) + ".")};
            items.push_back(std::move(words));
        }
    out.list(std::move(items));
}

/// Articles that are spoken to by criteria that do not say which way: unknown for every option alike.
inline void tell_open(telling::prose_writer& out, const study& s, const child_rights& found) {
    std::vector<phrase> open;
    for (const auto& each : articles_of_rights()) {
        const bool silent = std::find(found.silent.begin(), found.silent.end(), each.number) != found.silent.end();
        if (!silent && is_open(s.criteria, each.number)) open.push_back(telling::ours(article_text(each.number)));
    }
    if (open.empty()) return;
    sentence words{
        telling::ours("What is measured does not say which way is better for the right, so for every option "
                      "this is unknown: ")};
    telling::append(words, telling::listed_phrases(open));
    words.push_back(telling::ours("."));
    out.paragraph(std::move(words));
}

inline void tell_rule(telling::prose_writer& out) {
    out.heading(2, "The rule");
    out.paragraph(
        "An article is looked at only where a source ties one of the study's criteria to it. On that criterion "
        "the option is laid beside things as they are.");
    out.list({{telling::ours("Negative: worse on one criterion at least. A gain elsewhere does not make up for it.")},
              {telling::ours("Positive: better on one, and worse or unclear on none.")},
              {telling::ours("Neutral: the same on all.")},
              {telling::ours("Unknown: a value is missing, the values may be either way round, too few of the drawn "
                             "graphs agree, or the criterion does not say which way is better for the right.")}});
    out.paragraph(
        "Positive means that a structure comes out better, and no more. That a better structure helps children "
        "is weakly backed, and the levels beside each effect say how weakly: 4 is the strongest, 0 is none.");
}

inline void tell_baseline(telling::prose_writer& out, const study& s, const child_rights& found, std::size_t b) {
    const auto& base = found.baselines[b];
    if (found.baselines.size() > 1) out.heading(3, {telling::ours("Starting from "), telling::baseline_phrase(s, b)});
    if (base.unchanged)
        out.paragraph(
            {telling::ours("Things as they are: "), telling::option_phrase(s, *base.unchanged), telling::ours(".")});
    else if (base.baseline.empty())
        out.paragraph("There is no baseline here, so no effect can be told.");
    else
        out.paragraph("No option leaves things as they are, so the criteria were measured on the baseline itself.");
    auto table = articles_table(s, base);
    if (!table.rows.empty()) out.table(std::move(table));
}

inline void tell_silent(telling::prose_writer& out, const child_rights& found) {
    if (found.silent.empty()) return;
    out.heading(2, "Articles that are unknown for every option");
    out.paragraph(telling::capitalised(std::string(silent_words())) + ". A person must look at each:");
    std::vector<sentence> items;
    for (const int number : found.silent) items.push_back({telling::ours("Article " + article_text(number))});
    out.list(std::move(items));
}

inline void tell_views(telling::prose_writer& out, const study& s, const study_result& found) {
    out.heading(2, "Whose views are missing");
    const auto heard = telling::voices_of(s, found);
    std::vector<sentence> items;
    for (const std::size_t w : heard.asked)
        items.push_back({telling::ours("Weights were given by: "), telling::title_of(s.weights[w].whose)});
    for (const auto& judge : heard.judges)
        items.push_back({telling::ours("Values were given by: "), telling::title_of(judge)});
    if (items.empty())
        out.paragraph(
            "As far as the study says, nobody was asked: no child, no young person, no parent or carer, and "
            "nobody who works with them.");
    else
        out.paragraph(
            "These people were asked. Children and young people whom the decision affects are missing unless "
            "they are named here:");
    out.list(std::move(items));
    std::vector<sentence> unanswered;
    for (const std::size_t c : heard.unanswered) unanswered.push_back({telling::criterion_phrase(s, c)});
    if (unanswered.empty()) return;
    out.paragraph("Only people could answer these, and they were not asked about every option:");
    out.list(std::move(unanswered));
}

}  // namespace detail::rights

CONCORDAT_INLINE sheet child_rights_sheet(const study& s, const child_rights& found) {
    namespace rights = detail::rights;
    sheet table{"Children's rights, article by article", {}, {}};
    for (const auto* heading :
         {"baseline", "option", "article", "title", "effect", "why", "criterion", "stands", "value", "baseline_value",
          "unit", "level", "benefit_level", "agreeing_graphs", "source"})
        table.columns.push_back({heading});
    for (const auto& base : found.baselines)
        for (std::size_t o = 0; o < base.options.size(); ++o)
            for (const auto& on : base.options[o].articles)
                for (const auto& each : on.evidence) {
                    const auto& c = s.criteria.criteria[each.criterion];
                    const auto level = [](const std::optional<int>& of) {
                        return of ? number_cell(*of) : cell("none");
                    };
                    table.rows.push_back(
                        {base.baseline, s.options[o].key, number_cell(on.article), rights::title_of_article(on.article),
                         name(on.impact), on.why, c.key, name(each.stands), rights::quantity_text(each.value),
                         rights::quantity_text(each.baseline), c.unit, level(each.level),
                         level(level_of(c.benefit, s.criteria.assumptions)),
                         each.agreeing ? number_cell(*each.agreeing) : cell(""), rights::sources_text(s, each)});
                }
    for (const int number : found.silent) {
        std::vector<cell> row{"every baseline",
                              "every option",
                              number_cell(number),
                              rights::title_of_article(number),
                              name(rights_impact::unknown),
                              rights::silent_words()};
        row.resize(table.columns.size(), cell(""));
        table.rows.push_back(std::move(row));
    }
    table.notes = {"A worksheet and no assessment: it compares structures, and people decide.",
                   std::string(standing_limitation().text)};
    return table;
}

CONCORDAT_INLINE prose to_prose(const study& s, const study_result& found, const child_rights& assessed) {
    namespace telling = detail::telling;
    namespace rights = detail::rights;
    const auto limits = standing_limitation();
    const auto titles = articles_source();
    telling::prose_writer out("child-rights");
    out.heading(1, {telling::ours("Child rights and wellbeing impact assessment, worksheet: "),
                    telling::title_or_key(s.title, s.key)});
    out.paragraph(
        "This is a worksheet, not the assessment. A run of a computer program filled in what it knows. It "
        "compares how services are set up; it has met no child. People must do the rest, and sign it.");
    out.paragraph({telling::title_of(std::string(limits.text)),
                   telling::ours(" Source: "),
                   {std::string(limits.source), phrase_kind::name, std::string(limits.url)},
                   telling::ours(".")});
    rights::tell_rule(out);
    out.heading(2, "Articles that a criterion speaks to");
    if (assessed.silent.size() == articles_of_rights().size())
        out.paragraph("There are none: no source ties a criterion of this study to an article.");
    else {
        rights::tell_links(out, s);
        rights::tell_open(out, s, assessed);
        for (std::size_t b = 0; b < assessed.baselines.size(); ++b) rights::tell_baseline(out, s, assessed, b);
    }
    rights::tell_silent(out, assessed);
    rights::tell_views(out, s, found);
    out.paragraph({telling::ours("Short titles of the articles: "),
                   {std::string(titles.source), phrase_kind::name, std::string(titles.url)},
                   telling::ours(". The two optional protocols, which the Act takes in as well, are not listed.")});
    return std::move(out).take();
}

}  // namespace concordat
