// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/study.hpp"

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
    const auto status_quo = apply_option(s, s.options[0], s.baselines[0]).value();
    CHECK(status_quo.after == s.baselines[0]);
    CHECK(status_quo.steps.empty());

    const auto x = apply_option(s, s.options[1], s.baselines[0]).value();
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

TEST_CASE("a study without options, baselines or weights compares nothing") {
    auto s = small_study();
    s.options.clear();
    s.baselines.clear();
    s.weights.clear();
    CHECK(refused(s).more.size() == 2);
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
    SECTION("an unknown gate") {
        s.gates.push_back({"x", "GG", gate_state::pass, {}, {}});
        CHECK(refused(s).message == "no gate has the key \"GG\"");
    }
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
}

TEST_CASE("gate states are words") {
    CHECK(word<gate_state>("unknown") == gate_state::unknown);
    CHECK(name(gate_state::fail) == "fail");
}
