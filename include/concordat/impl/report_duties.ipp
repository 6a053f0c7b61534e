// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/duties.hpp"

#include "concordat/report/chance.hpp"
#include "concordat/report/child_summary.hpp"
#include "concordat/report/family_table.hpp"
#include "concordat/report/reading_age.hpp"

#include "concordat/impl/report_digest.hpp"
#include "concordat/impl/report_duty_items.hpp"
#include "concordat/impl/report_family_table.ipp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace concordat {

namespace detail::duty {

using telling::ours;
using blocks = std::vector<prose_block>;

/// What is filled in is gathered by the same writer as every text.
template <class Fill>
blocks written(Fill fill) {
    telling::prose_writer out("filled");
    fill(out);
    return std::move(out).take().blocks;
}

inline blocks fill_needed(const study& s, const study_result&) {
    return written([&](auto& out) {
        if (!s.question.empty()) out.paragraph({ours("The study asks: "), telling::title_of(s.question)});
    });
}

inline blocks fill_numbers(const study& s, const study_result& found) {
    return written([&](auto& out) {
        const std::size_t criteria = s.criteria.criteria.size();
        const std::size_t gaps = telling::gaps_of(s, found).size();
        out.paragraph("The run has a value for every option on " + telling::number_word(criteria - gaps) + " of " +
                      telling::counted(criteria, "criterion", "criteria") +
                      ". Each stands with its source and level in the tables of the report.");
    });
}

inline blocks fill_views(const study& s, const study_result& found) {
    return written([&](auto& out) {
        const auto heard = telling::voices_of(s, found);
        std::vector<sentence> items;
        for (const std::size_t w : heard.asked)
            items.push_back({ours("Weights were given by: "), telling::title_of(s.weights[w].whose)});
        for (const auto& judge : heard.judges)
            items.push_back({ours("Values were given by: "), telling::title_of(judge)});
        out.paragraph(items.empty() ? "For the study itself nobody was asked, as far as it says."
                                    : "For the study itself only these were asked, as far as it says:");
        out.list(std::move(items));
    });
}

inline blocks fill_effects(const study& s, const study_result&) {
    return written([&](auto& out) {
        std::set<int> spoken_to;
        for (const auto& c : s.criteria.criteria)
            for (const auto& link : c.articles) spoken_to.insert(link.number);
        std::vector<phrase> numbers;
        for (const int number : spoken_to) numbers.push_back(ours(std::to_string(number)));
        if (numbers.empty()) {
            out.paragraph("No criterion of this study speaks to any article. All effects are unknown.");
            return;
        }
        sentence words{ours("See the worksheet. The criteria of this study speak to "),
                       ours(numbers.size() == 1 ? "article " : "articles ")};
        telling::append(words, telling::listed_phrases(numbers));
        words.push_back(ours("; effects on all other articles are unknown."));
        out.paragraph(std::move(words));
    });
}

inline blocks fill_accessible(const study& s, const study_result& found) {
    return written([&](auto& out) {
        const auto grade = flesch_kincaid_grade(count_words(child_summary(s, found)));
        if (!grade) return;
        out.paragraph(
            "A summary for young people comes with this run. By the formula of Flesch and Kincaid its own "
            "words read at an age of about " +
            rounded(std::max(age_in_grade(*grade), 6.0), 0) + ". Titles from the study are not counted.");
    });
}

/// Types of family over all baselines, each once.
inline std::vector<const persona*> families_of(const study_result& found) {
    std::vector<const persona*> all;
    for (const auto& base : found.baselines)
        for (const auto* each : family_tables::families_on(base)) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const persona* p) { return p->key == each->key; });
            if (!known) all.push_back(each);
        }
    return all;
}

inline blocks fill_age(const study&, const study_result& found) {
    return written([&](auto& out) {
        std::vector<sentence> items;
        for (const auto* each : families_of(found))
            items.push_back(
                {telling::title_or_key(each->title, each->key), ours(", drawn at age " + rounded(each->age, 1) + ".")});
        if (items.empty()) return;
        out.paragraph(
            "The maps hold these types of family, which are made up. The table of families shows how each "
            "fares under each option. Only a person can say which of them share another characteristic of "
            "this list:");
        out.list(std::move(items));
    });
}

