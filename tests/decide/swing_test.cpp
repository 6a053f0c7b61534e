// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/swing.hpp"

#include "concordat/core/random.hpp"
#include "tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;

namespace {

value_tree flat(const std::vector<std::string>& keys) {
    std::vector<tree_leaf> leaves;
    for (const auto& key : keys) leaves.push_back({key, ""});
    return value_tree::make({}, leaves).value();
}

weight_set swings(std::vector<swing_points> points, std::vector<swing_ratio> ratios = {}) {
    weight_set set;
    set.key = "w";
    set.how = elicitation::swing;
    set.preferences.push_back({"", {}, {}, {}, std::move(points), std::move(ratios)});
    return set;
}

double of(const std::vector<double>& weights, std::size_t criterion) { return weights[criterion]; }

}  // namespace

TEST_CASE("the swing weights of Goodwin and Wright's office", "[decide][swing]") {
    // Goodwin and Wright, "Decision analysis for management judgment", chapter 3: six attributes of an office, swings
    // of 100, 80, 70, 30, 20 and 10 points, weights of 32, 26, 23, 10, 6 and 3 per cent, to whole per cents.
    const auto tree = flat({"closeness", "visibility", "image", "size", "comfort", "parking"});
    const auto set =
        swings({{"closeness", 100}, {"visibility", 80}, {"image", 70}, {"size", 30}, {"comfort", 20}, {"parking", 10}});
    const auto weights = central_weights(set, tree).value();
    const std::vector<double> published{32, 26, 23, 10, 6, 3};
    for (std::size_t j = 0; j < published.size(); ++j) CHECK(std::floor(100 * of(weights, j) + 0.5) == published[j]);
    const auto played = replay(set, tree).value();
    REQUIRE(played.judgements.size() == 5);
    CHECK(played.largest_deviation == 0);
    CHECK(played.judgements[0].of == "visibility");
    CHECK(played.judgements[0].to == "closeness");
    CHECK(played.judgements[0].stated == 0.8);
}

TEST_CASE("the working conditions of Goodwin and Wright's office, where turnover does not count", "[decide][swing]") {
    // The same chapter, page 47: where turnover has no weight, the 30, 20 and 10 of size, comfort and parking are
    // normalised to 50, 33.3 and 16.7. The swing that counts most has 100 points here, so all three are made larger.
    const auto tree = flat({"size", "comfort", "parking"});
    const auto set = swings({{"size", 100}, {"comfort", 100 * 20.0 / 30}, {"parking", 100 * 10.0 / 30}});
    const auto weights = central_weights(set, tree).value();
    const std::vector<double> published{50, 33.3, 16.7};
    for (std::size_t j = 0; j < published.size(); ++j)
        CHECK_THAT(100 * of(weights, j), Catch::WithinAbs(published[j], 0.05));
    const auto ratios = swings({}, {{"size", "comfort", 1.5}, {"comfort", "parking", 2}});
    for (std::size_t j = 0; j < published.size(); ++j)
        CHECK_THAT(100 * of(central_weights(ratios, tree).value(), j), Catch::WithinAbs(published[j], 0.05));
}

TEST_CASE("ratios that agree give the weights that they state", "[decide][swing]") {
    const auto tree = flat({"A", "B", "C"});
    const auto set = swings({}, {{"A", "B", 2}, {"B", "C", 3}, {"A", "C", 6}});
    const auto weights = central_weights(set, tree).value();
    CHECK_THAT(weights[0], Catch::WithinAbs(0.6, 1e-15));
    CHECK_THAT(weights[1], Catch::WithinAbs(0.3, 1e-15));
    CHECK_THAT(weights[2], Catch::WithinAbs(0.1, 1e-15));
    CHECK(replay(set, tree).value().largest_deviation < 1e-15);
    CHECK_FALSE(weighting::make(set, tree).value().uncertain());
}

TEST_CASE("ratios of every pair give the geometric means of rows", "[decide][swing]") {
    // Crawford and Williams 1985. Written differently: each row's product, and its root by the machine.
    stream s(11, purpose::test, 0);
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 2 + s.bits32() % 6;
        std::vector<std::string> keys;
        for (std::size_t j = 0; j < n; ++j) keys.push_back("C" + std::to_string(j));
        std::vector<double> worth(n), rows(n, 1);
        for (auto& each : worth) each = 1 + 4 * s.uniform();
        std::vector<swing_ratio> ratios;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t k = i + 1; k < n; ++k) {
                // Near enough to the truth that no order goes in a circle, or else the round is refused and left out.
                const double times = worth[i] / worth[k] * (0.95 + 0.1 * s.uniform());
                ratios.push_back({keys[i], keys[k], times});
                rows[i] *= times;
                rows[k] /= times;
            }
        const auto made = central_weights(swings({}, ratios), flat(keys));
        if (!made) {
            CHECK(made.error().code == errc::conflicting_keys);
            continue;
        }
        double sum = 0;
        for (auto& row : rows) sum += row = std::pow(row, 1.0 / static_cast<double>(n));
        for (std::size_t j = 0; j < n; ++j) CHECK_THAT((*made)[j], Catch::WithinAbs(rows[j] / sum, 1e-14));
        std::reverse(ratios.begin(), ratios.end());
        CHECK(central_weights(swings({}, ratios), flat(keys)).value() == *made);
    }
}

