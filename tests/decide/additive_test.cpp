// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/additive.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace concordat;

namespace {

std::vector<std::size_t> ranks(const additive_result& sum) {
    std::vector<std::size_t> found;
    for (const auto& score : sum.options) found.push_back(score.rank);
    return found;
}

}  // namespace

TEST_CASE("the weighted sum of Triantaphyllou's worked example", "[decide]") {
    // Triantaphyllou, "Multi-criteria decision making methods: a comparative study" (2000), section 2.2.1: three
    // alternatives on four criteria in the same unit; the scores printed are 21.50, 22.00 and 22.00.
    auto table = tables::of_values({{25.0, 20.0, 15.0, 30.0}, {10.0, 30.0, 20.0, 30.0}, {30.0, 10.0, 30.0, 10.0}});
    for (auto& criterion : table.criteria) criterion.value = linear_shape{0, 100};
    const auto sum = additive(table, tables::direct({{"C1", 0.20}, {"C2", 0.15}, {"C3", 0.40}, {"C4", 0.25}})).value();
    CHECK_THAT(sum.options[0].overall, Catch::WithinAbs(0.2150, 1e-15));
    CHECK_THAT(sum.options[1].overall, Catch::WithinAbs(0.2200, 1e-15));
    CHECK_THAT(sum.options[2].overall, Catch::WithinAbs(0.2200, 1e-15));
    CHECK(sum.options[0].rank == 3);
    REQUIRE(sum.options[0].lines.size() == 4);
    CHECK(sum.options[0].lines[2].criterion == 2);
    CHECK_THAT(sum.options[0].lines[2].product, Catch::WithinAbs(0.06, 1e-15));
}

TEST_CASE("the sum is shown line by line, and branch by branch", "[decide]") {
    auto table = tables::of_values({{1.0, 0.5, 0.25}, {0.0, 1.0, 1.0}});
    table.branches = {{"B", "", ""}};
    table.criteria[0].parent = "B";
    table.criteria[1].parent = "B";
    auto set = tables::direct({{"B", 3}, {"C3", 1}});
    set.preferences.push_back({"B", {}, {{"C1", 1}, {"C2", 3}}, {}});
    const auto sum = additive(table, set).value();
    CHECK(sum.weights == std::vector<double>{0.1875, 0.5625, 0.25});
    const auto& a1 = sum.options[0];
    CHECK(a1.lines ==
          std::vector<contribution>{{0, 0.1875, 1, 0.1875}, {1, 0.5625, 0.5, 0.28125}, {2, 0.25, 0.25, 0.0625}});
    CHECK(a1.overall == 0.53125);
    CHECK(a1.node_values[sum.tree.find("B").value()] == 0.625);
    CHECK(a1.node_values[sum.tree.find("C2").value()] == 0.5);
    CHECK(a1.node_values[0] == a1.overall);
    CHECK(ranks(sum) == std::vector<std::size_t>{2, 1});
}

TEST_CASE("the whole weight on one criterion gives that criterion's order", "[decide]") {
    stream s(1, purpose::test, 0);
    const auto table = tables::random(s, 6, 3, 1000);
    const auto sum = additive(table, tables::direct({{"C1", 0}, {"C2", 1}, {"C3", 0}})).value();
    for (std::size_t i = 0; i < 6; ++i) CHECK(sum.options[i].overall == std::get<exact_value>(table.cell(i, 1)).value);
}

TEST_CASE("equal options tie exactly and share the better rank", "[decide]") {
    const auto table = tables::of_values({{0.1, 0.7, 0.3}, {0.3, 0.9, 0.3}, {0.1, 0.7, 0.3}, {0.0, 0.0, 0.0}});
    const auto sum = additive(table, {}).value();
    CHECK(sum.options[0].overall == sum.options[2].overall);
    CHECK(ranks(sum) == std::vector<std::size_t>{2, 1, 2, 4});
}

TEST_CASE("the order of options and criteria changes no bit", "[decide]") {
    stream s(2, purpose::test, 0);
    const auto table = tables::random(s, 5, 7, 1'000'003);
    performance_table turned = table;
    std::reverse(turned.options.begin(), turned.options.end());
    std::reverse(turned.criteria.begin(), turned.criteria.end());
    std::reverse(turned.cells.begin(), turned.cells.end());
    const auto one = additive(table, {}).value();
    const auto other = additive(turned, {}).value();
    for (std::size_t i = 0; i < 5; ++i) CHECK(one.options[i].overall == other.options[4 - i].overall);
}

TEST_CASE("a criterion with a gap is left out for everybody where that is the rule", "[decide]") {
    auto table = tables::of(
        {{exact_value{1}, missing_value{}, exact_value{0}}, {exact_value{0}, exact_value{1}, exact_value{0.5}}});
    table.criteria[1].gaps = gap_rule::leave_out;
    const auto sum = additive(table, tables::direct({{"C1", 1}, {"C2", 2}, {"C3", 3}})).value();
    CHECK(sum.weights == std::vector<double>{0.25, 0, 0.75});
    CHECK(sum.options[0].lines.size() == 2);
    CHECK(sum.options[1].overall == 0.375);
    table.criteria[1].gaps = gap_rule::whole_scale;
    CHECK(additive(table, tables::direct({{"C1", 1}, {"C2", 2}, {"C3", 1}})).value().options[0].overall == 0.5);
}

TEST_CASE("one option, one criterion, and options that are all equal have their answers", "[decide]") {
    const auto alone = additive(tables::of_values({{0.25}}), {}).value();
    CHECK(alone.options[0].overall == 0.25);
    CHECK(alone.options[0].rank == 1);
    CHECK(ranks(additive(tables::of_values({{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}}), {}).value()) ==
          std::vector<std::size_t>{1, 1, 1});
}
