// SPDX-License-Identifier: Apache-2.0
// Values of information that others have published, and those that have a closed form.
#include "concordat/decide/value_of_information.hpp"

#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

/// What each option pays in a state, and how many in a hundred times it comes about.
struct state {
    std::size_t times = 0;
    std::vector<double> payoffs;
};

/// Each state as often as it comes about, so that scenarios are equally likely; one unit of value is from the least
/// payoff to the greatest.
struct payoff_table {
    table_scenarios scenarios;
    double least = 0;
    double unit = 1;

    [[nodiscard]] double expected(const value_of_information& found) const { return least + unit * found.expected; }
};

payoff_table of(const std::vector<state>& states) {
    payoff_table made;
    made.least = states[0].payoffs[0];
    double greatest = made.least;
    for (const auto& [times, payoffs] : states) {
        made.least = std::min(made.least, *std::min_element(payoffs.begin(), payoffs.end()));
        greatest = std::max(greatest, *std::max_element(payoffs.begin(), payoffs.end()));
        std::vector<quantity> cells;
        for (const double payoff : payoffs) cells.emplace_back(exact_value{payoff});
        made.scenarios.cells.insert(made.scenarios.cells.end(), times, cells);
    }
    made.unit = greatest - made.least;
    made.scenarios.table = tables::of_values(std::vector<std::vector<double>>(states[0].payoffs.size(), {0}));
    made.scenarios.table.criteria[0].value = linear_shape{made.least, greatest};
    return made;
}

/// The unit normal loss: what a normal quantity of that mean and deviation falls short of 0 by, on average, when the
/// mean is above 0. So much is gained by knowing it before choosing between it and nothing.
double loss(double mean, double sd) {
    const double z = std::fabs(mean) / sd;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
    return sd * density - std::fabs(mean) * std::erfc(z / std::sqrt(2.0)) / 2;
}

}  // namespace

