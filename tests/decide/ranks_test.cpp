// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/ranks.hpp"

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
