// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/switching_value.hpp"

#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

performance_table with_cell(performance_table table, std::size_t option, std::size_t criterion, double x) {
    table.cells[option * table.criteria.size() + criterion] = exact_value{x};
    return table;
}

/// How far the option is ahead of its rival with the cell at x.
double lead_at(const performance_table& table, const weight_set& set, const switching_value& one, double x) {
    const auto sum = additive(with_cell(table, one.option, one.criterion, x), set).value();
    return sum.options[one.option].overall - sum.options[one.rival].overall;
}

value_function any_function(stream& s) {
    const double low = s.uniform() * 10;
    const double high = low + 1 + s.uniform() * 10;
    switch (s.bits32() % 5) {
        case 0:
            return linear_shape{low, high};
        case 1:
            return linear_shape{high, low};
        case 2:
            return peaked_shape{low, low + 0.3 * (high - low), high};
        case 3:
            return threshold_shape{low, s.bits32() % 2 == 0 ? sense::higher : sense::lower};
        default:
            return piecewise_shape{{{low, s.uniform()}, {low + 0.5, s.uniform()}, {low + 1, 1}, {low + 2, 0.2}}};
    }
}

}  // namespace

TEST_CASE("where a value function takes a level", "[decide][what_if]") {
    using places = std::vector<double>;
    CHECK(places_of(linear_shape{10, 20}, 0.25) == places{12.5});
    CHECK(places_of(linear_shape{20, 10}, 0.25) == places{17.5});
    CHECK(places_of(linear_shape{10, 20}, 0) == places{10});
    CHECK(places_of(linear_shape{10, 20}, 1) == places{20});
    CHECK(places_of(linear_shape{10, 20}, 1.1).empty());
    CHECK(places_of(linear_shape{10, 20}, -0.1).empty());
    CHECK(places_of(peaked_shape{0, 4, 8}, 0.5) == places{2, 6});
    CHECK(places_of(peaked_shape{0, 4, 8}, 1) == places{4});
    CHECK(places_of(peaked_shape{0, 4, 8}, 0) == places{0, 8});
    CHECK(places_of(threshold_shape{3, sense::lower}, 0.4) == places{3});
    const piecewise_shape steps{{{0, 0.2}, {1, 0.6}, {2, 0.6}, {3, 0.8}}};
    CHECK(places_of(steps, 0.6) == places{1, 2});
    CHECK_THAT(places_of(steps, 0.4).front(), Catch::WithinAbs(0.5, 1e-15));
    CHECK(places_of(steps, 0.1).empty());
    CHECK(places_of(steps, 0.9).empty());
}

TEST_CASE("two options, two criteria: what would have to be true", "[decide][what_if]") {
    // A1 is worth 0.6 · 0.8 + 0.4 · 0.5 = 0.68, A2 0.6 · 0.5 + 0.4 · 0.7 = 0.58: 0.1 is missing.
    auto table = tables::of_values({{80, 0.5}, {50, 0.7}});
    table.criteria[0].value = linear_shape{0, 100};
    const auto set = tables::direct({{"C1", 6}, {"C2", 4}});
    const auto all = switching_values(table, set).value();
    REQUIRE(all.size() == 4);
    CHECK(all[0].rival == 1);
    CHECK_THAT(all[0].points[0].value, Catch::WithinAbs(80 - 10 / 0.6, 1e-9));
    CHECK_THAT(*all[0].points[0].distance, Catch::WithinAbs(0.1 / 0.6, 1e-12));
    CHECK_THAT(all[1].points[0].value, Catch::WithinAbs(0.25, 1e-12));
    CHECK_THAT(all[2].points[0].value, Catch::WithinAbs(50 + 10 / 0.6, 1e-9));
    CHECK_THAT(all[3].points[0].value, Catch::WithinAbs(0.95, 1e-12));
    // With the weights the other way round even the end of the scale is not enough.
    const auto never = switching_values(table, tables::direct({{"C1", 19}, {"C2", 1}})).value();
    CHECK(never[3].points.empty());
    CHECK(*never[3].needed > 1);
}

TEST_CASE("Triantaphyllou and Sánchez's threshold values of performance measures", "[decide][what_if]") {
    // Decision Sciences 28, 1997, their formula for the weighted sum: the measure a_ij has to fall by (P_i - P_k) / w_j
    // for options i and k to draw level.
    const std::vector<std::vector<double>> a{{0.3088, 0.2897, 0.3867, 0.1922},
                                             {0.2163, 0.3458, 0.1755, 0.6288},
                                             {0.4509, 0.2473, 0.1194, 0.0575},
                                             {0.0240, 0.1172, 0.3184, 0.1215}};
    const auto table = tables::of_values(a);
    const auto set = tables::direct({{"C1", 0.3277}, {"C2", 0.3058}, {"C3", 0.2876}, {"C4", 0.0790}});
    const auto sum = additive(table, set).value();
    for (const auto& one : switching_values(table, set).value()) {
        CHECK(one.rival == (one.option == 0 ? 1 : 0));
        const double fall =
            (sum.options[one.option].overall - sum.options[one.rival].overall) / sum.weights[one.criterion];
        CHECK_THAT(*one.needed, Catch::WithinAbs(a[one.option][one.criterion] - fall, 1e-12));
    }
}

