// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/surrogate_weights.hpp"

#include "concordat/decide/value_tree.hpp"
#include "tables.hpp"
#include "tests/near.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

using given_ranks = std::vector<std::size_t>;
constexpr surrogate_rule all_rules[] = {surrogate_rule::rank_order_centroid, surrogate_rule::rank_sum,
                                        surrogate_rule::rank_reciprocal};

}  // namespace

// The weights of four and five criteria as they are commonly tabulated after Barron and Barrett 1996 and Stillwell,
// Seaver and Edwards 1981; the figures are those of public implementations, the papers' own tables were not seen.
TEST_CASE("surrogate weights are those of the papers to four digits", "[decide][surrogate]") {
    check_near(surrogate_weights(4, surrogate_rule::rank_order_centroid).value(), {0.5208, 0.2708, 0.1458, 0.0625},
               0.00005);
    check_near(surrogate_weights(5, surrogate_rule::rank_order_centroid).value(),
               {0.4567, 0.2567, 0.1567, 0.0900, 0.0400}, 0.00005);
    check_near(surrogate_weights(4, surrogate_rule::rank_sum).value(), {0.4, 0.3, 0.2, 0.1}, 1e-15);
    check_near(surrogate_weights(4, surrogate_rule::rank_reciprocal).value(), {0.480, 0.240, 0.160, 0.120}, 1e-15);
    check_near(surrogate_weights(5, surrogate_rule::rank_reciprocal).value(), {0.438, 0.219, 0.146, 0.109, 0.088},
               0.0006);
}

TEST_CASE("rank-order centroids as a manual and a notebook print them", "[decide][surrogate]") {
    // Logical Decisions for Windows 6.0, user's manual (2007), on SMARTER: of two measures the first has 0.75.
    CHECK(surrogate_weights(2, surrogate_rule::rank_order_centroid).value() == std::vector<double>{0.75, 0.25});
    // The notebook ROC of jupotter37/JupOtter: criteria in the order 4, 3, 1, 5, 2, to six digits; it leaves out the
    // fifth criterion's, so this does too.
    const auto found = surrogate_weights(given_ranks{3, 5, 2, 1, 4}, surrogate_rule::rank_order_centroid).value();
    check_near({found[0], found[1], found[2], found[3]}, {0.156667, 0.04, 0.256667, 0.456667}, 0.0000005);
}

TEST_CASE("surrogate weights fall and sum to 1 exactly, from the least to the most important", "[decide][surrogate]") {
    for (const auto rule : all_rules)
        for (std::size_t count = 1; count <= most_criteria; ++count) {
            const auto weights = surrogate_weights(count, rule).value();
            double sum = 0;
            for (std::size_t i = count; i-- > 0;) sum += weights[i];
            CHECK(sum == 1);
            for (std::size_t i = 1; i < count; ++i) CHECK(weights[i] < weights[i - 1]);
        }
}

TEST_CASE("centroids are the centre of all weightings in an order", "[decide][surrogate]") {
    const auto table = tables::of_values({{1, 1, 1, 1}});
    const auto central = central_weights(tables::ordinal({"C1", "C2", "C3", "C4"}), tree_of(table)).value();
    check_near(surrogate_weights(4, surrogate_rule::rank_order_centroid).value(), central, 1e-15);
}

TEST_CASE("only the order of ranks counts, and equal ranks share their places", "[decide][surrogate]") {
    for (const auto rule : all_rules) {
        const auto places = surrogate_weights(4, rule).value();
        CHECK(surrogate_weights(given_ranks{2, 4, 1, 3}, rule).value() ==
              std::vector<double>{places[1], places[3], places[0], places[2]});
        const auto tied = surrogate_weights(given_ranks{2, 1, 2, 4}, rule).value();
        CHECK(tied == surrogate_weights(given_ranks{20, 10, 20, 30}, rule).value());
        CHECK(tied[0] == tied[2]);
        CHECK(tied[0] == Approx((places[1] + places[2]) / 2));
        CHECK(tied[1] == places[0]);
        CHECK(tied[0] + tied[1] + tied[2] + tied[3] == Approx(1));
        check_near(surrogate_weights(given_ranks{7, 7, 7}, rule).value(), {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-15);
    }
}

TEST_CASE("there is something to weigh, and not too much", "[decide][surrogate]") {
    CHECK(surrogate_weights(std::size_t{0}, surrogate_rule::rank_sum).error().code == errc::missing_value);
    CHECK(surrogate_weights(given_ranks{}, surrogate_rule::rank_sum).error().code == errc::missing_value);
    CHECK(surrogate_weights(most_criteria + 1, surrogate_rule::rank_sum).error().code == errc::limit_exceeded);
    CHECK(name(surrogate_rule::rank_order_centroid) == "rank-order-centroid");
}
