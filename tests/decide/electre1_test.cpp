// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/electre1.hpp"

#include "concordat/decide/dominance.hpp"
#include "outrankings.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

/// By whole numbers: agreement and disadvantages in parts of twenty.
bool outranks(const outrankings::example& given, std::size_t a, std::size_t b, int concordance, int discordance,
              discordance_scale scale) {
    int agreed = 0;
    int largest = 0;
    for (std::size_t j = 0; j < given.criteria(); ++j) largest = std::max(largest, given.range(j));
    for (std::size_t j = 0; j < given.criteria(); ++j) {
        const int by = given.worse_by(given.rows[a], given.rows[b], j);
        if (by <= 0) agreed += given.weights[j];
        const int range = scale == discordance_scale::own_range ? given.range(j) : largest;
        if (by > 0 && by * 20 > discordance * range) return false;
    }
    return a != b && agreed * 20 >= concordance * given.total();
}

/// Everything that can be reached, by Warshall's triple loop.
std::vector<std::vector<bool>> closure(std::vector<std::vector<bool>> arcs) {
    for (std::size_t k = 0; k < arcs.size(); ++k)
        for (std::size_t a = 0; a < arcs.size(); ++a)
            for (std::size_t b = 0; b < arcs.size(); ++b)
                if (arcs[a][k] && arcs[k][b]) arcs[a][b] = true;
    return arcs;
}

/// Every set of circuits of which none outranks another and that outranks all others.
std::vector<std::vector<std::size_t>> kernels(const std::vector<std::vector<bool>>& arcs,
                                              const std::vector<std::size_t>& circuit) {
    const std::size_t count = arcs.size();
    std::vector<std::vector<std::size_t>> found;
    for (std::uint32_t chosen = 1; chosen < (1U << count); ++chosen) {
        const auto in = [&](std::size_t i) { return (chosen >> circuit[i] & 1U) != 0; };
        bool only_first = true;
        for (std::size_t i = 0; i < count; ++i) only_first = only_first && ((chosen >> i & 1U) == 0 || circuit[i] == i);
        if (!only_first) continue;
        bool stable = true;
        std::uint32_t beaten = 0;
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b) {
                if (!arcs[a][b] || circuit[a] == circuit[b] || !in(a)) continue;
                stable = stable && !in(b);
                beaten |= 1U << circuit[b];
            }
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < count; ++i) {
            if (in(i)) members.push_back(i);
            stable = stable && (in(i) || (beaten >> circuit[i] & 1U) != 0);
        }
        if (stable) found.push_back(members);
    }
    return found;
}

void check_by_brute_force(const outrankings::example& given, int concordance, int discordance,
                          discordance_scale scale) {
    const std::size_t count = given.options();
    const auto made = electre1(outrankings::matrix(given), {concordance / 20.0, discordance / 20.0, scale}).value();
    std::vector<std::vector<bool>> arcs(count, std::vector<bool>(count));
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            arcs[a][b] = outranks(given, a, b, concordance, discordance, scale);
            REQUIRE(made.outranks[a * count + b] == arcs[a][b]);
        }
    const auto reach = closure(arcs);
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t first = 0;
        while (first != i && !(reach[i][first] && reach[first][i])) ++first;
        REQUIRE(made.circuit[i] == first);
    }
    const auto all = kernels(arcs, made.circuit);
    REQUIRE(all.size() == 1);
    REQUIRE(made.kernel == all.front());
}

/// Wang & Triantaphyllou's wastewater plants.
decision_matrix plants() {
    return outrankings::of({{1, 2, 1, 5, 2, 2, 4},
                            {3, 5, 3, 5, 3, 3, 3},
                            {3, 5, 3, 5, 3, 2, 2},
                            {1, 2, 2, 5, 1, 1, 1},
                            {1, 1, 3, 5, 4, 1, 5}},
                           {1, 1, 1, 1, 1, 1, 1}, {0.078, 0.118, 0.157, 0.314, 0.235, 0.039, 0.059});
}

errc code_of(const result<electre1_result>& made) { return made ? errc::internal : made.error().code; }

}  // namespace

