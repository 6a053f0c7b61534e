// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/ledger.hpp"

#include "tests/study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

TEST_CASE("a study states its options, judgements and findings at gates, and not what it names") {
    auto s = testing::small_study();
    s.judgements.push_back({"x", "H2", {}, "somebody", {{"act"}, {}, 2, {}, {}}, {}});
    const auto list = facts_of(s);
    REQUIRE(list.facts.size() == 3);
    CHECK(list.facts[0].kind == "option");
    CHECK(list.facts[2].name == "x, H2");
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
