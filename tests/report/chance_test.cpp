// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/chance.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace concordat;

TEST_CASE("a probability is told as so many in so many, with the number beside it") {
    CHECK(chance_in_words(0.18) == "about 1 in 5 (18%)");
    CHECK(chance_in_words(0.5) == "about 1 in 2 (50%)");
    CHECK(chance_in_words(0.68) == "about 2 in 3 (68%)");
    CHECK(chance_in_words(0.1) == "about 1 in 10 (10%)");
    CHECK(chance_in_words(0.07) == "about 1 in 15 (7%)");
    CHECK(chance_in_words(0.12) == "about 1 in 8 (12%)");
    CHECK(chance_in_words(0.17) == "about 1 in 6 (17%)");
    CHECK(chance_in_words(0.84) == "about 5 in 6 (84%)");
    CHECK(chance_in_words(0.42) == "about 2 in 5 (42%)");
    CHECK(chance_in_words(0.026) == "about 3 in 100 (3%)");
    CHECK(chance_in_words(0.9) == "about 9 in 10 (90%)");
    CHECK(chance_in_words(0.02) == "about 1 in 50 (2%)");
    CHECK(chance_in_words(0.008) == "about 1 in 100 (0.8%)");
}

TEST_CASE("several chances are told in one breath, and no fraction twice") {
    CHECK(chances_in_words(0.18, 0.18) == "about 1 in 5 (18%)");
    CHECK(chances_in_words(0.08, 0.0865) == "about 1 in 12 (8% to 9%)");
    CHECK(chances_in_words(0.1, 0.28) == "from about 1 in 10 (10%) to about 1 in 4 (28%)");
    CHECK(chances_in_words(0, 1) == "from never (0%) to every time (100%)");
    CHECK(chances_in_words(0.001, 0.004) == "fewer than 1 in 200 (under 0.5%)");
}

TEST_CASE("never and every time are for what never and always happened") {
    CHECK(chance_in_words(0) == "never (0%)");
    CHECK(chance_in_words(1) == "every time (100%)");
    CHECK(chance_in_words(0.0001) == "fewer than 1 in 200 (under 0.5%)");
    CHECK(chance_in_words(0.9999) == "more than 199 in 200 (over 99.5%)");
    CHECK(percent_text(0.99999) == "over 99.9%");
    CHECK(percent_text(0.00001) == "under 0.1%");
    CHECK(percent_text(0.996) == "99.6%");
    CHECK(percent_text(0) == "0%");
    CHECK(percent_text(1) == "100%");
}

TEST_CASE("the words are never far from the number, and both ends are told alike") {
    for (int i = 1; i < 1000; ++i) {
        const double p = i / 1000.0;
        const std::string words = chance_in_words(p);
        CAPTURE(words);
        if (words.find("about ") != 0) {
            CHECK((p < 0.005 || p > 0.995));
            continue;
        }
        const auto in = words.find(" in ");
        const int of = std::stoi(words.substr(6));
        const int out_of = std::stoi(words.substr(in + 4));
        CHECK(of > 0);
        CHECK(of < out_of);
        CHECK(std::abs(static_cast<double>(of) / out_of - p) <= std::max(std::min(p, 1 - p) / 8, 0.005) + 1e-12);
    }
}
