// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/ranking_table.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;

namespace {

std::string table(const std::string& normalisation, const std::string& weight = "") {
    return "format = \"concordat/table@1\"\nkey = \"cars\"\ntitle = \"Cars\"\n"
           "criteria = [{ key = \"price\", sense = \"lower\", unit = \"GBP\"" +
           weight +
           " }]\n"
           "options = [{ key = \"a\", values = [20] }, { key = \"b\", values = [{ low = 25, high = 35 }] },"
           " { key = \"c\", values = [{ low = 40, mode = 45, high = 80 }] }]\n"
           "method = { normalisation = \"" +
           normalisation + "\", samples = 10, seed = 7 }\n";
}

/// Two criteria, one of them on a branch, and what `[method]` says.
std::string tree_of_two(const std::string& method) {
    return "format = \"concordat/table@1\"\nkey = \"t\"\ntitle = \"T\"\n"
           "branches = [{ key = \"money\", weight = 3 }]\n"
           "criteria = [{ key = \"price\", parent = \"money\", sense = \"lower\", weight = 2, q = 5,"
           " p = { abs = 5, rel = 0.1 } },\n"
           "  { key = \"size\", sense = \"higher\", weight = 1, function = \"gaussian\", s = 2,"
           " value = { shape = \"peaked\", low = 0, peak = 5, high = 10 } }]\n"
           "options = [{ key = \"a\", values = [1, 2] }, { key = \"b\", values = [2, 5] }]\n"
           "[method]\n" +
           method;
}

}  // namespace

TEST_CASE("a table's cells are numbers, bounds or triangles") {
    const auto read = load_table_text(table("minmax", ", weight = 2"), "cars.toml").value();
    CHECK(read.table.cell(0, 0) == quantity(exact_value{20}));
    CHECK(read.table.cell(1, 0) == quantity(interval_value{25, 35}));
    CHECK(read.table.cell(2, 0) == quantity(triangular_value{40, 45, 80}));
    CHECK(read.weights.how == elicitation::direct);
    CHECK(read.weights.preferences.front().weights == std::vector<given_weight>{{"price", 2}});
    CHECK(read.method.samples == 10);
    CHECK(read.method.seed == 7);
    CHECK(read.method.normalised == normalisation::minmax);
    CHECK_FALSE(read.method.method.has_value());
}

TEST_CASE("a cell may be one of several values, or one of what was observed") {
    const auto read = load_table_text(
        "format = \"concordat/table@1\"\nkey = \"t\"\ntitle = \"T\"\n"
        "criteria = [{ key = \"c\", sense = \"higher\" }]\n"
        "options = [{ key = \"a\", values = [{ values = [3, 1], probabilities = [0.75, 0.25] }] },"
        " { key = \"b\", values = [{ observations = [5, 4, 5] }] }]\n",
        "t.toml");
    REQUIRE(read.has_value());
    CHECK(read->table.cell(0, 0) == quantity(discrete_value{{{1, 0.25}, {3, 0.75}}}));
    CHECK(read->table.cell(1, 0) == quantity(empirical_value{{4, 5, 5}}));
    CHECK(read->method.where.path == "t.toml");
}

TEST_CASE("criteria stand in a tree, with thresholds and value functions of their own") {
    const auto read = load_table_text(tree_of_two(""), "t.toml").value();
    CHECK(read.table.branches.front().key == "money");
    CHECK(read.table.criteria[0].parent == "money");
    CHECK(read.criteria[0].q == threshold{5, 0});
    CHECK(read.criteria[0].p == threshold{5, 0.1});
    CHECK_FALSE(read.criteria[0].v.has_value());
    CHECK(read.criteria[1].function == preference_function::gaussian);
    CHECK(read.criteria[1].s == 2.0);
    CHECK(read.table.criteria[1].value == value_function(peaked_shape{0, 5, 10}));
    CHECK(read.table.criteria[0].value == value_function(linear_shape{2, 1}));
    REQUIRE(read.weights.preferences.size() == 2);
    CHECK(read.weights.preferences[0].parent == "money");
    CHECK(read.weights.preferences[1].weights == std::vector<given_weight>{{"size", 1}, {"money", 3}});
}

TEST_CASE("an order is drawn from, and numbers on the criteria are not") {
    const auto read = load_table_text(tree_of_two("order = [\"size\", \"price\", \"money\"]\n"), "t.toml").value();
    CHECK(read.weights.how == elicitation::direct);
    CHECK(read.sampled.how == elicitation::ordinal);
    CHECK(read.sampled.preferences[0].order == std::vector<std::string>{"size", "money"});
    CHECK(read.sampled.preferences[1].order == std::vector<std::string>{"price"});
}

