// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/explain.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("an explanation gives the number, its formula, its witness and the relations it rests on") {
    const auto why = explain(small_study(), "x", "D2").value();
    REQUIRE(why.measure.has_value());
    CHECK(why.measure->id == "GM08");
    CHECK_FALSE(why.measure->formula.empty());
    CHECK(why.decided == sense::lower);

    REQUIRE(why.baselines.size() == 1);
    const auto& on_base = why.baselines[0];
    CHECK(on_base.status_quo.value.value() == Approx(1.428571).margin(5e-7));
    CHECK(on_base.found.value.value() == Approx(1.142857).margin(5e-7));
    CHECK(on_base.value.value() == Approx(1 - (1.142857 - 1) / 2).margin(5e-7));
    CHECK_FALSE(on_base.witnesses.empty());
    CHECK_FALSE(on_base.relations.empty());
    CHECK(on_base.steps.size() == 3);
}

TEST_CASE("relations are grounded in their sources, with place and address") {
    auto s = small_study();
    auto parts = s.baselines[0].parts();
    parts.sources.push_back({"act", "An Act", "https://www.legislation.gov.uk/x", {}, {}, sourcing::official, {}});
    for (auto& r : parts.relations) r.evidence = {{"act"}, "s.1", 4, "", "seen"};
    s.baselines[0] = model::make(parts).value();

    const auto why = explain(s, "base", "D2").value();
    const auto& ground = why.baselines[0].relations.at(0);
    CHECK(ground.level == 4);
    CHECK(ground.sources == std::vector<std::string>{"An Act, s.1, https://www.legislation.gov.uk/x"});
    CHECK(ground.note == "seen");
}

TEST_CASE("a value that rests on decision rights is grounded in them") {
    auto s = small_study();
    s.criteria.criteria[0].measure = "local_discretion";
    s.criteria.criteria[0].parameters.clear();
    auto parts = s.baselines[0].parts();
    parts.sources.push_back({"act", "An Act", "", {}, {}, sourcing::official, {}});
    for (auto& d : parts.decision_rights) d.evidence = {{"act"}, "s.2", 4, "", ""};
    s.baselines[0] = model::make(parts).value();

    const auto why = explain(s, "base", s.criteria.criteria[0].key).value();
    const auto& grounds = why.baselines[0].relations;
    REQUIRE(grounds.size() == s.baselines[0].decision_rights().size());
    CHECK(std::ranges::any_of(grounds, [](const auto& g) { return g.identity == "decision right start-help: sw"; }));
    CHECK(grounds[0].level == 4);
    CHECK(grounds[0].sources == std::vector<std::string>{"An Act, s.2"});
}

TEST_CASE("a criterion of a panel is explained by what the panel said, or that it said nothing") {
    auto s = small_study();
    CHECK(explain(s, "x", "H2").value().judgements.empty());
    s.judgements.push_back({"x", "H2", exact_value{3}, "a panel", {}, {}});
    const auto why = explain(s, "x", "H2").value();
    REQUIRE(why.judgements.size() == 1);
    CHECK(why.judgements[0].by == "a panel");
    CHECK_FALSE(why.measure.has_value());
    CHECK_FALSE(why.baselines[0].found.value.has_value());
}

TEST_CASE("options and criteria that do not exist name the nearest") {
    const auto option = explain(small_study(), "bas", "D2");
    REQUIRE_FALSE(option.has_value());
    CHECK(option.error().message == "no option has the key \"bas\"");
    CHECK_THAT(option.error().hint, Catch::Contains("base"));
    const auto criterion = explain(small_study(), "base", "DD2");
    REQUIRE_FALSE(criterion.has_value());
    CHECK_THAT(criterion.error().hint, Catch::Contains("D2"));
}
