// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/tornado.hpp"

#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

/// The oil wildcatter of the SAS/OR manual (chapter on the DTREE procedure): drill or not, where the
/// return is 0, 700 or 1200 thousand dollars with probabilities 0.5, 0.3 and 0.2, and drilling costs 150, 300 or 500
/// with 0.2, 0.6 and 0.2. One unit of value is 1700 thousand.
performance_table wildcatter() {
    const discrete_value deposit{{{0, 0.5}, {700, 0.3}, {1200, 0.2}}};
    const discrete_value cost{{{150, 0.2}, {300, 0.6}, {500, 0.2}}};
    auto table = tables::of({{deposit, cost}, {exact_value{0}, exact_value{0}}});
    table.criteria[0].value = linear_shape{0, 1200};
    table.criteria[1].value = linear_shape{500, 0};
    return table;
}

double difference(const additive_result& sum, const tornado& made) {
    return sum.options[made.option].overall - sum.options[made.other].overall;
}

}  // namespace

TEST_CASE("the oil wildcatter: the deposit matters more than the cost", "[decide][what_if]") {
    const auto made = tornado_of(wildcatter(), tables::direct({{"C1", 1200}, {"C2", 500}})).value();
    CHECK(made.option == 0);
    // The manual: drilling yields 140 thousand as expected.
    CHECK_THAT(made.expected * 1700, Catch::WithinAbs(140, 1e-9));
    REQUIRE(made.bars.size() == 2);
    CHECK(made.bars[0].option == std::optional<std::size_t>{0});
    CHECK_THAT(made.bars[0].low * 1700, Catch::WithinAbs(-310, 1e-9));
    CHECK_THAT(made.bars[0].high * 1700, Catch::WithinAbs(890, 1e-9));
    CHECK_THAT(made.bars[1].low * 1700, Catch::WithinAbs(-50, 1e-9));
    CHECK_THAT(made.bars[1].high * 1700, Catch::WithinAbs(300, 1e-9));
    CHECK(made.bars[0].turns());
    CHECK(made.bars[1].turns());
    // The other way round, the bars are mirrored.
    const auto mirrored = tornado_of(wildcatter(), tables::direct({{"C1", 1200}, {"C2", 500}}), std::pair{1, 0});
    CHECK_THAT(mirrored.value().bars[0].high * 1700, Catch::WithinAbs(310, 1e-9));
}

TEST_CASE("a product's profit: the bars of a published workbook", "[decide][what_if]") {
    // "Tornado example" (TORNDIAG.XLS, scribd.com/document/306233715): a profit of (price - variable cost) · share ·
    // market - fixed cost is 225 with 175, 40, 0.25, 12 and 180. One at a time, they take it to the ends below. It is
    // straight in each of them, so its bars are those of the sum with its slopes, here 3, -3, 1620, 33.75 and -1. All
    // figures are whole as printed, or end after one digit.
    struct driver {
        double low, base, high, slope, low_profit, high_profit;
    };
    const std::vector<driver> drivers{{140, 175, 200, 3, 120, 300},
                                      {30, 40, 60, -3, 255, 165},
                                      {0.18, 0.25, 0.35, 1620, 111.6, 387},
                                      {8, 12, 20, 33.75, 90, 495},
                                      {150, 180, 300, -1, 255, 105}};
    // A two-point cell has the base for its mean; the other option stands lower by 225 in a criterion of its own.
    std::vector<std::vector<quantity>> rows(2);
    std::vector<given_weight> weights;
    double unit = 225;
    for (const auto& each : drivers) {
        const double share = (each.base - each.low) / (each.high - each.low);
        rows[0].emplace_back(discrete_value{{{each.low, 1 - share}, {each.high, share}}});
        rows[1].emplace_back(exact_value{each.base});
        weights.push_back({"C" + std::to_string(rows[0].size()), std::fabs(each.slope) * (each.high - each.low)});
        unit += weights.back().weight;
    }
    rows[0].emplace_back(exact_value{1});
    rows[1].emplace_back(exact_value{0});
    weights.push_back({"C6", 225});
    auto table = tables::of(rows);
    for (std::size_t j = 0; j < drivers.size(); ++j)
        table.criteria[j].value = drivers[j].slope > 0 ? linear_shape{drivers[j].low, drivers[j].high}
                                                       : linear_shape{drivers[j].high, drivers[j].low};
    const auto made = tornado_of(table, tables::direct(weights)).value();
    CHECK_THAT(made.expected * unit, Catch::WithinAbs(225, 1e-9));
    const std::vector<std::size_t> widest_first{3, 2, 0, 4, 1};
    const auto tree = additive(table, {}).value().tree;
    REQUIRE(made.bars.size() == drivers.size());
    for (std::size_t at = 0; at < drivers.size(); ++at) {
        const auto& expected = drivers[widest_first[at]];
        CHECK(tree.nodes()[made.bars[at].node].criterion == widest_first[at]);
        const auto [low, high] = std::minmax(expected.low_profit, expected.high_profit);
        CHECK_THAT(made.bars[at].low * unit, Catch::WithinAbs(low, 1e-9));
        CHECK_THAT(made.bars[at].high * unit, Catch::WithinAbs(high, 1e-9));
        CHECK_FALSE(made.bars[at].turns());
    }
}

