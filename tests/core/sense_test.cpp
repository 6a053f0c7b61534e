// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/sense.hpp"

#include <catch2/catch.hpp>

TEST_CASE("senses have the names that files use", "[core]") {
    CHECK(concordat::name(concordat::sense::higher) == "higher");
    CHECK(concordat::name(concordat::sense::lower) == "lower");
    CHECK(concordat::name(concordat::sense::contested) == "contested");
}
