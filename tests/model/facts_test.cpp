// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/facts.hpp"

#include "tests/draw.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using testing::draw;

TEST_CASE("facts are counted by the level they stand on") {
    const auto count = count_evidence(draw(R"(
        sources: act note(background)
        assumptions: guess(1) leap(0)
        actors: a({act 4}) b({note 1}) c({assuming leap}) d
        accountable_to: a -> b {act 3}; c -> d {assuming guess}; d -> a
        personas: child(age 3)
        rights: start(a)
    )"));
    CHECK(count.by_level == std::array<std::size_t, 5>{1, 2, 0, 1, 1});
    CHECK(count.unsourced == 4);
    CHECK(count.facts() == 9);
    CHECK(count.resting_on_assumptions == 2);
    CHECK(count.assumptions_by_level == std::array<std::size_t, 2>{1, 1});
    CHECK(count.conflicts == 0);
}

TEST_CASE("a model states its actors, relations with their layers, families and decision rights, in that order") {
    const auto list = facts_of(draw(R"(
        sources: act
        actors: a({act 4}) b
        accountable_to: a -> b {act 3}
        funds: b -> a 10
        personas: child(age 3)
        rights: start(a)
    )"));
    std::vector<std::string> told;
    for (const auto& fact : list.facts)
        told.push_back(fact.kind + (fact.part.empty() ? ": " : " (" + fact.part + "): ") + fact.name);
    CHECK(told == std::vector<std::string>{"actor: a", "actor: b", "relation (accountability): accountable_to a -> b",
                                           "relation (money): funds b -> a", "persona: child",
                                           "decision right: start"});
    CHECK(list.facts[2].evidence.level == 3);
    CHECK(list.facts[2].where.at.line != 0);
    CHECK(list.sources.size() == 1);
}

TEST_CASE("a reform states its steps, and what inside a step has a card of its own") {
    reform r;
    r.key = "reforms.board";
    create_step board;
    board.actor.key = "board";
    board.actor.evidence = {{"bill"}, "s.1", 3, {}, {}};
    relate_step line;
    line.relation.type = relation_type::directs;
    r.steps = {{board, "a body", {{"bill"}, {}, 1, {}, {}}, {}}, {line, "a line", {}, {}}};
    const auto list = facts_of(r);
    REQUIRE(list.facts.size() == 3);
    CHECK(list.facts[0].name == "reforms.board, step 1 (create)");
    CHECK(list.facts[1].kind == "actor of a step");
    CHECK(list.facts[1].evidence.level == 3);
    CHECK(list.facts[2].name == "reforms.board, step 2 (relate)");
    CHECK(count_evidence(list).unsourced == 1);
}

TEST_CASE("the level of a card is its own, else that of its assumption, and nothing else is one") {
    const std::vector<assumption> known{{"guess", "", "", 1, {}}};
    CHECK(level_of({{"act"}, {}, 4, {}, {}}, known) == 4);
    CHECK(level_of({{}, {}, std::nullopt, "guess", {}}, known) == 1);
    CHECK_FALSE(level_of({{}, {}, std::nullopt, "nowhere", {}}, known));
    CHECK_FALSE(level_of({}, known));
    CHECK_FALSE(level_of({{}, {}, 4, {}, {}}, known));
    CHECK_FALSE(level_of({{"act"}, {}, 7, {}, {}}, known));
}

TEST_CASE("a case states its events, findings and figures, claims what was said, and a reform its evaluations") {
    case_study c;
    c.key = "cases.x";
    c.events = {{parse_period("2021").value(), "It begins.", {{"act"}, {}, 3, {}, {}}, {}}};
    c.findings.resize(2);
    c.figures.resize(1);
    c.figures[0].key = "care";
    claim_set set;
    set.key = "claims.x";
    set.claims.resize(1);
    set.claims[0].key = "holistic";
    set.events = c.events;
    reform r;
    r.key = "reforms.x";
    r.evaluations.resize(2);
    std::string told;
    for (const auto& list : {facts_of(c), facts_of(set), facts_of(r)})
        for (const auto& fact : list.facts) told += fact.kind + ": " + fact.name + "; ";
    CHECK(told ==
          "event: cases.x, event 1; finding: cases.x, finding 1; finding: cases.x, finding 2; figure: care; "
          "claim: holistic; event: claims.x, event 1; evaluation: reforms.x, evaluation 1; "
          "evaluation: reforms.x, evaluation 2; ");
    CHECK(count_evidence(facts_of(c)).by_level[3] == 1);
    CHECK(count_evidence(facts_of(c)).unsourced == 3);
}
