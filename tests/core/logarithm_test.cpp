// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/logarithm.hpp"

#include "concordat/core/random.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace concordat;

TEST_CASE("logarithms of plain arithmetic are those of the machine") {
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        CHECK(std::fabs(natural_log(x) - std::log(x)) <= 4e-16 * std::max(1.0, std::fabs(std::log(x))));
        CHECK(std::fabs(binary_log(x) - std::log2(x)) <= 4e-16 * std::max(1.0, std::fabs(std::log2(x))));
    }
    CHECK(binary_log(1024) == 10);
    CHECK(binary_log(0.25) == -2);
    CHECK(natural_log(1) == 0);
}

TEST_CASE("powers of plain arithmetic are those of the machine") {
    for (double x = -700; x <= 700; x += 0.37) CHECK(std::fabs(exponential(x) - std::exp(x)) <= 1e-15 * std::exp(x));
    CHECK(exponential(0) == 1);
    CHECK(exponential(1e-17) == 1);
    CHECK_THAT(exponential(natural_log(3)), Catch::WithinAbs(3, 2e-15));
}

TEST_CASE("the exponential is within a unit in the last place, and does not rise as its argument falls") {
    stream s(5, purpose::test, 0);
    std::vector<double> arguments{0, -0x1p-60, -0x1p-53, -708, -std::log(2.0), -std::log(2.0) / 2};
    for (int i = 0; i < 100'000; ++i) arguments.push_back(-s.uniform() * (i % 2 == 0 ? 1 : 708));
    std::sort(arguments.begin(), arguments.end());
    double last = 0;
    for (const double x : arguments) {
        const double found = exponential(x), expected = std::exp(x);
        const double unit = std::nextafter(expected, 2) - expected;
        if (std::fabs(found - expected) > unit || found < last) FAIL("at " << x << ": " << found << ", " << expected);
        last = found;
    }
    CHECK(exponential(0) == 1);
    CHECK(exponential(-709) == 0);
    CHECK(exponential(-std::numeric_limits<double>::infinity()) == 0);
}
