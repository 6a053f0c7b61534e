// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/vikor.hpp"

#include "matrices.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

using positions = std::vector<std::size_t>;

/// The hydropower systems on the Drina, in four weightings.
matrices::parts drina(const std::vector<double>& weights) {
    return {"+-++---+",
            weights,
            {{4184.3, 2914.0, 407.2, 251.0, 195, 244, 15, 2.41},
             {5211.9, 3630.0, 501.7, 308.3, 282, 346, 21, 1.41},
             {5021.3, 3920.5, 504.0, 278.6, 12, 56, 3, 4.42},
             {5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36},
             {5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04},
             {4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36}}};
}

struct textbook {
    std::vector<double> s, r, q;
};

textbook by_the_book(const matrices::parts& given, double v) {
    const double weight_sum = std::accumulate(given.weights.begin(), given.weights.end(), 0.0);
    textbook book;
    for (const auto& option : given.rows) {
        double s = 0, r = 0;
        for (std::size_t j = 0; j < given.better.size(); ++j) {
            double low = option[j], high = option[j];
            for (const auto& row : given.rows) {
                low = std::min(low, row[j]);
                high = std::max(high, row[j]);
            }
            if (low == high) continue;
            const double distance = given.better[j] == '+' ? high - option[j] : option[j] - low;
            const double regret = given.weights[j] / weight_sum * distance / (high - low);
            s += regret;
            r = std::max(r, regret);
        }
        book.s.push_back(s);
        book.r.push_back(r);
    }
    const auto part = [](const std::vector<double>& of, std::size_t i) {
        const auto [low, high] = std::minmax_element(of.begin(), of.end());
        return *high - *low > 1e-12 ? (of[i] - *low) / (*high - *low) : 0;
    };
    for (std::size_t i = 0; i < book.s.size(); ++i) book.q.push_back(v * part(book.s, i) + (1 - v) * part(book.r, i));
    return book;
}

/// By more than a sum in another order, or not at all.
bool apart(const std::vector<double>& numbers) {
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    return *high - *low < 1e-14 || *high - *low > 1e-12;
}

/// The rules read off the result's own numbers, from a full order.
void check_proposal(const vikor_result& found) {
    const std::size_t n = found.compromise.size();
    positions order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (found.compromise[a] != found.compromise[b]) return found.compromise[a] < found.compromise[b];
        if (found.utility[a] != found.utility[b]) return found.utility[a] < found.utility[b];
        return found.regret[a] < found.regret[b];
    });
    const double dq = n == 1 ? 0 : 1.0 / static_cast<double>(n - 1);
    const auto gap = [&](std::size_t place) { return found.compromise[order[place]] - found.compromise[order[0]]; };
    const bool c1 = n == 1 || gap(1) >= dq;
    const auto best = [&](const std::vector<double>& of) {
        return of[order[0]] == *std::min_element(of.begin(), of.end());
    };
    const bool c2 = best(found.utility) || best(found.regret);
    positions expected{order[0]};
    if (c1 && !c2) expected.push_back(order[1]);
    for (std::size_t place = 1; !c1 && place < n && gap(place) < dq; ++place) expected.push_back(order[place]);
    CHECK(found.acceptable_advantage == c1);
    CHECK(found.acceptable_stability == c2);
    CHECK(found.compromise_set == expected);
}

}  // namespace

// Opricovic and Tzeng 2004, section 4: the mountain climber's three peaks, risk against altitude. Exact.
TEST_CASE("VIKOR climbs the second mountain", "[decide][vikor]") {
    const auto found = vikor(matrices::of("-+", {0.5, 0.5}, {{1, 3000}, {2, 3750}, {5, 4500}})).value();
    CHECK(found.utility == std::vector<double>{0.5, 0.375, 0.5});
    CHECK(found.regret == std::vector<double>{0.5, 0.25, 0.5});
    CHECK(found.compromise == std::vector<double>{1, 0, 1});
    CHECK(found.rank == positions{2, 1, 2});
    CHECK(found.acceptable_advantage);
    CHECK(found.acceptable_stability);
    CHECK(found.compromise_set == positions{1});
}

