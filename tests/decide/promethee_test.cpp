// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/promethee.hpp"

#include "matrices.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace concordat;
using concordat::testing::check_near;

namespace {

using preferences = std::vector<criterion_preference>;
constexpr auto none = std::nullopt;

/// The paper's table of six functions, with the standard library's exponential.
double by_the_book(const criterion_preference& of, double d) {
    if (d <= 0) return 0;
    switch (of.function) {
        case preference_function::usual:
            return 1;
        case preference_function::u_shape:
            return d <= *of.q ? 0 : 1;
        case preference_function::v_shape:
            return d <= *of.p ? d / *of.p : 1;
        case preference_function::level:
            return d <= *of.q ? 0 : d <= *of.p ? 0.5 : 1;
        case preference_function::linear:
            return d <= *of.q ? 0 : d <= *of.p ? (d - *of.q) / (*of.p - *of.q) : 1;
        case preference_function::gaussian:
            break;
    }
    return 1 - std::exp(-d * d / (2 * *of.s * *of.s));
}

criterion_preference random_preference(stream& s, bool with_gaussian) {
    const double q = static_cast<double>(s.bits32() % 4) / 2;
    const double p = q + static_cast<double>(s.bits32() % 5) / 2;
    switch (s.bits32() % (with_gaussian ? 6 : 5)) {
        case 0:
            return {preference_function::usual, none, none, none};
        case 1:
            return {preference_function::u_shape, q, none, none};
        case 2:
            return {preference_function::v_shape, none, p, none};
        case 3:
            return {preference_function::level, q, p, none};
        case 4:
            return {preference_function::linear, q, p, none};
        default:
            return {preference_function::gaussian, none, none, p + 0.5};
    }
}

errc code_of(const criterion_preference& given) {
    const auto found = promethee_flows(matrices::of("+", {1}, {{1}, {2}}), preferences{given});
    return found ? errc::internal : found.error().code;
}

}  // namespace

// Brans, Vincke and Mareschal, "How to select and how to rank projects: the PROMETHEE method", European Journal of
// Operational Research 24, 1986: six sites for a hydroelectric plant, each criterion with another of the six functions.
TEST_CASE("PROMETHEE has the paper's preferences among six power plants to three digits", "[decide][promethee]") {
    const auto matrix = matrices::of("-+---+", {1, 1, 1, 1, 1, 1},
                                     {{80, 90, 6, 5.4, 8, 5},
                                      {65, 58, 2, 9.7, 1, 1},
                                      {83, 60, 4, 7.2, 4, 7},
                                      {40, 80, 10, 7.5, 7, 10},
                                      {52, 72, 6, 2.0, 3, 8},
                                      {94, 96, 7, 3.6, 5, 6}});
    const preferences functions{
        {preference_function::u_shape, 10, none, none}, {preference_function::v_shape, none, 30, none},
        {preference_function::linear, 0.5, 5, none},    {preference_function::level, 1, 6, none},
        {preference_function::usual, none, none, none}, {preference_function::gaussian, none, none, 5}};
    const auto found = promethee(matrix, functions).value();
    check_near(found.pi, {0.000, 0.296, 0.250, 0.268, 0.100, 0.185, 0.462, 0.000, 0.389, 0.333, 0.296, 0.500,
                          0.236, 0.180, 0.000, 0.333, 0.056, 0.429, 0.399, 0.505, 0.305, 0.000, 0.223, 0.212,
                          0.444, 0.515, 0.487, 0.380, 0.000, 0.448, 0.286, 0.399, 0.250, 0.432, 0.133, 0.000},
               0.001);
    CHECK(found.rank.at(4) == 1);
}

// Papathanasiou and Ploskas, "Multiple criteria decision aid", 2018, chapter 3, as pyrepo-mcda tests it.
TEST_CASE("PROMETHEE II agrees to two digits on the book's facility location", "[decide][promethee]") {
    const auto matrix =
        matrices::of("++++", {0.4, 0.3, 0.1, 0.2},
                     {{8, 7, 2, 1}, {5, 3, 7, 5}, {7, 5, 6, 4}, {9, 9, 7, 3}, {11, 10, 3, 7}, {6, 9, 5, 4}});
    const preferences functions(4, {preference_function::linear, 1, 2, none});
    const auto found = promethee_flows(matrix, functions).value();
    check_near(found.phi, {-0.26, -0.52, -0.22, 0.36, 0.70, -0.06}, 0.005);
    CHECK(found.rank == std::vector<std::size_t>{5, 6, 4, 2, 1, 3});
}

