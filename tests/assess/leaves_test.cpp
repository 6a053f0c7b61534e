// SPDX-License-Identifier: Apache-2.0
#include "concordat/assess/leaves.hpp"

#include "small_tree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// A tree of panel criteria and their values, one row an option; a negative value stands for missing.
struct panel {
    criteria_tree tree;
    concordat::assessment assessment;
};

panel drawn(const std::vector<std::vector<double>>& rows) {
    panel p;
    p.tree.key = "criteria.panel";
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        p.tree.criteria.push_back(judged_criterion("C" + std::to_string(c + 1), "", gap_rule::whole_scale));
        auto& column = p.assessment.table.criteria.emplace_back();
        column.key = p.tree.criteria.back().key;
        column.value = linear_shape{0, 10};
    }
    for (const auto& row : rows) {
        p.assessment.table.options.push_back({"o" + std::to_string(p.assessment.table.options.size()), ""});
        for (const double x : row)
            p.assessment.table.cells.push_back(x < 0 ? quantity{missing_value{}} : quantity{exact_value{x}});
    }
    return p;
}

}  // namespace

TEST_CASE("leaves that say the same thing twice are reported with their correlation") {
    // Against the closed form: the second leaf is a line in the first, the third is unrelated (r = 0 by symmetry).
    const auto p = drawn({{1, 2, 5}, {2, 4, 7}, {3, 6, 7}, {4, 8, 5}});
    const auto report = inspect_leaves(p.tree, p.assessment);
    REQUIRE(report.correlated.size() == 1);
    CHECK(report.correlated[0].first == "C1");
    CHECK(report.correlated[0].second == "C2");
    CHECK(report.correlated[0].correlation == Approx(1.0));
}

TEST_CASE("a leaf that moves against another counts as much as one that moves with it") {
    const auto p = drawn({{1, 9}, {2, 8}, {3, 7}});
    CHECK(inspect_leaves(p.tree, p.assessment).correlated.at(0).correlation == Approx(-1.0));
}

TEST_CASE("a leaf with one value for all options separates nothing and correlates with nothing") {
    const auto p = drawn({{1, 4}, {2, 4}, {3, 4}});
    const auto report = inspect_leaves(p.tree, p.assessment);
    CHECK(report.not_separating == std::vector<std::string>{"C2"});
    CHECK(report.correlated.empty());
}

TEST_CASE("a leaf without any value is not one that does not separate") {
    const auto p = drawn({{1, -1}, {2, -1}});
    const auto report = inspect_leaves(p.tree, p.assessment);
    CHECK(report.without_values == std::vector<std::string>{"C2"});
    CHECK(report.not_separating.empty());
}

TEST_CASE("correlation is over the options that both leaves know") {
    const auto p = drawn({{1, 1}, {2, -1}, {3, 3}, {-1, 9}, {5, 5}});
    CHECK(inspect_leaves(p.tree, p.assessment).correlated.at(0).correlation == Approx(1.0));
}

TEST_CASE("leaves without a source or a stated mechanism are named") {
    auto p = drawn({{1, 2}, {2, 1}});
    p.tree.criteria[0].evidence.sources = {"somewhere"};
    p.tree.criteria[1].theory_of_change.clear();
    const auto report = inspect_leaves(p.tree, p.assessment);
    CHECK(report.without_source == std::vector<std::string>{"C2"});
    CHECK(report.without_mechanism == std::vector<std::string>{"C2"});
}