// Opricovic and Tzeng, "Extended VIKOR method in comparison with outranking methods", European Journal of Operational
// Research 178, 2007: S, R and Q to three digits, ranks and conditions, in all four weightings of the paper.
TEST_CASE("VIKOR agrees on the hydropower systems of the Drina", "[decide][vikor]") {
    const auto equal = vikor(drina({1, 1, 1, 1, 1, 1, 1, 1}).made()).value();
    check_near(equal.utility, {0.692, 0.700, 0.290, 0.423, 0.280, 0.346}, 0.001);
    check_near(equal.regret, {0.125, 0.125, 0.121, 0.125, 0.067, 0.125}, 0.001);
    check_near(equal.compromise, {0.991, 1.000, 0.473, 0.670, 0.000, 0.578}, 0.001);
    CHECK(equal.rank == positions{5, 6, 2, 4, 1, 3});
    CHECK(equal.regret_rank == positions{3, 3, 2, 3, 1, 3});
    CHECK(equal.compromise_set == positions{4});

    const auto economic = vikor(drina({2, 2, 2, 2, 1, 1, 1, 1}).made()).value();
    check_near(economic.utility, {0.701, 0.600, 0.386, 0.365, 0.317, 0.459}, 0.001);
    check_near(economic.regret, {0.167, 0.114, 0.161, 0.167, 0.089, 0.167}, 0.001);
    check_near(economic.compromise, {1.000, 0.533, 0.552, 0.563, 0.000, 0.686}, 0.001);
    CHECK(economic.rank == positions{6, 2, 3, 4, 1, 5});
    CHECK(economic.compromise_set == positions{4});

    const auto social = vikor(drina({1, 1, 1, 1, 2, 2, 2, 2}).made()).value();
    check_near(social.compromise, {0.684, 1.000, 0.147, 0.554, 0.041, 0.191}, 0.001);
    CHECK(social.rank == positions{5, 6, 2, 4, 1, 3});
    CHECK_FALSE(social.acceptable_advantage);
    CHECK(social.acceptable_stability);
    CHECK(social.compromise_set == positions{4, 2, 5});

    const auto more_social = vikor(drina({1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2}).made()).value();
    check_near(more_social.compromise, {0.668, 1.000, 0.051, 0.588, 0.058, 0.078}, 0.001);
    CHECK(more_social.rank == positions{5, 6, 1, 4, 2, 3});
    CHECK_FALSE(more_social.acceptable_advantage);
    CHECK(more_social.compromise_set == positions{2, 4, 5});
}

// scikit-criteria's own example of a first place that is neither the best by S nor by R.
TEST_CASE("a first place without stability takes the second beside it", "[decide][vikor]") {
    const auto found = vikor(matrices::of("-----", {1, 1, 1, 1, 1},
                                          {{1, 101, 1, 101, 1},
                                           {101, 1, 101, 1, 101},
                                           {1, 1, 1, 1, 101},
                                           {11, 11, 11, 16, 61},
                                           {56, 56, 56, 56, 56}}))
                           .value();
    check_near(found.utility, {0.4, 0.6, 0.2, 0.21, 0.55}, 1e-12);
    check_near(found.regret, {0.2, 0.2, 0.2, 0.12, 0.11}, 1e-12);
    check_near(found.compromise, {0.75, 1, 0.5, 0.068, 0.4375}, 0.001);
    CHECK(found.acceptable_advantage);
    CHECK_FALSE(found.acceptable_stability);
    CHECK(found.compromise_set == positions{3, 4});
}

TEST_CASE("VIKOR agrees with the textbook's loops and rules on random tables", "[decide][vikor]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 400; ++round) {
        const auto drawn = matrices::random(s, 1 + s.bits32() % 30, 1 + s.bits32() % 6, 1 + s.bits32() % 6);
        const double v = static_cast<double>(s.bits32() % 5) / 4;
        const auto found = vikor(drawn.made(), v).value();
        const auto book = by_the_book(drawn, v);
        check_near(found.utility, book.s, 1e-13);
        check_near(found.regret, book.r, 1e-13);
        check_proposal(found);
        // Where S or R differ by rounding alone, their range is no measure.
        if (apart(found.utility) && apart(found.regret)) check_near(found.compromise, book.q, 1e-11);
    }
}