/// Which option is most likely to come first in an area, by each weight set.
inline sentence told_area(const study& s, const area_results& found, const area_result& here) {
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>> leaders;
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        std::size_t best = 0;
        for (std::size_t o = 1; o < s.options.size(); ++o)
            if (found.at(here, w, o).first.value > found.at(here, w, best).first.value) best = o;
        auto at = std::find_if(leaders.begin(), leaders.end(), [&](const auto& each) { return each.first == best; });
        if (at == leaders.end()) at = leaders.insert(at, {best, {}});
        at->second.push_back(w);
    }
    sentence words;
    for (const auto& [option, weights] : leaders) {
        double low = 1;
        double high = 0;
        for (const std::size_t w : weights) {
            low = std::min(low, found.at(here, w, option).first.value);
            high = std::max(high, found.at(here, w, option).first.value);
        }
        words.push_back(ours(words.empty() ? " Most likely to come first: " : "; "));
        words.push_back(telling::option_phrase(s, option));
        words.push_back(ours(" (" + chances_in_words(low, high) + ")"));
        if (leaders.size() == 1) continue;
        words.push_back(ours(" by "));
        telling::append(words, telling::listed_phrases(telling::phrases_of(s, weights, telling::weights_phrase)));
    }
    if (!words.empty()) words.push_back(ours("."));
    return words;
}

inline blocks fill_places(const study& s, const study_result& found) {
    return written([&](auto& out) {
        if (!s.areas || !found.areas) return;
        std::vector<const area_result*> known;
        for (const auto& each : found.areas->areas)
            if (s.areas->areas[each.area].most_deprived_fifth) known.push_back(&each);
        if (known.empty()) return;
        std::stable_sort(known.begin(), known.end(), [&](const area_result* a, const area_result* b) {
            return s.areas->areas[a->area].most_deprived_fifth->value >
                   s.areas->areas[b->area].most_deprived_fifth->value;
        });
        constexpr std::size_t most = 5;
        if (known.size() > most) known.resize(most);
        out.paragraph("Of the areas whose share is known, these have the most places in the most deprived fifth:");
        std::vector<sentence> items;
        for (const auto* each : known) {
            const auto& a = s.areas->areas[each->area];
            const auto& share = *a.most_deprived_fifth;
            sentence words{telling::name_of(a.name), ours(": " + rounded(share.value, 1) + " "),
                           telling::name_of(share.unit), ours(" in " + std::to_string(share.year) + ".")};
            telling::append(words, told_area(s, *found.areas, *each));
            items.push_back(std::move(words));
        }
        out.list(std::move(items));
    });
}

inline blocks fill_different(const study& s, const study_result& found) {
    return written([&](auto& out) {
        if (!s.areas || !found.areas) return;
        std::vector<sentence> items;
        for (const auto& each : found.areas->areas) {
            const auto& a = s.areas->areas[each.area];
            if (!a.islands) continue;
            sentence words{telling::name_of(a.name),
                           ours(a.islands->extent == island_extent::all ? ": all on islands." : ": islands in part.")};
            telling::append(words, told_area(s, *found.areas, each));
            items.push_back(std::move(words));
        }
        if (items.empty()) return;
        out.paragraph("The table of areas names " + telling::counted(items.size(), "area", "areas") +
                      " with islands. It says how services are set up there, and nothing of distance, ferries or "
                      "weather:");
        out.list(std::move(items));
    });
}

inline std::set<std::string> information_ties(const model& m) {
    std::set<std::string> ties;
    for (const auto& each : m.relations(relation_type::shares_information_with))
        if (m.holds(each)) ties.insert(identity(each));
    return ties;
}

inline std::size_t beyond(const std::set<std::string>& all, const std::set<std::string>& known) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const auto& each) { return !known.contains(each); }));
}

/// What each option does to the ties by which bodies share information, starting from one baseline.
inline std::vector<sentence> told_sharing(const study& s, const baseline_result& base, const model& baseline) {
    std::vector<sentence> items;
    const auto as_it_is = place(s, study_option{}, &baseline);
    if (!as_it_is) return items;
    const auto before = information_ties(as_it_is->applied.after);
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        if (s.options[o].stands_alone()) continue;
        const auto after = information_ties(base.options[o].after);
        const std::size_t more = beyond(after, before);
        const std::size_t less = beyond(before, after);
        if (more == 0 && less == 0) continue;
        items.push_back(
            {telling::option_phrase(s, o),
             ours(": adds " + telling::counted(more, "tie", "ties") + " and ends " +
                  telling::counted(less, "tie", "ties") + ", of " + std::to_string(before.size()) + ", starting from "),
             telling::title_or_key(baseline.title(), baseline.key()), ours(".")});
    }
    return items;
}

