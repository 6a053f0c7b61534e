// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/weights.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using namespace concordat;

namespace {

/// Two branches of two and three criteria, and one criterion at the top.
value_tree two_branches(bool all_count = true) {
    const std::vector<table_branch> branches{{"A", "", ""}, {"B", "", ""}};
    const std::vector<tree_leaf> leaves{{"A1", "A"}, {"A2", "A"}, {"B1", "B"}, {"B2", "B"}, {"B3", "B", all_count},
                                        {"T", ""}};
    return value_tree::make(branches, leaves).value();
}

weight_set over_two_branches() {
    auto set = tables::direct({{"A", 2}, {"B", 1}, {"T", 1}});
    set.preferences.push_back({"A", {}, {{"A1", 1}, {"A2", 3}}, {}});
    set.preferences.push_back({"B", {}, {{"B1", 1}, {"B2", 1}, {"B3", 2}}, {}});
    return set;
}

struct moments {
    std::vector<double> mean;
    std::vector<double> square;
};

moments moments_of(const weighting& w, std::uint64_t samples) {
    moments m{std::vector<double>(w.tree().criterion_count()), std::vector<double>(w.tree().criterion_count())};
    std::vector<double> weights(w.tree().criterion_count());
    for (std::uint64_t k = 0; k < samples; ++k) {
        stream source(3, purpose::weights, k);
        w.draw(source, weights);
        for (std::size_t j = 0; j < weights.size(); ++j) {
            m.mean[j] += weights[j] / static_cast<double>(samples);
            m.square[j] += weights[j] * weights[j] / static_cast<double>(samples);
        }
    }
    return m;
}

constexpr std::uint64_t many_samples = 100'000;
// Weights lie in [0, 1], so a mean's standard error is at most 0.5 / sqrt(samples); five of them.
constexpr double tolerance = 5 * 0.5 / 316.2;

}  // namespace

TEST_CASE("direct weights are divided by their sum and multiplied down the tree", "[decide]") {
    const auto w = weighting::make(over_two_branches(), two_branches()).value();
    CHECK(w.central_weights() == std::vector<double>{0.125, 0.375, 0.0625, 0.0625, 0.125, 0.25});
    CHECK_FALSE(w.uncertain());
    std::vector<double> drawn(6);
    stream source(1, purpose::weights, 0);
    w.draw(source, drawn);
    CHECK(drawn == w.central_weights());
}

TEST_CASE("unknown weights are equal within each branch at their centre", "[decide]") {
    const auto weights = central_weights({}, two_branches()).value();
    const std::vector<double> expected{1.0 / 6, 1.0 / 6, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 3};
    for (std::size_t j = 0; j < expected.size(); ++j) CHECK_THAT(weights[j], Catch::WithinAbs(expected[j], 1e-15));
}

TEST_CASE("ordered weights have the rank-order centroids of Barron and Barrett at their centre", "[decide]") {
    // Barron and Barrett 1996, table of ROC weights for four attributes, to four places.
    const auto four = central_weights(tables::ordinal({"C3", "C1", "C4", "C2"}), tables::flat(4)).value();
    CHECK_THAT(four[2], Catch::WithinAbs(0.5208, 5e-5));
    CHECK_THAT(four[0], Catch::WithinAbs(0.2708, 5e-5));
    CHECK_THAT(four[3], Catch::WithinAbs(0.1458, 5e-5));
    CHECK_THAT(four[1], Catch::WithinAbs(0.0625, 5e-5));
    CHECK(central_weights(tables::ordinal({"C1"}), tables::flat(1)).value() == std::vector<double>{1});
}

TEST_CASE("drawn weights sum to exactly 1 and are not negative", "[decide]") {
    for (const std::size_t n : {1u, 2u, 3u, 19u, 64u}) {
        const auto w = weighting::make({}, tables::flat(n)).value();
        std::vector<double> weights(n);
        for (std::uint64_t k = 0; k < 500; ++k) {
            stream source(1, purpose::weights, k);
            w.draw(source, weights);
            REQUIRE(std::accumulate(weights.begin(), weights.end(), 0.0) == 1.0);
            for (const double each : weights) REQUIRE(each >= 0);
        }
    }
}

TEST_CASE("weights of the whole simplex have the moments of the flat Dirichlet law", "[decide]") {
    constexpr std::size_t n = 5;
    const auto m = moments_of(weighting::make({}, tables::flat(n)).value(), many_samples);
    for (std::size_t j = 0; j < n; ++j) {
        CHECK_THAT(m.mean[j], Catch::WithinAbs(1.0 / n, tolerance));
        CHECK_THAT(m.square[j], Catch::WithinAbs(2.0 / (n * (n + 1)), tolerance));
    }
}

TEST_CASE("ordered weights fall in their order, with the centroid as mean", "[decide]") {
    const auto w = weighting::make(tables::ordinal({"C4", "C2", "C1", "C3"}), tables::flat(4)).value();
    std::vector<double> weights(4);
    for (std::uint64_t k = 0; k < 1000; ++k) {
        stream source(1, purpose::weights, k);
        w.draw(source, weights);
        REQUIRE((weights[3] >= weights[1] && weights[1] >= weights[0] && weights[0] >= weights[2]));
    }
    const auto m = moments_of(w, many_samples);
    for (std::size_t j = 0; j < 4; ++j) CHECK_THAT(m.mean[j], Catch::WithinAbs(w.central_weights()[j], tolerance));
}

