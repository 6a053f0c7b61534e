// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/weight_stability.hpp"

#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

using namespace concordat;

namespace {

using firsts = std::vector<std::size_t>;

/// Goodwin and Wright, "Decision analysis for management judgment" (3rd edition, 2004), table 3.2: seven offices.
performance_table offices() {
    auto table = tables::of_values({{1.00, 0.60, 1.00, 0.75, 0.00, 0.90},
                                    {0.20, 0.80, 0.10, 0.30, 1.00, 0.30},
                                    {0.80, 0.70, 0.00, 0.00, 0.10, 1.00},
                                    {0.70, 0.50, 0.30, 0.55, 0.30, 0.90},
                                    {0.40, 0.60, 0.90, 1.00, 0.60, 0.70},
                                    {0.00, 0.00, 0.70, 0.00, 0.80, 0.00},
                                    {0.60, 1.00, 0.20, 0.50, 0.50, 0.80}});
    table.branches = {{"turnover", "", ""}, {"working", "", ""}};
    for (std::size_t j = 0; j < 6; ++j) table.criteria[j].parent = j < 3 ? "turnover" : "working";
    return table;
}

weight_set office_weights(double turnover, double working, std::vector<double> below) {
    weight_set set;
    set.how = elicitation::direct;
    set.preferences = {{"", {}, {{"turnover", turnover}, {"working", working}}, {}},
                       {"turnover", {}, {{"C1", below[0]}, {"C2", below[1]}, {"C3", below[2]}}, {}},
                       {"working", {}, {{"C4", below[3]}, {"C5", below[4]}, {"C6", below[5]}}, {}}};
    return set;
}

const weight_stability& of_node(const std::vector<weight_stability>& all, const value_tree& tree,
                                const std::string& key) {
    return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.node == tree.find(key); });
}

/// The shares of an additive result as direct weights, with one node's share set and its neighbours in proportion.
weight_set with_share(const additive_result& sum, std::size_t node, double share) {
    weight_set set;
    set.how = elicitation::direct;
    const auto& nodes = sum.tree.nodes();
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (nodes[at].criterion) continue;
        branch_preference branch;
        branch.parent = nodes[at].key;
        double neighbours = 0;
        for (const std::size_t child : nodes[at].children) neighbours += child == node ? 0 : sum.shares[child];
        const auto count = static_cast<double>(nodes[at].children.size() - 1);
        for (const std::size_t child : nodes[at].children) {
            double weight = sum.shares[child];
            if (nodes[node].parent == at) {
                const double part = neighbours > 0 ? sum.shares[child] / neighbours : 1 / count;
                weight = child == node ? share : (1 - share) * part;
            }
            branch.weights.push_back({nodes[child].key, weight});
        }
        set.preferences.push_back(std::move(branch));
    }
    return set;
}

firsts first_in(const additive_result& sum, double tolerance) {
    double best = 0;
    for (const auto& option : sum.options) best = std::max(best, option.overall);
    firsts first;
    for (std::size_t i = 0; i < sum.options.size(); ++i)
        if (best - sum.options[i].overall <= tolerance) first.push_back(i);
    return first;
}

}  // namespace

