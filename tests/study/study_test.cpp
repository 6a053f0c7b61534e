// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/study.hpp"

#include "concordat/study/run.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

error refused(study s) {
    auto checked = check(std::move(s));
    REQUIRE_FALSE(checked.has_value());
    return checked.error();
}

}  // namespace

TEST_CASE("a study whose parts fit is accepted") { CHECK(check(small_study()).has_value()); }

TEST_CASE("an option is its reforms on a baseline, and the status quo is the baseline itself") {
    const auto s = small_study();
    const auto status_quo = place(s, s.options[0], &s.baselines[0]).value();
    CHECK(status_quo.applied.after == s.baselines[0]);
    CHECK(status_quo.before == s.baselines[0]);
    CHECK(status_quo.applied.steps.empty());

    const auto x = place(s, s.options[1], &s.baselines[0]).value().applied;
    CHECK(x.steps.size() == 3);
    CHECK(std::ranges::equal(x.after.relations(), worked_example_option_x().relations(), {}, identity, identity));
}

TEST_CASE("a contested criterion needs a direction, and only a contested one takes it") {
    auto s = small_study();
    SECTION("none chosen") {
        s.contested.clear();
        const auto e = refused(s);
        CHECK(e.code == errc::missing_key);
        CHECK(e.message == "criterion \"D2\" is contested, and the study does not choose a direction");
    }
    SECTION("chosen for one that is not contested") {
        s.contested["A1"] = sense::lower;
        CHECK(refused(s).message == "criterion \"A1\" is not contested: its direction is higher");
    }
    SECTION("chosen for none that exists") {
        s.contested["D3"] = sense::lower;
        CHECK(refused(s).code == errc::dangling_reference);
    }
    SECTION("chosen as contested") {
        s.contested["D2"] = sense::contested;
        CHECK(refused(s).code == errc::not_in_vocabulary);
    }
}

TEST_CASE("baselines of unequal resolution are refused") {
    auto s = small_study();
    auto parts = s.baselines[0].parts();
    parts.key = "worked.coarse";
    parts.resolution = resolution::body;
    s.baselines.push_back(model::make(parts).value());
    const auto e = refused(s);
    CHECK(e.code == errc::unequal_resolution);
    CHECK_THAT(e.message, Catch::Contains("worked.coarse"));
}

TEST_CASE("options stand once, and name reforms that are there") {
    auto s = small_study();
    s.options.push_back(s.options[0]);
    s.options.push_back({"y", "Another", {"reforms.none-such"}, {}, {}});
    const auto e = refused(s);
    CHECK(e.more.size() == 1);
}

TEST_CASE("a study without options compares nothing, nor one whose options lack a baseline") {
    auto s = small_study();
    s.options.clear();
    CHECK(refused(s).message == "the study has no option");
    s = small_study();
    s.baselines.clear();
    const auto e = refused(s);
    CHECK(e.more.size() == 1);
    CHECK(e.message == "option \"base\" has no model of its own, and the study has no baseline for it");
}

namespace {

/// Two models side by side, one of them told from the worked example.
study side_by_side() {
    auto s = small_study();
    s.baselines.clear();
    s.reforms.clear();
    s.models.emplace("worked.base", worked_example());
    s.models.emplace("worked.x", worked_example_option_x());
    s.options[0].model = "worked.base";
    s.options[1].model = "worked.x";
    s.options[1].reforms.clear();
    return s;
}

}  // namespace

TEST_CASE("options that each have a model of their own need no baseline") {
    auto s = side_by_side();
    CHECK(check(s));
    CHECK(runs_on(s) == std::vector<const model*>{nullptr});
    const auto alone = place(s, s.options[1], nullptr).value();
    CHECK(alone.applied.after == worked_example_option_x());
    CHECK_FALSE(alone.before.has_value());
    s.options[1].before = "worked.base";
    CHECK(place(s, s.options[1], nullptr)->before == worked_example());
    s.options[1].before = "worked.none";
    CHECK(refused(s).code == errc::dangling_reference);
}

TEST_CASE("models drawn more finely than asked for are collapsed, more coarsely refused") {
    auto s = side_by_side();
    auto parts = worked_example().parts();
    parts.resolution = resolution::body;
    s.models.insert_or_assign("worked.base", model::make(parts).value());
    CHECK(refused(s).code == errc::unequal_resolution);
    s.comparable.resolution = resolution::body;
    CHECK(check(s));
    CHECK(place(s, s.options[1], nullptr)->applied.after.resolution() == resolution::body);
    s.comparable.resolution = resolution::team;
    CHECK(refused(s).code == errc::unequal_resolution);
}

