// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/value_function.hpp"

#include "concordat/core/random.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace concordat;

namespace {

errc code_of(const value_function& f) { return check(f).error().code; }

const std::vector<value_function> shapes{linear_shape{1, 5},
                                         linear_shape{4, 1},
                                         piecewise_shape{{{0, 0.2}, {1, 1}, {3, 0.4}, {6, 0.9}}},
                                         peaked_shape{0, 2, 5},
                                         threshold_shape{2.25, sense::higher},
                                         threshold_shape{2.25, sense::lower}};

}  // namespace

TEST_CASE("a linear function runs from worst to best and is held at the ends", "[decide]") {
    const value_function rising = linear_shape{1, 5};
    CHECK(value_at(rising, 0) == 0);
    CHECK(value_at(rising, 1) == 0);
    CHECK(value_at(rising, 2) == 0.25);
    CHECK(value_at(rising, 5) == 1);
    CHECK(value_at(rising, 6) == 1);
    const value_function falling = linear_shape{4, 1};
    CHECK(value_at(falling, 5) == 0);
    CHECK(value_at(falling, 4) == 0);
    CHECK(value_at(falling, 2.5) == 0.5);
    CHECK(value_at(falling, 1) == 1);
    CHECK(value_at(falling, 0) == 1);
}

TEST_CASE("a piecewise function runs straight between its points", "[decide]") {
    const value_function f = piecewise_shape{{{0, 0.25}, {2, 1}, {4, 0.5}}};
    CHECK(value_at(f, -1) == 0.25);
    CHECK(value_at(f, 1) == 0.625);
    CHECK(value_at(f, 2) == 1);
    CHECK(value_at(f, 3) == 0.75);
    CHECK(value_at(f, 9) == 0.5);
}

TEST_CASE("a peak is worth 1 at its top and 0 at and beyond its feet", "[decide]") {
    const value_function f = peaked_shape{0, 2, 6};
    CHECK(value_at(f, 0) == 0);
    CHECK(value_at(f, 1) == 0.5);
    CHECK(value_at(f, 2) == 1);
    CHECK(value_at(f, 5) == 0.25);
    CHECK(value_at(f, 6) == 0);
    CHECK(value_at(f, 60) == 0);
}

TEST_CASE("a threshold includes itself on its good side", "[decide]") {
    CHECK(value_at(threshold_shape{3, sense::higher}, 3) == 1);
    CHECK(value_at(threshold_shape{3, sense::higher}, 2.999) == 0);
    CHECK(value_at(threshold_shape{3, sense::lower}, 3) == 1);
    CHECK(value_at(threshold_shape{3, sense::lower}, 3.001) == 0);
}

TEST_CASE("functions that say nothing, or two things, are refused", "[decide]") {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(check(linear_shape{2, 2}).error().message == "worst and best are both 2; they must differ");
    CHECK(code_of(linear_shape{nan, 2}) == errc::not_a_number);
    CHECK(code_of(linear_shape{-1.7e308, 1.7e308}) == errc::bad_interval);
    CHECK(code_of(piecewise_shape{{{0, 1}}}) == errc::missing_value);
    CHECK(code_of(piecewise_shape{{{0, 0}, {1, 1.5}}}) == errc::out_of_range);
    CHECK(check(piecewise_shape{{{0, 0}, {2, 1}, {1, 1}}}).error().message ==
          "point 1 comes after point 2; the points must rise");
    CHECK(code_of(piecewise_shape{{{0, 0}, {0, 1}}}) == errc::bad_interval);
    CHECK(code_of(piecewise_shape{{{0, nan}, {1, 1}}}) == errc::not_a_number);
    CHECK(code_of(peaked_shape{0, 0, 1}) == errc::bad_interval);
    CHECK(code_of(peaked_shape{0, 2, 1}) == errc::bad_interval);
    CHECK(code_of(peaked_shape{0, nan, 1}) == errc::not_a_number);
    CHECK(code_of(threshold_shape{nan, sense::higher}) == errc::not_a_number);
    CHECK(code_of(threshold_shape{1, sense::contested}) == errc::bad_parameter);
    for (const auto& f : shapes) CHECK(check(f).has_value());
}

TEST_CASE("the direction is told only where there is one", "[decide]") {
    CHECK(direction(linear_shape{0, 1}) == sense::higher);
    CHECK(direction(linear_shape{1, 0}) == sense::lower);
    CHECK(direction(piecewise_shape{{{0, 0}, {1, 0.5}, {2, 0.5}}}) == sense::higher);
    CHECK(direction(piecewise_shape{{{0, 1}, {1, 0.5}}}) == sense::lower);
    CHECK(direction(piecewise_shape{{{0, 1}, {1, 0.5}, {2, 0.6}}}) == std::nullopt);
    CHECK(direction(peaked_shape{0, 1, 2}) == std::nullopt);
    CHECK(direction(threshold_shape{1, sense::lower}) == sense::lower);
}

