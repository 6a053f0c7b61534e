// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/child_summary.hpp"

#include "concordat/report/reading_age.hpp"
#include "told_studies.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <regex>
#include <set>
#include <string>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("a summary for young people of any kind of study is grammatical, and says what must be said") {
    for (const auto& each : studies_of_all_kinds()) {
        INFO(each.name);
        const auto text = child_summary(each.study, each.result);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        CHECK(says(text, std::string(standing_limitation().text)));
        CHECK(says(text, "Article 12"));
        CHECK(says(text, "Grown-ups made them."));
        CHECK(says(text, "Who was asked?"));
    }
}

TEST_CASE("it speaks to a young person, without jargon and without pity") {
    static const std::regex wrong(
        "baseline|criteri|weight|sampl|uncertain|probabilit|stakeholder|governance|"
        "vulnerab|unfortunat|poor |needy|kiddie|disadvantag|brave|sadly",
        std::regex::icase);
    for (const auto& each : studies_of_all_kinds()) {
        INFO(each.name);
        std::size_t you = 0;
        for (const auto& words : sentences_of(child_summary(each.study, each.result))) {
            const std::string own = own_words(words);
            CAPTURE(own);
            CHECK_FALSE(std::regex_search(own, wrong));
            you += own.find("you") != std::string::npos || own.find("You") != std::string::npos ? 1U : 0U;
        }
        CHECK(you >= 5);
    }
}

TEST_CASE("who came first stands with how often, and a tie is no winner") {
    const auto ranked = told("ranked", small_study());
    const auto text = child_summary(ranked.study, ranked.result);
    const auto& ranks = ranked.result.baselines[0].rankings[0].with_missing;
    const std::size_t best = ranks.first(1).value > ranks.first(0).value ? 1 : 0;
    const auto at = block_with(text, ranked.study.options[best].title + "\u201d came first");
    REQUIRE(at < text.blocks.size());
    CHECK(to_text(prose{"", {text.blocks[at]}}, 0).find(" in ") != std::string::npos);
    const auto tied = told("unknown", unknown_study());
    CHECK(says(child_summary(tied.study, tied.result), "No way came out in front of the others"));
}

TEST_CASE("what came first is told once, however often it did so here and there") {
    auto studies = studies_of_all_kinds();
    auto s = small_study();
    s.weights.push_back(s.weights.front());
    s.weights.back().key = "weights.one";
    s.weights.back().how = elicitation::direct;
    s.weights.back().ranges = {{"A1", 0, 1, {}}, {"D1", 0, 1, {}}, {"D2", 1, 3, {}}, {"H2", 1, 5, {}}};
    s.weights.back().preferences = {{"", {}, {{"A", 1}, {"D", 1}}, {}},
                                    {"A", {}, {{"A1", 1}}, {}},
                                    {"D", {}, {{"D1", 1}, {"D2", 1}, {"H2", 20}}, {}}};
    studies.push_back(told("now and then, and always", s));
    for (const auto& each : studies) {
        INFO(each.name);
        std::set<std::string> firsts;
        for (const auto& words : sentences_of(child_summary(each.study, each.result))) {
            const std::string all = to_text(prose{"", {prose_paragraph{words}}}, 0);
            const auto at = all.find(" came first");
            if (at != std::string::npos && all.front() != 'E') CHECK(firsts.insert(all.substr(0, at)).second);
        }
    }
    const auto& rankings = studies.back().result.baselines[0].rankings;
    REQUIRE(rankings.size() > 1);
    CHECK(std::fabs(rankings.front().with_missing.first(0).value - rankings.back().with_missing.first(0).value) > 0.1);
}

TEST_CASE("that nobody was asked is told as a gap, and who was asked by name") {
    auto s = small_study();
    auto each = told("nobody", s);
    CHECK(says(child_summary(each.study, each.result), "No child or young person had a say in it"));
    s.judgements.push_back({"x", "H2", exact_value{4}, "The young people's panel", {}, {}});
    s.judgements.push_back({"base", "H2", exact_value{3}, "The young people's panel", {}, {}});
    each = told("panel", s);
    const auto text = child_summary(each.study, each.result);
    CHECK(says(text, "- \u201cThe young people's panel\u201d"));
    CHECK_FALSE(says(text, "No child or young person had a say in it"));
}

TEST_CASE("whatever a file holds stays a title or a name in it") {
    const auto each = told("hostile", hostile_study(small_study()));
    const auto text = child_summary(each.study, each.result);
    for (const auto& words : sentences_of(text))
        for (const auto& one : words)
            if (one.kind == phrase_kind::ours) CHECK(one.text.find("script") == std::string::npos);
    CHECK(to_markdown(text).find("<script") == std::string::npos);
}

// Grade 6 of Kincaid's formula is the age of 11, the middle of the readers it is for. McLaughlin's formula asks for
// full understanding; two grades more.
TEST_CASE("the summary for young people of every study reads at an age of eleven or below") {
    for (const auto& each : studies_of_the_world()) {
        INFO(each.name);
        const auto text = child_summary(each.study, each.result);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        const auto counted = count_words(text);
        CHECK(age_in_grade(*flesch_kincaid_grade(counted)) <= 11);
        CHECK(*smog_grade(counted) <= 8);
    }
}

TEST_CASE("the summaries for young people of two studies are these, word for word") {
    const auto areas = told("areas", patchwork());
    CHECK(to_text(child_summary(areas.study, areas.result), 100) == golden("patchwork.young.txt"));
    const auto police = told("police", plain_study(std::string(CONCORDAT_MODELS) + "/studies/police-and-fire.toml"));
    CHECK(to_markdown(child_summary(police.study, police.result)) == golden("police-and-fire.young.md"));
}

TEST_CASE("write the summaries for young people", "[.write]") {
    const auto areas = told("areas", patchwork());
    write_golden("patchwork.young.txt", to_text(child_summary(areas.study, areas.result), 100));
    const auto police = told("police", plain_study(std::string(CONCORDAT_MODELS) + "/studies/police-and-fire.toml"));
    write_golden("police-and-fire.young.md", to_markdown(child_summary(police.study, police.result)));
}
