// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/trade_off_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Costs of the options in turn; those that are missing are not stated.
study costing(study s, const std::vector<quantity>& costs) {
    s.criteria.axes.push_back({"COST", "Running cost", "GBP", sense::lower, value_source::indicator, {}, {}});
    for (std::size_t o = 0; o < costs.size(); ++o)
        if (!is_missing(costs[o])) s.judgements.push_back({s.options[o].key, "COST", costs[o], "a panel", {}, {}});
    return s;
}

std::string beaten(const picture& p, std::size_t row) { return p.table.rows[row].back().text; }

}  // namespace

TEST_CASE("an option is beaten by one that has no less value for no more cost, and is better in one of them") {
    // By hand: O2 beats O3 (same cost, more value) and O4 (more value, less cost); O1 is cheapest; O5 is worth most.
    const auto s = costing(
        judged_study(
            {{exact_value{0.1}}, {exact_value{0.5}}, {exact_value{0.4}}, {exact_value{0.3}}, {exact_value{0.9}}}),
        {exact_value{1}, exact_value{3}, exact_value{3}, exact_value{5}, exact_value{9}});
    const auto p = cost_picture("cost", s, run(s).value());
    CHECK(beaten(p, 0) == "no");
    CHECK(beaten(p, 1) == "no");
    CHECK(beaten(p, 2) == "yes");
    CHECK(beaten(p, 3) == "yes");
    CHECK(beaten(p, 4) == "no");
    CHECK(p.headline == "O1, O2 and O5 are beaten by none on value and cost at once.");
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("options that are equal in both do not beat each other") {
    const auto s = costing(judged_study({{exact_value{0.5}}, {exact_value{0.5}}}), {exact_value{2}, exact_value{2}});
    const auto p = cost_picture("cost", s, run(s).value());
    CHECK(beaten(p, 0) == "no");
    CHECK(beaten(p, 1) == "no");
    CHECK_THAT(p.headline, Catch::StartsWith("No option beats another on value and cost at once"));
}

TEST_CASE("the line through a mark goes from all at worst to all at best") {
    // Equal weights in the middle: 0.4 known; anything from 0.2 to 0.6, and anything at all.
    const auto s =
        costing(judged_study({{exact_value{0.4}, interval_value{0.2, 0.6}, missing_value{}}}), {exact_value{1}});
    const auto p = cost_picture("cost", s, run(s).value());
    const auto& row = p.table.rows.at(0);
    CHECK(*parse_number(row[3].exact) == Approx((0.4 + 0.4 + 0.5) / 3));
    CHECK(*parse_number(row[4].exact) == Approx((0.4 + 0.2 + 0) / 3));
    CHECK(*parse_number(row[5].exact) == Approx((0.4 + 0.6 + 1) / 3));
}

TEST_CASE("where cost is missing the picture says so, and draws no point at nought") {
    const auto s = costing(study_of(3), {});
    const auto p = cost_picture("cost", s, run(s).value());
    CHECK(p.headline == "The cost of no option is known, so value cannot be set against it.");
    CHECK(p.table.rows[0][2].text == "missing");
    CHECK(beaten(p, 0) == "not known");
    CHECK(p.specification.is_null());
    CHECK(svg::faults_of(p) == svg::faults{});

    const auto some = costing(study_of(3), {exact_value{5}, missing_value{}, exact_value{7}});
    const auto q = cost_picture("cost", some, run(some).value());
    CHECK_THAT(q.svg, Catch::Contains("Not drawn, for their cost is not known: O2"));
    CHECK(svg::faults_of(q) == svg::faults{});
    const auto none = study_of(2);
    CHECK(svg::faults_of(cost_picture("cost", none, run(none).value())) == svg::faults{});
}

TEST_CASE("disruption is set against the value of everything else") {
    auto s = small_study();
    CHECK_FALSE(disruption_criterion(s).has_value());
    CHECK_THAT(disruption_picture("d", s, run(s).value()).headline,
               Catch::Contains("disruption of no option is known"));
    s.criteria.criteria.push_back(graph_criterion("H1", "D", "disruption", sense::lower, {1, 0}));
    REQUIRE(disruption_criterion(s) == 4u);
    const auto found = run(s).value();
    const auto p = disruption_picture("d", s, found);
    // What the criterion adds to the total is not counted again.
    const auto& central = found.baselines[0].rankings[0].central;
    for (std::size_t o = 0; o < 2; ++o) {
        const auto& line = central.options[o].lines.back();
        const double rest = (central.options[o].overall - line.product) / (1 - line.weight);
        CHECK(*parse_number(p.table.rows[o][3].exact) == Approx(rest));
    }
    CHECK(p.table.rows[0][2].text == "0");  // as it stands: nothing is disrupted
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("the scatter looks right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        std::vector<quantity> costs;
        for (std::size_t o = 0; o < s.options.size(); ++o)
            costs.emplace_back(exact_value{static_cast<double>(o * 13 % 17)});
        const auto priced = costing(s, costs);
        const auto p = cost_picture("cost", priced, run(priced).value());
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
    }
}