// Zhao, Peng and Li, "Revised PROMETHEE II for improving efficiency in emergency response", Procedia Computer Science
// 17, 2013, as pymcdm tests it.
TEST_CASE("PROMETHEE II agrees on the usual function", "[decide][promethee]") {
    const auto matrix = matrices::of("+++", {0.5, 0.3, 0.2}, {{4, 3, 2}, {3, 2, 4}, {5, 1, 3}});
    const preferences functions(3);
    check_near(promethee_flows(matrix, functions).value().phi, {0.1, -0.3, 0.2}, 1e-12);
}

TEST_CASE("flows without comparisons agree with comparing every two", "[decide][promethee]") {
    stream s(1, purpose::test, 0);
    for (int round = 0; round < 400; ++round) {
        auto drawn = matrices::random(s, 1 + s.bits32() % 40, 1 + s.bits32() % 5, 1 + s.bits32() % 12);
        for (auto& row : drawn.rows)
            for (auto& value : row) value += s.uniform() * (round % 2) + 1000 * (round % 3);
        preferences functions;
        for (std::size_t j = 0; j < drawn.better.size(); ++j) functions.push_back(random_preference(s, true));
        const auto matrix = drawn.made();
        const auto found = promethee(matrix, functions).value();
        const std::size_t n = drawn.rows.size(), m = drawn.better.size();
        std::vector<double> plus(n), minus(n), alone(n * m), pi(n * n);
        const double others = n > 1 ? static_cast<double>(n - 1) : 1;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                for (std::size_t j = 0; j < m; ++j) {
                    const double d = (drawn.better[j] == '+' ? 1 : -1) * (drawn.rows[a][j] - drawn.rows[b][j]);
                    const double preferred = by_the_book(functions[j], d);
                    pi[a * n + b] += matrix.weight(j) * preferred;
                    plus[a] += matrix.weight(j) * preferred / others;
                    minus[b] += matrix.weight(j) * preferred / others;
                    alone[a * m + j] += preferred / others;
                    alone[b * m + j] -= preferred / others;
                }
        check_near(found.pi, pi, 1e-12);
        check_near(found.phi_plus, plus, 1e-12);
        check_near(found.phi_minus, minus, 1e-12);
        check_near(found.unicriterion_net_flows, alone, 1e-12);
        for (std::size_t a = 0; a < n; ++a) CHECK(found.phi[a] == found.phi_plus[a] - found.phi_minus[a]);
    }
}

TEST_CASE("flows of a thousand options keep twelve digits", "[decide][promethee]") {
    stream s(2, purpose::test, 0);
    matrices::parts drawn{"+-+", {1, 2, 3}, {}};
    for (std::size_t i = 0; i < 1000; ++i) drawn.rows.push_back({s.uniform(), 1e6 * s.uniform(), 50 + s.uniform()});
    const preferences functions{{preference_function::linear, 0.1, 0.3, none},
                                {preference_function::v_shape, none, 50, none},
                                {preference_function::linear, 0.0, 0.75, none}};
    const auto found = promethee(drawn.made(), functions).value();
    for (std::size_t a = 0; a < 1000; ++a) {
        double plus = 0, minus = 0;
        for (std::size_t b = 0; b < 1000; ++b) {
            plus += found.pi[a * 1000 + b];
            minus += found.pi[b * 1000 + a];
        }
        CHECK(std::fabs(found.phi_plus[a] - plus / 999) <= 1e-12);
        CHECK(std::fabs(found.phi_minus[a] - minus / 999) <= 1e-12);
    }
}

TEST_CASE("PROMETHEE I calls two options incomparable when their flows disagree", "[decide][promethee]") {
    stream s(3, purpose::test, 0);
    for (int round = 0; round < 60; ++round) {
        const auto drawn = matrices::random(s, 2 + s.bits32() % 20, 3, 4);
        preferences functions;
        for (int j = 0; j < 3; ++j) functions.push_back(random_preference(s, false));
        const auto found = promethee(drawn.made(), functions).value();
        const std::size_t n = drawn.rows.size();
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b) {
                const bool at_least =
                    found.phi_plus[a] >= found.phi_plus[b] && found.phi_minus[a] <= found.phi_minus[b];
                const bool at_most = found.phi_plus[a] <= found.phi_plus[b] && found.phi_minus[a] >= found.phi_minus[b];
                const auto expected = at_least && at_most ? flow_relation::indifferent
                                      : at_least          ? flow_relation::preferred
                                      : at_most           ? flow_relation::outranked
                                                          : flow_relation::incomparable;
                CHECK(found.relation[a * n + b] == expected);
            }
    }
}

