// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/rank_heat_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture heat_drawn(const study& s) { return rank_heat_picture("heat", s, run(s).value()); }

}  // namespace

TEST_CASE("a cell for each option and rank, and the numbers of an option add up to one") {
    const auto s = study_of(4);
    const auto p = heat_drawn(s);
    REQUIRE(p.table.rows.size() == 4);
    for (const auto& row : p.table.rows) {
        REQUIRE(row.size() == 7);
        double sum = 0;
        for (std::size_t rank = 0; rank < 4; ++rank) sum += *parse_number(row[3 + rank].exact);
        CHECK(sum == Approx(1.0));
    }
}

TEST_CASE("the number in a cell is its percentage, and a rank never seen has none") {
    // O1 is first and O2 second in every draw.
    const auto p = heat_drawn(judged_study({{exact_value{1}}, {exact_value{0}}}));
    std::vector<std::string> numbers;
    for (const auto& e : svg::read(p.svg))
        if (e.name == "text" && e.words == "100") numbers.push_back(e.words);
    CHECK(numbers.size() == 2);
    CHECK(p.headline == "O1, best on average, stands in the better half in 100% of the draws.");
}

TEST_CASE("the headline says how open the ranks are") {
    const exact_value half{0.5};
    CHECK(heat_drawn(judged_study({{half}, {half}})).headline == "All options share the first rank in every draw.");
    CHECK(heat_drawn(judged_study({{half}})).headline == "There is one option, O1: nothing is compared.");
    const interval_value anything{0, 1};
    CHECK_THAT(heat_drawn(judged_study({{anything}, {anything}})).headline,
               Catch::StartsWith("Ranks are open: even O"));
}

TEST_CASE("the map looks right for every kind of study, and is wide where there are many ranks") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = heat_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK(p.wide() == (s.options.size() > 15));
    }
}
