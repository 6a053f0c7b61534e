// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/ranks.hpp"

#include "concordat/core/random.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace concordat;

TEST_CASE("equals share the better place, and the places after it stay empty", "[decide]") {
    const std::vector<double> scores{0.5, 0.75, 0.25, 0.75, 0.5};
    CHECK(ranks_of(scores) == std::vector<std::size_t>{3, 1, 5, 1, 3});
    CHECK(ranks_of(scores, sense::lower) == std::vector<std::size_t>{2, 4, 1, 4, 2});
    CHECK(ranks_of(std::vector<double>{}).empty());
    CHECK(ranks_of(std::vector<double>{-1}) == std::vector<std::size_t>{1});
}

TEST_CASE("however many there are, a rank is one more than the scores that are better", "[decide]") {
    stream s(1, purpose::test, 0);
    for (const std::size_t count : {2U, 200U, 300U, 3000U}) {
        std::vector<double> scores{0.0, -0.0};
        while (scores.size() < count) {
            const double drawn = (s.uniform() - 0.5) * (scores.size() % 3 == 0 ? 1e-300 : 1e300);
            scores.push_back(s.bits32() % 4 == 0 ? scores[s.bits32() % scores.size()] : drawn);
        }
        const auto higher = ranks_of(scores);
        const auto lower = ranks_of(scores, sense::lower);
        for (std::size_t i = 0; i < count; ++i) {
            const auto above = std::count_if(scores.begin(), scores.end(), [&](double x) { return x > scores[i]; });
            const auto below = std::count_if(scores.begin(), scores.end(), [&](double x) { return x < scores[i]; });
            REQUIRE(higher[i] == 1 + static_cast<std::size_t>(above));
            REQUIRE(lower[i] == 1 + static_cast<std::size_t>(below));
        }
    }
}
