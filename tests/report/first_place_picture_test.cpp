// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/first_place_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/json.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture first_places_drawn(const study& s) { return first_place_picture("first", s, run(s).value()); }

std::vector<svg::element> shapes(const picture& p, const std::string& name, const std::string& fill) {
    auto all = svg::read(p.svg);
    std::erase_if(all,
                  [&](const auto& e) { return e.name != name || e.get("fill") != fill || e.get("class") == "ground"; });
    return all;
}

double number_in(const cell& c) { return *parse_number(c.exact); }

}  // namespace

TEST_CASE("bars are as long as the probabilities of being first, and the longest is on top") {
    const auto s = study_of(4);
    const auto found = run(s).value();
    const auto& ranks = found.baselines[0].rankings[0].with_missing;
    const auto p = first_place_picture("first", s, found);
    const auto bars = shapes(p, "rect", "#e6f0f9");
    REQUIRE(p.table.rows.size() == 4);
    for (std::size_t row = 0; row < 4; ++row) {
        const auto& cells = p.table.rows[row];
        const auto option = static_cast<std::size_t>(cells[0].text.back() - '1');
        const auto first = ranks.first(option);
        CHECK(number_in(cells[2]) == first.value);
        CHECK(number_in(cells[4]) == Approx(std::max(0.0, first.value - 2 * first.standard_error)));
        CHECK(number_in(cells[5]) == Approx(first.value + 2 * first.standard_error));
        if (row != 0) CHECK(number_in(cells[2]) <= number_in(p.table.rows[row - 1][2]));
    }
    REQUIRE(bars.size() <= 4);
    for (std::size_t row = 1; row < bars.size(); ++row)
        CHECK(bars[row].number("width") / bars[0].number("width") ==
              Approx(number_in(p.table.rows[row][2]) / number_in(p.table.rows[0][2])).epsilon(0.01));
}

TEST_CASE("the headline calls nothing first that is not") {
    CHECK(first_places_drawn(judged_study({{exact_value{1}}, {exact_value{0}}})).headline ==
          "O1 comes first in 100% of the draws; next is O2 0%.");
    const exact_value half{0.5};
    CHECK(first_places_drawn(judged_study({{half}, {half}})).headline ==
          "No option comes first: all are worth the same in every draw.");
    CHECK(first_places_drawn(judged_study({{half}})).headline == "There is one option, O1: nothing is compared.");
    const interval_value anything{0, 1};
    CHECK_THAT(first_places_drawn(judged_study({{anything}, {anything}, {anything}})).headline,
               Catch::StartsWith("No option clearly comes first: O"));
    // One is ahead of each of nine others, and still first in under half of the draws: all ten reach alike, it higher.
    std::vector<std::vector<quantity>> ten(10, {interval_value{0, 1}});
    ten[3] = {interval_value{0.12, 1}};
    auto s = judged_study(ten);
    s.samples = 20'000;
    CHECK_THAT(first_places_drawn(s).headline,
               Catch::StartsWith("No option comes first in most draws: O4 most often, in "));
}

TEST_CASE("options that are not separated are joined, and no others") {
    // O1 and O2 are alike, O3 is far behind: one line with two dots.
    const auto p =
        first_places_drawn(judged_study({{interval_value{0.6, 1}}, {interval_value{0.6, 1}}, {exact_value{0.1}}}));
    CHECK(shapes(p, "circle", "#111111").size() == 2);
    CHECK(p.table.rows[0].back().text.size() == 2);
    CHECK(p.table.rows[2][0].text == "O3");
    CHECK(p.table.rows[2].back().text.empty());
    const auto apart = first_places_drawn(judged_study({{exact_value{0.9}}, {exact_value{0.5}}, {exact_value{0.1}}}));
    CHECK(shapes(apart, "circle", "#111111").empty());
    const std::string key = "joined: no order can be told";
    CHECK(p.svg.find(key) != std::string::npos);
    CHECK(apart.svg.find(key) == std::string::npos);
}

TEST_CASE("the watermark of weights that nobody gave and the standing limitation stand under the picture") {
    auto s = study_of(3);
    const auto p = first_places_drawn(s);
    REQUIRE(p.table.notes.size() >= 2);
    CHECK_THAT(p.table.notes.front(), Catch::Contains("nobody was asked"));
    CHECK_THAT(p.table.notes.back(), Catch::StartsWith("Structure alone does not determine outcomes."));
    CHECK_THAT(to_svg(p), Catch::Contains("nobody was asked") && Catch::Contains("Structure alone"));
    CHECK_THAT(p.subtitle, Catch::Contains("2,000 draws"));
}

TEST_CASE("the specification holds the same numbers as the table") {
    const auto p = first_places_drawn(study_of(5));
    const auto* values = p.specification.find("data")->find("values")->as_array();
    REQUIRE(values->size() == 5);
    for (std::size_t row = 0; row < 5; ++row)
        CHECK(*(*values)[row].find("probability of being first")->as_double() == number_in(p.table.rows[row][2]));
    CHECK(to_json(p.specification).has_value());
}

TEST_CASE("bars look right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = first_places_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
        CHECK(p.svg == first_places_drawn(s).svg);
    }
}
