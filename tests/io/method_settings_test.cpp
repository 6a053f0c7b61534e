// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/method_settings.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

TEST_CASE("a method is called by one word") {
    CHECK(name(decision_method::additive) == "additive");
    CHECK(name(decision_method::dominance) == "dominance");
    CHECK(name(decision_method::smaa) == "smaa");
    CHECK_FALSE(method_settings{}.method.has_value());
}
