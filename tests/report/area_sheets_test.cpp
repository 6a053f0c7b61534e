// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/area_sheets.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("a study without areas has no table of them") {
    const auto s = small_study();
    CHECK(area_sheets(s, run(s).value(), {}).empty());
}
