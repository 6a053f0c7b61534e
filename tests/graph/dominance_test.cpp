// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/dominance.hpp"

#include "brute_force.hpp"
#include "random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using concordat::testing::draw;

namespace {

dominator_tree tree_of(const model& m) { return {lines_of_accountability(m), mandates(m)}; }

std::string above(const model& m, std::string_view key) {
    const auto tree = tree_of(m);
    const auto body = tree.above(*m.index_of(key));
    return body == tree.root() ? "root" : m.actors()[body].key;
}

/// The one of several dominators below whom no other stands: all the others dominate it.
std::optional<actor_index> lowest(const std::vector<actor_index>& common,
                                  const std::vector<std::vector<actor_index>>& dominators) {
    for (const auto c : common)
        if (std::all_of(common.begin(), common.end(), [&](auto other) {
                return std::find(dominators[c].begin(), dominators[c].end(), other) != dominators[c].end();
            }))
            return c;
    return std::nullopt;
}

}  // namespace

TEST_CASE("every line of a team passes its dominator") {
    const auto m = testing::worked_example();
    CHECK(above(m, "sch") == "edu");
    CHECK(above(m, "camhs") == "ijb");
    CHECK(above(m, "ijb") == "root");
    CHECK(above(m, "ts") == "root");
    CHECK(above(m, "cou") == "root");
    CHECK(above(testing::worked_example_option_x(), "ts") == "sw");
}

TEST_CASE("a superior without a line of its own does not hide the one that has") {
    const auto m = draw(R"(
        actors: adrift council(mandate) education(of council) school(frontline)
        accountable_to: school -> education, adrift; education -> council
    )");
    CHECK(above(m, "school") == "education");
    CHECK_FALSE(tree_of(m).has_line(*m.index_of("adrift")));
}

TEST_CASE("lines in a circle still pass the way out") {
    const auto m = draw(R"(
        actors: council(mandate) a b team(frontline)
        accountable_to: team -> a; a -> b; b -> a, council
    )");
    CHECK(above(m, "team") == "a");
    CHECK(above(m, "a") == "b");
    CHECK(above(m, "b") == "council");
    CHECK(tree_of(m).depth(*m.index_of("team")) == 4);
}

TEST_CASE("lines can be chosen by service and by the age of the child") {
    const auto m = draw(R"(
        actors: council(mandate) board(mandate) team(frontline)
        accountable_to: team -> council [education] 0-18
                        team -> board [health]
    )");
    CHECK(lines_of_accountability(m).edge_count() == 2);
    CHECK(lines_of_accountability(m, {"health"}).edge_count() == 1);
    CHECK(lines_of_accountability(m, {}, 18.0).edge_count() == 1);
    CHECK(lines_of_accountability(m, {"education"}, 18.0).edge_count() == 0);
}

TEST_CASE("dominators are those without whom there is no line") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 4 + seed % 9, .ties = 1.0 + 0.2 * double(seed % 6)});
        const auto expected = testing::dominators(m);
        const auto tree = tree_of(m);
        for (actor_index a = 0; a < m.actors().size(); ++a) {
            auto chain = tree.chain(a);
            CAPTURE(seed, a);
            CHECK(tree.has_line(a) == !expected[a].empty());
            CHECK(tree.depth(a) == chain.size());
            if (tree.has_line(a)) CHECK(chain.front() == a);
            std::sort(chain.begin(), chain.end());
            CHECK(chain == expected[a]);
        }
    }
}

TEST_CASE("the lowest common body is dominated by every other common body") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 9, .ties = 1.0});
        const auto all = testing::dominators(m);
        const auto tree = tree_of(m);
        for (actor_index a = 0; a < 9; ++a)
            for (actor_index b = a; b < 9; ++b)
                for (actor_index c = b; c < 9; c += 3) {
                    std::vector<actor_index> two, common;
                    std::set_intersection(all[a].begin(), all[a].end(), all[b].begin(), all[b].end(),
                                          std::back_inserter(two));
                    std::set_intersection(two.begin(), two.end(), all[c].begin(), all[c].end(),
                                          std::back_inserter(common));
                    CAPTURE(seed, a, b, c);
                    CHECK(tree.lowest_common(std::vector{a, b, c}) == lowest(common, all));
                }
        CHECK_FALSE(tree.lowest_common({}));
    }
}

TEST_CASE("ancestors are whom any line reaches, and oneself") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto m = testing::random_model(seed, {.actors = seed == 0 ? 90U : 10U, .ties = 1.3});
        const testing::all_ways ways(m);
        const ancestry above(lines_of_accountability(m));
        for (actor_index a = 0; a < ways.size(); ++a)
            for (actor_index b = 0; b < ways.size(); ++b) {
                std::vector<actor_index> shared;
                for (actor_index s = 0; s < ways.size(); ++s)
                    if (ways.reaches(a, s) && ways.reaches(b, s)) shared.push_back(s);
                std::optional<actor_index> least;
                for (const auto l : shared)
                    if (!least && std::all_of(shared.begin(), shared.end(), [&](auto u) { return ways.reaches(l, u); }))
                        least = l;
                if (above.reaches(a, b) != ways.reaches(a, b) || above.shared(a, b) != shared ||
                    above.least_shared(a, b) != least) {
                    CAPTURE(seed, a, b);
                    FAIL("differs from the matrix");
                }
            }
    }
}

TEST_CASE("without actors there is nothing to stand above") {
    const auto tree = dominator_tree(network(0, {}), {});
    CHECK(tree.root() == 0);
    CHECK_FALSE(tree.lowest_common({}));
    CHECK_NOTHROW(ancestry(network(0, {})));
}