TEST_CASE("every bar is the table with that one cell or weight changed", "[decide][what_if]") {
    stream s(1, purpose::test, 46);
    for (int round = 0; round < 40; ++round) {
        auto table = tables::random(s, 4, 3, 10);
        for (std::size_t at = 0; at < table.cells.size(); ++at) {
            const double x = mean(table.cells[at]);
            if (at % 3 == 0) table.cells[at] = interval_value{x, x + 0.3};
            if (at % 3 == 1) table.cells[at] = triangular_value{x / 2, x, 1};
        }
        table.criteria[1].value = linear_shape{1, 0};
        const auto set = round % 2 == 0 ? weight_set{} : tables::ordinal({"C2", "C3", "C1"});
        for (const auto reach : {tornado_reach::ends, tornado_reach::tenths}) {
            const auto made = tornado_of(table, set, {}, reach).value();
            const auto sum = additive(table, set).value();
            CHECK_THAT(made.expected, Catch::WithinAbs(difference(sum, made), 1e-15));
            CHECK(made.expected >= 0);
            for (std::size_t at = 1; at < made.bars.size(); ++at)
                CHECK(made.bars[at - 1].width() >= made.bars[at].width());
            std::size_t cells = 0;
            for (const auto& bar : made.bars) {
                const std::size_t criterion = *sum.tree.nodes()[bar.node].criterion;
                std::vector<double> differences;
                if (bar.option) {
                    ++cells;
                    const auto& cell = table.cell(*bar.option, criterion);
                    for (const double u : {0.1, 0.9}) {
                        auto changed = table;
                        const bool ends = reach == tornado_reach::ends;
                        const double x = ends ? (u < 0.5 ? lowest(cell) : highest(cell)) : draw(cell, u);
                        changed.cells[*bar.option * 3 + criterion] = exact_value{x};
                        differences.push_back(difference(additive(changed, set).value(), made));
                    }
                } else {
                    const std::size_t place = round % 2 == 0 ? 0 : criterion == 1 ? 1 : criterion == 2 ? 2 : 3;
                    const double least = place == 1 ? 1.0 / 3 : 0;
                    const double most = place == 0 ? 1 : 1.0 / static_cast<double>(place);
                    for (const double share : {least, most}) {
                        std::vector<given_weight> weights;
                        for (std::size_t j = 0; j < 3; ++j) {
                            const double rest = (1 - share) * sum.weights[j] / (1 - sum.weights[criterion]);
                            weights.push_back({table.criteria[j].key, j == criterion ? share : rest});
                        }
                        differences.push_back(difference(additive(table, tables::direct(weights)).value(), made));
                    }
                }
                CHECK_THAT(bar.low, Catch::WithinAbs(std::min(differences[0], differences[1]), 1e-12));
                CHECK_THAT(bar.high, Catch::WithinAbs(std::max(differences[0], differences[1]), 1e-12));
            }
            std::size_t uncertain = 0;
            for (const std::size_t option : {made.option, made.other})
                for (std::size_t j = 0; j < 3; ++j) uncertain += is_uncertain(table.cell(option, j)) ? 1 : 0;
            CHECK(cells == uncertain);
            CHECK(made.bars.size() == uncertain + 3);
        }
    }
}

