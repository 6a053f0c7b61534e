// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/potential_optimality.hpp"

#include "concordat/decide/additive.hpp"
#include "concordat/decide/dominance.hpp"
#include "exact_vertices.hpp"
#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace concordat;

namespace {

constexpr std::int64_t steps = 4;

std::vector<std::vector<std::int64_t>> random_worths(stream& s, std::size_t options, std::size_t criteria) {
    std::vector<std::vector<std::int64_t>> rows(options, std::vector<std::int64_t>(criteria));
    for (auto& row : rows)
        for (auto& value : row) value = s.bits32() % (steps + 1);
    return rows;
}

performance_table table_of(const std::vector<std::vector<std::int64_t>>& rows) {
    std::vector<std::vector<double>> values;
    for (const auto& row : rows) {
        values.emplace_back();
        for (const auto value : row) values.back().push_back(static_cast<double>(value) / steps);
    }
    return tables::of_values(values);
}

std::vector<exact::fraction> difference(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
    std::vector<exact::fraction> row;
    for (std::size_t j = 0; j < a.size(); ++j) row.emplace_back(a[j] - b[j], steps);
    return row;
}

/// The weights in the order of the criteria, when `ordered`.
std::vector<exact::half_space> weights_in(std::size_t criteria, std::size_t others, bool ordered) {
    auto spaces = exact::not_negative(criteria, others);
    for (std::size_t j = 0; ordered && j + 1 < criteria; ++j) spaces[j].row[j + 1] = -1;
    return spaces;
}

double exact_margin(const std::vector<std::vector<std::int64_t>>& rows, std::size_t option, bool ordered) {
    const std::size_t criteria = rows.front().size();
    auto spaces = weights_in(criteria, 1, ordered);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (k == option) continue;
        spaces.push_back({difference(rows[option], rows[k]), 0});
        spaces.back().row.emplace_back(-1);
    }
    std::vector<exact::fraction> objective(criteria + 1);
    objective.back() = 1;
    return exact::greatest(objective, exact::sum_is_one(criteria, 1), spaces).value().number();
}

double exact_lead(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b, bool ordered) {
    return exact::greatest(difference(a, b), exact::sum_is_one(a.size(), 0), weights_in(a.size(), 0, ordered))
        .value()
        .number();
}

/// The lead over the best of the others at one weighting, summed as anybody would.
double margin_at(const performance_table& table, std::size_t option, const std::vector<double>& weights) {
    const auto worths = worths_of(table);
    std::vector<double> values(table.options.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = 0; j < weights.size(); ++j)
            values[i] += weights[j] * worths[i * weights.size() + j].expected;
    double best = -1;
    for (std::size_t k = 0; k < values.size(); ++k)
        if (k != option) best = std::max(best, values[k]);
    return values[option] - best;
}

weight_set order_of(std::size_t criteria) {
    std::vector<std::string> order;
    for (std::size_t j = 0; j < criteria; ++j) order.push_back("C" + std::to_string(j + 1));
    return tables::ordinal(order);
}

/// Two branches: one of C1 to C3, one of C4; and C5 at the top.
performance_table in_branches(performance_table table) {
    table.branches = {{"B1", "", ""}, {"B2", "", ""}};
    for (std::size_t j = 0; j < 4; ++j) table.criteria[j].parent = j < 3 ? "B1" : "B2";
    return table;
}

weight_set branch_orders() {
    weight_set set;
    set.how = elicitation::ordinal;
    set.preferences = {{"", {"B2", "C5", "B1"}, {}, {}}, {"B1", {"C3", "C1", "C2"}, {}, {}}};
    return set;
}

}  // namespace

