// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/reading_age.hpp"

#include "concordat/report/child_summary.hpp"
#include "concordat/report/plain_summary.hpp"
#include "told_studies.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;

namespace {

reading_counts counts(std::size_t sentences, std::size_t words, std::size_t syllables, std::size_t long_words = 0) {
    return {sentences, words, syllables, long_words};
}

/// What the library counts in two golden texts, titles and all, as reading_ages_test.py counts them too.
std::string golden_ages() {
    using namespace concordat::testing;
    const auto police = told("police", plain_study(std::string(CONCORDAT_MODELS) + "/studies/police-and-fire.toml"));
    std::string out = "text,sentences,words,syllables,long_words,flesch_kincaid,smog\n";
    const auto add = [&](const std::string& name, const prose& text) {
        const auto counted = count_words(text, reading_scope::everything);
        out += name;
        for (const auto count : {counted.sentences, counted.words, counted.syllables, counted.long_words})
            out += "," + std::to_string(count);
        out += "," + rounded(*flesch_kincaid_grade(counted), 4) + "," + rounded(*smog_grade(counted), 4) + "\n";
    };
    add("police-and-fire.plain.md", plain_summary(police.study, police.result));
    add("police-and-fire.young.md", child_summary(police.study, police.result));
    return out;
}

}  // namespace

TEST_CASE("the formula of Flesch and Kincaid gives the grades that others print") {
    // The least there can be, and the two examples of Wikipedia's article "Flesch-Kincaid readability tests".
    CHECK(*flesch_kincaid_grade(counts(1, 1, 1)) == Approx(-3.40).margin(0.005));
    CHECK(*flesch_kincaid_grade(counts(10, 57, 58)) == Approx(-1.3).margin(0.1));  // 5.7 words, 1.02 syllables
    CHECK(*flesch_kincaid_grade(counts(1, 13, 24)) == Approx(11.3).margin(0.05));
    // A text of which read-able.com printed 34 sentences, 432 words, 607 syllables and grade 5.90.
    CHECK(*flesch_kincaid_grade(counts(34, 432, 607)) == Approx(5.90).margin(0.05));
    CHECK_FALSE(flesch_kincaid_grade(counts(0, 0, 0)).has_value());
}

TEST_CASE("McLaughlin's formula gives the grades that others print") {
    // textstat's own test: 38 long words in 17 sentences are 11.67, 6 in 11 are 7.348.
    CHECK(*smog_grade(counts(17, 372, 519, 38)) == Approx(11.67).margin(0.0005));
    CHECK(*smog_grade(counts(11, 100, 130, 6)) == Approx(7.348).margin(0.0005));
    // His own example of the short way, by the nearest square: 95 long words in 30 sentences are grade 13.
    CHECK(std::lround(*smog_grade(counts(30, 400, 700, 95))) == 13);
    CHECK(*smog_grade(counts(5, 20, 20, 0)) == Approx(3.1291));
    CHECK_FALSE(smog_grade(counts(0, 0, 0)).has_value());
}

TEST_CASE("a grade is an age five years later") {
    CHECK(age_in_grade(6) == 11);
    CHECK(age_in_grade(9) == 14);
}

TEST_CASE("words have as many syllables as the CMU pronouncing dictionary says") {
    const std::vector<std::pair<std::string, std::size_t>> words{
        {"the", 1},       {"a", 1},         {"child", 1},      {"children", 2},    {"young", 1},     {"people", 2},
        {"family", 3},    {"families", 3},  {"services", 3},   {"council", 2},     {"councils", 2},  {"government", 3},
        {"authority", 4}, {"decision", 3},  {"decisions", 3},  {"option", 2},      {"options", 2},   {"compared", 2},
        {"question", 2},  {"questions", 2}, {"score", 1},      {"scores", 1},      {"table", 2},     {"tables", 2},
        {"places", 2},    {"changes", 2},   {"wanted", 2},     {"called", 1},      {"looked", 1},    {"decided", 3},
        {"being", 2},     {"going", 2},     {"saying", 2},     {"idea", 3},        {"area", 3},      {"areas", 3},
        {"social", 2},    {"special", 2},   {"associate", 4},  {"experience", 4},  {"previous", 3},  {"various", 3},
        {"religious", 3}, {"million", 2},   {"opinion", 3},    {"actual", 3},      {"usually", 4},   {"language", 2},
        {"quality", 3},   {"equal", 2},     {"influence", 3},  {"client", 2},      {"patient", 2},   {"society", 4},
        {"science", 2},   {"safely", 2},    {"statement", 2},  {"careful", 2},     {"useless", 2},   {"someone", 2},
        {"something", 2}, {"sometimes", 2}, {"everybody", 4},  {"everything", 3},  {"therefore", 2}, {"baseline", 2},
        {"safeguard", 2}, {"homework", 2},  {"lifetime", 2},   {"element", 3},     {"hundred", 2},   {"create", 2},
        {"created", 3},   {"reality", 4},   {"parliament", 3}, {"business", 2},    {"structure", 2}, {"structures", 2},
        {"evidence", 3},  {"seriously", 4}, {"computer", 3},   {"certain", 2},     {"possible", 3},  {"weight", 1},
        {"weights", 1},   {"measured", 2},  {"uncertain", 3},  {"probability", 5}, {"rights", 1},    {"article", 3},
        {"united", 3},    {"nations", 2},   {"convention", 3},
    };
    for (const auto& [word, syllables] : words) {
        CAPTURE(word);
        CHECK(syllables_in(word) == syllables);
    }
}