TEST_CASE("mirroring exchanges the ends, and twice is as before", "[decide]") {
    CHECK(mirrored(linear_shape{1, 4}) == value_function{linear_shape{4, 1}});
    CHECK(mirrored(threshold_shape{1, sense::higher}) == value_function{threshold_shape{1, sense::lower}});
    const value_function f = piecewise_shape{{{0, 0}, {1, 0.75}, {2, 1}}};
    for (const double x : {-1.0, 0.0, 0.5, 1.0, 1.5, 3.0}) CHECK(value_at(mirrored(f), x) == 1 - value_at(f, x));
    CHECK(mirrored(mirrored(f)) == f);
    CHECK(mirrored(peaked_shape{0, 1, 3}) == value_function{peaked_shape{0, 1, 3}});
}

TEST_CASE("expected worth in closed form", "[decide]") {
    // Uniform on [0, 2] against a scale of 0 to 1: half the draws are worth x, half are worth 1.
    CHECK_THAT(worth_of(linear_shape{0, 1}, interval_value{0, 2}).expected, Catch::WithinAbs(0.75, 1e-15));
    // Triangular (0, 1, 2): P(x >= 1.5) = 0.5² / 2.
    CHECK_THAT(worth_of(threshold_shape{1.5, sense::higher}, triangular_value{0, 1, 2}).expected,
               Catch::WithinAbs(0.125, 1e-15));
    // A peak over the same triangle: the integral of (1 - |x - 1|)² over [0, 2].
    CHECK_THAT(worth_of(peaked_shape{0, 1, 2}, triangular_value{0, 1, 2}).expected, Catch::WithinAbs(2.0 / 3, 1e-15));
    CHECK_THAT(worth_of(linear_shape{0, 4}, discrete_value{{{1, 0.25}, {9, 0.75}}}).expected,
               Catch::WithinAbs(0.8125, 1e-15));
    CHECK(worth_of(linear_shape{0, 4}, empirical_value{{1, 2, 3, 4}}) == worth{0.25, 0.625, 1});
    CHECK(worth_of(linear_shape{0, 4}, missing_value{}) == worth{0, 0.5, 1});
    CHECK(worth_of(linear_shape{0, 4}, exact_value{3}) == worth{0.75, 0.75, 0.75});
    CHECK(worth_of(peaked_shape{0, 1, 2}, interval_value{0.5, 1.25}).lowest == 0.5);
    CHECK(worth_of(peaked_shape{0, 1, 2}, interval_value{0.5, 1.25}).highest == 1);
    CHECK(worth_of(linear_shape{0, 4}, interval_value{3, 3}) == worth{0.75, 0.75, 0.75});
}

TEST_CASE("expected, lowest and highest worth agree with many even draws", "[decide]") {
    constexpr int draws = 200'000;
    const std::vector<quantity> quantities{interval_value{-1, 7},           interval_value{1.5, 2.5},
                                           triangular_value{-1, 2, 7},      triangular_value{2, 2, 5},
                                           triangular_value{0.5, 4.5, 4.5}, empirical_value{{0, 1, 2.25, 4}}};
    for (const auto& f : shapes)
        for (const auto& q : quantities) {
            double sum = 0;
            double least = 1;
            double most = 0;
            for (int i = 0; i < draws; ++i) {
                const double value = value_at(f, draw(q, (i + 0.5) / draws));
                sum += value;
                least = std::min(least, value);
                most = std::max(most, value);
            }
            const auto exact = worth_of(f, q);
            INFO("shape " << f.index() << ", quantity " << q.index());
            CHECK_THAT(exact.expected, Catch::WithinAbs(sum / draws, 1e-5));
            CHECK(exact.lowest <= least);
            CHECK(exact.highest >= most);
            // The square root of a triangle's inverse is steep at its ends, so the nearest draw is not that near.
            CHECK_THAT(exact.lowest, Catch::WithinAbs(least, 0.01));
            CHECK_THAT(exact.highest, Catch::WithinAbs(most, 0.01));
        }
}

TEST_CASE("the expected worth of a normal quantity is its closed form", "[decide]") {
    const auto below = [](double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; };
    const auto density = [](double z) { return std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846); };
    for (const double mean_of : {-0.4, 0.0, 0.3, 0.5, 1.7})
        for (const double sd : {0.01, 0.2, 1.0, 30.0}) {
            // E[min(max(x, 0), 1)] of a normal x.
            const double a = (0 - mean_of) / sd;
            const double b = (1 - mean_of) / sd;
            const double expected = (1 - below(b)) + mean_of * (below(b) - below(a)) + sd * (density(a) - density(b));
            const auto w = worth_of(linear_shape{0, 1}, normal_value{mean_of, sd});
            CHECK_THAT(w.expected, Catch::WithinAbs(expected, 1e-14));
            const auto above = worth_of(threshold_shape{0.2, sense::higher}, normal_value{mean_of, sd});
            CHECK_THAT(above.expected, Catch::WithinAbs(1 - below((0.2 - mean_of) / sd), 1e-14));
            const auto opposite = worth_of(linear_shape{1, 0}, normal_value{mean_of, sd});
            CHECK_THAT(opposite.expected, Catch::WithinAbs(1 - expected, 1e-14));
        }
    // Almost surely inside the straight part: the worth of the mean.
    const auto inside = worth_of(linear_shape{0, 1}, normal_value{0.25, 0.001});
    CHECK_THAT(inside.expected, Catch::WithinAbs(0.25, 1e-15));
    CHECK(inside.lowest > 0.24);
    CHECK(inside.highest < 0.26);
}
