// SPDX-License-Identifier: Apache-2.0
#include "concordat/assess/criteria.hpp"

#include "small_tree.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Every message of a refused tree, first to last.
std::vector<std::string> refused(const criteria_tree& tree) {
    const auto checked = check(tree);
    REQUIRE_FALSE(checked.has_value());
    std::vector<std::string> messages{checked.error().message};
    for (const auto& other : checked.error().more) messages.push_back(other.message);
    return messages;
}

}  // namespace

TEST_CASE("a tree with measures, branches and policies is accepted as it is") {
    const auto checked = check(small_tree());
    REQUIRE(checked.has_value());
    CHECK(checked->criteria.size() == 4);
}

TEST_CASE("the words of a criterion are those of the files") {
    CHECK(word<value_source>("judgement") == value_source::judgement);
    CHECK(word<gap_rule>("whole_scale") == gap_rule::whole_scale);
    CHECK(name(value_source::graph) == "graph");
    CHECK(name(gap_rule::leave_out) == "leave_out");
    CHECK_FALSE(word<gap_rule>("maybe").has_value());
}

TEST_CASE("a tree's mistakes are all reported at once") {
    auto tree = small_tree();
    tree.criteria[0].measure = "reach_eficiency";
    tree.criteria[1].parent = "E";
    tree.criteria[3].missing.reset();
    CHECK(refused(tree).size() == 3);
}

TEST_CASE("an unknown measure names the nearest") {
    auto tree = small_tree();
    tree.criteria[0].measure = "reach_eficiency";
    const auto checked = check(tree);
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().code == errc::dangling_reference);
    CHECK_THAT(checked.error().message, Catch::Contains("criterion \"A1\"") && Catch::Contains("reach_eficiency"));
    CHECK_THAT(checked.error().hint, Catch::Contains("reach_efficiency"));
}

TEST_CASE("a criterion that no graph can answer must say what a missing value counts as") {
    auto tree = small_tree();
    tree.criteria[3].missing.reset();
    CHECK(refused(tree) == std::vector<std::string>{"criterion \"H2\" can be missing, but does not say what then"});
}

TEST_CASE("a criterion of the panel has no measure, and one of the graph has") {
    auto tree = small_tree();
    tree.criteria[3].measure = "coverage";
    tree.criteria[0].measure.clear();
    const auto messages = refused(tree);
    CHECK_THAT(messages.at(0) + messages.at(1), Catch::Contains("names no measure") && Catch::Contains("cannot have"));
}

TEST_CASE("keys are used once, over branches, criteria, gates and axes") {
    auto tree = small_tree();
    tree.gates.push_back({"A1", "A gate", {}, {}});
    CHECK_THAT(refused(tree).front(), Catch::Contains("\"A1\" stands twice"));
}

TEST_CASE("branches form a tree") {
    auto tree = small_tree();
    SECTION("a branch under itself is a circle") {
        tree.branches[0].parent = "D";
        tree.branches[1].parent = "A";
        CHECK_THAT(refused(tree).front(), Catch::Contains("its own ancestor"));
    }
    SECTION("a branch without a criterion weighs nothing, so it is a mistake") {
        tree.branches.push_back({"Z", "Nothing", "", {}});
        CHECK_THAT(refused(tree).front(), Catch::Contains("branch \"Z\" holds no criterion"));
    }
    SECTION("a parent must be a branch") {
        tree.criteria[0].parent = "a";
        const auto checked = check(tree);
        REQUIRE_FALSE(checked.has_value());
        CHECK_THAT(checked.error().message, Catch::Contains("no branch has this key"));
    }
}

TEST_CASE("evidence names sources and assumptions that stand in the file") {
    auto tree = small_tree();
    tree.sources.push_back({"promise", "The Promise", "https://thepromise.scot", {}, {}, sourcing::official, {}});
    tree.criteria[0].evidence.sources = {"promis"};
    tree.criteria[0].benefit.assumption = "none-such";
    const auto checked = check(tree);
    REQUIRE_FALSE(checked.has_value());
    CHECK_THAT(checked.error().hint, Catch::Contains("promise"));
    CHECK(checked.error().more.size() == 1);
}

TEST_CASE("a criterion speaks to an article only where a source says so, and to each once") {
    auto tree = small_tree();
    tree.sources.push_back({"lundy", "The Lundy model", "https://example.org", {}, {}, sourcing::secondary, {}});
    const auto link = [](int number, std::vector<std::string> sources) {
        article_link made{number, article_reading::same, {}, {}};
        made.evidence.sources = std::move(sources);
        return made;
    };
    SECTION("with a source it is kept") {
        tree.criteria[0].articles = {link(12, {"lundy"}), link(16, {"lundy"})};
        CHECK(check(tree)->criteria[0].articles.size() == 2);
    }
    SECTION("without one it is refused, with the way out") {
        tree.criteria[0].articles = {link(12, {})};
        const auto checked = check(tree);
        REQUIRE_FALSE(checked.has_value());
        CHECK(checked.error().code == errc::missing_key);
        CHECK_THAT(checked.error().message, Catch::Contains("criterion \"A1\", article 12 names no source"));
        CHECK_THAT(checked.error().hint, Catch::Contains("leave the article out"));
    }
    SECTION("an assumption is no source") {
        tree.assumptions.push_back({"we-think", "It fits.", "Nobody says.", 0, {}});
        tree.criteria[0].articles = {link(12, {})};
        tree.criteria[0].articles[0].evidence.assumption = "we-think";
        CHECK(refused(tree).size() == 1);
    }
    SECTION("articles run from 1 to 42, and none stands twice") {
        tree.criteria[0].articles = {link(0, {"lundy"}), link(43, {"lundy"}), link(12, {"lundy"}), link(12, {"lundy"})};
        const auto messages = refused(tree);
        REQUIRE(messages.size() == 3);
        CHECK_THAT(messages[0] + messages[1] + messages[2], Catch::Contains("article 0: expected 1 to 42") &&
                                                                Catch::Contains("article 43: expected") &&
                                                                Catch::Contains("article 12 stands twice"));
    }
    SECTION("a source must be one of the file's") {
        tree.criteria[0].articles = {link(12, {"lundi"})};
        const auto checked = check(tree);
        REQUIRE_FALSE(checked.has_value());
        CHECK_THAT(checked.error().hint, Catch::Contains("lundy"));
    }
    CHECK(word<article_reading>("same") == article_reading::same);
    CHECK(name(article_reading::open) == "open");
}