TEST_CASE("a study that has a day reads every model as of it") {
    auto s = small_study();
    s.as_of = date{2030, 1, 1};
    const auto placed = place(s, s.options[1], &s.baselines[0]).value();
    CHECK(placed.applied.after.as_of() == *s.as_of);
    CHECK(placed.before->as_of() == *s.as_of);
}

TEST_CASE("an option can be a transition that has gone as far as a day") {
    auto s = small_study();
    s.options[1].reforms.clear();
    transition t;
    t.key = "worked.transition";
    t.baseline = s.baselines[0].key();
    for (const auto& one : option_x().steps) t.steps.push_back({{2020, 1, 1}, one});
    s.transitions.emplace(t.key, t);
    s.options[1].transitions = {t.key};
    s.options[1].at = {2019, 12, 31};
    CHECK(check(s));
    CHECK(place(s, s.options[1], &s.baselines[0])->applied.steps.empty());
    s.options[1].at = {2020, 1, 1};
    const auto gone = place(s, s.options[1], &s.baselines[0]).value();
    CHECK(gone.applied.steps.size() == 3);
    CHECK(gone.before == worked_example());  // as it was, not as of the day of the change
    s.transitions.at(t.key).baseline = "worked.other";
    CHECK(refused(s).message ==
          "option \"x\": none of its transitions starts from the baseline \"" + s.baselines[0].key() + '"');
}

TEST_CASE("judgements and gates speak of options and criteria that exist, once each") {
    auto s = small_study();
    s.criteria.gates.push_back({"G", "Rights", {}, {}});
    SECTION("unknown option") {
        s.judgements.push_back({"z", "H2", exact_value{3}, "a panel", {}, {}});
        CHECK(refused(s).message == "no option has the key \"z\"");
    }
    SECTION("twice the same cell") {
        s.judgements.push_back({"x", "H2", exact_value{3}, "a panel", {}, {}});
        s.judgements.push_back({"x", "H2", exact_value{4}, "a panel", {}, {}});
        CHECK(refused(s).code == errc::duplicate_key);
    }
    SECTION("a criterion that is measured on the graph") {
        s.judgements.push_back({"x", "A1", exact_value{1}, "a panel", {}, {}});
        CHECK(refused(s).code == errc::conflicting_keys);
    }
    SECTION("neither a criterion nor an axis") {
        s.judgements.push_back({"x", "COST", exact_value{1}, "a panel", {}, {}});
        CHECK(refused(s).message == "no criterion or axis has the key \"COST\"");
    }
    SECTION("an unknown gate") {
        s.gates.push_back({"x", "GG", gate_state::pass, {}, {}});
        CHECK(refused(s).message == "no gate has the key \"GG\"");
    }
}

TEST_CASE("a value on an axis is kept, and changes no ranking") {
    auto s = small_study();
    s.criteria.axes.push_back({"COST", "Running cost", "GBP", sense::lower, value_source::indicator, {}, {}});
    const auto without = run(s).value();
    s.judgements.push_back({"x", "COST", exact_value{3}, "a panel", {}, {}});
    CHECK(check(s).has_value());
    const auto with = run(s).value();
    CHECK(with.baselines[0].assessment.table.cells == without.baselines[0].assessment.table.cells);
    CHECK(with.baselines[0].rankings[0].with_missing == without.baselines[0].rankings[0].with_missing);
}

TEST_CASE("weights must have been given for this tree") {
    auto s = small_study();
    SECTION("for another tree") {
        s.weights[0].criteria = "criteria.other";
        CHECK(refused(s).code == errc::conflicting_keys);
    }
    SECTION("for branches that are not there") {
        s.weights[0].how = elicitation::ordinal;
        s.weights[0].preferences = {{"", {"A", "Z"}, {}, {}}};
        CHECK(refused(s).more.size() >= 1);
    }
    SECTION("without the ranges that they were asked for") {
        s.weights[0].how = elicitation::ordinal;
        s.weights[0].preferences = {{"", {"A", "D"}, {}, {}}, {"D", {"D1", "D2", "H2"}, {}, {}}};
        CHECK(refused(s).message.find("so it is importance weighting") != std::string::npos);
        s.weights[0].ranges = {{"A1", 0, 1}, {"D1", 0, 1}, {"D2", 3, 1}, {"H2", 1, 5}};
        CHECK(check(s).has_value());
    }
}

TEST_CASE("gate states are words") {
    CHECK(word<gate_state>("unknown") == gate_state::unknown);
    CHECK(name(gate_state::fail) == "fail");
}