TEST_CASE("Goodwin and Wright's offices: how much turnover has to count for Addison Square", "[decide][what_if]") {
    // Page 44: with the printed, rounded weights Addison Square is worth 80.8, Carlisle Walk 47.4, Gorton Square 60.2.
    const auto printed = additive(offices(), office_weights(81, 19, {32, 26, 23, 10, 6, 3})).value();
    CHECK_THAT(printed.options[0].overall, Catch::WithinAbs(0.808, 5e-4));
    CHECK_THAT(printed.options[2].overall, Catch::WithinAbs(0.474, 5e-4));
    CHECK_THAT(printed.options[6].overall, Catch::WithinAbs(0.602, 5e-4));

    // Page 48 and figure 3.7, from the swing weights 100, 80, 70, 30, 20 and 10 of figure 3.5: Elton Street is worth
    // 81.7 without weight on turnover and 60.4 with nothing else; it leads up to a weight of 52.1, and then Addison
    // Square does. No weight on turnover brings another office to the top.
    const auto set = office_weights(250, 60, {100, 80, 70, 30, 20, 10});
    const auto sum = additive(offices(), set).value();
    CHECK_THAT(sum.options[4].node_values[*sum.tree.find("working")], Catch::WithinAbs(0.817, 5e-4));
    CHECK_THAT(sum.options[4].node_values[*sum.tree.find("turnover")], Catch::WithinAbs(0.604, 5e-4));
    const auto all = weight_stabilities(offices(), set).value();
    CHECK(all.size() == 8);
    const auto& turnover = of_node(all, sum.tree, "turnover");
    CHECK(turnover.pieces.size() == 2);
    CHECK(turnover.pieces[0].first == firsts{4});
    CHECK(turnover.pieces[1].first == firsts{0});
    CHECK_THAT(turnover.lower->share, Catch::WithinAbs(0.521, 5e-4));
    CHECK(turnover.lower->weight == turnover.lower->share);
    CHECK_FALSE(turnover.upper);
    CHECK_THAT(turnover.central.share, Catch::WithinAbs(250.0 / 310, 1e-15));
}

TEST_CASE("four alternatives and a probability: the switch points of a lecture", "[decide][what_if]") {
    // Areola, "Decision theory: sensitivity analysis" (scribd.com/document/435822796, 2019): payoffs A 120 and 20, B 60
    // and 40, C 10 and 110, D 90 and 90 in two states. C is best where the first has a probability below 0.2, D up to
    // 0.7, then A, and B never. An expected payoff is a sum weighed by two shares, so the algebra is the same.
    auto table = tables::of_values({{120, 20}, {60, 40}, {10, 110}, {90, 90}});
    for (auto& criterion : table.criteria) criterion.value = linear_shape{0, 120};
    const auto all = weight_stabilities(table, tables::direct({{"C1", 0.5}, {"C2", 0.5}})).value();
    REQUIRE(all.size() == 2);
    const auto& pieces = all[0].pieces;
    REQUIRE(pieces.size() == 3);
    CHECK(pieces[0].first == firsts{2});
    CHECK(pieces[1].first == firsts{3});
    CHECK(pieces[2].first == firsts{0});
    CHECK_THAT(pieces[0].to.share, Catch::WithinAbs(0.2, 1e-12));
    CHECK_THAT(pieces[1].to.share, Catch::WithinAbs(0.7, 1e-12));
    CHECK(all[0].lower == pieces[1].from);
    CHECK(all[0].upper == pieces[1].to);
}

TEST_CASE("Triantaphyllou and Sánchez's weighted sum: critical weights by their formula", "[decide][what_if]") {
    // Decision Sciences 28, 1997, for the weighted sum: a weight w has to change by d = (P_j - P_i) / (a_jk - a_ik), to
    // w - d before the weights are divided by their sum again, for options i and j to draw level.
    const std::vector<std::vector<double>> a{{0.3088, 0.2897, 0.3867, 0.1922},
                                             {0.2163, 0.3458, 0.1755, 0.6288},
                                             {0.4509, 0.2473, 0.1194, 0.0575},
                                             {0.0240, 0.1172, 0.3184, 0.1215}};
    const std::vector<double> w{0.3277, 0.3058, 0.2876, 0.0790};
    const auto table = tables::of_values(a);
    const auto set = tables::direct({{"C1", w[0]}, {"C2", w[1]}, {"C3", w[2]}, {"C4", w[3]}});
    const auto sum = additive(table, set).value();
    const auto all = weight_stabilities(table, set).value();
    REQUIRE(all.size() == 4);
    double total = 0;
    for (const double each : w) total += each;
    for (std::size_t k = 0; k < 4; ++k) {
        std::optional<double> below;
        std::optional<double> above;
        const double share = w[k] / total;
        for (std::size_t j = 1; j < 4; ++j) {
            const double d = (sum.options[j].overall - sum.options[0].overall) / (a[j][k] - a[0][k]);
            if (share - d < 0) continue;
            const double level = (share - d) / (1 - d);
            if (level < 0 || level > 1) continue;
            if (level < share)
                below = below ? std::max(*below, level) : level;
            else
                above = above ? std::min(*above, level) : level;
        }
        CHECK(all[k].lower.has_value() == below.has_value());
        CHECK(all[k].upper.has_value() == above.has_value());
        if (below) CHECK_THAT(all[k].lower->share, Catch::WithinAbs(*below, 1e-12));
        if (above) CHECK_THAT(all[k].upper->share, Catch::WithinAbs(*above, 1e-12));
    }
}

