// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/switch_point_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture switches_drawn(const study& s) { return switch_point_picture("switch", s, sensitivities(s).value()); }

}  // namespace

TEST_CASE("a strip changes hands where the weights make two options equal") {
    // O1 is worth 1 and 0, O2 0.2 and 0.6: equal where w = 0.2 w + 0.6 (1 - w), so at w = 3/7 for C1 and 4/7 for C2.
    const auto p =
        switches_drawn(judged_study({{exact_value{1}, exact_value{0}}, {exact_value{0.2}, exact_value{0.6}}}));
    REQUIRE(p.table.rows.size() == 4);
    CHECK(p.table.rows[0][0].text == "C1");
    CHECK(*parse_number(p.table.rows[0][4].exact) == Approx(3.0 / 7));
    CHECK(p.table.rows[0][5].text == "O2");
    CHECK(*parse_number(p.table.rows[1][3].exact) == Approx(3.0 / 7));
    CHECK(p.table.rows[1][5].text == "O1");
    CHECK(p.table.rows[1][6].text == "yes");
    CHECK(p.headline ==
          "O1 stays first at expected values until the weight of \u201cCriterion C1\u201d falls below 43% of all "
          "weight (now 50%): then O2.");
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("where no weight matters the picture says so") {
    const auto p =
        switches_drawn(judged_study({{exact_value{0.9}, exact_value{0.8}}, {exact_value{0.2}, exact_value{0.1}}}));
    CHECK(p.headline == "No weight alone changes which option comes first: O1 stays first, at expected values.");
    CHECK_THAT(p.table.notes.front(), Catch::StartsWith("2 weights may alone be anything"));
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("switch points look right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = switches_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
    }
}
