// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/quantity.hpp"

#include "concordat/core/random.hpp"
#include "concordat/impl/decide_normal.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

errc code_of(const quantity& q) { return check(q).error().code; }

/// Cumulative distribution functions from the textbook, to be inverted by `draw`.
double triangular_cdf(const triangular_value& t, double x) {
    if (x <= t.mode) return (x - t.low) * (x - t.low) / ((t.high - t.low) * (t.mode - t.low));
    return 1 - (t.high - x) * (t.high - x) / ((t.high - t.low) * (t.high - t.mode));
}

}  // namespace

TEST_CASE("a quantity with numbers that are not finite is refused", "[decide]") {
    for (const double bad : {not_a_number, infinity, -infinity}) {
        CHECK(code_of(exact_value{bad}) == errc::not_a_number);
        CHECK(code_of(interval_value{bad, 1}) == errc::not_a_number);
        CHECK(code_of(interval_value{0, bad}) == errc::not_a_number);
        CHECK(code_of(triangular_value{0, bad, 1}) == errc::not_a_number);
        CHECK(code_of(discrete_value{{{bad, 1}}}) == errc::not_a_number);
        CHECK(code_of(discrete_value{{{1, bad}}}) == errc::not_a_number);
        CHECK(code_of(empirical_value{{1, bad}}) == errc::not_a_number);
        CHECK(code_of(normal_value{bad, 1}) == errc::not_a_number);
        CHECK(code_of(normal_value{0, bad}) == errc::not_a_number);
    }
    CHECK(check(exact_value{not_a_number}).error().message ==
          "the value is not a number; a finite number was expected");
}

TEST_CASE("bounds rise, and say which did not", "[decide]") {
    CHECK(check(interval_value{5, 3}).error().message == "low 5 is above high 3");
    CHECK(check(triangular_value{1, 0.5, 3}).error().message == "low 1 is above mode 0.5");
    CHECK(check(triangular_value{1, 4, 3}).error().message == "mode 4 is above high 3");
    CHECK(code_of(interval_value{-1.7e308, 1.7e308}) == errc::bad_interval);
    CHECK(check(interval_value{3, 3}).has_value());
    CHECK(check(triangular_value{3, 3, 3}).has_value());
}

TEST_CASE("probabilities lie in [0, 1] and sum to 1, and lists are not empty", "[decide]") {
    CHECK(code_of(discrete_value{{{1, -0.5}, {2, 1.5}}}) == errc::out_of_range);
    CHECK(code_of(discrete_value{{{1, 0.5}, {2, 0.4}}}) == errc::weights_do_not_sum);
    CHECK(check(discrete_value{{{1, 0.1}, {2, 0.2}, {3, 0.7}}}).has_value());
    CHECK(code_of(discrete_value{}) == errc::missing_value);
    CHECK(code_of(empirical_value{}) == errc::missing_value);
    CHECK(check(missing_value{}).has_value());
}

TEST_CASE("the order of outcomes and observations in a file does not matter", "[decide]") {
    CHECK(check(discrete_value{{{3, 0.2}, {1, 0.8}}}).value() == check(discrete_value{{{1, 0.8}, {3, 0.2}}}).value());
    CHECK(check(empirical_value{{4, 1, 3}}).value() == check(empirical_value{{1, 3, 4}}).value());
}

TEST_CASE("means and ends are those of the distributions", "[decide]") {
    const auto has = [](const quantity& given, double low, double middle, double high) {
        const auto q = check(given).value();
        CHECK(lowest(q) == low);
        CHECK_THAT(mean(q), Catch::WithinAbs(middle, 1e-15));
        CHECK(highest(q) == high);
    };
    has(exact_value{2.5}, 2.5, 2.5, 2.5);
    has(interval_value{2, 5}, 2, 3.5, 5);
    has(triangular_value{0, 1, 5}, 0, 2, 5);
    has(discrete_value{{{10, 0.25}, {2, 0.75}, {99, 0}}}, 2, 4, 10);
    has(empirical_value{{3, 1, 2, 6}}, 1, 3, 6);
}

TEST_CASE("only what can differ between draws is uncertain", "[decide]") {
    CHECK_FALSE(is_uncertain(missing_value{}));
    CHECK_FALSE(is_uncertain(exact_value{1}));
    CHECK_FALSE(is_uncertain(interval_value{2, 2}));
    CHECK_FALSE(is_uncertain(empirical_value{{2, 2}}));
    CHECK_FALSE(is_uncertain(discrete_value{{{2, 1}, {3, 0}}}));
    CHECK(is_uncertain(interval_value{2, 3}));
    CHECK(is_uncertain(discrete_value{{{2, 0.5}, {3, 0.5}}}));
    CHECK(is_missing(missing_value{}));
    CHECK(is_missing(quantity{}));
}

TEST_CASE("a draw inverts the cumulative distribution function", "[decide]") {
    stream s(1, purpose::test, 0);
    const triangular_value t{-1, 0.5, 4};
    for (int i = 0; i < 1000; ++i) {
        const double u = s.uniform();
        CHECK(draw(interval_value{2, 5}, u) == 2 + 3 * u);
        REQUIRE_THAT(triangular_cdf(t, draw(t, u)), Catch::WithinAbs(u, 1e-14));
    }
    CHECK(draw(t, 0) == -1);
    CHECK(draw(triangular_value{0, 0, 1}, 0.75) == 0.5);
    CHECK(draw(triangular_value{0, 1, 1}, 0.25) == 0.5);
    CHECK(draw(triangular_value{7, 7, 7}, 0.3) == 7);
}