TEST_CASE("permuted options have permuted flows to the bit, and equal options tie", "[decide][promethee]") {
    stream s(4, purpose::test, 0);
    for (int round = 0; round < 60; ++round) {
        auto drawn = matrices::random(s, 2 + s.bits32() % 300, 4, 9);
        for (auto& row : drawn.rows)
            for (auto& value : row) value += s.uniform() * (round % 2);
        drawn.rows.back() = drawn.rows.front();
        preferences functions;
        for (int j = 0; j < 4; ++j) functions.push_back(random_preference(s, true));
        const auto order = matrices::shuffled(s, drawn.rows.size());
        const auto found = promethee_flows(drawn.made(), functions).value();
        const auto moved = promethee_flows(matrices::permuted(drawn, order).made(), functions).value();
        CHECK(moved.phi_plus == matrices::permuted(found.phi_plus, order));
        CHECK(moved.phi_minus == matrices::permuted(found.phi_minus, order));
        CHECK(moved.rank == matrices::permuted(found.rank, order));
        CHECK(found.phi.back() == found.phi.front());
        for (auto& weight : drawn.weights) weight *= 16;
        CHECK(promethee_flows(drawn.made(), functions).value().phi == found.phi);
    }
}

TEST_CASE("one option, equal options and far ones have flows", "[decide][promethee]") {
    const preferences functions{{preference_function::linear, 1, 2, none},
                                {preference_function::gaussian, none, none, 1e-300}};
    const auto one = promethee(matrices::of("+-", {1, 1}, {{3, 4}}), functions).value();
    CHECK(one.phi == std::vector<double>{0});
    CHECK(one.pi == std::vector<double>{0});
    CHECK(one.relation == std::vector<flow_relation>{flow_relation::indifferent});
    const auto equal = promethee(matrices::of("+-", {1, 1}, {{3, 4}, {3, 4}}), functions).value();
    CHECK(equal.phi_plus == std::vector<double>{0, 0});
    CHECK(equal.rank == std::vector<std::size_t>{1, 1});
    const auto far = promethee(matrices::of("+-", {1, 1}, {{-1e308, 1e308}, {1e308, -1e308}}), functions).value();
    CHECK(far.phi == std::vector<double>{-1, 1});
    const preferences wide(1, {preference_function::v_shape, none, 1e308, none});
    const auto ramp = promethee_flows(matrices::of("+", {1}, {{-9e307}, {-8.5e307}, {0}, {9e307}}), wide).value();
    for (const double phi : ramp.phi) CHECK(std::isfinite(phi));
}

TEST_CASE("a function takes its own thresholds and no others", "[decide][promethee]") {
    using enum preference_function;
    CHECK(code_of({u_shape, 0, none, none}) == errc::internal);
    CHECK(code_of({v_shape, none, 0, none}) == errc::internal);
    CHECK(code_of({level, 2, 2, none}) == errc::internal);
    CHECK(code_of({u_shape, none, none, none}) == errc::missing_key);
    CHECK(code_of({linear, 1, none, none}) == errc::missing_key);
    CHECK(code_of({usual, 1, none, none}) == errc::conflicting_keys);
    CHECK(code_of({gaussian, none, 2, 1}) == errc::conflicting_keys);
    CHECK(code_of({gaussian, none, none, 0}) == errc::out_of_range);
    CHECK(code_of({v_shape, none, -1, none}) == errc::out_of_range);
    CHECK(code_of({v_shape, none, std::numeric_limits<double>::infinity(), none}) == errc::not_a_number);
    CHECK(code_of({linear, 3, 2, none}) == errc::bad_interval);

    const auto several = promethee_flows(matrices::of("++", {1, 1}, {{1, 2}}),
                                         preferences{{linear, 3, 2, none}, {gaussian, -1, none, none}});
    REQUIRE_FALSE(several);
    CHECK(several.error().message == "criterion \"C1\": q 3 is above p 2");
    REQUIRE(several.error().more.size() == 2);
    CHECK(several.error().more[0].message == "criterion \"C2\": the function \"gaussian\" takes no q");
    CHECK(several.error().more[1].message == "criterion \"C2\": the function \"gaussian\" needs s, which is not given");
}

TEST_CASE("as many functions as criteria, and not too many options", "[decide][promethee]") {
    CHECK(promethee_flows(matrices::of("++", {1, 1}, {{1, 2}}), preferences(3)).error().code == errc::bad_parameter);
    matrices::parts many{"+", {1}, std::vector<std::vector<double>>(most_compared + 1, {1})};
    CHECK(promethee_flows(many.made(), preferences(1)).has_value());
    CHECK(promethee(many.made(), preferences(1)).error().code == errc::limit_exceeded);
    many.rows.resize(most_gaussian + 1, {1});
    const preferences bell(1, {preference_function::gaussian, none, none, 1});
    CHECK(promethee_flows(many.made(), preferences(1)).has_value());
    CHECK(promethee_flows(many.made(), bell).error().code == errc::limit_exceeded);
}
