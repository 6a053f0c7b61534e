// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/pictures.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

std::vector<std::string> keys_of(const std::vector<picture>& all) {
    std::vector<std::string> keys;
    for (const auto& each : all) keys.push_back(each.key);
    return keys;
}

bool has(const std::vector<std::string>& keys, const std::string& key) {
    return std::count(keys.begin(), keys.end(), key) == 1;
}

}  // namespace

TEST_CASE("a run has a picture for every question, each under a key of its own", "[report][pictures]") {
    const auto s = small_study();
    const auto tested = sensitivities(s).value();
    const auto keys = keys_of(pictures_of(s, run(s).value(), &tested));
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size());
    for (const auto* key : {"profile", "first-1", "ranks-1", "disruption", "cost", "evidence-shares", "switch-1-1",
                            "tornado-1-1", "change-2"})
        CHECK(has(keys, key));
    CHECK_FALSE(has(keys, "change-1"));  // the first option leaves all as it is
}

TEST_CASE("every picture says what it finds, what it shows, and what one would see", "[report][pictures]") {
    const auto s = small_study();
    const auto tested = sensitivities(s).value();
    for (const auto& each : pictures_of(s, run(s).value(), &tested)) {
        INFO(each.key);
        CHECK_FALSE(each.headline.empty());
        CHECK_FALSE(each.subtitle.empty());
        CHECK_FALSE(each.alternative.empty());
        CHECK(each.svg.find("<svg") == 0);
    }
}

TEST_CASE("nothing that ranks is drawn where nothing is ranked, nor what was not tested", "[report][pictures]") {
    auto s = small_study();
    const auto untested = keys_of(pictures_of(s, run(s).value()));
    CHECK(std::none_of(untested.begin(), untested.end(), [](const auto& key) { return key.find("switch") == 0; }));
    s.weights.clear();
    CHECK(keys_of(pictures_of(s, run(s).value())) == std::vector<std::string>{"profile", "change-2"});
}
