// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/selfcheck.hpp"

#include "study/doubtful_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("every rule holds of a study, with and without graphs that are drawn") {
    for (const auto& s : {small_study(), doubtful_study()}) {
        const auto found = selfcheck(s, {.samples = 200}).value();
        REQUIRE(found.size() == 1);
        CHECK(found.front().weights == "weights.unknown");
        REQUIRE(found.front().rules.size() == 8);
        for (const auto& rule : found.front().rules) {
            INFO(rule.rule << ": " << rule.broken);
            CHECK(rule.passed());
            CHECK(rule.cases > 0);
        }
    }
}

TEST_CASE("a study that ranks nothing has nothing to check, and checking can be stopped") {
    auto s = small_study();
    s.weights.clear();
    CHECK(selfcheck(s).error().code == errc::missing_value);
    run_options stop;
    stop.progress = [](std::size_t, std::size_t) { return false; };
    CHECK(selfcheck(small_study(), stop).error().code == errc::interrupted);
}
