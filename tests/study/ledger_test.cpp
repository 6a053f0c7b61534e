// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/ledger.hpp"

#include "tests/study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;

namespace {

/// Nine facts, counted by hand: see the test of the same words.
fact_list counted_by_hand() {
    auto list = facts_of(testing::draw(R"(
        sources: act plan note(background) idle
        assumptions: guess(1) leap(0) unused(0)
        actors: a({act 4}) b({note 1}) c({assuming leap}) d
        accountable_to: a -> b {act plan 3}; c -> d {assuming guess}; d -> a
        funds: a -> d 10 {plan 2}
        rights: start(a)
    )"));
    list.conflicts = {{"who pays", {"plan", "note"}, "they differ", {}}};
    return list;
}

evidence_ledger ledger_of(const std::vector<fact_list>& lists) { return make_ledger(lists); }

const ledger_source& source_of(const evidence_ledger& ledger, const std::string& key) {
    const auto at = std::find_if(ledger.sources.begin(), ledger.sources.end(),
                                 [&](const ledger_source& s) { return s.content.key == key; });
    REQUIRE(at != ledger.sources.end());
    return *at;
}

std::vector<std::string> names_of(const evidence_ledger& ledger, const std::vector<std::size_t>& facts) {
    std::vector<std::string> names;
    for (const auto at : facts) names.push_back(ledger.facts[at].stated.name);
    return names;
}

}  // namespace

TEST_CASE("a study states its options, judgements and findings at gates, and not what it names") {
    auto s = testing::small_study();
    s.judgements.push_back({"x", "H2", {}, "somebody", {{"act"}, {}, 2, {}, {}}, {}});
    const auto list = facts_of(s);
    REQUIRE(list.facts.size() == 3);
    CHECK(list.facts[0].kind == "option");
    CHECK(list.facts[2].name == "x, H2");
    // One baseline, one reform, the criteria and itself.
    CHECK(facts_within(s).size() == 4);
}

TEST_CASE("a criterion is two facts: that it is asked for, and that it helps") {
    const auto list = facts_of(testing::small_tree());
    std::size_t criteria = 0, benefits = 0;
    for (const auto& fact : list.facts) {
        criteria += fact.kind == "criterion" ? 1 : 0;
        benefits += fact.kind == "benefit of a criterion" ? 1 : 0;
    }
    CHECK(criteria == testing::small_tree().criteria.size());
    CHECK(benefits == criteria);
}

TEST_CASE("the facts of a model are counted as a person counts them") {
    const auto ledger = ledger_of({counted_by_hand()});
    REQUIRE(ledger.facts.size() == 9);
    // Level 4: a. 3: a -> b. 2: the money. 1: b, and c -> d by an assumption. 0: c. None: d, d -> a, the right.
    CHECK(ledger.count.by_level == std::array<std::size_t, 5>{1, 2, 1, 1, 1});
    CHECK(ledger.count.unsourced == 3);
    CHECK(ledger.count.resting_on_assumptions == 2);
    CHECK(ledger.count.assumptions_by_level == std::array<std::size_t, 2>{2, 1});
    CHECK(ledger.count == count_evidence(counted_by_hand()));
    CHECK(names_of(ledger, ledger.unsourced) == std::vector<std::string>{"d", "accountable_to d -> a", "start"});

    REQUIRE(ledger.kinds.size() == 4);
    CHECK(ledger.kinds[0].kind == "actor");
    CHECK(ledger.kinds[0].count.facts() == 4);
    CHECK(ledger.kinds[1].part == "accountability");
    CHECK(ledger.kinds[1].count.by_level == std::array<std::size_t, 5>{0, 1, 0, 1, 0});
    CHECK(ledger.kinds[2].part == "money");
    CHECK(ledger.kinds[3].kind == "decision right");
}

TEST_CASE("a source knows what rests on it, and what rests on it alone") {
    const auto ledger = ledger_of({counted_by_hand()});
    CHECK(names_of(ledger, source_of(ledger, "act").facts) == std::vector<std::string>{"a", "accountable_to a -> b"});
    CHECK(names_of(ledger, source_of(ledger, "act").alone) == std::vector<std::string>{"a"});
    CHECK(source_of(ledger, "plan").facts.size() == 2);
    CHECK(names_of(ledger, source_of(ledger, "plan").alone) == std::vector<std::string>{"funds a -> d"});
    CHECK(source_of(ledger, "note").in_conflict);
    CHECK_FALSE(source_of(ledger, "idle").used());
    // Those that carry most stand first, equals by key.
    CHECK(ledger.sources[0].content.key == "act");
    CHECK(ledger.sources[1].content.key == "plan");
    CHECK(ledger.sources[3].content.key == "idle");
}

TEST_CASE("an assumption knows what rests on it, also when that is nothing") {
    const auto ledger = ledger_of({counted_by_hand()});
    REQUIRE(ledger.assumptions.size() == 3);
    CHECK(names_of(ledger, ledger.assumptions[0].facts) == std::vector<std::string>{"accountable_to c -> d"});
    CHECK(names_of(ledger, ledger.assumptions[1].facts) == std::vector<std::string>{"c"});
    CHECK(ledger.assumptions[2].content.key == "unused");
    CHECK(ledger.assumptions[2].facts.empty());
}

TEST_CASE("what two models share is counted once, by where it is written") {
    const auto list = counted_by_hand();
    const auto twice = ledger_of({list, list});
    CHECK(twice.facts.size() == 9);
    CHECK(twice.sources.size() == 4);
    CHECK(twice.conflicts.size() == 1);
    auto elsewhere = list;
    for (auto& fact : elsewhere.facts) fact.where.at.path = "another";
    CHECK(ledger_of({list, elsewhere}).facts.size() == 18);
    // Without a place nobody can tell that two facts are one.
    for (auto& fact : elsewhere.facts) fact.where = {};
    CHECK(ledger_of({elsewhere, elsewhere}).facts.size() == 18);
}

TEST_CASE("keys mean what they mean in their own list") {
    fact_list one, other;
    one.sources = {{"act", "One Act", "https://one", {}, {}, sourcing::official, {}}};
    one.assumptions = {{"guess", "one", "so", 1, {}}};
    one.add("actor", "a", {{"act"}, {}, 4, {}, {}}, {});
    other.sources = {{"act", "Another Act", "https://another", {}, {}, sourcing::official, {}}};
    other.assumptions = {{"guess", "another", "so", 0, {}}};
    other.add("actor", "a", {{}, {}, std::nullopt, "guess", {}}, {});
    const auto ledger = ledger_of({one, other});
    REQUIRE(ledger.sources.size() == 2);
    CHECK(ledger.sources[0].content.title == "One Act");
    CHECK(ledger.sources[1].facts.empty());
    CHECK(ledger.facts[1].level == 0);
}

TEST_CASE("what is past its sunset is told from the day after it") {
    auto list = counted_by_hand();
    list.sources[0].sunset = date{2027, 6, 30};
    list.facts[1].evidence.sunset = date{2026, 12, 31};
    const auto ledger = ledger_of({list});
    CHECK_FALSE(find_past_sunset(ledger, {2026, 12, 31}).any());
    const auto winter = find_past_sunset(ledger, {2027, 1, 1});
    CHECK(winter.facts == std::vector<std::size_t>{1});
    CHECK(winter.sources.empty());
    const auto summer = find_past_sunset(ledger, {2027, 7, 1});
    REQUIRE(summer.sources.size() == 1);
    CHECK(ledger.sources[summer.sources[0]].content.sunset == date{2027, 6, 30});
}

TEST_CASE("nothing at all makes an empty ledger") {
    const auto ledger = ledger_of({});
    CHECK(ledger.facts.empty());
    CHECK(ledger.count.facts() == 0);
    CHECK_FALSE(find_past_sunset(ledger, {2026, 1, 1}).any());
}