TEST_CASE("switch points agree with a dense grid of weights", "[decide][what_if]") {
    stream s(1, purpose::test, 41);
    for (int round = 0; round < 100; ++round) {
        auto table = tables::random(s, 2 + s.bits32() % 6, 5, 1 + s.bits32() % 6);
        table.branches = {{"B", "", ""}, {"D", "", ""}};
        for (std::size_t j = 0; j < 5; ++j) table.criteria[j].parent = j < 2 ? "B" : j < 4 ? "D" : "";
        weight_set set;
        if (round % 3 != 0) {
            set.how = elicitation::direct;
            const auto weight = [&] { return static_cast<double>(s.bits32() % 4); };
            set.preferences = {{"", {}, {{"B", weight()}, {"D", weight()}, {"C5", 1}}, {}},
                               {"B", {}, {{"C1", 1 + weight()}, {"C2", weight()}}, {}},
                               {"D", {}, {{"C3", weight()}, {"C4", 1 + weight()}}, {}}};
        }
        const auto sum = additive(table, set).value();
        const auto all = weight_stabilities(table, set).value();
        CHECK(all.size() == 7);
        for (const auto& one : all) {
            CHECK(one.pieces.front().from.share == 0);
            CHECK(one.pieces.back().to.share == 1);
            for (std::size_t p = 1; p < one.pieces.size(); ++p) {
                CHECK(one.pieces[p].from == one.pieces[p - 1].to);
                CHECK(one.pieces[p].first != one.pieces[p - 1].first);
            }
            for (const auto& piece : one.pieces)
                for (const double inside : {0.001, 0.6, 0.999}) {
                    const double share = piece.from.share + inside * (piece.to.share - piece.from.share);
                    CHECK(first_in(additive(table, with_share(sum, one.node, share)).value(), 1e-10) == piece.first);
                }
            const auto now = first_in(sum, 1e-12);
            const auto holds_at = [&](double share) {
                return first_in(additive(table, with_share(sum, one.node, share)).value(), 1e-10) == now;
            };
            const double lower = one.lower ? one.lower->share : 0;
            const double upper = one.upper ? one.upper->share : 1;
            if (lower < upper) CHECK(holds_at(lower + 0.5 * (upper - lower)));
            if (one.lower && lower > 0) CHECK_FALSE(holds_at(lower * 0.999999));
            if (one.upper && upper < 1) CHECK_FALSE(holds_at(upper + 1e-6 * (1 - upper)));
        }
    }
}

TEST_CASE("a central weight on a switch point is one itself", "[decide][what_if]") {
    const auto all = weight_stabilities(tables::of_values({{1.0, 0.0}, {0.0, 1.0}}), {}).value();
    REQUIRE(all.size() == 2);
    CHECK(all[0].pieces == std::vector<weight_piece>{{{0, 0}, {0.5, 0.5}, {1}}, {{0.5, 0.5}, {1, 1}, {0}}});
    CHECK(all[0].lower == all[0].central);
    CHECK(all[0].upper == all[0].central);
    // Three lines through one point: the middle one is first there alone, which is no piece.
    const auto three = weight_stabilities(tables::of_values({{1.0, 0.0}, {0.5, 0.5}, {0.0, 1.0}}), {}).value();
    CHECK(three[0].pieces.size() == 2);
    CHECK(three[0].lower == three[0].central);
    // Level at no weight, and apart as soon as there is some.
    const auto edge = tables::of_values({{1.0, 0.5}, {0.0, 0.5}});
    const auto none = weight_stabilities(edge, tables::direct({{"C1", 0}, {"C2", 1}})).value();
    CHECK(none[0].pieces.size() == 1);
    CHECK_FALSE(none[0].lower);
    CHECK(none[0].upper == none[0].central);
}

