// SPDX-License-Identifier: Apache-2.0
/// Figures that agree as far as they can: with arithmetic done otherwise, and with the digits that a source prints.
#pragma once

#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

namespace concordat::testing {

/// But for rounding.
inline auto near(double value) { return Catch::WithinAbs(value, 1e-12); }

/// As the golden tables print it, to six places.
inline auto golden(double value) { return Catch::WithinAbs(value, 5e-7); }

inline void check_near(const std::vector<double>& found, const std::vector<double>& published, double half_a_digit) {
    REQUIRE(found.size() == published.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(std::fabs(found[i] - published[i]) <= half_a_digit);
}

}  // namespace concordat::testing
