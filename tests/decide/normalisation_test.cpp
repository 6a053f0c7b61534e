// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/normalisation.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace concordat;

namespace {

/// Expected worth of the first criterion, option by option.
std::vector<double> first_column(const performance_table& table) {
    std::vector<double> column;
    const auto worths = worths_of(table);
    for (std::size_t i = 0; i < table.options.size(); ++i) column.push_back(worths[i * table.criteria.size()].expected);
    return column;
}

std::vector<double> normalised(const std::vector<double>& values, sense better, normalisation how) {
    std::vector<std::vector<double>> rows;
    for (const double value : values) rows.push_back({value});
    auto table = tables::of_values(rows);
    table.criteria[0].better = better;
    return first_column(normalise(table, how).value());
}

}  // namespace

TEST_CASE("scales read off the data, where more is better and where less is", "[decide]") {
    using column = std::vector<double>;
    CHECK(normalised({20, 40, 30, 60}, sense::higher, normalisation::minmax) == column{0, 0.5, 0.25, 1});
    CHECK(normalised({20, 40, 30, 60}, sense::lower, normalisation::minmax) == column{1, 0.5, 0.75, 0});
    CHECK(normalised({1, 4, 2}, sense::higher, normalisation::max) == column{0.25, 1, 0.5});
    CHECK(normalised({1, 4, 2}, sense::lower, normalisation::max) == column{0.75, 0, 0.5});
    CHECK(normalised({1, 4, 3}, sense::higher, normalisation::sum) == column{0.125, 0.5, 0.375});
    CHECK(normalised({1, 4, 3}, sense::lower, normalisation::sum) == column{0.875, 0.5, 0.625});
    CHECK(normalised({3, 0, 4}, sense::higher, normalisation::vector) == column{0.6, 0, 0.8});
    CHECK(normalised({3, 0, 4}, sense::lower, normalisation::vector) == column{0.4, 1, 0.2});
    CHECK(normalised({0.25, 1}, sense::higher, normalisation::none) == column{0.25, 1});
    CHECK(normalised({0.25, 1}, sense::lower, normalisation::none) == column{0.75, 0});
}

TEST_CASE("a criterion that does not separate the options is worth 1 to each", "[decide]") {
    for (const auto how : {normalisation::minmax, normalisation::max, normalisation::sum})
        for (const auto better : {sense::higher, sense::lower})
            CHECK(normalised({3, 3}, better, how) == std::vector<double>{1, 1});
    CHECK(normalised({0, 0}, sense::higher, normalisation::max) == std::vector<double>{1, 1});
    CHECK(normalised({7}, sense::lower, normalisation::minmax) == std::vector<double>{1});
    CHECK(normalised({0.5, 0.5}, sense::higher, normalisation::none) == std::vector<double>{0.5, 0.5});
}

TEST_CASE("scales run over the means of uncertain cells", "[decide]") {
    auto table = tables::of({{exact_value{0}}, {interval_value{3, 5}}, {exact_value{8}}});
    table = normalise(table, normalisation::minmax).value();
    CHECK(table.criteria[0].value == value_function{linear_shape{0, 8}});
}

TEST_CASE("a criterion that is kept has its own scale, whatever its numbers are", "[decide]") {
    auto table = tables::of_values({{-1.0, 1.0}, {2.0, 3.0}});
    const value_function own = peaked_shape{-2, 0, 2};
    table.criteria[0].value = own;
    table.criteria[0].better = sense::contested;
    const std::vector<std::size_t> kept = {0};
    const auto scaled = normalise(table, normalisation::max, kept).value();
    CHECK(scaled.criteria[0].value == own);
    CHECK(scaled.criteria[1].value == value_function{linear_shape{0, 3}});
}

TEST_CASE("numbers that a normalisation cannot take are refused", "[decide]") {
    const auto negative = tables::of_values({{-1.0}, {2.0}});
    CHECK(normalise(negative, normalisation::max).error().message ==
          "criterion \"C1\" runs from -1 to 2; with this normalisation values are 0 or more");
    CHECK(normalise(negative, normalisation::sum).error().code == errc::out_of_range);
    CHECK(normalise(negative, normalisation::none).error().code == errc::out_of_range);
    CHECK(normalise(negative, normalisation::minmax).has_value());
    auto contested = negative;
    contested.criteria[0].better = sense::contested;
    CHECK(normalise(contested, normalisation::minmax).error().code == errc::bad_parameter);
}

TEST_CASE("normalisations have their names", "[decide]") {
    CHECK(name(normalisation::minmax) == "minmax");
    CHECK(name(normalisation::max) == "max");
    CHECK(name(normalisation::sum) == "sum");
    CHECK(name(normalisation::none) == "none");
}