TEST_CASE("at a switching value the two draw level, and without one nothing helps", "[decide][what_if]") {
    stream s(1, purpose::test, 43);
    for (int round = 0; round < 100; ++round) {
        const std::size_t options = 2 + s.bits32() % 3;
        auto table = tables::random(s, options, 3, 6);
        for (std::size_t j = 0; j < 3; ++j) table.criteria[j].value = any_function(s);
        for (auto& cell : table.cells) cell = interval_value{mean(cell) * 20, mean(cell) * 20 + s.uniform()};
        const auto set = tables::direct({{"C1", 1 + s.uniform()}, {"C2", s.uniform()}, {"C3", 0.1}});
        const auto all = switching_values(table, set).value();
        CHECK(all.size() == options * 3);
        for (const auto& one : all) {
            const bool jumps = std::holds_alternative<threshold_shape>(table.criteria[one.criterion].value);
            for (const auto& point : one.points) {
                if (jumps)
                    CHECK(lead_at(table, set, one, point.value - 1e-6) * lead_at(table, set, one, point.value + 1e-6) <=
                          1e-12);
                else
                    CHECK_THAT(lead_at(table, set, one, point.value), Catch::WithinAbs(0, 1e-9));
            }
            if (!one.points.empty()) continue;
            const bool leads = lead_at(table, set, one, 0) > 0;
            for (const double x : {6.0, 12.0, 25.0}) CHECK((lead_at(table, set, one, x) > 0) == leads);
            const auto sum = additive(table, set).value();
            const auto& f = table.criteria[one.criterion].value;
            const auto others = sum.options[one.option].overall - sum.options[one.rival].overall -
                                sum.options[one.option].lines[one.criterion].product;
            const auto leads_at = [&](double x) { return others + sum.weights[one.criterion] * value_at(f, x) > 0; };
            for (double x = 0; x < 25; x += 0.05)
                if (leads_at(x) != leads) FAIL("it switches at " << x);
        }
    }
}

TEST_CASE("options that are level have already switched; weightless criteria never do", "[decide][what_if]") {
    const auto level = switching_values(tables::of_values({{0.25, 0.75}, {0.75, 0.25}}), {}).value();
    for (const auto& one : level) {
        REQUIRE(one.points.size() == 1);
        CHECK_THAT(*one.points[0].distance, Catch::WithinAbs(0, 1e-15));
    }
    const auto weightless =
        switching_values(tables::of_values({{0.2, 0.1}, {0.3, 0.9}}), tables::direct({{"C1", 1}, {"C2", 0}})).value();
    CHECK_FALSE(weightless[1].needed);
    CHECK(weightless[1].points.empty());
    CHECK(switching_values(tables::of_values({{0.2, 0.1}}), {}).value().empty());
    CHECK(switching_values(performance_table{}, {}).error().code == errc::missing_value);
}

TEST_CASE("a missing cell switches somewhere on its scale, at no distance from nothing", "[decide][what_if]") {
    auto table = tables::of({{missing_value{}}, {exact_value{0.8}}});
    table.criteria[0].gaps = gap_rule::whole_scale;
    const auto all = switching_values(table, {}).value();
    CHECK_THAT(all[0].points[0].value, Catch::WithinAbs(0.8, 1e-15));
    CHECK_FALSE(all[0].points[0].distance);
}

TEST_CASE("larger numbers for the same weights, and another order of the options, switch nothing",
          "[decide][what_if]") {
    stream s(1, purpose::test, 52);
    auto table = tables::random(s, 4, 3, 50);
    const auto one = switching_values(table, tables::direct({{"C1", 1}, {"C2", 3}, {"C3", 4}})).value();
    CHECK(switching_values(table, tables::direct({{"C1", 16}, {"C2", 48}, {"C3", 64}})).value() == one);
    std::reverse(table.options.begin(), table.options.end());
    std::reverse(table.cells.begin(), table.cells.end());
    std::reverse(table.criteria.begin(), table.criteria.end());
    auto turned = switching_values(table, tables::direct({{"C1", 1}, {"C2", 3}, {"C3", 4}})).value();
    std::reverse(turned.begin(), turned.end());
    for (auto& each : turned) each = {3 - each.option, 2 - each.criterion, 3 - each.rival, each.needed, each.points};
    CHECK(turned == one);
}
