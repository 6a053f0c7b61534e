// SPDX-License-Identifier: Apache-2.0
#include "concordat/assess/ranges.hpp"

#include "small_tree.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <utility>

using namespace concordat;

namespace {

criterion valued(value_function value, sense better = sense::higher) {
    criterion c;
    c.key = "C";
    c.better = better;
    c.value = std::move(value);
    return c;
}

bool spans(const criterion& c, double worst, double best) { return is_range_of(c, {"C", worst, best}); }

/// Two criteria at the top, the second contested.
criteria_tree two() {
    criteria_tree tree;
    tree.key = "criteria.two";
    tree.criteria = {valued(linear_shape{10, 0}, sense::lower), valued(linear_shape{1, 4}, sense::contested)};
    tree.criteria[0].key = "cost";
    tree.criteria[1].key = "bodies";
    return tree;
}

weight_set in_order(std::vector<criterion_range> ranges) {
    weight_set set;
    set.key = "w";
    set.how = elicitation::ordinal;
    set.preferences.push_back({"", {"cost", "bodies"}, {}, {}});
    set.ranges = std::move(ranges);
    return set;
}

std::string mistakes(const weight_set& set) {
    const auto checked = check(set, two());
    return checked ? "none" : to_string(checked.error());
}

}  // namespace

TEST_CASE("a linear criterion is weighed from end to end", "[assess][ranges]") {
    CHECK(spans(valued(linear_shape{0, 1}), 0, 1));
    CHECK_FALSE(spans(valued(linear_shape{0, 1}), 1, 0));
    CHECK_FALSE(spans(valued(linear_shape{0, 1}), -1, 2));
    CHECK(spans(valued(linear_shape{0, 1}, sense::contested), 1, 0));
}

TEST_CASE("a piecewise criterion is weighed from its lowest value to its highest", "[assess][ranges]") {
    const auto c = valued(piecewise_shape{{{0, 0.2}, {1, 0}, {2, 0.5}, {3, 1}, {4, 1}}});
    CHECK(spans(c, 1, 3));
    CHECK(spans(c, 1, 4));
    CHECK_FALSE(spans(c, 0, 4));
    CHECK(range_in_words(c) == "from 1 to 3");
}

TEST_CASE("a peaked criterion is weighed from a foot to the peak", "[assess][ranges]") {
    const auto c = valued(peaked_shape{0, 3, 10});
    CHECK(spans(c, 0, 3));
    CHECK(spans(c, 10, 3));
    CHECK_FALSE(spans(c, 0, 10));
    CHECK(range_in_words(c) == "from 0 or 10 to 3");
}

TEST_CASE("a threshold is weighed across it", "[assess][ranges]") {
    const auto up = valued(threshold_shape{5, sense::higher});
    CHECK(spans(up, 0, 5));
    CHECK(spans(up, 5, 8));
    CHECK_FALSE(spans(up, 6, 8));
    CHECK_FALSE(spans(up, 5, 5));
    const auto down = valued(threshold_shape{5, sense::lower}, sense::lower);
    CHECK(spans(down, 9, 5));
    CHECK_FALSE(spans(down, 0, 9));
    CHECK(range_in_words(up) == "from below 5 to 5");
    CHECK(range_in_words(down) == "from above 5 to 5");
}

TEST_CASE("weights without ranges are importance weights, and refused", "[assess][ranges]") {
    CHECK(mistakes(in_order({})) ==
          "error[E202]: weight set \"w\" says nothing of the ranges that its criteria were weighed over, so it is "
          "importance weighting: how much a criterion counts depends on how far it moves\n"
          "  hint: ask over the ranges of \"criteria.two\", and state them in [ranges] as cost = [worst, best]; cost "
          "runs from 10 to 0");
    CHECK(mistakes(in_order({{"cost", 10, 0}, {"bodies", 1, 4}})) == "none");
    CHECK(mistakes(in_order({{"cost", 10, 0}, {"bodies", 4, 1}})) == "none");
    weight_set nobody;
    CHECK(mistakes(nobody) == "none");
    nobody.ranges = {{"cost", 10, 0}};
    CHECK(check(nobody, two()).error().code == errc::missing_key);
}

TEST_CASE("ranges that are not the criteria's are refused with both", "[assess][ranges]") {
    auto set = in_order({{"cost", 8, 0}, {"bodies", 1, 4}, {"bodies", 1, 4}, {"body", 0, 1}});
    set.preferences[0].order = {"cost"};
    for (std::uint32_t r = 0; r < 4; ++r) set.ranges[r].where = {"w.toml", r + 2, 1};
    set.where = {"w.toml", 1, 1};
    set.preferences[0].where = {"w.toml", 9, 1};
    CHECK(
        mistakes(set) ==
        "w.toml:2:1: error[E207]: criterion \"cost\" was weighed from 8 to 0, but in \"criteria.two\" it runs from 10 "
        "to 0\n"
        "  hint: a weight holds for the range it was asked for; ask again, or use the criteria that were asked about\n"
        "w.toml:4:1: error[E206]: criterion \"bodies\" has two ranges\n"
        "w.toml:5:1: error[E301]: \"body\" has a range, but is no criterion\n"
        "  hint: known: cost and bodies\n"
        "w.toml:9:1: error[E202]: the top is weighed without \"bodies\"\n"
        "  hint: every child of a branch needs its weight or place");
    CHECK(mistakes(in_order({{"cost", 10, 0}})) ==
          "error[E202]: weight set \"w\" lacks the range of bodies\n"
          "  hint: every criterion was weighed over some range; state it as "
          "[worst, best]");
    CHECK(check(in_order({{"cost", 10, 0}, {"bodies", 1, std::numeric_limits<double>::infinity()}}), two())
              .error()
              .code == errc::not_a_number);
}

TEST_CASE("the keys of a tree stand where weights look for them", "[assess][ranges]") {
    const auto tree = value_tree_of(testing::small_tree()).value();
    CHECK(tree.criterion_count() == testing::small_tree().criteria.size());
    CHECK(tree.find(testing::small_tree().criteria.front().key).has_value());
}
