// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/topsis.hpp"

#include "matrices.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

/// Row by row and as the textbooks write it, with costs turned round by their sign at the very end.
std::vector<double> textbook_closeness(const matrices::parts& given, column_scale scale) {
    const std::size_t n = given.rows.size(), m = given.better.size();
    const double weight_sum = std::accumulate(given.weights.begin(), given.weights.end(), 0.0);
    auto scaled = given.rows;
    for (std::size_t j = 0; j < m; ++j) {
        std::vector<double> column;
        for (const auto& row : given.rows) column.push_back(row[j]);
        const double low = *std::min_element(column.begin(), column.end());
        const double high = *std::max_element(column.begin(), column.end());
        double length = 0, sum = 0;
        for (const double x : column) {
            length += x * x;
            sum += x;
        }
        const bool cost = given.better[j] == '-';
        for (std::size_t i = 0; i < n; ++i) {
            const double x = column[i];
            double r = 0;
            if (scale == column_scale::vector && length > 0) r = cost ? -x / std::sqrt(length) : x / std::sqrt(length);
            // The usual ways to turn costs round: (max - x) / (max - min), 1 - x / max, 1 - x / sum.
            if (scale == column_scale::minmax && high > low) r = (cost ? high - x : x - low) / (high - low);
            if (scale == column_scale::max && high > 0) r = cost ? 1 - x / high : x / high;
            if (scale == column_scale::sum && sum > 0) r = cost ? 1 - x / sum : x / sum;
            scaled[i][j] = r * given.weights[j] / weight_sum;
        }
    }
    std::vector<double> closeness;
    for (std::size_t i = 0; i < n; ++i) {
        double plus = 0, minus = 0;
        for (std::size_t j = 0; j < m; ++j) {
            double best = scaled[0][j], worst = scaled[0][j];
            for (const auto& row : scaled) {
                best = std::max(best, row[j]);
                worst = std::min(worst, row[j]);
            }
            plus += std::pow(best - scaled[i][j], 2);
            minus += std::pow(scaled[i][j] - worst, 2);
        }
        const double both = std::sqrt(plus) + std::sqrt(minus);
        closeness.push_back(both > 0 ? std::sqrt(minus) / both : 0.5);
    }
    return closeness;
}

constexpr column_scale all_scales[] = {column_scale::vector, column_scale::minmax, column_scale::max,
                                       column_scale::sum};

}  // namespace

// Hwang and Yoon 1981, pages 133 and 134: which of four fighter aircraft to buy. The book divides the cost by 10.863
// where the root of the squares is 10.851, so what follows from it agrees to one in the third digit; all other columns
// agree to the four digits printed.
TEST_CASE("TOPSIS chooses the book's fighter aircraft", "[decide][topsis]") {
    constexpr double by_hand = 0.001;
    const auto found = topsis(matrices::of("+++-++", {0.2, 0.1, 0.1, 0.1, 0.2, 0.3},
                                           {{2.0, 1500, 20000, 5.5, 5, 9},
                                            {2.5, 2700, 18000, 6.5, 3, 5},
                                            {1.8, 2000, 21000, 4.5, 7, 7},
                                            {2.2, 1800, 20000, 5.0, 5, 5}}))
                           .value();
    check_near(found.normalized,
               {0.4671, 0.3662, 0.5056, 0.5063, 0.4811, 0.6708, 0.5839, 0.6591, 0.4550, 0.5983, 0.2887, 0.3727,
                0.4204, 0.4882, 0.5308, 0.4143, 0.6736, 0.5217, 0.5139, 0.4392, 0.5056, 0.4603, 0.4811, 0.3727},
               by_hand);
    check_near(found.weighted,
               {0.0934, 0.0366, 0.0506, 0.0506, 0.0962, 0.2012, 0.1168, 0.0659, 0.0455, 0.0598, 0.0577, 0.1118,
                0.0841, 0.0488, 0.0531, 0.0414, 0.1347, 0.1565, 0.1028, 0.0439, 0.0506, 0.0460, 0.0962, 0.1118},
               by_hand);
    check_near(found.ideal, {0.1168, 0.0659, 0.0531, 0.0414, 0.1347, 0.2012}, by_hand);
    check_near(found.anti_ideal, {0.0841, 0.0366, 0.0455, 0.0598, 0.0577, 0.1118}, by_hand);
    check_near(found.d_plus, {0.0545, 0.1197, 0.0580, 0.1009}, by_hand);
    check_near(found.d_minus, {0.0983, 0.0439, 0.0920, 0.0458}, by_hand);
    check_near(found.closeness, {0.643, 0.268, 0.613, 0.312}, by_hand);
    CHECK(found.rank == std::vector<std::size_t>{1, 4, 2, 3});
}

// Tzeng and Huang, "Multiple attribute decision making: methods and applications", 2011, as scikit-criteria tests it.
TEST_CASE("TOPSIS agrees with Tzeng and Huang to four digits", "[decide][topsis]") {
    const auto found =
        topsis(matrices::of("+++", {0.3, 0.4, 0.3}, {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}})).value();
    check_near(found.closeness, {0.5037, 0.6581, 0.7482, 0.3340}, 0.0001);
    CHECK(found.rank == std::vector<std::size_t>{3, 2, 1, 4});
}

