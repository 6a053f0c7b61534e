// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/child_rights.hpp"

#include "told_studies.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

article_link link(int number, article_reading reads = article_reading::same) {
    article_link made{number, reads, {}, {}};
    made.evidence.sources = {"guide"};
    made.evidence.level = 3;
    return made;
}

/// The small study; D2 counts top-level bodies, of which Option X has fewer.
study linked_study() {
    auto s = small_study();
    s.criteria.sources.push_back(
        {"guide", "A guide", "https://example.org", {}, date{2023, 1, 1}, sourcing::official, {}});
    return s;
}

constexpr std::size_t a1 = 0, d2 = 2, h2 = 3;

child_rights assessed(const study& s) {
    const auto each = told("", s);
    return child_rights_of(each.study, each.result).value();
}

/// What the worksheet says of article 12 for Option X.
article_impact article_12(const study& s) {
    const auto found = assessed(s);
    for (const auto& each : found.baselines.at(0).options.back().articles)
        if (each.article == 12) return each;
    FAIL("nothing speaks to article 12");
    return {};
}

void give(study& s, const std::string& option, const quantity& value) {
    s.judgements.push_back({option, "H2", value, "A panel", {}, {}});
}

}  // namespace

TEST_CASE("the articles are 1 to 42, each with its title and one source for all") {
    int number = 0;
    std::set<std::string_view> titles;
    for (const auto& each : articles_of_rights()) {
        CHECK(each.number == ++number);
        CHECK_FALSE(each.title.empty());
        titles.insert(each.title);
    }
    CHECK(number == last_article_of_rights);
    CHECK(titles.size() == 42);
    CHECK(is_web_address(articles_source().url));
}

TEST_CASE("an article that no criterion speaks to is unknown for every option") {
    const auto found = assessed(linked_study());
    CHECK(found.silent.size() == 42);
    for (const auto& option : found.baselines.at(0).options) CHECK(option.articles.empty());
}

TEST_CASE("better than the baseline is positive, worse is negative, and the same is neutral") {
    auto s = linked_study();
    s.criteria.criteria[d2].articles = {link(12)};
    const auto better = article_12(s);
    CHECK(better.impact == rights_impact::positive);
    REQUIRE(better.evidence.size() == 1);
    CHECK(mean(better.evidence[0].value) == Approx(1.142857).epsilon(1e-6));  // the golden values of the worked example
    CHECK(mean(better.evidence[0].baseline) == Approx(1.428571).epsilon(1e-6));
    s.contested["D2"] = sense::higher;
    CHECK(article_12(s).impact == rights_impact::negative);
    s.criteria.criteria[d2].articles.clear();
    s.criteria.criteria[a1].articles = {link(12)};  // hand-offs do not change under Option X
    CHECK(article_12(s).impact == rights_impact::neutral);
}

TEST_CASE("what is worse on one criterion is negative, however much better it is on another") {
    auto s = linked_study();
    auto other = s.criteria.criteria[d2];
    other.key = "D3";
    s.criteria.criteria[d2].articles = other.articles = {link(12)};
    s.criteria.criteria.push_back(other);
    s.contested["D3"] = sense::higher;
    const auto both = article_12(s);
    CHECK(both.impact == rights_impact::negative);
    CHECK(both.why.find("rights are not traded") != std::string::npos);
}

TEST_CASE("a missing value leaves an article unknown, unless another criterion is worse") {
    auto s = linked_study();
    s.criteria.criteria[h2].articles = {link(12)};
    CHECK(article_12(s).impact == rights_impact::unknown);
    CHECK(article_12(s).evidence.at(0).stands == beside_baseline::unclear);
    CHECK(article_12(s).evidence.at(0).why.find("judgement") != std::string::npos);
    s.criteria.criteria[d2].articles = {link(12)};
    CHECK(article_12(s).impact == rights_impact::unknown);  // better on D2, and H2 might be worse
    s.contested["D2"] = sense::higher;
    CHECK(article_12(s).impact == rights_impact::negative);
}

TEST_CASE("values that may be either way round are unclear, and those that cannot be are not") {
    auto s = linked_study();
    s.criteria.criteria[h2].articles = {link(12)};
    give(s, "base", interval_value{1, 3});
    give(s, "x", interval_value{2, 5});
    CHECK(article_12(s).impact == rights_impact::unknown);
    s.judgements[1].value = interval_value{4, 5};
    CHECK(article_12(s).impact == rights_impact::positive);
    s.judgements[1].value = exact_value{1};
    CHECK(article_12(s).impact == rights_impact::unknown);  // the baseline may be 1 as well
    s.judgements[0].value = exact_value{2};
    CHECK(article_12(s).impact == rights_impact::negative);
}

TEST_CASE("a criterion that does not say which way decides nothing and hinders nothing") {
    auto s = linked_study();
    s.criteria.criteria[a1].articles = {link(12, article_reading::open), link(16, article_reading::open)};
    CHECK(article_12(s).impact == rights_impact::unknown);
    CHECK(article_12(s).why.find("does not say which way") != std::string::npos);
    s.criteria.criteria[d2].articles = {link(12)};
    CHECK(article_12(s).impact == rights_impact::positive);
    CHECK(article_12(s).evidence.size() == 2);
    CHECK(assessed(s).silent.size() == 40);
}

