// SPDX-License-Identifier: Apache-2.0
// Weights within bounds and constraints: a second page of tests of decide/weights.hpp.
#include "concordat/decide/weights.hpp"

#include "tables.hpp"
#include "tests/near.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

weight_set within(std::vector<share_bounds> bounds) {
    weight_set set;
    set.how = elicitation::interval;
    set.preferences.push_back({"", {}, {}, {}, {}, {}, std::move(bounds)});
    return set;
}

weight_set under(std::vector<share_constraint> constraints) {
    weight_set set;
    set.how = elicitation::linear;
    set.preferences.push_back({"", {}, {}, {}, {}, {}, {}, std::move(constraints)});
    return set;
}

share_constraint at_least(std::vector<share_term> of, double least) { return {std::move(of), least}; }
share_constraint at_most(std::vector<share_term> of, double most) { return {std::move(of), std::nullopt, most}; }

/// C1 >= C2 >= … as inequalities.
weight_set in_order(std::size_t criteria) {
    std::vector<share_constraint> all;
    for (std::size_t j = 1; j < criteria; ++j)
        all.push_back(at_least({{"C" + std::to_string(j), 1}, {"C" + std::to_string(j + 1), -1}}, 0));
    return under(std::move(all));
}

std::vector<std::vector<double>> drawn(const weighting& w, std::uint64_t samples, std::uint64_t seed = 3) {
    std::vector<std::vector<double>> all;
    std::vector<double> weights(w.tree().criterion_count());
    for (std::uint64_t k = 0; k < samples; ++k) {
        stream source(seed, purpose::weights, k);
        w.draw(source, weights);
        all.push_back(weights);
    }
    return all;
}

struct spread {
    std::vector<double> mean;
    std::vector<std::vector<double>> covariance;
};

spread spread_of(const std::vector<std::vector<double>>& draws) {
    const std::size_t n = draws.front().size();
    const auto count = static_cast<double>(draws.size());
    spread m{std::vector<double>(n, 0), std::vector<std::vector<double>>(n, std::vector<double>(n, 0))};
    for (const auto& each : draws)
        for (std::size_t j = 0; j < n; ++j) m.mean[j] += each[j] / count;
    for (const auto& each : draws)
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < n; ++k)
                m.covariance[j][k] += (each[j] - m.mean[j]) * (each[k] - m.mean[k]) / count;
    return m;
}

constexpr std::uint64_t samples = 50'000;
constexpr std::uint64_t fewer = 10'000;
/// Five standard errors of a mean whose deviation is at most `deviation`.
double five_errors(double deviation, std::uint64_t of = samples) {
    return 5 * deviation / std::sqrt(static_cast<double>(of));
}

}  // namespace

TEST_CASE("an order as inequalities has the rank-order centroids as its centre", "[decide][regions]") {
    // Edwards and Barron 1994, the table of SMARTER's weights, to four places.
    check_near(central_weights(in_order(3), tables::flat(3)).value(), {0.6111, 0.2778, 0.1111}, 5e-5);
    check_near(central_weights(in_order(5), tables::flat(5)).value(), {0.4567, 0.2567, 0.1567, 0.0900, 0.0400}, 5e-5);
    for (const std::size_t n : {2u, 7u, 9u}) {
        std::vector<std::string> order;
        for (std::size_t j = 0; j < n; ++j) order.push_back("C" + std::to_string(j + 1));
        const auto w = weighting::make(in_order(n), tables::flat(n)).value();
        CHECK(w.exact());
        check_near(w.central_weights(), central_weights(tables::ordinal(order), tables::flat(n)).value(), 1e-15);
    }
}