TEST_CASE("a new plant: perfect information is worth $68,000", "[decide][what_if]") {
    // The lecture slides "Decision making tools", A-18 to A-22 (coursehero.com, file 8871057): a large plant pays
    // 200,000 or loses 180,000, a small one pays 100,000 or loses 20,000, none pays nothing. With even odds the small
    // one is best at 40,000; with 0.6 for a favourable market the best is worth 52,000, perfect information gives
    // 120,000, and so is worth 68,000.
    const auto even = of({{50, {200'000, 100'000, 0}}, {50, {-180'000, -20'000, 0}}});
    const auto first = value_of_information_of(even.scenarios, {}).value();
    CHECK(first.choice == 1);
    CHECK_THAT(even.expected(first), Catch::WithinAbs(40'000, 1e-6));
    const auto favourable = of({{60, {200'000, 100'000, 0}}, {40, {-180'000, -20'000, 0}}});
    const auto second = value_of_information_of(favourable.scenarios, {}).value();
    CHECK(second.choice == 1);
    CHECK_THAT(favourable.expected(second), Catch::WithinAbs(52'000, 1e-6));
    CHECK_THAT(second.evpi.value * favourable.unit, Catch::WithinAbs(68'000, 0.01));
}

TEST_CASE("a new design, and a trial: perfect information is worth $9,567 and $220,000", "[decide][what_if]") {
    // A solution in engineering economy (coursehero.com, file p2jp11h): a new design earns 79,063, 11,042 or -63,781
    // with 0.30, 0.55 and 0.15, to the dollar; 20,225 as expected, 29,792 with perfect information.
    const auto design = of({{30, {79'063, 0}}, {55, {11'042, 0}}, {15, {-63'781, 0}}});
    const auto earned = value_of_information_of(design.scenarios, {}).value();
    CHECK(earned.choice == 0);
    CHECK_THAT(design.expected(earned), Catch::WithinAbs(20'225, 0.5));
    CHECK_THAT(earned.evpi.value * design.unit, Catch::WithinAbs(9'567, 0.5));
    // Problem 15.10 of a solutions manual in management science (coursehero.com, file 6536980): a trial costs 2, 1, 0.5
    // or 0 million with 0.1, 0.2, 0.3 and 0.4, a settlement 0.6.
    const auto trial = of({{10, {-2, -0.6}}, {20, {-1, -0.6}}, {30, {-0.5, -0.6}}, {40, {0, -0.6}}});
    const auto fought = value_of_information_of(trial.scenarios, {}).value();
    CHECK(fought.choice == 0);
    CHECK_THAT(trial.expected(fought), Catch::WithinAbs(-0.55, 1e-9));
    CHECK_THAT(fought.evpi.value * trial.unit, Catch::WithinAbs(0.22, 1e-8));
}

TEST_CASE("Goodwin and Wright's potatoes: what a test that can be wrong is worth", "[decide][what_if]") {
    // "Decision analysis for management judgment" (3rd edition, 2004), figure 8.11: potatoes earn 90,000 or, with the
    // virus (0.3), lose 20,000, another crop earns 30,000. Without the test 57,000 are expected, with it 62,155: it
    // says "virus" with 0.41, and then the virus is there with 0.66, otherwise with 0.05. Those are 27 of 41 and 3 of
    // 59 in a hundred; with the book's two digits rounded, the value with the test is 62,100, and all else to the
    // digit.
    const auto potatoes = of({{27, {-20'000, 30'000}},   // it says so and is right
                              {14, {90'000, 30'000}},    // it says so and is wrong
                              {3, {-20'000, 30'000}},    // it misses the virus
                              {56, {90'000, 30'000}}});  // it rightly sees none
    scenario_markers markers{2, {}, {{0}, {1}}};
    for (std::size_t z = 0; z < 100; ++z) {
        markers.present.push_back(z < 41);
        markers.present.push_back(z < 27 || (z >= 41 && z < 44));
    }
    const auto found = value_of_information_of(potatoes.scenarios, {}, markers).value();
    CHECK(found.choice == 0);
    CHECK_THAT(potatoes.expected(found), Catch::WithinAbs(57'000, 1e-6));
    const double with_test = potatoes.expected(found) + potatoes.unit * found.groups[0].value;
    CHECK_THAT(with_test, Catch::WithinAbs(0.41 * 30'000 + 0.56 * 90'000 - 0.03 * 20'000, 0.01));
    // A digit of the second posterior, 0.005, moves the book's figure by 0.59 · 110,000 · 0.005.
    CHECK_THAT(with_test, Catch::WithinAbs(62'155, 0.59 * 110'000 * 0.005));
    // To know whether the virus is there is to know all.
    CHECK(found.groups[1] == found.evpi);
}

TEST_CASE("normal cells against a sure thing: the unit normal loss", "[decide][what_if]") {
    // No published value of knowing one of several normal cells was found, so these are in closed form. Of a lead that
    // is normal, mean m and deviation s, perfect information is worth s phi(m / s) - |m| Phi(-|m| / s); of one cell of
    // two, the same with the deviation that it alone brings.
    for (const double lead : {-0.02, 0.0, 0.03}) {
        auto table = tables::of(
            {{normal_value{0.5 + lead, 0.06}, normal_value{0.5 + lead, 0.08}}, {exact_value{0.5}, exact_value{0.5}}});
        const auto found = value_of_information_of({table, {}}, {}, {}, {200'000, 1, 0, {}}).value();
        const auto agrees = [](const estimate& each, double expected) {
            CHECK(each.standard_error < 1e-3);
            CHECK_THAT(each.value, Catch::WithinAbs(expected, 4 * each.standard_error));
        };
        if (lead != 0) CHECK(found.choice == (lead < 0 ? 1u : 0u));
        agrees(found.evpi, loss(lead, 0.05));
        REQUIRE(found.cells.size() == 2);
        agrees(found.cells[0].evppi, loss(lead, 0.03));
        agrees(found.cells[1].evppi, loss(lead, 0.04));
        agrees(found.criteria[0], loss(lead, 0.03));
    }
}