inline blocks fill_description(const study& s, const study_result& found) {
    return written([&](auto& out) {
        out.paragraph("The study itself holds no data about any person.");
        const auto baselines = runs_on(s);
        std::vector<sentence> items;
        bool compared = false;
        for (std::size_t b = 0; b < found.baselines.size() && b < baselines.size(); ++b) {
            if (baselines[b] == nullptr) continue;
            compared = true;
            for (auto& each : told_sharing(s, found.baselines[b], *baselines[b])) items.push_back(std::move(each));
        }
        if (!compared) return;
        if (items.empty())
            out.paragraph("As drawn, no option changes which bodies share information with each other.");
        else
            out.paragraph("As drawn, these options change the ties by which bodies share information with each other:");
        out.list(std::move(items));
    });
}

struct filling {
    std::string_view list;
    std::string_view item;
    blocks (*fill)(const study&, const study_result&);
};
inline constexpr filling fillings[] = {
    {"child_rights", "needed", fill_needed},
    {"child_rights", "numbers", fill_numbers},
    {"child_rights", "views", fill_views},
    {"child_rights", "effects", fill_effects},
    {"child_rights", "accessible", fill_accessible},
    {"equality", "age", fill_age},
    {"fairer_scotland", "places", fill_places},
    {"islands", "different", fill_different},
    {"data_protection", "description", fill_description},
};

inline std::string source_words(const duty_source& source) {
    std::string text = std::string(source.title) + ", " + std::string(source.at);
    text += source.quality == sourcing::official
                ? "."
                : ". From background, confidence " + std::string(source.confidence) + ": check it against the text.";
    return text;
}

inline std::string plain_text(const blocks& filled) {
    std::string text = to_text(prose{"filled", filled}, 0);
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace detail::duty

CONCORDAT_INLINE std::vector<duty_checklist> duty_checklists(const study& s, const study_result& found) {
    std::vector<duty_checklist> all;
    for (const auto& list : detail::duty::lists) {
        auto& made = all.emplace_back(duty_checklist{list.key, list.title, {}});
        for (const auto& card : list.items) {
            auto& item = made.items.emplace_back(duty_item{card.key, card.asks, card.source, {}});
            for (const auto& each : detail::duty::fillings)
                if (each.list == list.key && each.item == card.key) item.filled = each.fill(s, found);
        }
    }
    return all;
}

CONCORDAT_INLINE prose to_prose(const study& s, const std::vector<duty_checklist>& lists) {
    namespace telling = detail::telling;
    telling::prose_writer out("duties");
    out.heading(1, {telling::ours("Checklists for assessments: "), telling::title_or_key(s.title, s.key)});
    out.paragraph(
        "These lists ask what public bodies must look at before they decide. A run of a computer program filled "
        "in the little that it knows. That meets no duty. People must look, ask, write and sign.");
    for (const auto& list : lists) {
        out.heading(2, std::string(list.title));
        for (const auto& item : list.items) {
            out.heading(3, std::string(item.asks));
            if (item.filled.empty()) out.paragraph(std::string(left_to_a_person));
            for (const auto& block : item.filled) out.block(block);
            if (!item.filled.empty())
                out.paragraph("The run knows no more than this. " + std::string(left_to_a_person));
            out.paragraph({telling::ours("Source: "),
                           {detail::duty::source_words(item.source), phrase_kind::name, std::string(item.source.url)}});
        }
    }
    return std::move(out).take();
}

CONCORDAT_INLINE sheet duties_sheet(const std::vector<duty_checklist>& lists) {
    sheet table{"Checklists",
                {{"list"}, {"item"}, {"asks"}, {"filled"}, {"source"}, {"at"}, {"url"}, {"sourcing"}, {"confidence"}},
                {}};
    for (const auto& list : lists)
        for (const auto& item : list.items)
            table.rows.push_back({list.key, item.key, item.asks, detail::duty::plain_text(item.filled),
                                  item.source.title, item.source.at, item.source.url, name(item.source.quality),
                                  item.source.confidence});
    table.notes = {"What is not filled in is for a person to write. What is filled in is no assessment."};
    return table;
}

}  // namespace concordat