TEST_CASE("no constraints are no knowledge", "[decide][regions]") {
    const auto w = weighting::make(under({}), tables::flat(5)).value();
    check_near(w.central_weights(), std::vector<double>(5, 0.2), 1e-16);
    const auto m = spread_of(drawn(w, samples));
    // The flat Dirichlet law: variance (n - 1) / (n² (n + 1)), covariance -1 / (n² (n + 1)).
    for (std::size_t j = 0; j < 5; ++j)
        for (std::size_t k = 0; k < 5; ++k)
            CHECK_THAT(m.covariance[j][k], Catch::WithinAbs(j == k ? 4.0 / 150 : -1.0 / 150, five_errors(0.05)));
    const auto open = within({{"C1", 0, 1}, {"C2", 0, 1}, {"C3", 0, 1}, {"C4", 0, 1}, {"C5", 0, 1}});
    check_near(central_weights(open, tables::flat(5)).value(), std::vector<double>(5, 0.2), 1e-16);
}

TEST_CASE("a triangle with a corner cut off has its centroid by hand", "[decide][regions]") {
    // Half of a side each way is cut off at C1: area 3/4 of the whole with the centroid (1/3, 1/3, 1/3), and 1/4 cut
    // off with (2/3, 1/6, 1/6). What is left: (1/3 - 2/3 / 4) / (3/4) = 2/9, and 7/18 of each other.
    const auto set = within({{"C1", 0, 0.5}, {"C2", 0, 1}, {"C3", 0, 1}});
    const auto w = weighting::make(set, tables::flat(3)).value();
    check_near(w.central_weights(), {2.0 / 9, 7.0 / 18, 7.0 / 18}, 1e-15);
    const auto draws = drawn(w, samples);
    check_near(spread_of(draws).mean, w.central_weights(), five_errors(0.3));
    // C1's density is proportional to 1 - x on [0, 1/2]: variance 5/72 - (2/9)² = 13/648.
    CHECK_THAT(spread_of(draws).covariance[0][0], Catch::WithinAbs(13.0 / 648, five_errors(0.05)));
    CHECK(weighting::make(under({at_most({{"C1", 1}}, 0.5)}), tables::flat(3)).value().central_weights() ==
          w.central_weights());
}

TEST_CASE("shares given a sum that two bounds leave room for", "[decide][regions]") {
    // C2 = 0.8 - C1 - 0.2 … a segment: C3 is fixed, C1 runs from 0.1 to 0.3, evenly.
    const auto set = within({{"C1", 0.1, 0.3}, {"C2", 0.2, 1}, {"C3", 0.4, 0.4}});
    const auto w = weighting::make(set, tables::flat(3)).value();
    check_near(w.central_weights(), {0.2, 0.4, 0.4}, 1e-15);
    const auto draws = drawn(w, samples);
    const auto m = spread_of(draws);
    CHECK_THAT(m.covariance[0][0], Catch::WithinAbs(0.04 / 12, five_errors(0.005)));
    CHECK_THAT(m.covariance[0][1], Catch::WithinAbs(-0.04 / 12, five_errors(0.005)));
    for (const auto& each : draws) REQUIRE(each[2] == 0.4);
    std::vector<std::uint64_t> tenths(10);
    for (const auto& each : draws) ++tenths[std::min<std::size_t>(9, static_cast<std::size_t>((each[0] - 0.1) * 50))];
    double chi_square = 0;
    for (const auto count : tenths) chi_square += std::pow(static_cast<double>(count) - 5e3, 2) / 5e3;
    CHECK(chi_square < 27.9);  // 9 degrees of freedom, one in a thousand
}

TEST_CASE("every draw is within its bounds and sums to 1", "[decide][regions]") {
    stream s(5, purpose::test, 0);
    for (int round = 0; round < 60; ++round) {
        const std::size_t n = 2 + s.bits32() % (round < 54 ? 5 : 40);
        // Bounds around some shares, so that these are within them.
        std::vector<double> inside(n);
        for (auto& each : inside) each = 0.05 + s.uniform();
        const double sum = std::accumulate(inside.begin(), inside.end(), 0.0);
        std::vector<share_bounds> bounds;
        for (std::size_t j = 0; j < n; ++j)
            bounds.push_back({"C" + std::to_string(j + 1), inside[j] / sum * s.uniform(),
                              std::min(1.0, inside[j] / sum * (1 + s.uniform()))});
        const auto w = weighting::make(within(bounds), tables::flat(n)).value();
        CHECK(w.exact());
        auto all = drawn(w, round < 54 ? 300 : 30);
        all.push_back(w.central_weights());
        for (const auto& each : all) {
            REQUIRE_THAT(std::accumulate(each.begin(), each.end(), 0.0), Catch::WithinAbs(1, 1e-15));
            for (std::size_t j = 0; j < n; ++j) REQUIRE((each[j] >= bounds[j].low && each[j] <= bounds[j].high));
        }
    }
}