TEST_CASE("equal options are first together, one option always", "[decide][what_if]") {
    const auto twins = weight_stabilities(tables::of_values({{0.3, 0.7}, {0.3, 0.7}, {0.2, 0.1}}), {}).value();
    for (const auto& one : twins) {
        CHECK(one.pieces.size() == 1);
        CHECK(one.pieces[0].first == firsts{0, 1});
        CHECK_FALSE(one.lower);
        CHECK_FALSE(one.upper);
    }
    const auto alone = weight_stabilities(tables::of_values({{0.0, 0.0}}), {}).value();
    CHECK(alone[0].pieces == std::vector<weight_piece>{{{0, 0}, {1, 1}, {0}}});
    // A single criterion has no neighbour to take weight from.
    CHECK(weight_stabilities(tables::of_values({{0.1}, {0.2}}), {}).value().empty());
}

TEST_CASE("neighbours without weight share equally what a node gives up", "[decide][what_if]") {
    // All weight on C1; as it goes, C2 and C3 get half each, so A2 and A3 tie in its place.
    const auto table = tables::of_values({{1.0, 0.0, 0.0}, {0.5, 1.0, 0.0}, {0.5, 0.0, 1.0}});
    const auto all = weight_stabilities(table, tables::direct({{"C1", 1}, {"C2", 0}, {"C3", 0}})).value();
    CHECK(all[0].pieces[0].first == firsts{1, 2});
    CHECK(all[0].pieces[1].first == firsts{0});
    CHECK_THAT(all[0].lower->share, Catch::WithinAbs(0.5, 1e-15));
    CHECK_FALSE(all[0].upper);
}

TEST_CASE("below a branch without weight nothing moves, and its weight is 0", "[decide][what_if]") {
    auto table = tables::of_values({{1.0, 0.0, 0.4}, {0.0, 1.0, 0.6}});
    table.branches = {{"B", "", ""}};
    table.criteria[0].parent = table.criteria[1].parent = "B";
    weight_set set;
    set.how = elicitation::direct;
    set.preferences = {{"", {}, {{"B", 0}, {"C3", 1}}, {}}, {"B", {}, {{"C1", 1}, {"C2", 1}}, {}}};
    const auto sum = additive(table, set).value();
    const auto all = weight_stabilities(table, set).value();
    const auto& below = of_node(all, sum.tree, "C1");
    CHECK(below.pieces == std::vector<weight_piece>{{{0, 0}, {1, 0}, {1}}});
    CHECK(below.central == weight_level{0.5, 0});
}

TEST_CASE("the order of options changes their positions and nothing else", "[decide][what_if]") {
    stream s(1, purpose::test, 42);
    const auto table = tables::random(s, 6, 4, 50);
    auto turned = table;
    std::reverse(turned.options.begin(), turned.options.end());
    for (std::size_t i = 0; i < 6; ++i)
        std::copy_n(table.cells.begin() + static_cast<std::ptrdiff_t>(4 * (5 - i)), 4,
                    turned.cells.begin() + static_cast<std::ptrdiff_t>(4 * i));
    auto one = weight_stabilities(table, {}).value();
    for (auto& node : one)
        for (auto& piece : node.pieces) {
            for (auto& option : piece.first) option = 5 - option;
            std::reverse(piece.first.begin(), piece.first.end());
        }
    CHECK(one == weight_stabilities(turned, {}).value());
    CHECK(weight_stabilities(performance_table{}, {}).error().code == errc::missing_value);
}
