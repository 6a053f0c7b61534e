// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/additive_totals.hpp"

#include "concordat/decide/additive.hpp"
#include "matrices.hpp"
#include "tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace concordat;

namespace {

constexpr normalisation all_normalisations[] = {normalisation::minmax, normalisation::max, normalisation::sum,
                                                normalisation::vector, normalisation::none};

std::vector<double> explained_totals(const matrices::parts& given, normalisation how) {
    auto table = tables::of_values(given.rows);
    std::vector<given_weight> weights;
    for (std::size_t j = 0; j < given.better.size(); ++j) {
        table.criteria[j].better = given.better[j] == '+' ? sense::higher : sense::lower;
        weights.push_back({table.criteria[j].key, given.weights[j]});
    }
    std::vector<double> totals;
    for (const auto& option : additive(normalise(table, how).value(), tables::direct(weights)).value().options)
        totals.push_back(option.overall);
    return totals;
}

}  // namespace

TEST_CASE("a total is the sum of weight times worth", "[decide][totals]") {
    const auto found = additive_totals(matrices::of("+-", {3, 1}, {{2, 10}, {4, 30}, {3, 20}})).value();
    CHECK(found.totals == std::vector<double>{0.25, 0.75, 0.5});
    CHECK(found.rank == std::vector<std::size_t>{3, 1, 2});
}

TEST_CASE("totals are those of the additive method with its lines", "[decide][totals]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 200; ++round) {
        auto drawn = matrices::random(s, 1 + s.bits32() % 30, 1 + s.bits32() % 8, 8);
        for (auto& row : drawn.rows)
            for (auto& value : row) value /= 8;
        for (const auto how : all_normalisations) {
            const auto found = additive_totals(drawn.made(), how).value();
            const auto expected = explained_totals(drawn, how);
            for (std::size_t i = 0; i < expected.size(); ++i) CHECK(std::fabs(found.totals[i] - expected[i]) <= 1e-14);
        }
    }
}

TEST_CASE("permuted options have permuted totals to the bit", "[decide][totals]") {
    stream s(2, purpose::test, 0);
    for (int round = 0; round < 50; ++round) {
        auto drawn = matrices::random(s, 2 + s.bits32() % 300, 5, 3);
        for (auto& row : drawn.rows)
            for (auto& value : row) value = (value + s.uniform()) / 4;
        drawn.rows.back() = drawn.rows.front();
        const auto order = matrices::shuffled(s, drawn.rows.size());
        for (const auto how : all_normalisations) {
            const auto found = additive_totals(drawn.made(), how).value();
            const auto moved = additive_totals(matrices::permuted(drawn, order).made(), how).value();
            CHECK(moved.totals == matrices::permuted(found.totals, order));
            CHECK(moved.rank == matrices::permuted(found.rank, order));
            CHECK(found.rank.back() == found.rank.front());
        }
    }
}

TEST_CASE("what does not separate is worth 1 to each, and ends beyond the squares are still ends", "[decide][totals]") {
    CHECK(additive_totals(matrices::of("+-", {1, 1}, {{3, 4}})).value().totals == std::vector<double>{1});
    CHECK(additive_totals(matrices::of("+", {1}, {{-1e308}, {0}, {1e308}})).value().totals ==
          std::vector<double>{0, 0.5, 1});
    CHECK(additive_totals(matrices::of("-", {1}, {{0}, {0}}), normalisation::sum).value().totals ==
          std::vector<double>{1, 1});
}

TEST_CASE("numbers that a normalisation cannot take are refused in its own words", "[decide][totals]") {
    const auto matrix = matrices::of("+-", {1, 1}, {{-1, 0.5}, {0.5, 2}});
    CHECK(additive_totals(matrix, normalisation::minmax).has_value());
    CHECK(additive_totals(matrix, normalisation::max).error().message ==
          "criterion \"C1\" runs from -1 to 0.5; with this normalisation values are 0 or more");
    CHECK_FALSE(additive_totals(matrices::of("+", {1}, {{0}, {1e300}}), normalisation::none));
    const auto refused = additive_totals(matrix, normalisation::none);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::out_of_range);
    CHECK(refused.error().more.size() == 1);
}