TEST_CASE("a middle between two extremes is on the front, and yet no weighting need put it first",
          "[decide][programs]") {
    // At equal weights the extremes are worth 0.5, and everywhere else one of them is worth more.
    const auto table = [](double middle) { return tables::of_values({{1, 0}, {0, 1}, {middle, middle}}); };
    const auto below = potential_optimality(table(0.45), {}).value();
    CHECK(pareto_front(dominance(table(0.45), dominance_basis::expected).value()).size() == 3);
    CHECK(below[2].max_margin == Approx(-0.05).margin(1e-9));
    CHECK_FALSE(below[2].potentially_optimal);
    CHECK(below[2].weights[0] == Approx(0.5).margin(1e-9));
    CHECK(below[0].max_margin == Approx(0.55).margin(1e-9));
    CHECK(below[0].weights == std::vector<double>{1, 0});
    const auto level = potential_optimality(table(0.5), {}).value();
    CHECK(level[2].max_margin == Approx(0).margin(1e-9));
    CHECK(level[2].potentially_optimal);
    CHECK(potential_optimality(table(0.75), {}).value()[2].max_margin == Approx(0.25).margin(1e-9));
}

TEST_CASE("an order of the weights rules out what only the reverse would put first", "[decide][programs]") {
    const auto table = tables::of_values({{1, 0}, {0, 1}, {0.5, 0.5}});
    const auto options = potential_optimality(table, tables::ordinal({"C1", "C2"})).value();
    CHECK(options[0].max_margin == Approx(0.5).margin(1e-9));
    CHECK(options[1].max_margin == Approx(0).margin(1e-9));
    CHECK(options[1].potentially_optimal);
    const auto relation = dominance_over(table, tables::ordinal({"C1", "C2"})).value();
    CHECK(relation.dominates == std::vector<bool>{false, true, true, false, false, false, false, true, false});
}

TEST_CASE("margins and leads agree with every vertex looked at in exact fractions", "[decide][programs]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 150; ++round) {
        const std::size_t criteria = 1 + s.bits32() % 3;
        const auto rows = random_worths(s, 2 + s.bits32() % 4, criteria);
        const bool ordered = round % 2 == 1;
        const auto set = ordered ? order_of(criteria) : weight_set{};
        const auto table = table_of(rows);
        const auto options = potential_optimality(table, set).value();
        const auto relation = dominance_over(table, set).value();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double margin = exact_margin(rows, i, ordered);
            CHECK(options[i].max_margin == Approx(margin).margin(1e-9));
            CHECK(options[i].potentially_optimal == (margin >= 0));
            CHECK(margin_at(table, i, options[i].weights) == Approx(options[i].max_margin).margin(1e-12));
            for (std::size_t k = 0; k < rows.size(); ++k) {
                const double lead = i == k ? 0 : exact_lead(rows[i], rows[k], ordered);
                const double other = i == k ? 0 : exact_lead(rows[k], rows[i], ordered);
                CHECK(relation.greatest_lead[i * rows.size() + k] == Approx(lead).margin(1e-9));
                CHECK(relation.dominates[i * rows.size() + k] == (other <= 0 && lead > 0));
            }
        }
    }
}

TEST_CASE("over all weightings, dominance is what can be said before any weight", "[decide][programs]") {
    stream s(2, purpose::test, 0);
    for (int round = 0; round < 20; ++round) {
        const auto table = tables::random(s, 8, 3, 3);
        const auto relation = dominance_over(table, {}).value();
        const auto plain = dominance(table, dominance_basis::expected).value();
        for (std::size_t a = 0; a < 8; ++a)
            for (std::size_t b = 0; b < 8; ++b) CHECK(relation.dominates[a * 8 + b] == plain.dominates(a, b));
    }
}

TEST_CASE("no weighting drawn along a tree has a greater margin, and the one reported keeps the orders",
          "[decide][programs]") {
    stream s(3, purpose::test, 0);
    for (int round = 0; round < 20; ++round) {
        const auto table = in_branches(tables::random(s, 6, 5, 4));
        for (const auto& set : {weight_set{}, branch_orders()}) {
            const auto options = potential_optimality(table, set).value();
            const auto drawn_from = weighting::make(set, tree_of(table)).value();
            std::vector<double> weights(5);
            for (int draw = 0; draw < 100; ++draw) {
                drawn_from.draw(s, weights);
                for (std::size_t i = 0; i < 6; ++i) CHECK(margin_at(table, i, weights) <= options[i].max_margin + 1e-9);
            }
            for (const auto& option : options) {
                if (set.how != elicitation::ordinal) continue;
                const auto& w = option.weights;
                CHECK(w[2] >= w[0] - 1e-9);
                CHECK(w[0] >= w[1] - 1e-9);
                CHECK(w[3] >= w[4] - 1e-9);
                CHECK(w[4] >= w[0] + w[1] + w[2] - 1e-9);
            }
        }
    }
}

