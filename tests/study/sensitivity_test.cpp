// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/sensitivity.hpp"

#include "study/doubtful_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("everything that could turn a study is looked at, on every baseline and under every weight set") {
    auto s = doubtful_study();
    s.weights.push_back(weights_of("weights.second", elicitation::none));
    const auto found = sensitivities(s).value();
    REQUIRE(found.baselines.size() == 1);
    const auto& on = found.baselines.front();
    REQUIRE(on.weights.size() == 2);
    CHECK(on.graphs == 50);
    CHECK(on.evaluations > 0);
    for (const auto& under : on.weights) {
        CHECK(under.reversals.size() == on.facts.size());
        CHECK(under.information.groups.size() == on.inquiries.size());
        CHECK_FALSE(under.weight_switches.empty());
        CHECK_FALSE(under.value_switches.empty());
        CHECK(under.leader.has_value());
        // The ranges of the criteria are stored, so no option's going turns the others.
        for (const auto& removal : under.removals.removals) CHECK(removal.turned.empty());
    }
}

TEST_CASE("without one fact is what a study says whose models do not state it") {
    const auto s = doubtful_study();
    const auto found = sensitivities(s).value();
    const auto& on = found.baselines.front();
    const auto& under = on.weights.front();
    bool anything = false;
    for (std::size_t f = 0; f < on.facts.size(); ++f) {
        const auto& gone = on.facts[f].relations;
        auto without = s;
        without.structure = false;
        without.graphs = 0;
        without.presence.clear();
        auto parts = s.baselines.front().parts();
        const auto before = parts.relations.size();
        std::erase_if(parts.relations, [&](const relation& r) {
            return std::find(gone.begin(), gone.end(), identity(r)) != gone.end();
        });
        // What the reform makes is not in the baseline, and what it takes away it would miss.
        const bool plain = before - parts.relations.size() == gone.size() &&
                           std::none_of(gone.begin(), gone.end(), [](const std::string& name) {
                               return name.find("-> ijb") != std::string::npos;
                           });
        if (!plain) continue;
        without.baselines = {model::make(std::move(parts)).value()};
        const auto again = run(without, {.samples = 1}).value();
        const auto& central = again.baselines.front().rankings.front().central;
        for (std::size_t option = 0; option < central.options.size(); ++option)
            CHECK(under.reversals[f].ranks[option] == central.options[option].rank);
        anything = anything || under.reversals[f].cells_changed != 0;
    }
    CHECK(anything);
}

TEST_CASE(
    "knowing a part is worth no more than knowing all, and knowing a source no less than one of its facts alone") {
    const auto found = sensitivities(doubtful_study()).value();
    const auto& on = found.baselines.front();
    const auto& known = on.weights.front().information;
    for (const auto& criterion : known.criteria) {
        CHECK(criterion.value >= 0);
        CHECK(criterion.value <= known.evpi.value);
    }
    bool a_source = false;
    for (std::size_t i = 0; i < known.groups.size(); ++i) {
        CHECK(known.groups[i].value >= 0);
        CHECK(known.groups[i].value <= known.evpi.value);
        a_source = a_source || (on.inquiries[i].is_source && on.inquiries[i].name == "notes");
    }
    CHECK(a_source);
}

TEST_CASE("what is certain has nothing to be found out, and its facts are reversed all the same") {
    auto s = doubtful_study();
    s.structure = false;
    s.graphs = 0;
    s.presence.clear();
    const auto found = sensitivities(s).value();
    const auto& on = found.baselines.front();
    CHECK(on.graphs == 1);
    CHECK(on.inquiries.empty());
    CHECK_FALSE(on.facts.empty());
    CHECK(on.weights.front().split.overall.scenarios.value == 0);
}

TEST_CASE("one baseline and one weight set can be asked about, and one that is not there names the nearest") {
    const auto s = doubtful_study();
    CHECK(sensitivities(s, {{}, s.baselines.front().key(), "weights.unknown"}).value().baselines.size() == 1);
    const auto baseline = sensitivities(s, {{}, "nowhere", {}});
    CHECK(baseline.error().code == errc::dangling_reference);
    const auto weights = sensitivities(s, {{}, {}, "weights.unknwn"});
    CHECK(weights.error().hint == "did you mean \"weights.unknown\"?");
    auto nothing = s;
    nothing.weights.clear();
    CHECK(sensitivities(nothing).error().code == errc::missing_value);
}

TEST_CASE("threads change nothing of it, and it can be stopped") {
    const auto s = doubtful_study();
    const auto once = sensitivities(s, {{.threads = 1}, {}, {}}).value();
    const auto again = sensitivities(s, {{.threads = 7}, {}, {}}).value();
    const auto& a = once.baselines.front().weights.front();
    const auto& b = again.baselines.front().weights.front();
    CHECK(a.information == b.information);
    CHECK(a.split.overall == b.split.overall);
    run_options stop;
    stop.progress = [](std::size_t, std::size_t) { return false; };
    CHECK(sensitivities(s, {stop, {}, {}}).error().code == errc::interrupted);
}
