// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/published.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include "concordat/study/run.hpp"

using namespace concordat;
using namespace concordat::testing;

namespace {

claim said(const char* key, claim_side side, std::vector<std::string> about, const char* when) {
    claim c;
    c.key = key;
    c.side = side;
    c.about = std::move(about);
    c.who = "Somebody";
    c.when = parse_period(when).value();
    c.text = key;
    c.evidence = {{"letter"}, "page 2", 2, "", "read twice"};
    return c;
}

/// The small study with claims about option x, about nothing it looks at, and two evaluations of x's reform.
study discussed_study() {
    auto s = small_study();
    claim_set set;
    set.key = "claims.small";
    set.sources = {{"letter", "A letter", "https://example.org/l", {}, {}, sourcing::secondary, {}}};
    set.assumptions = {{"meant", "The letter means option x.", "It names nothing.", 1, {}}};
    set.claims = {said("late", claim_side::in_favour, {"reforms.option-x"}, "2023"),
                  said("other", claim_side::against, {"reforms.elsewhere"}, "2020"),
                  said("early", claim_side::in_favour, {"reforms.elsewhere", "reforms.option-x"}, "2021-03"),
                  said("against", claim_side::against, {"reforms.option-x"}, "2019")};
    set.claims.back().evidence = {{}, "", {}, "meant", ""};
    set.events = {{parse_period("2023-06").value(), "A vote", {}, {}},
                  {parse_period("2021").value(), "A plan", {{"letter"}, "", 2, "", ""}, {}},
                  {parse_period("2024-01-01").value(), "A law", {}, {}}};
    s.claims = {set};

    auto& x = s.reforms.find("reforms.option-x")->second;
    x.sources = {{"trial", "A trial", "", {}, {}, sourcing::official, {}}};
    evaluation trial;
    trial.title = "A trial";
    trial.grade = 4;
    trial.evidence = {{"trial"}, "table 3", 3, "", ""};
    x.evaluations = {trial, trial};
    x.evaluations.back().title = "Another";
    return s;
}

std::vector<std::string> keys_of(const std::vector<study_claim>& claims) {
    std::vector<std::string> keys;
    for (const auto& c : claims) keys.push_back(c.said.key);
    return keys;
}

}  // namespace

TEST_CASE("claims come for, then against, in order of time, and one about no option is counted alone") {
    const auto found = published_on(discussed_study());
    CHECK(keys_of(found.claims) == std::vector<std::string>{"early", "late", "against"});
    CHECK(found.claims_elsewhere == 1);
    for (const auto& c : found.claims) CHECK(c.options == std::vector<std::string>{"x"});
}

TEST_CASE("what was said after the study's day is counted and not shown") {
    auto s = discussed_study();
    CHECK(published_on(s).claims_later == 0);
    s.as_of = date{2022, 1, 1};
    const auto then = published_on(s);
    CHECK(keys_of(then.claims) == std::vector<std::string>{"early", "against"});
    CHECK(then.claims_later == 1);
    CHECK(then.claims_elsewhere == 1);
}

TEST_CASE("a claim stands with its level and source, or with the assumption it rests on") {
    const auto found = published_on(discussed_study());
    const auto& card = found.claims[0].rests_on;
    CHECK(card.level == 2);
    CHECK(card.sources == std::vector<std::string>{"A letter, page 2, https://example.org/l"});
    CHECK(card.note == "read twice");
    CHECK(found.claims[2].rests_on.level == 1);
    CHECK(found.claims[2].rests_on.assumption == "The letter means option x.");
}

TEST_CASE("evaluations stand with the reform and the options that use it, each once") {
    auto s = discussed_study();
    s.options.push_back({"y", "Option X again", {"reforms.option-x"}, {}, {}});
    const auto found = published_on(s);
    REQUIRE(found.evaluations.size() == 2);
    CHECK(found.evaluations[0].published.title == "A trial");
    CHECK(found.evaluations[1].published.title == "Another");
    CHECK(found.evaluations[0].options == std::vector<std::string>{"x", "y"});
    CHECK(found.evaluations[0].rests_on.sources == std::vector<std::string>{"A trial, table 3"});
}

TEST_CASE("of one option, only what is about it; the status quo has nothing") {
    const auto s = discussed_study();
    CHECK(published_on(s, s.options[1]).claims.size() == 3);
    const auto base = published_on(s, s.options[0]);
    CHECK(base.claims.empty());
    CHECK(base.evaluations.empty());
    CHECK(base.claims_elsewhere == 1);
}

TEST_CASE("the history is told up to the day that somebody looks from") {
    const auto s = discussed_study();
    const auto texts = [&](const std::optional<date>& until) {
        std::vector<std::string> told;
        for (const auto& e : history(s, until)) told.push_back(e.happened.text);
        return told;
    };
    CHECK(texts({}) == std::vector<std::string>{"A plan", "A vote", "A law"});
    CHECK(texts(date{2023, 12, 31}) == std::vector<std::string>{"A plan", "A vote"});
    CHECK(texts(date{2023, 6, 1}) == std::vector<std::string>{"A plan", "A vote"});  // it had begun
    CHECK(texts(date{2023, 5, 31}) == std::vector<std::string>{"A plan"});
    CHECK(texts(date{2020, 12, 31}).empty());
}

TEST_CASE("nothing that was published moves a value or a rank") {
    const auto with = run(discussed_study()).value();
    const auto without = run(small_study()).value();
    REQUIRE(with.baselines.size() == without.baselines.size());
    for (std::size_t b = 0; b < with.baselines.size(); ++b) {
        const auto& one = with.baselines[b].rankings[0].with_missing;
        const auto& other = without.baselines[b].rankings[0].with_missing;
        for (std::size_t o = 0; o < one.option_count(); ++o) {
            CHECK(one.first(o).value == other.first(o).value);
            CHECK(one.expected_rank(o).value == other.expected_rank(o).value);
        }
    }
}
