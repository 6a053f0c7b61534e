// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/date.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

TEST_CASE("days stand in the order of the calendar") {
    CHECK(date{2014, 12, 31} < date{2015, 1, 1});
    CHECK(date{2015, 3, 31} < date{2015, 4, 1});
    CHECK(date{2015, 4, 1} == date{2015, 4, 1});
}

TEST_CASE("a span of days has its first and not its last, and may be open") {
    const date_span board{date{2015, 4, 1}, date{2026, 4, 1}};
    CHECK_FALSE(board.contains({2015, 3, 31}));
    CHECK(board.contains({2015, 4, 1}));
    CHECK(board.contains({2026, 3, 31}));
    CHECK_FALSE(board.contains({2026, 4, 1}));
    CHECK(date_span{}.contains({1, 1, 1}));
    CHECK(date_span{date{2015, 4, 1}, std::nullopt}.contains({9999, 1, 1}));
    CHECK(date_span{std::nullopt, date{2015, 4, 1}}.contains({1, 1, 1}));
}

TEST_CASE("childhood is from birth to the day before eighteen") {
    const age_span childhood{0, 18};
    CHECK(childhood.contains(0));
    CHECK(childhood.contains(17.999));
    CHECK_FALSE(childhood.contains(18));
    CHECK_FALSE(childhood.is_all());
    CHECK(age_span{}.is_all());
}