TEST_CASE("every draw meets its constraints and sums to 1", "[decide][regions]") {
    stream s(6, purpose::test, 0);
    for (int round = 0; round < 100; ++round) {
        const std::size_t n = 2 + s.bits32() % 5;
        std::vector<double> inside(n);
        for (auto& each : inside) each = 0.05 + s.uniform();
        const double sum = std::accumulate(inside.begin(), inside.end(), 0.0);
        std::vector<share_constraint> all;
        for (std::size_t c = 0; c < 1 + s.bits32() % 4; ++c) {
            share_constraint one;
            double at = 0;
            for (std::size_t j = 0; j < n; ++j) {
                one.of.push_back({"C" + std::to_string(j + 1), static_cast<double>(s.bits32() % 7) - 3});
                at += one.of.back().factor * inside[j] / sum;
            }
            one.at_least = at - (c % 2 == 0 ? 0 : 0.2 * s.uniform());
            all.push_back(std::move(one));
        }
        const auto w = weighting::make(under(all), tables::flat(n)).value();
        CHECK(w.exact());
        for (const auto& each : drawn(w, 200)) {
            REQUIRE_THAT(std::accumulate(each.begin(), each.end(), 0.0), Catch::WithinAbs(1, 1e-15));
            for (const auto& one : all) {
                double value = 0;
                for (std::size_t j = 0; j < n; ++j) value += one.of[j].factor * each[j];
                REQUIRE(value >= *one.at_least - 1e-14);
            }
        }
    }
}

TEST_CASE("the centre and the draws agree with rejection from the whole simplex", "[decide][regions]") {
    // An implementation that knows no geometry: draw weightings of which nothing is known, and keep those that fit.
    const auto fits = [](const std::vector<double>& x) {
        return x[0] >= 2 * x[1] && x[2] + x[3] <= 0.6 && x[4] >= 0.05 && x[0] <= 0.5;
    };
    const auto set = under({at_least({{"C1", 1}, {"C2", -2}}, 0), at_most({{"C3", 1}, {"C4", 1}}, 0.6),
                            at_least({{"C5", 1}}, 0.05), at_most({{"C1", 1}}, 0.5)});
    std::vector<std::vector<double>> kept;
    for (const auto& each : drawn(weighting::make({}, tables::flat(5)).value(), 3 * samples, 8))
        if (fits(each)) kept.push_back(each);
    REQUIRE(kept.size() > samples / 2);
    const auto w = weighting::make(set, tables::flat(5)).value();
    const auto by_rejection = spread_of(kept);
    const auto m = spread_of(drawn(w, samples));
    check_near(by_rejection.mean, w.central_weights(), five_errors(0.2, kept.size()));
    check_near(m.mean, w.central_weights(), five_errors(0.2));
    for (std::size_t j = 0; j < 5; ++j)
        check_near(m.covariance[j], by_rejection.covariance[j], 1.5 * five_errors(0.05));
}

