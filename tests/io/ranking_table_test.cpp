// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/ranking_table.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;

namespace {

std::string table(const std::string& normalisation, const std::string& weight = "") {
    return "format = \"concordat/table@1\"\nkey = \"cars\"\ntitle = \"Cars\"\n"
           "criteria = [{ key = \"price\", sense = \"lower\", unit = \"GBP\"" +
           weight +
           " }]\n"
           "options = [{ key = \"a\", values = [20] }, { key = \"b\", values = [{ low = 25, high = 35 }] },"
           " { key = \"c\", values = [{ low = 40, mode = 45, high = 80 }] }]\n"
           "method = { normalisation = \"" +
           normalisation + "\", samples = 10, seed = 7 }\n";
}

}  // namespace

TEST_CASE("a table's cells are numbers, bounds or triangles") {
    const auto read = load_table_text(table("minmax", ", weight = 2"), "cars.toml").value();
    CHECK(read.table.cell(0, 0) == quantity(exact_value{20}));
    CHECK(read.table.cell(1, 0) == quantity(interval_value{25, 35}));
    CHECK(read.table.cell(2, 0) == quantity(triangular_value{40, 45, 80}));
    CHECK(read.weights.how == elicitation::direct);
    CHECK(read.weights.preferences.front().weights == std::vector<given_weight>{{"price", 2}});
    CHECK(read.samples == 10);
    CHECK(read.seed == 7);
}

TEST_CASE("without weights every weighting counts as equally likely") {
    const auto read = load_table_text(table("minmax"), "cars.toml").value();
    CHECK(read.weights.how == elicitation::none);
    CHECK(read.weights.preferences.empty());
}

TEST_CASE("where less is better the scale runs from the largest mean to the smallest") {
    const auto read = load_table_text(table("minmax"), "cars.toml").value();
    CHECK(read.table.criteria.front().value == value_function(linear_shape{55, 20}));  // mean of c: (40 + 45 + 80) / 3
    const auto shares = load_table_text(table("max"), "cars.toml").value();
    CHECK(shares.table.criteria.front().value == value_function(linear_shape{55, 0}));
}

TEST_CASE("numbers outside 0 to 1 need a normalisation") {
    const auto read = load_table_text(table("none"), "cars.toml");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::out_of_range);
    CHECK(read.error().where == source_pos{"cars.toml", 4, 12});
}
