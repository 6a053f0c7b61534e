// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/plain_summary.hpp"

#include "concordat/report/reading_age.hpp"
#include "told_studies.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

sensitivity tested(const study& s) {
    sensitivity_options options;
    options.run.samples = 400;
    return sensitivities(s, options).value();
}

}  // namespace

TEST_CASE("a plain summary of any kind of study is grammatical, and never leaves the limitation out") {
    for (const auto& each : studies_of_all_kinds()) {
        INFO(each.name);
        const auto text = plain_summary(each.study, each.result);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        CHECK(says(text, std::string(standing_limitation().text)));
        CHECK(says(text, std::string(standing_limitation().source)));
        for (const auto* part : {"What was asked", "What was compared", "What came out", "How sure this is",
                                 "What could not be seen", "What this does not mean", "Who was asked, and who was not",
                                 "What would change the answer", "Where to read more"})
            CHECK(says(text, part));
    }
}

TEST_CASE("the options stand in words before any result") {
    const auto each = told("ranked", small_study());
    const auto text = plain_summary(each.study, each.result);
    const auto result_at = block_with(text, "What came out");
    CHECK(block_with(text, "\u201cOption X\u201d") < result_at);
    CHECK(block_with(text, "\u201cAs it stands\u201d") < result_at);
    for (std::size_t i = 0; i < result_at; ++i)
        CHECK(to_text(prose{"", {text.blocks[i]}}, 0).find('%') == std::string::npos);
}

TEST_CASE("no option is said to be first without how often it was") {
    const auto each = told("ranked", small_study());
    const auto text = plain_summary(each.study, each.result);
    const auto& ranks = each.result.baselines[0].rankings[0].with_missing;
    const std::size_t best = ranks.first(1).value > ranks.first(0).value ? 1 : 0;
    const auto at = block_with(text, each.study.options[best].title + "\u201d came first");
    REQUIRE(at < text.blocks.size());
    CHECK(to_text(prose{"", {text.blocks[at]}}, 0).find(" in ") != std::string::npos);
    CHECK(to_text(prose{"", {text.blocks[at]}}, 0).find('%') != std::string::npos);
}

TEST_CASE("weights that nobody gave are said to come from nobody") {
    auto s = small_study();
    auto each = told("ranked", s);
    CHECK(says(plain_summary(each.study, each.result), "comes from nobody"));
    CHECK(says(plain_summary(each.study, each.result), "nobody was asked. No child, no young person"));
    s.weights[0].how = elicitation::direct;
    s.weights[0].ranges = {{"A1", 0, 1, {}}, {"D1", 0, 1, {}}, {"D2", 1, 3, {}}, {"H2", 1, 5, {}}};
    s.weights[0].preferences = {{"", {}, {{"A", 1}, {"D", 1}}, {}},
                                {"A", {}, {{"A1", 1}}, {}},
                                {"D", {}, {{"D1", 1}, {"D2", 1}, {"H2", 1}}, {}}};
    each = told("made up", s);
    CHECK(says(plain_summary(each.study, each.result), "is made up, to show how a view works"));
    s.weights[0].illustrative = false;
    s.weights[0].whose = "Twelve young people in care";
    each = told("asked", s);
    CHECK(says(plain_summary(each.study, each.result), "holds the view of: \u201cTwelve young people in care\u201d"));
    CHECK_FALSE(says(plain_summary(each.study, each.result), "nobody was asked."));
}

TEST_CASE("options that are level are called level, and none the winner") {
    auto s = tied_study();
    s.criteria.criteria[3].missing = gap_rule::leave_out;
    const auto level = told("tied", s);
    CHECK(says(plain_summary(level.study, level.result), "No option is the clear winner"));
    CHECK_FALSE(says(plain_summary(level.study, level.result), "came first most often"));
    const auto unknown = told("unknown", unknown_study());
    const auto text = plain_summary(unknown.study, unknown.result);
    CHECK(says(text, "no option is ahead"));
    CHECK(says(text, "Nobody has said how any option does on three points"));
}

TEST_CASE("a study that ranks nothing tells what was measured and that it ranks nothing") {
    auto s = small_study();
    s.weights.clear();
    const auto each = told("unranked", s);
    const auto text = plain_summary(each.study, each.result);
    CHECK(says(text, "puts nothing in order"));
    CHECK_FALSE(says(text, "came first"));
    CHECK_FALSE(says(text, "weights"));
    // From the golden values of the worked example: 1.428571 top-level bodies, and 1.142857 with Option X.
    CHECK(says(text,
               "\u201cCriterion D2\u201d: lowest 1.143 for \u201cOption X\u201d, highest 1.429 for "
               "\u201cAs it stands\u201d (unit: index)."));
}

