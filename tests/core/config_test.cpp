// SPDX-License-Identifier: Apache-2.0
// The assertion macro may be replaced before anything of the library is included, and then takes the condition as it
// stands in the source.
#define CONCORDAT_ASSERT(condition) ((condition) ? void() : void(last_condition = #condition))
#include "concordat/core/config.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {
std::string last_condition;
}  // namespace

TEST_CASE("a host may say what happens to a broken assertion", "[core]") {
    const int sides = 3;
    CONCORDAT_ASSERT(sides == 3);
    CHECK(last_condition.empty());
    CONCORDAT_ASSERT(sides > 3);
    CHECK(last_condition == "sides > 3");
}

TEST_CASE("the header compiles to one of its two forms", "[core]") {
    CHECK((CONCORDAT_HEADER_ONLY == 0 || CONCORDAT_HEADER_ONLY == 1));
    CHECK(CONCORDAT_NUMERICS >= 1);
}
