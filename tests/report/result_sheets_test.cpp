// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/result_sheets.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("the question comes first and what is missing before what it rests on") {
    const auto s = small_study();
    const auto tables = result_sheets(s, run(s).value(), {});
    std::vector<std::string> titles;
    for (const auto& each : tables) titles.push_back(each.title);
    REQUIRE(titles.size() == 9);
    CHECK(titles[0] == s.title);
    CHECK(titles[1] == "Options and gates");
    CHECK(titles[5].find(": ranking") != std::string::npos);
    CHECK(titles[6] == "What is missing");
    CHECK(titles[8] == "Share of weight by what it rests on");
}

TEST_CASE("nothing was published about options of which nobody published anything") {
    CHECK(published_sheets(small_study(), {}).empty());
}