TEST_CASE("an equation leaves a flat region", "[decide][regions]") {
    // C1 = C2 in a triangle: a segment from (0, 0, 1) to (1/2, 1/2, 0).
    share_constraint equal{{{"C1", 1}, {"C2", -1}}, 0.0, 0.0};
    const auto w = weighting::make(under({equal}), tables::flat(3)).value();
    check_near(w.central_weights(), {0.25, 0.25, 0.5}, 1e-15);
    for (const auto& each : drawn(w, 100)) REQUIRE_THAT(each[0] - each[1], Catch::WithinAbs(0, 1e-15));
    // With another equation a point, which needs no draw.
    share_constraint third{{{"C3", 1}}, 0.2, 0.2};
    const auto point = weighting::make(under({equal, third}), tables::flat(3)).value();
    check_near(point.central_weights(), {0.4, 0.4, 0.2}, 1e-15);
    CHECK_FALSE(point.uncertain());
    // One that bounds imply together counts as one too.
    const auto corner =
        weighting::make(within({{"C1", 0.5, 1}, {"C2", 0.5, 1}, {"C3", 0, 1}}), tables::flat(3)).value();
    CHECK(corner.central_weights() == std::vector<double>{0.5, 0.5, 0});
    CHECK_FALSE(corner.uncertain());
    const auto tenths = std::vector<share_bounds>{{"C1", 0.1, 0.1}, {"C2", 0.7, 0.7}, {"C3", 0.2, 0.2}};
    check_near(central_weights(within(tenths), tables::flat(3)).value(), {0.1, 0.7, 0.2}, 1e-16);
}

TEST_CASE("the order of children, bounds, terms and constraints changes no bit", "[decide][regions]") {
    const auto first = under({at_least({{"C1", 1}, {"C2", -2}}, 0), at_most({{"C3", 1}}, 0.5)});
    const auto second = under({at_most({{"C3", 1}}, 0.5), at_least({{"C2", -2}, {"C1", 1}}, 0)});
    const auto a = weighting::make(first, tables::flat(4)).value();
    const auto b = weighting::make(second, tables::flat(4)).value();
    CHECK(a.central_weights() == b.central_weights());
    CHECK(drawn(a, 50) == drawn(b, 50));
    const std::vector<tree_leaf> leaves{{"C3", ""}, {"C1", ""}, {"C4", ""}, {"C2", ""}};
    const auto turned = drawn(weighting::make(second, value_tree::make({}, leaves).value()).value(), 50);
    const auto straight = drawn(a, 50);
    for (std::size_t k = 0; k < 50; ++k)
        CHECK(turned[k] == std::vector<double>{straight[k][2], straight[k][0], straight[k][3], straight[k][1]});
}

TEST_CASE("bounds of many children are drawn by rejection, and as exactly", "[decide][regions]") {
    // Independent uniforms given their sum, with a rejection of its own: the last is what is left.
    const auto by_hand = [](const std::vector<share_bounds>& bounds) {
        std::vector<std::vector<double>> kept;
        stream s(9, purpose::test, 1);
        while (kept.size() < fewer) {
            std::vector<double> one;
            double left = 1;
            for (std::size_t j = 0; j + 1 < bounds.size(); ++j) {
                one.push_back(bounds[j].low + (bounds[j].high - bounds[j].low) * s.uniform());
                left -= one.back();
            }
            one.push_back(left);
            if (left >= bounds.back().low && left <= bounds.back().high) kept.push_back(std::move(one));
        }
        return spread_of(kept);
    };
    for (const double shift : {0.0, 0.004, -0.004}) {  // even, from the lows, from the highs
        std::vector<share_bounds> bounds;
        for (std::size_t j = 0; j < 12; ++j) {
            const double width = j % 3 == 0 ? 0.02 : 0.06;
            bounds.push_back({"C" + std::to_string(j + 1), 1.0 / 12 - width / 2 + shift, 1.0 / 12 + width / 2 + shift});
        }
        const auto w = weighting::make(within(bounds), tables::flat(12)).value();
        CHECK(w.exact());
        const auto m = spread_of(drawn(w, fewer));
        const auto expected = by_hand(bounds);
        check_near(m.mean, expected.mean, 1.5 * five_errors(0.0175, fewer));
        check_near(w.central_weights(), expected.mean, 3 * five_errors(0.0175, fewer));  // the mean of 4096 draws
        for (std::size_t j = 0; j < 12; ++j)
            check_near(m.covariance[j], expected.covariance[j], 1.5 * five_errors(6e-4, fewer));
    }
}