TEST_CASE("ELECTRE I agrees with the matrices of Wang and Triantaphyllou", "[decide][electre]") {
    // "Ranking irregularities when evaluating alternatives by using some ELECTRE methods", Omega 36 (2008), pp. 48-49:
    // all four digits printed of the concordance, and the discordance exactly. All criteria are scored from 1 to 5.
    const auto made = electre1(plants(), {0.75, 0.5, discordance_scale::largest_range}).value();
    check_near(made.concordance, {1,     0.373, 0.412, 0.843, 0.549,  //
                                  0.941, 1,     1,     1,     0.706,  //
                                  0.941, 0.902, 1,     1,     0.706,  //
                                  0.667, 0.314, 0.314, 1,     0.549,  //
                                  0.843, 0.765, 0.765, 0.882, 1},
               1e-12);
    CHECK(made.discordance == std::vector<double>{0,    0.75, 0.75, 0.25, 0.5,   //
                                                  0.25, 0,    0,    0,    0.5,   //
                                                  0.5,  0.25, 0,    0,    0.75,  //
                                                  0.75, 0.75, 0.75, 0,    1,     //
                                                  0.25, 1,    1,    0.25, 0});
    // The paper goes on to ELECTRE II; that the kernel is A2 with A3, and A5, is what the Python package mcda finds
    // too.
    CHECK(made.circuit == std::vector<std::size_t>{0, 1, 1, 3, 4});
    CHECK(made.kernel == std::vector<std::size_t>{1, 2, 4});
}

TEST_CASE("ELECTRE I agrees with the siting study of Cebrián and Porcar", "[decide][electre]") {
    // "Localización empresarial en Aragón", Revista de Métodos Cuantitativos 7 (2009), 31-56, as in the tests of
    // scikit-criteria: concordance to four digits, discordance to the four printed, and plant G alone as the kernel.
    // The values are parts of their columns' sums, and so on one scale.
    const std::vector<std::vector<double>> raw{{6, 5, 28, 5, 5}, {4, 2, 25, 10, 9}, {5, 7, 35, 9, 6},
                                               {6, 1, 27, 6, 7}, {6, 8, 30, 7, 9},  {5, 6, 26, 4, 8}};
    const std::vector<double> sums{32, 29, 171, 41, 44};
    auto parts = raw;
    for (auto& row : parts)
        for (std::size_t j = 0; j < row.size(); ++j) row[j] /= sums[j];
    const auto matrix = outrankings::of(parts, {1, 1, -1, 1, 1}, {0.25, 0.25, 0.1, 0.2, 0.2});
    const auto made = electre1(matrix, {0.65, 0.35, discordance_scale::largest_range}).value();
    check_near(made.concordance, {1,    0.5,  0.35, 0.5,  0.35, 0.45,  //
                                  0.5,  1,    0.5,  0.75, 0.5,  0.5,   //
                                  0.65, 0.5,  1,    0.45, 0.2,  0.7,   //
                                  0.75, 0.25, 0.55, 1,    0.35, 0.45,  //
                                  0.9,  0.7,  0.8,  0.9,  1,    0.9,   //
                                  0.55, 0.5,  0.55, 0.55, 0.1,  1},
               1e-12);
    check_near(made.discordance, {0,      0.5052, 0.4042, 0.1883, 0.42857, 0.2825,  //
                                  0.4286, 0,      0.7143, 0.2589, 0.8571,  0.5714,  //
                                  0.1696, 0.2825, 0,      0.1938, 0.2825,  0.2180,  //
                                  0.5714, 0.4042, 0.8571, 0,      1.0,     0.7143,  //
                                  0.0485, 0.3031, 0.2021, 0.0727, 0,       0.0969,  //
                                  0.1295, 0.6063, 0.5052, 0.2021, 0.3031,  0},
               0.6e-4);
    CHECK(made.kernel == std::vector<std::size_t>{4});
}

TEST_CASE("on random tables each option outranks as whole numbers say, and the kernel is the only one",
          "[decide][electre]") {
    stream s(41, purpose::test, 0);
    int with_circuits = 0;
    for (int round = 0; round < 400; ++round) {
        const auto given = outrankings::random(s, 9, 4, 5);
        const auto scale = round % 2 == 0 ? discordance_scale::own_range : discordance_scale::largest_range;
        const int concordance = 8 + outrankings::below(s, 13);
        const int discordance = outrankings::below(s, 21);
        check_by_brute_force(given, concordance, discordance, scale);
        const auto made = electre1(outrankings::matrix(given), {concordance / 20.0, discordance / 20.0, scale}).value();
        for (std::size_t i = 0; i < given.options(); ++i) with_circuits += made.circuit[i] != i ? 1 : 0;
    }
    CHECK(with_circuits > 100);
}