TEST_CASE("a weight may be bounds of a share, and shares may meet constraints") {
    const auto with = [](const std::string& first, const std::string& second, const std::string& method) {
        return load_table_text(
            "format = \"concordat/table@1\"\nkey = \"t\"\ntitle = \"T\"\n"
            "criteria = [{ key = \"a\", sense = \"higher\"" +
                first + " }, { key = \"b\", sense = \"higher\"" + second +
                " }]\noptions = [{ key = \"x\", values = [1, 2] }]\n[method]\n" + method,
            "t.toml");
    };
    const auto bounded = with(", weight = [0.2, 0.4]", ", weight = [0.6, 0.9]", "seed = 1\n").value();
    CHECK(bounded.sampled.how == elicitation::interval);
    CHECK(bounded.sampled.preferences.front().bounds == std::vector<share_bounds>{{"a", 0.2, 0.4}, {"b", 0.6, 0.9}});
    const auto constrained = with("", "", "constraints = [{ of = { a = 1, b = -2 }, at_least = 0 }]\n").value();
    CHECK(constrained.sampled.how == elicitation::linear);
    REQUIRE(constrained.sampled.preferences.front().constraints.size() == 1);
    CHECK(constrained.sampled.preferences.front().constraints.front().at_least == 0.0);

    const auto refused = [&](const auto& read) { return read ? errc::internal : read.error().code; };
    // Shares of at most 0.3 and 0.4 do not sum to 1; a is at least twice b and at most half of it.
    CHECK(refused(with(", weight = [0, 0.3]", ", weight = [0, 0.4]", "seed = 1\n")) == errc::weights_do_not_sum);
    CHECK(refused(with("", "",
                       "constraints = [{ of = { a = 1, b = -2 }, at_least = 0 },"
                       " { of = { a = 2, b = -1 }, at_most = -0.1 }]\n")) == errc::weights_do_not_sum);
    CHECK(refused(with(", weight = [0.2]", ", weight = 1", "seed = 1\n")) == errc::wrong_type);
    CHECK(refused(with("", "", "order = [\"a\", \"b\"]\nconstraints = [{ of = { a = 1 }, at_least = 0.1 }]\n")) ==
          errc::conflicting_keys);
}

TEST_CASE("a surrogate makes numbers of an order, branch by branch") {
    weight_set set;
    set.how = elicitation::ordinal;
    set.preferences = {{"", {"b", "a"}, {}, {}}, {"a", {"x"}, {}, {}}};
    const auto numbers = with_surrogates(set, surrogate_rule::rank_sum);
    CHECK(numbers.how == elicitation::direct);
    CHECK(numbers.preferences[0].order.empty());
    CHECK(numbers.preferences[0].weights.front().key == "b");
    CHECK(numbers.preferences[0].weights.front().weight == Approx(2.0 / 3));
    CHECK(numbers.preferences[1].weights == std::vector<given_weight>{{"x", 1}});
    CHECK(with_surrogates(numbers, surrogate_rule::rank_sum).preferences[0].weights == numbers.preferences[0].weights);
}

TEST_CASE("statements name options by key, and a named method takes its own keys alone") {
    const auto read = load_table_text(
        tree_of_two("preferences = [[\"b\", \"a\"]]\nindifferences = [[\"a\", \"a\"]]\nv = 0.25\n"), "t.toml");
    REQUIRE(read.has_value());
    CHECK(read->method.statements == std::vector<reference_statement>{{1, 0, reference_judgement::preferred},
                                                                      {0, 0, reference_judgement::indifferent}});
    CHECK(read->method.v == 0.25);
    const auto refused = load_table_text(tree_of_two("name = \"ror\"\nv = 0.25\n"), "t.toml");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == errc::conflicting_keys);
    CHECK(refused.error().message == "method.v is for vikor, but name = \"ror\"");
}

TEST_CASE("without weights every weighting counts as equally likely") {
    const auto read = load_table_text(table("minmax"), "cars.toml").value();
    CHECK(read.weights.how == elicitation::none);
    CHECK(read.weights.preferences.empty());
}

TEST_CASE("where less is better the scale runs from the largest mean to the smallest") {
    const auto read = load_table_text(table("minmax"), "cars.toml").value();
    CHECK(read.table.criteria.front().value == value_function(linear_shape{55, 20}));  // mean of c: (40 + 45 + 80) / 3
    const auto shares = load_table_text(table("max"), "cars.toml").value();
    CHECK(shares.table.criteria.front().value == value_function(linear_shape{55, 0}));
}

TEST_CASE("numbers outside 0 to 1 need a normalisation") {
    const auto read = load_table_text(table("none"), "cars.toml");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::out_of_range);
    CHECK(read.error().where == source_pos{"cars.toml", 4, 12});
}
