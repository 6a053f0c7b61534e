// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_weights.hpp"

#include "assess/small_tree.hpp"
#include "concordat/io/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace concordat;

namespace {

/// D over A by two to one, and within D three steps judged two by two, of which the last judgement does not fit.
weights_of_criteria by_swings() {
    weights_of_criteria given;
    given.criteria = testing::small_tree();
    given.weights.key = "weights.swings";
    given.weights.how = elicitation::swing;
    branch_preference top, below;
    top.swings = {{"D", 100}, {"A", 50}};
    below.parent = "D";
    below.ratios = {{"D1", "D2", 2, {}}, {"D2", "H2", 2, {}}, {"D1", "H2", 5, {}}};
    given.weights.preferences = {top, below};
    given.weights.ranges = {{"D1", 0, 1, {}}};
    return given;
}

}  // namespace

TEST_CASE("weights are shown along the tree, with the range that they are of") {
    const auto seen = look_at(by_swings()).value();
    const auto node = [&](const std::string& key) {
        return *std::find_if(seen.nodes.begin(), seen.nodes.end(), [&](const auto& n) { return n.key == key; });
    };
    CHECK(node("D").weight == Approx(2.0 / 3));
    CHECK(node("A1").weight == Approx(1.0 / 3));
    CHECK(node("D1").parent == "D");
    CHECK(node("D1").weight == Approx(node("D").weight * node("D1").share));
    REQUIRE(node("D1").range.has_value());
    CHECK_FALSE(node("D2").range.has_value());
    CHECK(to_sheet(seen).rows.size() == seen.nodes.size());
}

TEST_CASE("judgements are played back beside what the weights imply") {
    const auto seen = look_at(by_swings()).value();
    REQUIRE(seen.replayed.has_value());
    // 2 · 2 was said to be 5: the least squares of logarithms give each of the three a third of that.
    CHECK(seen.replayed->largest_deviation == Approx(0.0772).margin(0.0005));
    const auto sheets = to_sheets(seen);
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[2].rows.size() == seen.replayed->judgements.size());
    CHECK(to_document(seen).find("replay")->find("judgements")->as_array()->size() == sheets[2].rows.size());
}

TEST_CASE("the sets of the default study are shown, and none of them has judgements to play back") {
    for (const auto* set : {"equal", "families-first", "front-line-first", "local-democracy"}) {
        const auto given = load_weights(std::string(CONCORDAT_MODELS) + "/weights/" + set + ".toml").value();
        const auto seen = look_at(given).value();
        CHECK(seen.exact);
        CHECK_FALSE(seen.replayed.has_value());
        double sum = 0;
        for (const auto& n : seen.nodes)
            if (std::none_of(seen.nodes.begin(), seen.nodes.end(), [&](const auto& m) { return m.parent == n.key; }))
                sum += n.weight;
        CHECK(sum == Approx(1));
    }
}