TEST_CASE("the order of options and criteria and the unit of weights change nothing in ELECTRE I",
          "[decide][electre]") {
    stream s(42, purpose::test, 0);
    for (int round = 0; round < 100; ++round) {
        const auto given = outrankings::random(s, 8, 4, 4);
        const std::size_t count = given.options();
        const electre1_levels levels{0.7, 0.5};
        const auto made = electre1(outrankings::matrix(given), levels).value();

        const auto order = outrankings::shuffled(s, count);
        const auto moved = electre1(outrankings::matrix(outrankings::reordered(given, order)), levels).value();
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = 0; b < count; ++b) {
                REQUIRE(moved.concordance[a * count + b] == made.concordance[order[a] * count + order[b]]);
                REQUIRE(moved.discordance[a * count + b] == made.discordance[order[a] * count + order[b]]);
            }
            const auto holds = [](const std::vector<std::size_t>& kernel, std::size_t option) {
                return std::find(kernel.begin(), kernel.end(), option) != kernel.end();
            };
            REQUIRE(holds(moved.kernel, a) == holds(made.kernel, order[a]));
        }

        const auto names = outrankings::shuffled(s, given.criteria());
        const auto turned =
            electre1(outrankings::matrix(outrankings::criteria_reordered(given, names), names, 1), levels).value();
        CHECK(turned.concordance == made.concordance);
        CHECK(turned.discordance == made.discordance);
        CHECK(electre1(outrankings::matrix(given, outrankings::in_order(given.criteria()), 4), levels)
                  .value()
                  .concordance == made.concordance);
        CHECK(electre1(outrankings::matrix(given, outrankings::in_order(given.criteria()), 3), levels).value().kernel ==
              made.kernel);
    }
}

TEST_CASE("a level that weights add up to is reached, whatever rounding makes of the sum", "[decide][electre]") {
    // 0.7 + 0.1 is 0.7999999999999999…
    const auto matrix = outrankings::of({{1, 1, 0}, {0, 0, 1}}, {1, 1, 1}, {7, 1, 2});
    CHECK(electre1(matrix, {0.8, 1}).value().kernel == std::vector<std::size_t>{0});
    CHECK(electre1(matrix, {0.81, 1}).value().kernel == std::vector<std::size_t>{0, 1});
}

TEST_CASE("one option, equal options and a criterion that tells nothing apart", "[decide][electre]") {
    const auto one = electre1(outrankings::of({{3}}, {1}, {1}), {}).value();
    CHECK(one.concordance == std::vector<double>{1});
    CHECK(one.discordance == std::vector<double>{0});
    CHECK(one.outranks == std::vector<bool>{false});
    CHECK(one.kernel == std::vector<std::size_t>{0});

    // A1 and A2 are equal, lie on a circuit, and leave together.
    const auto two = electre1(outrankings::of({{1, 5}, {1, 5}, {0, 5}}, {1, 1}, {1, 1}), {}).value();
    CHECK(two.circuit == std::vector<std::size_t>{0, 0, 2});
    CHECK(two.kernel == std::vector<std::size_t>{0, 1});
    CHECK(two.discordance[2 * 3 + 0] == 1);
}

TEST_CASE("a criterion without weight does not agree, but objects", "[decide][electre]") {
    const auto matrix = outrankings::of({{1, 0}, {0, 9}}, {1, 1}, {1, 0});
    const auto made = electre1(matrix, {1, 0.5}).value();
    CHECK(made.concordance[1] == 1);
    CHECK(made.discordance[1] == 1);
    CHECK(made.kernel == std::vector<std::size_t>{0, 1});
}

TEST_CASE("wrong levels and matrices that cannot be compared are refused by ELECTRE I", "[decide][electre]") {
    const auto matrix = outrankings::of({{1}, {2}}, {1}, {1});
    CHECK(code_of(electre1(matrix, {1.5, 0})) == errc::out_of_range);
    CHECK(code_of(electre1(matrix, {std::numeric_limits<double>::quiet_NaN(), 0})) == errc::not_a_number);
    const auto both = electre1(matrix, {-0.5, 2});
    REQUIRE_FALSE(both);
    CHECK(both.error().message == "the concordance level is -0.5; between 0 and 1 was expected");
    REQUIRE(both.error().more.size() == 1);
    CHECK(both.error().more[0].message == "the discordance level is 2; between 0 and 1 was expected");

    const auto apart = electre1(outrankings::of({{-1e308}, {1e308}}, {1}, {1}), {});
    REQUIRE_FALSE(apart);
    CHECK(apart.error().code == errc::bad_interval);
    CHECK(apart.error().message == "criterion \"C1\": -1e+308 and 1e+308 are too far apart to subtract");

    const std::vector<std::vector<double>> many(most_compared + 1, {0});
    CHECK(code_of(electre1(outrankings::of(many, {1}, {1}), {})) == errc::limit_exceeded);
}
