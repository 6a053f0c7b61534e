// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/profile_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture profile_drawn(const study& s) { return profile_picture("profile", s, run(s).value()); }

bool says(const picture& p, const std::string& words) {
    const auto all = svg::read(p.svg);
    return std::any_of(all.begin(), all.end(), [&](const auto& e) { return e.name == "text" && e.words == words; });
}

}  // namespace

TEST_CASE("the headline counts on how many criteria options differ, are the same, and are not known") {
    const exact_value low{0.2}, high{0.9};
    CHECK(profile_drawn(judged_study({{low, low, missing_value{}}, {high, low, missing_value{}}})).headline ==
          "The options differ on 1 of 3 criteria and are the same on 1; on 1 nobody knows.");
    CHECK(profile_drawn(judged_study({{low}, {low}})).headline ==
          "The options do not differ in what is known of them, on 1 of 1 criterion.");
    CHECK(profile_drawn(judged_study({{low}})).headline == "There is one option, known on 1 of 1 criterion.");
}

TEST_CASE("a line breaks where a value is missing") {
    const exact_value half{0.5};
    const auto p = profile_drawn(judged_study({{half, missing_value{}, half, half}, {half, half, half, half}}));
    // The status quo's line: one piece before the gap, one after it.
    std::size_t broken = 0;
    for (const auto& e : svg::read(p.svg))
        if (e.get("stroke-dasharray") == "5 3" && svg::outlines(e).size() == 2) ++broken;
    CHECK(broken == 1);
    CHECK(says(p, "missing: O1"));
    CHECK_FALSE(says(p, "nobody knows"));
    CHECK(p.table.rows[1][2].text == "missing");
    CHECK(p.table.rows[1][3].text == "0.5");
}

TEST_CASE("a criterion that nobody knows has a row, and no point on it") {
    const auto p =
        profile_drawn(judged_study({{exact_value{0.5}, missing_value{}}, {exact_value{0.6}, missing_value{}}}));
    CHECK(says(p, "nobody knows"));
    CHECK_THAT(p.alternative, Catch::Contains("Without any value: C2."));
}

TEST_CASE("a study without weights has profiles too") {
    auto s = study_of(5);
    s.weights.clear();
    const auto p = profile_drawn(s);
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(says(p, "O1 Option number 1"));
    CHECK(says(p, "O3 Option number 3"));
}

TEST_CASE("the options that stand out can be chosen, three at most") {
    const auto s = study_of(6);
    const auto p = profile_picture("profile", s, run(s).value(), 0, {5, 4, 3, 2});
    for (const char* key : {"O6 Option number 6", "O5 Option number 5", "O4 Option number 4"}) CHECK(says(p, key));
    CHECK_FALSE(says(p, "O3 Option number 3"));
}

TEST_CASE("profiles look right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = profile_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
    }
}