TEST_CASE("rejection and simplices draw from the same region", "[decide][regions]") {
    // Nine children are divided, ten are not: the tenth is as good as fixed.
    std::vector<share_bounds> nine, ten;
    for (std::size_t j = 0; j < 9; ++j) {
        nine.push_back({"C" + std::to_string(j + 1), 0.01 * static_cast<double>(j), j < 5 ? 0.13 : 0.3});
        ten.push_back(nine.back());
    }
    ten.push_back({"C99", 0, 1e-9});
    auto leaves = std::vector<tree_leaf>{{"C99", ""}};
    for (std::size_t j = 0; j < 9; ++j) leaves.push_back({"C" + std::to_string(j + 1), ""});
    const auto divided = weighting::make(within(nine), tables::flat(9)).value();
    const auto m = spread_of(drawn(weighting::make(within(ten), value_tree::make({}, leaves).value()).value(), fewer));
    for (std::size_t j = 0; j < 9; ++j)
        CHECK_THAT(m.mean[j + 1], Catch::WithinAbs(divided.central_weights()[j], five_errors(0.07, fewer)));
    check_near(spread_of(drawn(divided, fewer)).mean, divided.central_weights(), five_errors(0.07, fewer));
}

TEST_CASE("what is too large to divide is walked through, and says so", "[decide][regions]") {
    // The first counts most of eleven: its mean is the rank-order centroid, the others share the rest.
    std::vector<share_constraint> all;
    for (std::size_t j = 2; j <= 11; ++j) all.push_back(at_least({{"C1", 1}, {"C" + std::to_string(j), -1}}, 0));
    const auto w = weighting::make(under(all), tables::flat(11)).value();
    CHECK_FALSE(w.exact());
    double first = 0;
    for (int k = 1; k <= 11; ++k) first += 1.0 / k / 11;
    CHECK_THAT(w.central_weights()[0], Catch::WithinAbs(first, 0.005));
    const auto m = spread_of(drawn(w, 500));
    CHECK_THAT(m.mean[0], Catch::WithinAbs(first, 5 * 0.08 / std::sqrt(500.0)));
    for (std::size_t j = 1; j < 11; ++j)
        CHECK_THAT(m.mean[j], Catch::WithinAbs((1 - first) / 10, 5 * 0.06 / std::sqrt(500.0)));
}

TEST_CASE("children that do not count give their shares up in proportion", "[decide][regions]") {
    const std::vector<tree_leaf> leaves{{"C1", ""}, {"C2", ""}, {"C3", "", false}};
    const auto tree = value_tree::make({}, leaves).value();
    const auto set = within({{"C1", 0.2, 0.3}, {"C2", 0.1, 0.2}, {"C3", 0.5, 0.7}});
    const auto w = weighting::make(set, tree).value();
    const auto whole = central_weights(set, tables::flat(3)).value();
    check_near(w.central_weights(), {whole[0] / (whole[0] + whole[1]), whole[1] / (whole[0] + whole[1]), 0}, 1e-15);
    for (const auto& each : drawn(w, 200)) {
        REQUIRE(each[2] == 0);
        REQUIRE_THAT(each[0] + each[1], Catch::WithinAbs(1, 1e-15));
        REQUIRE((each[0] > 0.5 - 1e-12 && each[0] <= 0.75 + 1e-12));  // 0.2 : 0.2 to 0.3 : 0.1
    }
    const auto nothing = within({{"C1", 0, 0}, {"C2", 0, 0}, {"C3", 1, 1}});
    CHECK(weighting::make(nothing, tree).error().message ==
          "without the criteria that are left out, the weights under the top sum to 0");
}

TEST_CASE("bounds that no shares meet are refused with their sum", "[decide][regions]") {
    CHECK(tables::mistakes(within({{"C1", 0.6, 0.8}, {"C2", 0.6, 1}}), tables::flat(2)) ==
          "error[E404]: the lows under the top sum to 1.2, but shares sum to 1\n  hint: lower some of the lows");
    CHECK(tables::mistakes(within({{"C1", 0, 0.2}, {"C2", 0, 0.5}}), tables::flat(2)) ==
          "error[E404]: the highs under the top sum to 0.7, but shares sum to 1\n  hint: raise some of the highs");
    CHECK(tables::mistakes(within({{"C1", 0.4, 0.2}, {"C2", 0, 1.5}}), tables::flat(2)) ==
          "error[E405]: \"C1\": low 0.4 is above high 0.2\n  hint: the bounds rise from low to high\n"
          "error[E401]: \"C2\": high is 1.5, but a share lies between 0 and 1\n"
          "  hint: bounds are shares of the branch's weight");
    CHECK(check(within({{"C1", 0, 1}}), tables::flat(2)).error().code == errc::missing_key);
    CHECK(check(within({{"C1", std::nan(""), 1}, {"C2", 0, 1}}), tables::flat(2)).error().code == errc::not_a_number);
}