TEST_CASE("outcomes are drawn in the shares of their probabilities, up to the last uniform", "[decide]") {
    constexpr double last = 1 - 0x1p-52;
    const quantity coin = discrete_value{{{1, 0.25}, {2, 0.5}, {3, 0.25}, {4, 0}}};
    CHECK(draw(coin, 0) == 1);
    CHECK(draw(coin, 0.25) == 2);
    CHECK(draw(coin, 0.7499) == 2);
    CHECK(draw(coin, 0.75) == 3);
    CHECK(draw(coin, last) == 3);
    CHECK(draw(discrete_value{{{1, 0.1}, {2, 0.2}, {3, 0.7 - 1e-10}}}, last) == 3);
    CHECK(draw(discrete_value{{{1, 0}, {2, 1}}}, 0) == 2);
    const quantity survey = empirical_value{{1, 2, 2, 5}};
    CHECK(draw(survey, 0.24) == 1);
    CHECK(draw(survey, 0.25) == 2);
    CHECK(draw(survey, last) == 5);
}

TEST_CASE("draws never leave the bounds and never fall as the uniform rises", "[decide]") {
    const std::vector<quantity> all{interval_value{0.1, 0.7}, triangular_value{0.1, 0.3, 0.7},
                                    interval_value{-1e308, 7e307}, triangular_value{-1e200, 3e199, 1e200}};
    for (const auto& q : all) {
        double before = lowest(q);
        for (int i = 0; i < 4096; ++i) {
            const double x = draw(q, i < 4095 ? i / 4096.0 : 1 - 0x1p-52);
            REQUIRE(x >= before);
            REQUIRE(x <= highest(q));
            before = x;
        }
    }
}

TEST_CASE("a standard deviation is above 0, and nine of them are still a number", "[decide]") {
    CHECK(check(normal_value{2, 0}).error().message == "the standard deviation is 0; a number above 0 was expected");
    CHECK(code_of(normal_value{2, -1}) == errc::out_of_range);
    CHECK(check(normal_value{0, 1e308}).error().message ==
          "mean 0 and standard deviation 1e+308 are too large to draw from");
    CHECK(check(normal_value{2, 0.5}).value() == quantity{normal_value{2, 0.5}});
}

TEST_CASE("normal quantiles are those that Wichura prints", "[decide]") {
    // Algorithm AS 241, Applied Statistics 37 (1988): PPND16 at 0.25, 0.001 and 1e-20; the last is beyond the grid.
    const auto at = [](double p) { return draw(normal_value{0, 1}, p - 0x1p-53); };
    CHECK_THAT(at(0.25), Catch::WithinAbs(-0.6744897501960817, 5e-16));
    CHECK_THAT(at(0.001), Catch::WithinAbs(-3.090232306167814, 2e-14));
    // The quantiles of every textbook's table.
    CHECK_THAT(at(0.975), Catch::WithinAbs(1.959963984540054, 1e-14));
    CHECK_THAT(at(0.995), Catch::WithinAbs(2.5758293035489004, 1e-14));
    CHECK(at(0.5) == 0);
}

TEST_CASE("a normal draw inverts the cumulative distribution function, far into the tails", "[decide]") {
    const quantity standard = normal_value{0, 1};
    const auto below = [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; };
    for (double p = 0x1p-52; p < 0.5; p *= 1.01) {
        const double x = draw(standard, p - 0x1p-53);
        REQUIRE(std::fabs(below(x) / p - 1) < 1e-13);
        if (p > 1e-9) REQUIRE_THAT(draw(standard, 1 - p - 0x1p-53) + x, Catch::WithinAbs(0, 1e-7));
    }
    const quantity other = normal_value{10, 2};
    CHECK(mean(other) == 10);
    CHECK(lowest(other) == draw(other, 0));
    CHECK_THAT(lowest(other), Catch::WithinAbs(10 - 2 * 8.2095, 1e-3));
    CHECK_THAT(highest(other), Catch::WithinAbs(10 + 2 * 8.2095, 1e-3));
    CHECK(highest(other) >= draw(other, 1 - 0x1p-53));
    CHECK(is_uncertain(other));
    CHECK_FALSE(is_uncertain(normal_value{1, 1e-20}));
}

TEST_CASE("the shorter quantile, for ratings, is good to about one part in ten million", "[decide]") {
    for (double word = 0; word < 4294967295.0; word = word * 1.001 + 1) {
        const double u = (std::floor(word) + 0.5) / 4294967296.0;
        const double exact = draw(normal_value{0, 1}, u - 0x1p-53);
        REQUIRE(std::fabs(detail::short_normal_at(u) - exact) <= 1.5e-7 * std::fabs(exact));
        REQUIRE(detail::short_normal_at(1 - u) == -detail::short_normal_at(u));
    }
    CHECK(detail::short_normal_at(0.5) == 0);
}

TEST_CASE("draws have the moments of their distributions", "[decide]") {
    stream s(5, purpose::test, 0);
    constexpr int draws = 200'000;
    const auto moments = [&](const quantity& q) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = draw(q, s.uniform());
            sum += x;
            squares += x * x;
        }
        return std::pair{sum / draws, squares / draws - (sum / draws) * (sum / draws)};
    };
    const auto [normal_mean, normal_variance] = moments(normal_value{3, 2});
    CHECK_THAT(normal_mean, Catch::WithinAbs(3, 4 * 2 / 447.2));
    CHECK_THAT(normal_variance, Catch::WithinAbs(4, 4 * 4 * 1.4143 / 447.2));
    const auto [mean_drawn, variance_drawn] = moments(triangular_value{1, 2, 6});
    CHECK_THAT(mean_drawn, Catch::WithinAbs(3, 4 * 1.081 / 447.2));
    CHECK_THAT(variance_drawn, Catch::WithinAbs((1 + 4 + 36 - 2 - 6 - 12) / 18.0, 0.02));
}