TEST_CASE("areas are told by how many an option leads in, by the rule of the table of areas") {
    const auto each = told("areas", patchwork());
    const auto text = plain_summary(each.study, each.result);
    CHECK(says(text, "The study also looks at three areas"));
    std::size_t leads = 0;
    for (std::size_t o = 0; o < each.study.options.size(); ++o)
        leads += each.result.areas->at(0, o).leads > 0 ? 1U : 0U;
    const auto at = block_with(text, "Area by area");
    REQUIRE(at + 1 < text.blocks.size());
    CHECK(std::get<prose_list>(text.blocks[at + 1]).items.size() == leads);
}

TEST_CASE("what would change the answer is told when it was tested, and that it was not when it was not") {
    const auto each = told("drawn", doubtful_study());
    CHECK(says(plain_summary(each.study, each.result), "It was not tested for this page"));
    const auto test = tested(each.study);
    const auto text = plain_summary(each.study, each.result, &test);
    CHECK(faults_of_grammar(text) == std::vector<std::string>{});
    CHECK_FALSE(says(text, "It was not tested for this page"));
    CHECK((says(text, "A change in one weight") || says(text, "No change of one weight")));
    CHECK(says(text, "The maps rest on "));
    CHECK(says(text, "Criterion D2\u201d: here less counts as better."));
}

TEST_CASE("whatever a file holds stays a title or a name, and is marked so") {
    auto s = hostile_study(small_study());
    const auto each = told("hostile", s);
    const auto text = plain_summary(each.study, each.result);
    for (const auto& words : sentences_of(text))
        for (const auto& one : words)
            if (one.kind == phrase_kind::ours) CHECK(one.text.find("script") == std::string::npos);
    const std::string written = to_markdown(text);
    CHECK(written.find("<script") == std::string::npos);
    CHECK(written.find("](javascript") == std::string::npos);
    CHECK(written.find('\x1b') == std::string::npos);
    CHECK(to_text(text, 80).find('\x1b') == std::string::npos);
}

// Kincaid's grade 9 is the age of 14: the audience is adults, of whom many read no more easily than that, and
// Pennsylvania's law on plain insurance policies draws its line there. McLaughlin's formula asks for full
// understanding and lies about two grades higher on the same text.
TEST_CASE("the plain summary of every study reads at an age of fourteen or below") {
    for (const auto& each : studies_of_the_world()) {
        INFO(each.name);
        const auto text = plain_summary(each.study, each.result);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        const auto counted = count_words(text);
        CHECK(age_in_grade(*flesch_kincaid_grade(counted)) <= 14);
        CHECK(*smog_grade(counted) <= 11);
    }
}

TEST_CASE("a step of a weight is told with what it is a part of, to as many digits as show it") {
    const auto each = told("drawn", doubtful_study());
    auto test = tested(each.study);
    test.baselines.resize(1);
    test.baselines[0].weights.resize(1);
    auto& weighed = test.baselines[0].weights[0];
    const auto step_of = [&](const std::string& key, double from, double to) {
        const auto& nodes = weighed.central.tree.nodes();
        const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
        weight_stability stable;
        stable.node = static_cast<std::size_t>(at - nodes.begin());
        stable.central.share = from;
        stable.upper = weight_level{to, 0};
        weighed.weight_switches = {stable};
        return plain_summary(each.study, each.result, &test);
    };
    CHECK(says(step_of("D2", 0.05, 0.08),
               "If \u201cCriterion D2\u201d counted for 8% of the weight of \u201cAccountability\u201d, not 5%."));
    CHECK(says(step_of("D", 0.1241, 0.1244),
               "If \u201cAccountability\u201d counted for 12.44% of all the weight, not 12.41%."));
    CHECK(says(step_of("D", 0.5, 0.5), "counted for a touch more than 50% of all the weight."));
}

TEST_CASE("the plain summaries of two studies are these, word for word") {
    const auto areas = told("areas", patchwork());
    CHECK(to_text(plain_summary(areas.study, areas.result), 100) == golden("patchwork.plain.txt"));
    const auto police = told("police", plain_study(std::string(CONCORDAT_MODELS) + "/studies/police-and-fire.toml"));
    CHECK(to_markdown(plain_summary(police.study, police.result)) == golden("police-and-fire.plain.md"));
}

TEST_CASE("write the plain summaries", "[.write]") {
    const auto areas = told("areas", patchwork());
    write_golden("patchwork.plain.txt", to_text(plain_summary(areas.study, areas.result), 100));
    const auto police = told("police", plain_study(std::string(CONCORDAT_MODELS) + "/studies/police-and-fire.toml"));
    write_golden("police-and-fire.plain.md", to_markdown(plain_summary(police.study, police.result)));
}