TEST_CASE("constraints that contradict each other are refused with a smallest set of them", "[decide][regions]") {
    const auto set = under({at_least({{"C3", 1}}, 0.1), at_least({{"C1", 1}, {"C2", -2}}, 0),
                            at_least({{"C2", 1}}, 0.4), at_most({{"C1", 1}, {"C3", -1}}, 0.2)});
    CHECK(tables::mistakes(set, tables::flat(3)) ==
          "error[E404]: no shares under the top that are not negative and sum to 1 meet C1 - 2 C2 >= 0 and C2 >= 0.4\n"
          "  hint: drop or loosen one of them; without it, the others can be met");
    CHECK(tables::mistakes(under({at_least({{"C1", 1}, {"C2", 1}}, 1.5)}), tables::flat(3)) ==
          "error[E404]: no shares under the top that are not negative and sum to 1 meet C1 + C2 >= 1.5\n"
          "  hint: drop or loosen it");
    CHECK(check(under({share_constraint{{{"C1", 1}}, 1.5, 1.5}}), tables::flat(2)).error().message ==
          "no shares under the top that are not negative and sum to 1 meet C1 = 1.5");
    CHECK(check(under({share_constraint{{{"C1", -1}}, 1.5, 2}}), tables::flat(2)).error().message ==
          "no shares under the top that are not negative and sum to 1 meet 2 >= -C1 >= 1.5");
}

TEST_CASE("constraints that cannot be read are refused, each at its place", "[decide][regions]") {
    auto set = under({at_least({{"C1", 1}, {"D", -1}}, 0), at_least({{"C1", 1}, {"C1", 1}}, 0), at_least({}, 0),
                      share_constraint{{{"C1", 1}}}, share_constraint{{{"C1", 1}}, 0.5, 0.2}});
    for (std::uint32_t c = 0; c < 5; ++c) set.preferences[0].constraints[c].where = {"w.toml", c + 1, 1};
    CHECK(tables::mistakes(set, tables::flat(2)) ==
          "w.toml:1:1: error[E301]: \"D\" is constrained under the top, but it is not one of its children\n"
          "  hint: known: C1 and C2\n"
          "w.toml:2:1: error[E206]: \"C1\" stands twice in a constraint under the top\n"
          "w.toml:3:1: error[E410]: a constraint under the top is of nothing\n"
          "w.toml:4:1: error[E202]: a constraint under the top has no limit\n"
          "  hint: add at_least, at_most or both\n"
          "w.toml:5:1: error[E405]: at_least 0.5 is above at_most 0.2\n  hint: the bounds rise from low to high");
    CHECK(check(under(std::vector<share_constraint>(65, at_least({{"C1", 1}}, 0))), tables::flat(2)).error().code ==
          errc::limit_exceeded);
    std::vector<share_constraint> first_most;
    for (std::size_t j = 2; j <= 20; ++j) first_most.push_back(at_least({{"C1", 1}, {"C" + std::to_string(j), -1}}, 0));
    CHECK(tables::mistakes(under(first_most), tables::flat(20)) ==
          "error[E701]: the top has more than 4096 corners to its weightings\n"
          "  hint: put some of its children under a branch of their own, or give an order");
    auto mixed = within({{"C1", 0, 1}, {"C2", 0, 1}});
    mixed.how = elicitation::linear;
    CHECK(check(mixed, tables::flat(2)).error().message ==
          "the top has bounds, but the weights are elicited as \"linear\"");
}