TEST_CASE("numbers, letters and what is joined by hyphens count as they are read aloud") {
    CHECK(syllables_in("18") == 2);     // eighteen
    CHECK(syllables_in("77") == 5);     // seventy-seven
    CHECK(syllables_in("100") == 3);    // one hundred
    CHECK(syllables_in("121") == 7);    // one hundred and twenty-one
    CHECK(syllables_in("1,000") == 3);  // one thousand
    CHECK(syllables_in("2006") == 5);   // two thousand and six
    CHECK(syllables_in("2.5") == 3);    // two point five
    CHECK(syllables_in("18%") == 4);    // eighteen per cent
    CHECK(syllables_in("0") == 2);      // zero
    CHECK(syllables_in("NHS") == 3);
    CHECK(syllables_in("UNCRC") == 5);
    CHECK(syllables_in("grown-ups") == 2);
    CHECK(syllables_in("isn't") == 2);
    CHECK(syllables_in("don\u2019t") == 1);
    CHECK(syllables_in("they're") == 1);
    CHECK(syllables_in("child\u2019s") == 1);
    CHECK(syllables_in("(hello),") == 2);
    CHECK(syllables_in("12345678901234567890") > 20);
    CHECK(syllables_in("?!") == 0);
    CHECK(syllables_in("") == 0);
}

TEST_CASE("the counts of sentences that others have counted are theirs") {
    // textstat's own tests.
    CHECK(count_words("Where the dog at?") == counts(1, 4, 4));
    const auto marriage = count_words("This marriage is an agreement of convenience");
    CHECK(marriage.words == 7);
    CHECK(marriage.syllables == Approx(11).margin(2));  // ours has four in "convenience"
    CHECK(count_words("They're here, and they're there.").words == 5);
    // Wikipedia counts 24 syllables in 13 words; ours has four in "Australian" and in "reptilian".
    const auto platypus =
        count_words("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature");
    CHECK(platypus.words == 13);
    CHECK(platypus.syllables == Approx(24).margin(2));
}

TEST_CASE("sentences end where they end") {
    CHECK(count_words("It is 2.5 metres. Is it? Yes! (It is.) \u201cGood.\u201d").sentences == 5);
    CHECK(count_words("No end").sentences == 1);
    CHECK(count_words("... !!! ???").sentences == 0);
    CHECK(count_words("").sentences == 0);
    CHECK(count_words("one\u2014two").words == 2);
    CHECK(count_words("\xff\xfe broken \xff").words == 1);
}

TEST_CASE("titles of a study count only where they are asked for, and headings and tables never") {
    prose text{"x", {}};
    text.blocks.emplace_back(prose_heading{1, {{"A heading of four."}}});
    text.blocks.emplace_back(
        prose_paragraph{{{"It is called "}, {"Interdepartmental coordination", phrase_kind::title, {}}, {"."}}});
    text.blocks.emplace_back(prose_list{{{{"Big"}}, {{"Accountability", phrase_kind::title, {}}}}, false});
    text.blocks.emplace_back(sheet{"Table", {{"many words here"}}, {{"and more"}}});
    CHECK(count_words(text) == counts(2, 4, 4));
    const auto all = count_words(text, reading_scope::everything);
    CHECK(all.sentences == 3);
    CHECK(all.words == 7);
    CHECK(all.long_words == 3);
}

TEST_CASE("the counts of two golden texts are those that a second program counts again") {
    CHECK(golden_ages() == testing::golden("reading_ages.csv"));
}

TEST_CASE("write the counts", "[.write]") { testing::write_golden("reading_ages.csv", golden_ages()); }