TEST_CASE("without an option that changes nothing, the baseline itself is measured") {
    auto s = linked_study();
    s.criteria.criteria[d2].articles = {link(12)};
    const auto with = article_12(s);
    CHECK(assessed(s).baselines[0].unchanged == std::optional<std::size_t>(0));
    s.options.erase(s.options.begin());
    CHECK_FALSE(assessed(s).baselines[0].unchanged.has_value());
    const auto without = article_12(s);
    CHECK(without.impact == with.impact);
    CHECK(without.evidence[0].baseline == with.evidence[0].baseline);
    CHECK(without.evidence[0].level == with.evidence[0].level);
}

TEST_CASE("without a baseline nothing can be told") {
    auto s = study_of_places();
    s.criteria.sources = linked_study().criteria.sources;
    s.criteria.criteria[d2].articles = {link(12)};
    CHECK(article_12(s).impact == rights_impact::unknown);
    CHECK(article_12(s).evidence.at(0).why.find("no baseline") != std::string::npos);
}

TEST_CASE("where graphs are drawn, a direction must hold in nineteen of twenty") {
    auto s = doubtful_study();
    s.criteria.sources = linked_study().criteria.sources;
    s.criteria.criteria[d2].articles = {link(12)};
    const auto each = told("", s);
    const auto found = child_rights_of(each.study, each.result).value();
    const auto& evidence = found.baselines.at(0).options.at(1).articles.at(0).evidence.at(0);
    // Counted here from the drawn tables themselves: fewer bodies are better.
    const auto& graphs = each.result.baselines.at(0).graphs->scenarios.cells;
    const std::size_t criteria = s.criteria.criteria.size();
    std::size_t fewer = 0;
    for (const auto& cells : graphs)
        if (!is_missing(cells[d2]) && !is_missing(cells[criteria + d2]))
            fewer += mean(cells[criteria + d2]) < mean(cells[d2]) ? 1U : 0U;
    REQUIRE(evidence.agreeing.has_value());
    const double share = static_cast<double>(fewer) / static_cast<double>(graphs.size());
    CHECK(*evidence.agreeing == Approx(share));
    CHECK(evidence.stands == (share < rights_agreement ? beside_baseline::unclear : beside_baseline::better));
}

TEST_CASE("the default study says of every option what its criteria say, and nothing of forty articles") {
    const auto& world = studies_of_the_world();
    const auto at = std::find_if(world.begin(), world.end(), [](const told_study& one) {
        return one.name.find("ncs-inclusion") != std::string::npos;
    });
    REQUIRE(at != world.end());
    const auto& each = *at;
    const auto found = child_rights_of(each.study, each.result).value();
    CHECK(found.silent.size() == 40);
    std::size_t voice = 0, advocacy = 0;
    for (std::size_t c = 0; c < each.study.criteria.criteria.size(); ++c) {
        if (each.study.criteria.criteria[c].key == "C1") voice = c;
        if (each.study.criteria.criteria[c].key == "C2") advocacy = c;
    }
    for (std::size_t b = 0; b < found.baselines.size(); ++b) {
        const auto& base = found.baselines[b];
        REQUIRE(base.unchanged == std::optional<std::size_t>(0));
        for (std::size_t o = 0; o < base.options.size(); ++o) {
            const auto value = [&](std::size_t option, std::size_t c) {
                return mean(each.result.baselines[b].assessment.at(option, c).value);
            };
            const double more = value(o, voice) - value(0, voice);
            const double helped = value(o, advocacy) - value(0, advocacy);
            const auto expected = more < 0 || helped < 0   ? rights_impact::negative
                                  : more > 0 || helped > 0 ? rights_impact::positive
                                                           : rights_impact::neutral;
            CAPTURE(each.study.options[o].key, more, helped);
            REQUIRE(base.options[o].articles.size() == 2);
            CHECK(base.options[o].articles[0].article == 12);
            CHECK(base.options[o].articles[0].impact == expected);
            CHECK(base.options[o].articles[1].article == 16);
            CHECK(base.options[o].articles[1].impact == rights_impact::unknown);
        }
    }
    const auto text = to_prose(each.study, each.result, found);
    CHECK(faults_of_grammar(text) == std::vector<std::string>{});
    CHECK(says(text, "This is a worksheet, not the assessment"));
    CHECK(says(text, "Article 20. Children unable to live with their family"));
    CHECK(says(text, "no child, no young person"));
}

TEST_CASE("the table has a row for each tie and for each silent article, and holds no markup") {
    auto s = hostile_study(linked_study());
    s.criteria.criteria[d2].articles = {link(12), link(16, article_reading::open)};
    const auto each = told("", s);
    const auto found = child_rights_of(each.study, each.result).value();
    const auto table = child_rights_sheet(each.study, found);
    CHECK(table.rows.size() == 2 * 2 + 40);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK(table.notes.back() == standing_limitation().text);
    const std::string csv = to_csv(table);
    CHECK(csv.find('\x1b') == std::string::npos);
    const std::string written = to_markdown(to_prose(each.study, each.result, found));
    CHECK(written.find("<script") == std::string::npos);
    CHECK(written.find("](javascript") == std::string::npos);
}

TEST_CASE("a worksheet of any kind of study is grammatical") {
    for (const auto& each : studies_of_all_kinds()) {
        INFO(each.name);
        const auto found = child_rights_of(each.study, each.result).value();
        const auto text = to_prose(each.study, each.result, found);
        CHECK(faults_of_grammar(text) == std::vector<std::string>{});
        CHECK(says(text, std::string(standing_limitation().text)));
    }
}
