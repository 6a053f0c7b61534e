// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/dominance.hpp"

#include "tables.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace concordat;

namespace {

double value(const performance_table& table, std::size_t option, std::size_t criterion) {
    return std::get<exact_value>(table.cell(option, criterion)).value;
}

bool better_by_definition(const performance_table& table, std::size_t a, std::size_t b) {
    std::size_t worse = 0;
    std::size_t better = 0;
    for (std::size_t j = 0; j < table.criteria.size(); ++j) {
        worse += value(table, a, j) < value(table, b, j) ? 1 : 0;
        better += value(table, a, j) > value(table, b, j) ? 1 : 0;
    }
    return worse == 0 && better > 0;
}

/// The longest chain of ever better options that ends above this one.
std::size_t longest_chain(const performance_table& table, std::size_t option) {
    std::size_t longest = 0;
    for (std::size_t k = 0; k < table.options.size(); ++k)
        if (better_by_definition(table, k, option)) longest = std::max(longest, longest_chain(table, k));
    return longest + 1;
}

}  // namespace

TEST_CASE("dominance, front and layers agree with their definitions on random tables", "[decide]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 60; ++round) {
        const auto options = 1 + s.bits32() % 10;
        const auto criteria = 1 + s.bits32() % 4;
        const auto table = tables::random(s, options, criteria, 3);
        const auto relation = dominance(table, dominance_basis::expected).value();
        // Where nothing is uncertain, the robust relation is the same.
        const auto robust = dominance(table, dominance_basis::robust).value();
        const auto layers = pareto_layers(relation);
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < options; ++i) {
            for (std::size_t k = 0; k < options; ++k) {
                CHECK(relation.dominates(i, k) == better_by_definition(table, i, k));
                CHECK(robust.dominates(i, k) == relation.dominates(i, k));
            }
            CHECK(layers[i] == longest_chain(table, i));
            if (longest_chain(table, i) == 1) front.push_back(i);
        }
        CHECK(pareto_front(relation) == front);
    }
}

TEST_CASE("equal options do not dominate each other and stand together", "[decide]") {
    const auto relation =
        dominance(tables::of_values({{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.25}}), dominance_basis::expected).value();
    CHECK_FALSE(relation.dominates(0, 1));
    CHECK_FALSE(relation.dominates(1, 0));
    CHECK(pareto_front(relation) == std::vector<std::size_t>{0, 1});
    CHECK(pareto_layers(relation) == std::vector<std::size_t>{1, 1, 2});
}

TEST_CASE("robust dominance holds against the best that the other can be", "[decide]") {
    const auto table = tables::of({{interval_value{0.5, 0.75}, exact_value{1}},
                                   {interval_value{0.25, 0.5}, exact_value{0.5}},
                                   {interval_value{0.25, 0.625}, exact_value{0.5}}});
    const auto expected = dominance(table, dominance_basis::expected).value();
    const auto robust = dominance(table, dominance_basis::robust).value();
    CHECK(expected.dominates(0, 1));
    CHECK(expected.dominates(0, 2));
    CHECK(robust.dominates(0, 1));
    CHECK_FALSE(robust.dominates(0, 2));
    CHECK(pareto_front(robust) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a criterion that is left out dominates nobody", "[decide]") {
    auto table = tables::of({{exact_value{1}, missing_value{}}, {exact_value{0}, exact_value{1}}});
    table.criteria[1].gaps = gap_rule::leave_out;
    CHECK(dominance(table, dominance_basis::expected).value().dominates(0, 1));
    table.criteria[1].gaps = gap_rule::whole_scale;
    CHECK_FALSE(dominance(table, dominance_basis::robust).value().dominates(0, 1));
}

TEST_CASE("too many options to compare two by two are refused", "[decide]") {
    const auto table = tables::of_values(std::vector<std::vector<double>>(most_compared + 1, {0.5}));
    CHECK(dominance(table, dominance_basis::expected).error().code == errc::limit_exceeded);
}
