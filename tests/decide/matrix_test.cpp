// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/matrix.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

using namespace concordat;

namespace {

result<decision_matrix> two_by_two(double weight, double value) {
    return decision_matrix::make({"A1", "A2"}, {{"C1", sense::higher, weight}, {"C2", sense::lower, weight}},
                                 std::vector<double>{1, 2, 3, value});
}

errc code_of(const result<decision_matrix>& made) { return made ? errc::internal : made.error().code; }

}  // namespace

TEST_CASE("a matrix keeps its numbers by criterion, and shares the weights out", "[decide]") {
    const auto made = decision_matrix::make(
                          {"A1", "A2"}, {{"C1", sense::higher, 3}, {"C2", sense::lower, 1}, {"C3", sense::lower, 0}},
                          std::vector<double>{1, 2, 3, 4, 5, 6})
                          .value();
    CHECK(made.option_count() == 2);
    CHECK(made.weight(0) == 0.75);
    CHECK(made.weight(1) == 0.25);
    CHECK(made.weight(2) == 0);
    CHECK(made.more_is_better(0));
    CHECK_FALSE(made.more_is_better(1));
    CHECK(std::vector<double>(made.column(1).begin(), made.column(1).end()) == std::vector<double>{2, 5});
    CHECK(made.value(1, 2) == 6);
}

TEST_CASE("what no method could use is refused when a matrix is made", "[decide]") {
    CHECK(two_by_two(1, 4).has_value());
    CHECK(code_of(two_by_two(0, 4)) == errc::weights_do_not_sum);
    CHECK(code_of(two_by_two(-1, 4)) == errc::out_of_range);
    CHECK(code_of(two_by_two(1e308, 4)) == errc::weights_do_not_sum);
    CHECK(code_of(two_by_two(1, std::numeric_limits<double>::quiet_NaN())) == errc::not_a_number);
    CHECK(code_of(two_by_two(1, std::numeric_limits<double>::infinity())) == errc::not_a_number);
    CHECK(code_of(decision_matrix::make({}, {{"C1", sense::higher, 1}}, {})) == errc::missing_value);
    CHECK(code_of(decision_matrix::make({"A1"}, {}, {})) == errc::missing_value);
    CHECK(code_of(decision_matrix::make({"A1", "A1"}, {{"C1", sense::higher, 1}}, std::vector<double>{1, 2})) ==
          errc::duplicate_key);
    CHECK(code_of(decision_matrix::make({"A 1"}, {{"C1", sense::higher, 1}}, std::vector<double>{1})) ==
          errc::bad_identifier);
    CHECK(code_of(decision_matrix::make({"A1"}, {{"C1", sense::contested, 1}}, std::vector<double>{1})) ==
          errc::bad_parameter);
    CHECK(code_of(decision_matrix::make({"A1"}, {{"C1", sense::higher, 1}}, std::vector<double>{1, 2})) ==
          errc::bad_parameter);
    const auto several = decision_matrix::make({"A1", "A1"}, {{"C1", sense::contested, -1}}, std::vector<double>{1, 2});
    REQUIRE_FALSE(several);
    CHECK(several.error().more.size() == 2);
}

TEST_CASE("a table gives its means and central weights to a matrix", "[decide]") {
    auto table = tables::of({{interval_value{1, 3}, exact_value{5}}, {exact_value{4}, triangular_value{0, 3, 6}}});
    table.criteria[1].better = sense::lower;
    const auto made = matrix_of(table, tables::direct({{"C1", 1}, {"C2", 3}})).value();
    CHECK(made.value(0, 0) == 2);
    CHECK(made.value(1, 1) == 3);
    CHECK(made.weight(1) == 0.75);
    CHECK_FALSE(made.more_is_better(1));
}

TEST_CASE("a missing value has no place in a matrix, unless its criterion is left out", "[decide]") {
    auto table = tables::of({{missing_value{}, exact_value{5}}, {exact_value{4}, exact_value{1}}});
    table.criteria[0].gaps = gap_rule::whole_scale;
    const auto made = matrix_of(table, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == errc::missing_value);
    table.criteria[0].gaps = gap_rule::leave_out;
    const auto left = matrix_of(table, {}).value();
    REQUIRE(left.criterion_count() == 1);
    CHECK(left.criteria()[0] == matrix_criterion{"C2", sense::higher, 1});
}
