// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/tornado_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture tornado_drawn(const study& s) { return tornado_picture("tornado", s, sensitivities(s).value()); }

}  // namespace

TEST_CASE("the widest bar is on top, and a bar says from where to where the difference goes") {
    // Two criteria of weight 1/2. O1: 0.6 and anything from 0.4 to 0.8; O2: 0.5 and 0.5. Expected: 0.1 / 2 + 0.1 / 2.
    const auto p = tornado_drawn(
        judged_study({{exact_value{0.6}, interval_value{0.4, 0.8}}, {exact_value{0.5}, exact_value{0.5}}}));
    REQUIRE_FALSE(p.table.rows.empty());
    const auto found =
        std::find_if(p.table.rows.begin(), p.table.rows.end(), [](const auto& row) { return row[2].text == "O1"; });
    REQUIRE(found != p.table.rows.end());
    CHECK((*found)[0].text == "O1: Criterion C2");
    CHECK(*parse_number((*found)[3].exact) == Approx(0).margin(1e-12));
    CHECK(*parse_number((*found)[4].exact) == Approx(0.1));
    CHECK(*parse_number((*found)[5].exact) == Approx(0.05 + 0.15));
    double last = 2;
    for (const auto& row : p.table.rows) {
        const double width = *parse_number(row[5].exact) - *parse_number(row[3].exact);
        CHECK(width <= last + 1e-12);
        last = width;
    }
}

TEST_CASE("the headline says what could turn the order of the two, or that nothing could") {
    CHECK(tornado_drawn(judged_study({{exact_value{0.9}}, {exact_value{0.1}}})).headline ==
          "Nothing that is uncertain tells O1 and O2 apart.");
    CHECK(tornado_drawn(judged_study({{interval_value{0.6, 0.8}}, {exact_value{0.1}}})).headline ==
          "Nothing that is uncertain could by itself put O2 ahead of O1.");
    CHECK(tornado_drawn(judged_study({{interval_value{0, 0.8}}, {exact_value{0.1}}})).headline ==
          "Of 1 thing that is uncertain, 1 could alone put O2 ahead of O1, most of all "
          "what O1 is worth on \u201cCriterion C1\u201d.");
    CHECK(tornado_drawn(judged_study({{exact_value{0.9}}})).headline ==
          "There is one option, O1: nothing is compared.");
}

TEST_CASE("the tornado looks right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = tornado_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
    }
}