TEST_CASE("along a tree the mean of a weight is the product of the means of its shares", "[decide]") {
    const auto w = weighting::make({}, two_branches()).value();
    const auto m = moments_of(w, many_samples);
    for (std::size_t j = 0; j < 6; ++j) CHECK_THAT(m.mean[j], Catch::WithinAbs(w.central_weights()[j], tolerance));
    // The square of a product of independent shares: E[s²] = 2 / (n (n + 1)) at each branch.
    CHECK_THAT(m.square[0], Catch::WithinAbs((2.0 / 12) * (2.0 / 6), tolerance));
    CHECK_THAT(m.square[2], Catch::WithinAbs((2.0 / 12) * (2.0 / 12), tolerance));
}

TEST_CASE("a draw depends on the keys, not on the order of the file", "[decide]") {
    const std::vector<tree_leaf> one{{"C1", ""}, {"C2", ""}, {"C3", ""}};
    const std::vector<tree_leaf> other{{"C3", ""}, {"C1", ""}, {"C2", ""}};
    std::vector<double> a(3);
    std::vector<double> b(3);
    stream first(1, purpose::weights, 7);
    stream second = first;
    weighting::make({}, value_tree::make({}, one).value()).value().draw(first, a);
    weighting::make({}, value_tree::make({}, other).value()).value().draw(second, b);
    CHECK(a == std::vector<double>{b[1], b[2], b[0]});
}

TEST_CASE("what is left out weighs nothing, and its neighbours share its weight", "[decide]") {
    const auto given = weighting::make(over_two_branches(), two_branches(false)).value();
    CHECK(given.central_weights() == std::vector<double>{0.125, 0.375, 0.125, 0.125, 0, 0.25});
    const auto unknown = moments_of(weighting::make({}, two_branches(false)).value(), many_samples);
    CHECK(unknown.mean[4] == 0);
    CHECK_THAT(unknown.mean[2], Catch::WithinAbs(1.0 / 6, tolerance));

    auto only_third = over_two_branches();
    only_third.preferences[2].weights = {{"B1", 0}, {"B2", 0}, {"B3", 1}};
    CHECK(weighting::make(only_third, two_branches()).has_value());
    CHECK(weighting::make(only_third, two_branches(false)).error().message ==
          "without the criteria that are left out, the weights under branch \"B\" sum to 0");
}

TEST_CASE("a branch with one child needs no weight", "[decide]") {
    const std::vector<table_branch> branches{{"A", "", ""}};
    const auto tree = value_tree::make(branches, std::vector<tree_leaf>{{"x", "A"}, {"y", ""}}).value();
    CHECK(central_weights(tables::direct({{"A", 3}, {"y", 1}}), tree).value() == std::vector<double>{0.75, 0.25});
    CHECK(central_weights(tables::ordinal({"A", "y"}), tree).value() == std::vector<double>{0.75, 0.25});
}

TEST_CASE("weights that do not fit the tree are refused, each mistake at its place", "[decide]") {
    auto set = over_two_branches();
    set.where = {"w.toml", 1, 1};
    set.preferences[0] = {"", {}, {{"A", 1}, {"B", -1}, {"A", 2}, {"Tt", 1}}, {"w.toml", 5, 1}};
    set.preferences[1] = {"Aa", {}, {{"A1", 1}}, {"w.toml", 9, 1}};
    set.preferences[2].where = {"w.toml", 7, 1};
    set.preferences.push_back(set.preferences[2]);
    set.preferences.back().where = {"w.toml", 13, 1};
    CHECK(tables::mistakes(set, two_branches()) ==
          "w.toml:1:1: error[E202]: branch \"A\" is not weighed, but it has 2 children\n  hint: children: A1 and A2\n"
          "w.toml:5:1: error[E206]: \"A\" is weighed twice under the top\n"
          "w.toml:5:1: error[E301]: \"Tt\" is weighed under the top, but it is not one of its children\n"
          "  hint: did you mean \"T\"?\n"
          "w.toml:5:1: error[E202]: the top is weighed without \"T\"\n"
          "  hint: every child of a branch needs its weight or place\n"
          "w.toml:5:1: error[E401]: \"B\": the weight -1 is below 0\n"
          "w.toml:9:1: error[E301]: weights are given under \"Aa\", which is no branch\n  hint: did you mean \"A\"?\n"
          "w.toml:13:1: error[E206]: branch \"B\" is weighed twice");
}

TEST_CASE("weights are finite, and not all zero", "[decide]") {
    const auto code = [](double a, double b) {
        return check(tables::direct({{"C1", a}, {"C2", b}}), tables::flat(2)).error().code;
    };
    CHECK(code(0, 0) == errc::weights_do_not_sum);
    CHECK(code(1e308, 1e308) == errc::weights_do_not_sum);
    CHECK(code(std::numeric_limits<double>::quiet_NaN(), 1) == errc::not_a_number);
    CHECK(code(std::numeric_limits<double>::infinity(), 1) == errc::not_a_number);
    CHECK(central_weights(tables::direct({{"C1", 0}, {"C2", 5}}), tables::flat(2)).value() ==
          std::vector<double>{0, 1});
}

TEST_CASE("numbers, orders and silence are not mixed", "[decide]") {
    auto set = tables::ordinal({"C1", "C2"});
    set.how = elicitation::direct;
    CHECK(check(set, tables::flat(2)).error().message ==
          "the top has an order, but the weights are elicited as \"direct\"");
    set = tables::direct({{"C1", 1}, {"C2", 1}});
    set.how = elicitation::ordinal;
    CHECK(check(set, tables::flat(2)).error().message ==
          "the top has numbers, but the weights are elicited as \"ordinal\"");
    set.how = elicitation::none;
    CHECK(check(set, tables::flat(2)).error().code == errc::conflicting_keys);
}