TEST_CASE("permuted options have permuted results to the bit, and scaled weights change nothing", "[decide][vikor]") {
    stream s(2, purpose::test, 0);
    for (int round = 0; round < 60; ++round) {
        auto drawn = matrices::random(s, 2 + s.bits32() % 40, 1 + s.bits32() % 6, 5);
        drawn.rows.back() = drawn.rows.front();
        const auto order = matrices::shuffled(s, drawn.rows.size());
        const auto found = vikor(drawn.made()).value();
        const auto moved = vikor(matrices::permuted(drawn, order).made()).value();
        CHECK(moved.utility == matrices::permuted(found.utility, order));
        CHECK(moved.compromise == matrices::permuted(found.compromise, order));
        CHECK(moved.rank == matrices::permuted(found.rank, order));
        CHECK(moved.acceptable_advantage == found.acceptable_advantage);
        CHECK(moved.acceptable_stability == found.acceptable_stability);
        CHECK(found.rank.back() == found.rank.front());
        positions back;
        for (const std::size_t i : moved.compromise_set) back.push_back(order[i]);
        CHECK(std::is_permutation(back.begin(), back.end(), found.compromise_set.begin(), found.compromise_set.end()));
        for (auto& weight : drawn.weights) weight *= 4;
        CHECK(vikor(drawn.made()).value().compromise == found.compromise);
    }
}

TEST_CASE("where nothing separates, everything is the compromise", "[decide][vikor]") {
    const auto one = vikor(matrices::of("+-", {1, 1}, {{3, 4}})).value();
    CHECK(one.compromise == std::vector<double>{0});
    CHECK(one.acceptable_advantage);
    CHECK(one.acceptable_stability);
    CHECK(one.compromise_set == positions{0});

    const auto equal = vikor(matrices::of("+-", {1, 1}, {{3, 4}, {3, 4}, {3, 4}})).value();
    CHECK(equal.compromise == std::vector<double>{0, 0, 0});
    CHECK_FALSE(equal.acceptable_advantage);
    CHECK(equal.acceptable_stability);
    CHECK(equal.compromise_set == positions{0, 1, 2});

    // Both regret one criterion in full: R does not separate them, and S alone has its part in Q.
    const auto regret = vikor(matrices::of("+++", {1, 1, 1}, {{1, 0, 3}, {0, 5, 6}})).value();
    CHECK(regret.regret[0] == regret.regret[1]);
    CHECK(regret.compromise == std::vector<double>{0.5, 0});

    // S is the same on paper, 0.1 + 0.2 + 0.3 in different orders; in bits it is not.
    const auto mirrored =
        vikor(matrices::of("++++++", {1, 2, 3, 3, 2, 1}, {{0, 0, 0, 1, 1, 1}, {1, 1, 1, 0, 0, 0}})).value();
    CHECK(mirrored.compromise == std::vector<double>{0, 0});
}

TEST_CASE("numbers that are far apart have regrets like others", "[decide][vikor]") {
    const auto found = vikor(matrices::of("+", {1}, {{-1e308}, {0}, {1e308}})).value();
    CHECK(found.utility == std::vector<double>{1, 0.5, 0});
}

TEST_CASE("v is a share", "[decide][vikor]") {
    const auto matrix = matrices::of("-+", {0.5, 0.5}, {{1, 3000}, {2, 3750}});
    CHECK(vikor(matrix, 0).has_value());
    CHECK(vikor(matrix, 1).has_value());
    CHECK(vikor(matrix, 1.5).error().code == errc::out_of_range);
    CHECK(vikor(matrix, 1.5).error().message == "v is 1.5; a weight from 0 to 1 was expected");
    CHECK(vikor(matrix, -0.5).error().code == errc::out_of_range);
    CHECK(vikor(matrix, std::numeric_limits<double>::quiet_NaN()).error().code == errc::not_a_number);
}
