// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/scenarios.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace concordat;

namespace {

table_scenarios two() {
    table_scenarios made{tables::of_values({{0.0, 1.0}, {0.5, 0.25}}), {}};
    made.cells = {made.table.cells, made.table.cells};
    made.cells[1][0] = exact_value{1};
    return made;
}

}  // namespace

TEST_CASE("a plain table is one scenario", "[decide]") {
    const auto table = tables::of_values({{0.0, 1.0}, {0.5, 0.25}});
    const auto one = check(table_scenarios{table, {}}).value();
    CHECK(one.count() == 1);
    CHECK(one.at(0).cells == table.cells);
    CHECK(worths_of(one) == worths_of(table));
}

TEST_CASE("what a table is worth is the mean over its scenarios", "[decide]") {
    const auto both = check(two()).value();
    CHECK(both.count() == 2);
    CHECK(worths_of(both)[0] == worth{0, 0.5, 1});
    CHECK(worths_of(both)[3] == worth{0.25, 0.25, 0.25});
}

TEST_CASE("a criterion left out of one scenario is left out of all", "[decide]") {
    auto gaps = two();
    gaps.table.criteria[1].gaps = gap_rule::leave_out;
    gaps.cells[1][3] = missing_value{};
    const auto checked = check(gaps).value();
    CHECK(is_missing(checked.cells[0][1]));
    CHECK(tree_of(checked.at(0)).counted_criteria() == std::vector<std::size_t>{0});
    // With no other criterion, nothing is left to weigh.
    gaps.table.criteria[0].gaps = gap_rule::leave_out;
    gaps.cells[0][0] = missing_value{};
    CHECK(check(gaps).error().code == errc::missing_value);
}

TEST_CASE("a mistake is told with its scenario", "[decide]") {
    auto wrong = two();
    wrong.cells[1][2] = exact_value{std::numeric_limits<double>::infinity()};
    CHECK(check(wrong).error().message ==
          "scenario 2: option \"A2\", criterion \"C1\": the value is infinite; a finite number was expected");
    wrong.cells[1].pop_back();
    CHECK(check(wrong).error().code == errc::bad_parameter);
}
