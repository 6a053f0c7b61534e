// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/shapley.hpp"

#include "tests/study/all_orders.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace concordat;
using concordat::testing::over_all_orders;

TEST_CASE("Shapley values are those of published games") {
    // One left glove and two right ones, a pair being worth 1: 2/3, 1/6, 1/6.
    const std::vector<double> gloves{0, 0, 0, 1, 0, 1, 0, 1};
    const auto fair = shapley_values(gloves).value();
    CHECK(fair[0] == Approx(2.0 / 3).margin(1e-15));
    CHECK(fair[1] == Approx(1.0 / 6).margin(1e-15));
    CHECK(fair[1] == fair[2]);

    // Littlechild and Owen (1973): a runway for aircraft that need 8, 11, 13 and 18 of it costs them 2, 3, 4 and 9.
    const std::vector<double> needs{8, 11, 13, 18};
    std::vector<double> runway;
    for (std::size_t set = 0; set < 16; ++set) {
        double longest = 0;
        for (std::size_t i = 0; i < needs.size(); ++i)
            if ((set >> i & 1) != 0) longest = std::max(longest, needs[i]);
        runway.push_back(longest);
    }
    const auto fees = shapley_values(runway).value();
    const std::vector<double> published{2, 3, 4, 9};
    for (std::size_t i = 0; i < fees.size(); ++i) CHECK(fees[i] == Approx(published[i]).margin(1e-14));
}

TEST_CASE("Shapley values are the average over all orders, sum to the whole, and do not depend on the order") {
    std::mt19937_64 random(4);
    for (std::size_t game = 0; game < 300; ++game) {
        const std::size_t players = game % 7;
        std::vector<double> worth;
        for (std::size_t set = 0; set < std::size_t{1} << players; ++set)
            worth.push_back(static_cast<double>(random() % 1000) / 7 - 50);
        const auto values = shapley_values(worth).value();
        const auto expected = over_all_orders(worth, players);
        REQUIRE(values.size() == players);
        for (std::size_t i = 0; i < players; ++i) CHECK(values[i] == Approx(expected[i]).margin(1e-11));
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        CHECK(std::fabs(sum - (worth.back() - worth.front())) <= 1e-12);

        // Players in the opposite order.
        std::vector<double> turned(worth.size());
        for (std::size_t set = 0; set < worth.size(); ++set) {
            std::size_t other = 0;
            for (std::size_t i = 0; i < players; ++i)
                if ((set >> i & 1) != 0) other |= std::size_t{1} << (players - 1 - i);
            turned[other] = worth[set];
        }
        auto again = shapley_values(turned).value();
        std::reverse(again.begin(), again.end());
        CHECK(again == values);
    }
}

TEST_CASE("in a game, null players have exactly nothing and symmetric players the same bits") {
    std::mt19937_64 random(5);
    for (int game = 0; game < 100; ++game) {
        // Of six players the last adds nothing, and of the first three only their number counts.
        std::vector<double> drawn(4 * 4);
        for (auto& one : drawn) one = static_cast<double>(random()) / 1e18;
        std::vector<double> worth;
        for (std::size_t set = 0; set < 64; ++set) {
            const std::size_t alike = (set & 1) + (set >> 1 & 1) + (set >> 2 & 1);
            worth.push_back(drawn[alike * 4 + (set >> 3 & 3)]);
        }
        const auto values = shapley_values(worth).value();
        CHECK(values[0] == values[1]);
        CHECK(values[1] == values[2]);
        CHECK(values[5] == 0);
    }
}

TEST_CASE("what is no game is refused") {
    CHECK(shapley_values(std::vector<double>{}).error().code == errc::missing_value);
    CHECK(shapley_values(std::vector<double>{0, 1, 2}).error().message ==
          "a game of 3 sets, expected 2^n, one for each set of n players");
    CHECK(shapley_values(std::vector<double>{0, std::nan("")}).error().code == errc::not_a_number);
    CHECK(shapley_values(std::vector<double>{-1.7e308, 1.7e308}).error().code == errc::not_a_number);
    CHECK(shapley_values(std::vector<double>(std::size_t{1} << 21, 0.0)).error().code == errc::limit_exceeded);
    CHECK(shapley_values(std::vector<double>{3}).value().empty());
}