// The mountain climber of Opricovic and Tzeng 2004 with the scale minmax, as pymcdm tests it.
TEST_CASE("TOPSIS with minmax agrees to three digits on the mountain climber", "[decide][topsis]") {
    const auto found =
        topsis(matrices::of("-+", {0.5, 0.5}, {{1, 3000}, {2, 3750}, {5, 4500}}), column_scale::minmax).value();
    check_near(found.closeness, {0.500, 0.617, 0.500}, 0.0005);
    CHECK(found.rank == std::vector<std::size_t>{2, 1, 2});
}

TEST_CASE("TOPSIS agrees with the textbook's loops, whichever way they turn costs round", "[decide][topsis]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 300; ++round) {
        const auto drawn = matrices::random(s, 1 + s.bits32() % 40, 1 + s.bits32() % 6, 1 + s.bits32() % 9);
        for (const auto scale : all_scales) {
            const auto found = topsis(drawn.made(), scale).value();
            check_near(found.closeness, textbook_closeness(drawn, scale), 1e-13);
            const auto lean = topsis(drawn.made(), scale, working_tables::left_out).value();
            CHECK(lean.normalized.empty());
            CHECK(lean.closeness == found.closeness);
        }
    }
}

TEST_CASE("permuted options have permuted results to the bit, and equal options tie", "[decide][topsis]") {
    stream s(2, purpose::test, 0);
    for (int round = 0; round < 50; ++round) {
        auto drawn = matrices::random(s, 2 + s.bits32() % 70, 1 + s.bits32() % 6, 5);
        for (auto& row : drawn.rows)
            for (auto& value : row) value += s.uniform() * (round % 2);
        drawn.rows.back() = drawn.rows.front();
        const auto order = matrices::shuffled(s, drawn.rows.size());
        for (const auto scale : all_scales) {
            const auto found = topsis(drawn.made(), scale).value();
            const auto moved = topsis(matrices::permuted(drawn, order).made(), scale).value();
            CHECK(moved.closeness == matrices::permuted(found.closeness, order));
            CHECK(moved.rank == matrices::permuted(found.rank, order));
            CHECK(moved.ideal == found.ideal);
            CHECK(found.rank.back() == found.rank.front());
        }
    }
}

TEST_CASE("weights and units are free to be scaled", "[decide][topsis]") {
    stream s(3, purpose::test, 0);
    for (int round = 0; round < 50; ++round) {
        auto drawn = matrices::random(s, 12, 4, 9);
        for (const auto scale : all_scales) {
            const auto found = topsis(drawn.made(), scale).value();
            auto other = drawn;
            for (auto& weight : other.weights) weight *= 8;
            for (auto& row : other.rows) row[1] *= 1024;
            CHECK(topsis(other.made(), scale).value().closeness == found.closeness);
        }
    }
}

TEST_CASE("what nothing separates is neither near nor far", "[decide][topsis]") {
    for (const auto scale : all_scales) {
        CHECK(topsis(matrices::of("+-", {1, 2}, {{3, 0}}), scale).value().closeness == std::vector<double>{0.5});
        const auto equal = topsis(matrices::of("+-", {1, 2}, {{3, 0}, {3, 0}}), scale).value();
        CHECK(equal.closeness == std::vector<double>{0.5, 0.5});
        CHECK(equal.rank == std::vector<std::size_t>{1, 1});
        const auto zeros = topsis(matrices::of("+-", {1, 2}, {{3, 0}, {4, 0}}), scale).value();
        CHECK(zeros.closeness == std::vector<double>{0, 1});
        CHECK(zeros.normalized[1] == 0);
        // A criterion of weight 0 is in the working and not in the distance.
        CHECK(topsis(matrices::of("+-", {1, 0}, {{3, 5}, {4, 9}}), scale).value().closeness ==
              std::vector<double>{0, 1});
    }
}

TEST_CASE("numbers near the ends of what can be written are ranked like others", "[decide][topsis]") {
    for (const double unit : {1e300, 1e-300, 4e-320})
        for (const auto scale : all_scales) {
            const auto found = topsis(matrices::of("+-", {1, 1}, {{1 * unit, 3}, {4 * unit, 2}}), scale).value();
            CHECK(found.closeness == std::vector<double>{0, 1});
        }
    const auto apart = topsis(matrices::of("+", {1}, {{-1e308}, {0}, {1e308}}), column_scale::minmax).value();
    CHECK(apart.closeness == std::vector<double>{0, 0.5, 1});
}

TEST_CASE("max and sum refuse numbers below 0, all of them at once", "[decide][topsis]") {
    const auto matrix = matrices::of("+-+", {1, 1, 1}, {{1, -2, 0}, {-3, 1, 0}});
    CHECK(topsis(matrix, column_scale::vector).has_value());
    CHECK(topsis(matrix, column_scale::minmax).has_value());
    const auto refused = topsis(matrix, column_scale::sum);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::out_of_range);
    CHECK(refused.error().message == "criterion \"C1\": option \"A2\" has -3; with the scale sum values are 0 or more");
    CHECK(refused.error().more.size() == 1);
}
