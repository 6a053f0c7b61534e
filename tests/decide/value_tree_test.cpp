// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/value_tree.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace concordat;

namespace {

using branches = std::vector<table_branch>;
using leaves = std::vector<tree_leaf>;

std::string mistakes(const branches& b, const leaves& l) {
    const auto tree = value_tree::make(b, l);
    return tree ? "none" : to_string(tree.error());
}

std::vector<std::string> keys(const value_tree& tree) {
    std::vector<std::string> found;
    for (const auto& node : tree.nodes()) found.push_back(node.key);
    return found;
}

}  // namespace

TEST_CASE("a tree stands parents first and neighbours by key, whatever the order it came in", "[decide]") {
    const branches b{{"B.inner", "", "B"}, {"B", "", ""}, {"A", "", ""}};
    const leaves l{{"z", "B.inner"}, {"y", "A"}, {"x", "A"}, {"w", ""}};
    const auto tree = value_tree::make(b, l).value();
    CHECK(keys(tree) == std::vector<std::string>{"", "A", "B", "w", "x", "y", "B.inner", "z"});
    CHECK(tree.nodes()[7].criterion == 0u);
    CHECK(tree.nodes()[7].parent == tree.find("B.inner"));
    CHECK(tree.nodes()[0].children == std::vector<std::size_t>{1, 2, 3});
    CHECK(tree.counted_criteria() == std::vector<std::size_t>{3, 2, 1, 0});
    const auto turned = value_tree::make(branches(b.rbegin(), b.rend()), leaves(l.rbegin(), l.rend())).value();
    CHECK(keys(turned) == keys(tree));
    CHECK_FALSE(tree.find("nobody").has_value());
}

TEST_CASE("what is left out takes its branch along when nothing else is below", "[decide]") {
    const branches b{{"A", "", ""}, {"B", "", ""}};
    const auto tree = value_tree::make(b, leaves{{"x", "A", false}, {"y", "B", false}, {"z", "B"}}).value();
    CHECK(tree.counted_criteria() == std::vector<std::size_t>{2});
    CHECK_FALSE(tree.nodes()[tree.find("A").value()].counted);
    CHECK(tree.nodes()[tree.find("B").value()].counted);
    CHECK(mistakes(b, {{"x", "A", false}, {"y", "B", false}}) ==
          "error[E410]: every criterion is left out; at least one has to count");
}

TEST_CASE("every mistake of a tree is told at once", "[decide]") {
    CHECK(mistakes({{"A", "", ""}, {"A", "", ""}, {"no good", "", ""}}, {{"A", ""}, {"x", "C"}, {"y", "x"}}) ==
          "error[E206]: branch \"A\" has the key of branch \"A\"; branches and criteria share their keys, each used "
          "once\n"
          "error[E406]: branch \"no good\" has a key of another form than letters, digits, \".\", \"_\" and \"-\", at "
          "most 64, the first a letter or digit\n"
          "error[E206]: criterion \"A\" has the key of branch \"A\"; branches and criteria share their keys, each used "
          "once\n"
          "error[E301]: criterion \"x\" has the parent \"C\", which is no branch\n"
          "  hint: known: A, A and no good\n"
          "error[E301]: criterion \"y\" has the parent \"x\", which is no branch\n"
          "  hint: known: A, A and no good");
    CHECK(mistakes({}, {}) == "error[E410]: no criteria; at least one was expected");
    CHECK(mistakes({{"A", "", ""}}, {{"x", ""}}) ==
          "error[E410]: branch \"A\" has nothing below it\n  hint: give it a criterion, or take it out");
}

TEST_CASE("a circle of branches is told once, and printed", "[decide]") {
    CHECK(mistakes({{"A", "", "B"}, {"B", "", "C"}, {"C", "", "A"}, {"D", "", "D"}, {"E", "", "A"}}, {{"x", "E"}}) ==
          "error[E207]: the branches form a circle: A -> B -> C -> A\n  hint: leave out one of the parents\n"
          "error[E207]: the branches form a circle: D -> D\n  hint: leave out one of the parents");
}

TEST_CASE("a tree holds 64 criteria and no more, however deep", "[decide]") {
    leaves many;
    for (std::size_t i = 0; i < most_criteria; ++i) many.push_back({"c" + std::to_string(i), ""});
    CHECK(value_tree::make({}, many).has_value());
    many.push_back({"one-more", ""});
    CHECK(value_tree::make({}, many).error().code == errc::limit_exceeded);

    branches deep;
    for (std::size_t i = 0; i < most_branches; ++i)
        deep.push_back({"b" + std::to_string(i), "", i == 0 ? "" : "b" + std::to_string(i - 1)});
    CHECK(value_tree::make(deep, leaves{{"x", deep.back().key}}).has_value());
    deep.push_back({"deeper", "", deep.back().key});
    CHECK(value_tree::make(deep, leaves{{"x", "deeper"}}).error().code == errc::limit_exceeded);
}