TEST_CASE("judgements that disagree are played back beside what the weights imply", "[decide][swing]") {
    // 2 · 2 = 4, and 8 was said: in logarithms the three are missed by a third of ln 2 each, a factor of 2^(1/3).
    const auto tree = flat({"A", "B", "C"});
    const auto set = swings({}, {{"A", "B", 2}, {"B", "C", 2}, {"A", "C", 8}});
    const auto played = replay(set, tree).value();
    REQUIRE(played.judgements.size() == 3);
    const double third = std::cbrt(2.0);
    CHECK_THAT(played.judgements[0].implied, Catch::WithinAbs(2 * third, 1e-14));
    CHECK_THAT(played.judgements[2].implied, Catch::WithinAbs(8 / third, 1e-14));
    for (const auto& each : played.judgements) CHECK_THAT(each.deviation, Catch::WithinAbs(third - 1, 1e-14));
    CHECK_THAT(played.largest_deviation, Catch::WithinAbs(third - 1, 1e-14));
}

TEST_CASE("points and ratios stand side by side, and a swing of no points weighs nothing", "[decide][swing]") {
    const auto tree = flat({"A", "B", "C", "D"});
    const auto set = swings({{"A", 100}, {"B", 50}, {"C", 25}, {"D", 0}}, {{"B", "C", 2}});
    const auto weights = central_weights(set, tree).value();
    CHECK_THAT(weights[0], Catch::WithinAbs(4.0 / 7, 1e-15));
    CHECK(weights[3] == 0);
    CHECK(replay(set, tree).value().judgements.size() == 3);
    CHECK(tables::mistakes(swings({{"A", 100}, {"B", 50}, {"C", 25}, {"D", 0}}, {{"C", "D", 2}}), tree) ==
          "error[E207]: \"D\" has 0 points, so it is no number of times as much as another");
}

TEST_CASE("an order that goes in a circle is printed", "[decide][swing]") {
    const auto tree = flat({"A", "B", "C", "D"});
    const auto round = swings({}, {{"A", "B", 2}, {"C", "B", 0.5}, {"A", "C", 0.8}, {"A", "D", 1}});
    CHECK(tables::mistakes(round, tree) ==
          "error[E207]: the order under the top goes in a circle: "
          "\"A\" over \"B\", \"B\" over \"C\", \"C\" over \"A\"\n"
          "  hint: ask again about one of these pairs");
    // Points count as an order too, and what is as high as another passes it on.
    CHECK(check(swings({{"A", 100}, {"B", 60}, {"C", 60}, {"D", 10}}, {{"D", "C", 1}}), tree).error().message ==
          "the order under the top goes in a circle: \"C\" over \"D\", \"D\" as high as \"C\"");
    CHECK(check(swings({{"A", 100}, {"B", 60}, {"C", 60}, {"D", 10}}, {{"B", "C", 1}}), tree).has_value());
}

TEST_CASE("swings that cannot be turned into weights are refused", "[decide][swing]") {
    const auto tree = flat({"A", "B", "C", "D"});
    CHECK(tables::mistakes(swings({{"A", 90}, {"B", 95}, {"C", 101}, {"D", -1}}), tree) ==
          "error[E401]: the first swing under the top has 90 points, but 100 were expected\n"
          "  hint: the swing that counts most comes first and has 100 points; the others are measured by it\n"
          "error[E401]: \"B\" has 95 points, more than \"A\" before it with 90\n"
          "  hint: swings stand in their order, the one that counts most first\n"
          "error[E401]: \"C\" has 101 points, but a swing has between 0 and 100\n"
          "error[E401]: \"D\" has -1 points, but a swing has between 0 and 100");
    CHECK(tables::mistakes(swings({}, {{"A", "B", 2}, {"C", "D", 2}}), tree) ==
          "error[E202]: no chain of ratios under the top leads to C and D\n"
          "  hint: compare each child with one that has been compared, so that all are connected");
    CHECK(
        tables::mistakes(swings({}, {{"A", "A", 2}, {"A", "Bb", 2}, {"A", "C", 0}}), tree) ==
        "error[E207]: \"A\" is compared with itself\n"
        "error[E301]: \"Bb\" is weighed under the top, but it is not one of its children\n  hint: did you mean \"B\"?\n"
        "error[E401]: \"A\" counts 0 times as much as \"C\", but between 0.01 and 100 times was expected\n"
        "  hint: what hardly counts beside another is better compared with something nearer to it");
    CHECK(check(swings({{"A", 100}, {"B", 50}}), tree).error().code == errc::missing_key);
    CHECK(check(swings({}), tree).error().code == errc::missing_key);
    weight_set unasked;
    unasked.key = "w";
    CHECK(replay(unasked, tree).error().message ==
          "weight set \"w\" was elicited as \"none\"; only swings have judgements to play back");
}

TEST_CASE("swings along a tree, with a criterion left out", "[decide][swing]") {
    const std::vector<table_branch> branches{{"H", "", ""}};
    const std::vector<tree_leaf> leaves{{"a", "H"}, {"b", "H"}, {"c", "H", false}, {"t", ""}};
    const auto tree = value_tree::make(branches, leaves).value();
    auto set = swings({{"H", 100}, {"t", 100}});
    set.preferences.push_back({"H", {}, {}, {}, {}, {{"a", "b", 3}, {"c", "b", 2}}});
    CHECK(central_weights(set, tree).value() == std::vector<double>{0.375, 0.125, 0, 0.5});
}

TEST_CASE("sixty-four criteria, each a hundred times the next", "[decide][swing]") {
    std::vector<std::string> keys;
    std::vector<swing_ratio> ratios;
    for (std::size_t j = 0; j < most_criteria; ++j) {
        keys.push_back("C" + std::to_string(100 + j));
        if (j > 0) ratios.push_back({keys[j - 1], keys[j], 100});
    }
    const auto weights = central_weights(swings({}, ratios), flat(keys)).value();
    CHECK_THAT(weights[0], Catch::WithinAbs(0.99, 1e-12));
    for (const double weight : weights) CHECK(std::isfinite(weight));
    CHECK(replay(swings({}, ratios), flat(keys)).value().largest_deviation < 1e-13);
}