TEST_CASE("direct weights leave one weighting, and its margins", "[decide][programs]") {
    stream s(4, purpose::test, 0);
    const auto table = in_branches(tables::random(s, 6, 5, 4));
    weight_set set;
    set.how = elicitation::direct;
    set.preferences = {{"", {}, {{"B1", 2}, {"B2", 0}, {"C5", 1}}, {}},
                       {"B1", {}, {{"C1", 3}, {"C2", 1}, {"C3", 3}}, {}}};
    const auto sum = additive(table, set).value();
    const auto options = potential_optimality(table, set).value();
    for (std::size_t i = 0; i < options.size(); ++i) {
        for (std::size_t j = 0; j < 5; ++j) CHECK(options[i].weights[j] == Approx(sum.weights[j]).margin(1e-9));
        CHECK(options[i].potentially_optimal == (sum.options[i].rank == 1));
    }
}

TEST_CASE("criteria left out have no weight, and their neighbours close up", "[decide][programs]") {
    auto table = tables::of(
        {{exact_value{1}, missing_value{}, exact_value{0}}, {exact_value{0}, exact_value{1}, exact_value{1}}});
    table.criteria[1].gaps = gap_rule::leave_out;
    for (const auto& option : potential_optimality(table, tables::ordinal({"C2", "C3", "C1"})).value()) {
        CHECK(option.weights[1] == 0);
        CHECK(option.weights[2] >= option.weights[0] - 1e-9);
    }
}

TEST_CASE("the order of options changes no answer, equal options tie, and one alone is first", "[decide][programs]") {
    stream s(5, purpose::test, 0);
    auto rows = random_worths(s, 6, 3);
    rows[3] = rows[1];
    auto turned = rows;
    std::reverse(turned.begin(), turned.end());
    const auto options = potential_optimality(table_of(rows), {}).value();
    const auto others = potential_optimality(table_of(turned), {}).value();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(options[i].max_margin == Approx(others[rows.size() - 1 - i].max_margin).margin(1e-9));
        CHECK(options[i].potentially_optimal == others[rows.size() - 1 - i].potentially_optimal);
    }
    CHECK(options[1].potentially_optimal == options[3].potentially_optimal);
    CHECK(options[1].max_margin <= 1e-9);
    const auto alone = potential_optimality(tables::of_values({{0.25, 0.5}}), {}).value();
    CHECK(alone[0].max_margin == 0);
    CHECK(alone[0].potentially_optimal);
    CHECK(alone[0].weights[0] + alone[0].weights[1] == Approx(1));
    CHECK(dominance_over(tables::of_values({{0.25, 0.5}}), {}).value().dominates == std::vector<bool>{false});
}

TEST_CASE("what has no weighting, or too many options, is refused", "[decide][programs]") {
    const auto table = tables::of_values({{1, 0}, {0, 1}});
    CHECK(potential_optimality(table, tables::ordinal({"C1"})).error().code == errc::missing_key);
    CHECK(dominance_over(table, tables::direct({{"C1", 0}, {"C2", 0}})).error().code == errc::weights_do_not_sum);
    CHECK(potential_optimality(tables::of({{missing_value{}}}), {}).error().code == errc::missing_value);
    const auto many = tables::of_values(std::vector<std::vector<double>>(most_programmed + 1, {0.5}));
    CHECK(potential_optimality(many, {}).error().code == errc::limit_exceeded);
    CHECK(dominance_over(many, {}).error().code == errc::limit_exceeded);
}
