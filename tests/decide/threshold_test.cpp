// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/threshold.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace concordat;

TEST_CASE("a threshold grows with the size of the value it is read at", "[decide]") {
    const threshold t{5, 0.1};
    CHECK(t.at(0) == 5);
    CHECK(t.at(20) == 7);
    CHECK(t.at(-20) == 7);
    CHECK_FALSE(t.is_constant());
}

TEST_CASE("thresholds rise from q to p to v wherever they can be read", "[decide]") {
    CHECK(check({{1, 0}, {2, 0}, threshold{3, 0}}, 0, 10, "C1").has_value());
    CHECK(check({{1, 0}, {1, 0}, std::nullopt}, 0, 10, "C1").has_value());
    // 1 + 0.5 · 2 = 2 at the value 2; from there on q is above p.
    CHECK(check({{1, 0.5}, {2, 0}, std::nullopt}, 0, 2, "C1").has_value());
    const auto crossed = check({{1, 0.5}, {2, 0}, std::nullopt}, 0, 3, "C1");
    REQUIRE_FALSE(crossed);
    CHECK(crossed.error().code == errc::bad_interval);
    CHECK(crossed.error().message == "criterion \"C1\": q against p: 2.5 is above 2 at the value 3");
    CHECK_FALSE(check({{1, 0}, {2, 0}, threshold{1.5, 0}}, 0, 3, "C1"));
    // Between -3 and 2 the smallest size is 0, not 2.
    CHECK_FALSE(check({{1, 0}, {0, 0.5}, std::nullopt}, -3, 2, "C1"));
}

TEST_CASE("all that is wrong with thresholds is said at once", "[decide]") {
    const auto checked = check({{-1, 0}, {std::numeric_limits<double>::quiet_NaN(), 0}, threshold{0, -2}}, 0, 1, "C1");
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == errc::out_of_range);
    CHECK(checked.error().message == "criterion \"C1\": q: absolute is -1, below 0");
    REQUIRE(checked.error().more.size() == 2);
    CHECK(checked.error().more[0].code == errc::not_a_number);
    CHECK(checked.error().more[1].code == errc::out_of_range);
}
