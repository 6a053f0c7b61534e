// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/table.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

using namespace concordat;

TEST_CASE("a table without a mistake comes back with its quantities in order", "[decide]") {
    const auto table = tables::of({{exact_value{1}, empirical_value{{3, 1, 2}}}});
    const auto checked = check(table).value();
    CHECK(checked.cell(0, 1) == quantity{empirical_value{{1, 2, 3}}});
}

TEST_CASE("every mistake of a table is told at once, each with its option and criterion", "[decide]") {
    auto table = tables::of({{exact_value{1}, interval_value{2, 1}}, {missing_value{}, exact_value{0}}});
    table.criteria[1].value = linear_shape{3, 3};
    table.criteria[0].parent = "A";
    table.options[1].key = "A1";
    CHECK(to_string(check(table).error()) ==
          "error[E405]: criterion \"C2\": worst and best are both 3; they must differ\n"
          "error[E206]: option \"A1\" stands in the table twice\n"
          "error[E405]: option \"A1\", criterion \"C2\": low 2 is above high 1\n"
          "  hint: the bounds rise from low to high\n"
          "error[E410]: option \"A1\", criterion \"C1\" has no value\n"
          "  hint: give one, or say what a missing value counts as\n"
          "error[E301]: criterion \"C1\" has the parent \"A\", which is no branch");
}

TEST_CASE("a table needs options, and a cell for each of them on each criterion", "[decide]") {
    auto table = tables::of_values({{0.5, 0.5}, {1.0, 0.0}});
    table.cells.pop_back();
    CHECK(check(table).error().message == "3 cells; 2 options by 2 criteria have 4");
    table.cells.clear();
    table.options.clear();
    CHECK(check(table).error().message == "no options; at least one was expected");
    CHECK(check(performance_table{}).error().more.size() == 1);
    auto odd = tables::of_values({{0.5}});
    odd.options[0].key = "not a key";
    CHECK(check(odd).error().code == errc::bad_identifier);
}

TEST_CASE("NaN in a table is refused wherever it stands", "[decide]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(check(tables::of_values({{nan}})).error().code == errc::not_a_number);
    auto table = tables::of_values({{0.5}});
    table.criteria[0].value = linear_shape{0, nan};
    CHECK(check(table).error().code == errc::not_a_number);
}

TEST_CASE("a missing cell counts as its criterion says", "[decide]") {
    auto table = tables::of({{missing_value{}, exact_value{1}}, {exact_value{0}, exact_value{1}}});
    CHECK(check(table).error().code == errc::missing_value);

    table.criteria[0].gaps = gap_rule::whole_scale;
    CHECK(tree_of(check(table).value()).counted_criteria() == std::vector<std::size_t>{0, 1});
    CHECK(worths_of(table)[0] == worth{0, 0.5, 1});

    table.criteria[0].gaps = gap_rule::leave_out;
    table.criteria[1].gaps = gap_rule::leave_out;
    CHECK(tree_of(check(table).value()).counted_criteria() == std::vector<std::size_t>{1});

    table.cells[1] = missing_value{};
    CHECK(check(table).error().message == "every criterion is left out; at least one has to count");
}
