// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/selfcheck.hpp"

#include "concordat/impl/decide_selfcheck_rules.hpp"
#include "tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace concordat;
namespace rules = concordat::detail::selfchecking;

namespace {

rank_sampling few(std::uint64_t seed = 1) {
    rank_sampling sampling;
    sampling.samples = 500;
    sampling.seed = seed;
    return sampling;
}

performance_table uncertain_table() {
    auto table = tables::of({{interval_value{0.2, 0.6}, exact_value{0.5}, exact_value{0.9}},
                             {exact_value{0.7}, triangular_value{0.1, 0.4, 0.6}, exact_value{0.1}},
                             {exact_value{0.3}, exact_value{0.6}, exact_value{0.4}}});
    table.criteria[1].value = peaked_shape{0, 0.5, 1};
    table.criteria[2].value = linear_shape{1, 0};
    return table;
}

rules::subject subject_of(const performance_table& table, const weight_set& weights, std::uint64_t seed = 1) {
    const auto scenarios = check(table_scenarios{table, {}}).value();
    return {scenarios, weights, few(seed), rank_probability(scenarios, weights, few()).value()};
}

}  // namespace

TEST_CASE("every rule is tried and holds, whatever the table, the weights and the scenarios", "[decide]") {
    stream s(11, purpose::test, 0);
    std::vector<performance_table> all{uncertain_table(), tables::of_values({{0.5}})};
    for (int i = 0; i < 5; ++i) all.push_back(tables::random(s, 2 + i, 3, 4));
    for (auto& table : all) {
        table_scenarios scenarios{table, {table.cells, table.cells}};
        scenarios.cells[1][0] = exact_value{0.25};
        const auto order = table.criteria.size() == 3 ? tables::ordinal({"C2", "C1", "C3"}) : weight_set{};
        for (const auto& weights : {weight_set{}, order})
            for (const auto& given : {table_scenarios{table, {}}, scenarios}) {
                const auto found = selfcheck(given, weights, few()).value();
                REQUIRE(found.size() == 8);
                for (const auto& one : found) {
                    INFO(one.rule << ": " << one.broken);
                    CHECK(one.passed());
                    CHECK(one.cases > 0);
                }
            }
    }
}

TEST_CASE("criteria that are left out, and branches, are no reason to fail", "[decide]") {
    auto table = uncertain_table();
    table.branches = {{"B", "", ""}};
    table.criteria[0].parent = table.criteria[1].parent = "B";
    table.criteria[1].gaps = gap_rule::leave_out;
    table.cells[1] = missing_value{};
    table.criteria[0].gaps = gap_rule::whole_scale;
    table.cells[3] = missing_value{};
    for (const auto& one : selfcheck({table, {}}, {}, few()).value()) {
        INFO(one.rule << ": " << one.broken);
        CHECK(one.passed());
    }
}

TEST_CASE("counts that are not those of the samples break the rules about them", "[decide]") {
    // Counted with seed 1, and asked with seed 2.
    const auto other = subject_of(uncertain_table(), {}, 2);
    std::size_t cases = 0;
    CHECK_FALSE(rules::order_of_options_is_nothing(other, cases).value().empty());
    CHECK(rules::machine_changes_nothing(other, cases).value() == "with 1 threads the counts are others");
    const auto same = subject_of(uncertain_table(), {});
    CHECK(rules::order_of_options_is_nothing(same, cases).value().empty());
    CHECK(rules::machine_changes_nothing(same, cases).value().empty());
}

TEST_CASE("a value function that never reaches its ends breaks the rule about them", "[decide]") {
    auto subject = subject_of(uncertain_table(), {});
    std::size_t cases = 0;
    CHECK(rules::ends_of_scales_are_reached(subject, cases).value().empty());
    // Unchecked: the peak lies beyond where the function has come down again.
    subject.scenarios.table.criteria[1].value = peaked_shape{0.5, 0.9, 0.7};
    const auto said = rules::ends_of_scales_are_reached(subject, cases);
    CHECK((!said || !said->empty()));
}

TEST_CASE("what cannot be ranked is refused as ranking refuses it", "[decide]") {
    CHECK(selfcheck({uncertain_table(), {}}, {}, {.samples = 0}).error().code == errc::out_of_range);
    CHECK(selfcheck({performance_table{}, {}}, {}, few()).error().code == errc::missing_value);
}
