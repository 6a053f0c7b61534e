// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/logarithm.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

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