TEST_CASE("a peak inside the range is the best that a cell can be", "[decide][what_if]") {
    auto table = tables::of({{interval_value{0, 4}}, {exact_value{0}}});
    table.criteria[0].value = peaked_shape{-1, 2, 5};
    const auto made = tornado_of(table, {}, std::pair{0, 1}).value();
    REQUIRE(made.bars.size() == 1);
    CHECK_THAT(made.bars[0].low, Catch::WithinAbs(0, 1e-15));
    CHECK_THAT(made.bars[0].high, Catch::WithinAbs(2.0 / 3, 1e-15));
}

TEST_CASE("a missing cell reaches over the whole scale, or its tenths", "[decide][what_if]") {
    auto table = tables::of({{missing_value{}}, {exact_value{0.25}}});
    table.criteria[0].gaps = gap_rule::whole_scale;
    const auto whole = tornado_of(table, {}).value();
    CHECK(whole.bars[0].low == -0.25);
    CHECK(whole.bars[0].high == 0.75);
    const auto tenths = tornado_of(table, {}, {}, tornado_reach::tenths).value();
    CHECK_THAT(tenths.bars[0].low, Catch::WithinAbs(-0.15, 1e-15));
    CHECK_THAT(tenths.bars[0].high, Catch::WithinAbs(0.65, 1e-15));
}

TEST_CASE("where nothing is open there are no bars; equal bars stand by key", "[decide][what_if]") {
    const auto closed = tables::of_values({{0.1, 0.9}, {0.4, 0.2}});
    CHECK(tornado_of(closed, tables::direct({{"C1", 1}, {"C2", 1}})).value().bars.empty());
    const interval_value wide{0, 1};
    const auto table = tables::of({{wide, wide}, {wide, wide}});
    const auto made = tornado_of(table, {}).value();
    REQUIRE(made.bars.size() == 6);
    std::vector<std::pair<std::size_t, std::optional<std::size_t>>> order;
    for (const auto& bar : made.bars) order.emplace_back(bar.node, bar.option);
    CHECK(order == std::vector<std::pair<std::size_t, std::optional<std::size_t>>>{
                       {1, 0}, {1, 1}, {2, 0}, {2, 1}, {1, {}}, {2, {}}});
}

TEST_CASE("a difference needs two options that are there", "[decide][what_if]") {
    const auto two = tables::of_values({{0.1}, {0.4}});
    CHECK(tornado_of(tables::of_values({{0.1}}), {}).error().code == errc::out_of_range);
    CHECK(tornado_of(two, {}, std::pair{0, 2}).error().message == "option 2 counted from 0; the table has 2");
    CHECK(tornado_of(two, {}, std::pair{1, 1}).error().code == errc::out_of_range);
    CHECK(tornado_of(performance_table{}, {}).error().code == errc::missing_value);
}

TEST_CASE("larger numbers for the same weights, and another order of the options, change no bar", "[decide][what_if]") {
    auto table = tables::of({{interval_value{0.1, 0.9}, exact_value{0.3}},
                             {exact_value{0.4}, triangular_value{0, 0.5, 1}},
                             {exact_value{0.1}, exact_value{0.1}}});
    const auto made = tornado_of(table, tables::direct({{"C1", 1}, {"C2", 3}})).value();
    CHECK(tornado_of(table, tables::direct({{"C1", 16}, {"C2", 48}})).value() == made);
    std::reverse(table.options.begin(), table.options.end());
    std::reverse(table.cells.begin(), table.cells.end());
    std::reverse(table.criteria.begin(), table.criteria.end());
    auto turned = tornado_of(table, tables::direct({{"C1", 1}, {"C2", 3}})).value();
    CHECK(turned.option == 2 - made.option);
    CHECK(turned.other == 2 - made.other);
    CHECK(turned.bars.size() == made.bars.size());
    for (auto& bar : turned.bars) bar.option = 2 - *bar.option;
    CHECK(turned.bars == made.bars);
}
