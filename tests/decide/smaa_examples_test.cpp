// SPDX-License-Identifier: Apache-2.0
// SMAA-2 on three analyses with printed results. Those were sampled, so agreement is to what two samples may differ by:
// every check allows four standard errors of the difference and half a digit of what is printed. All lie within three.
#include "concordat/decide/rank_probability.hpp"

#include "tables.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;

namespace {

constexpr std::uint64_t ours = 100'000;
constexpr double theirs = 10'000;

struct printed {
    std::vector<std::vector<double>> acceptabilities;  ///< option by rank
    std::vector<std::vector<double>> central_weights;  ///< option by criterion
    std::vector<double> confidence;
    double half_a_digit = 0;
};

/// A confidence factor takes in the error of both their central weights and ours, so it has the tolerance that the
/// tests of ADDIS and JSMAA give it.
constexpr double confidence_near = 0.03;

void check_agrees(const table_scenarios& scenarios, const weight_set& set, const printed& expected) {
    const auto ranks = rank_probability(scenarios, set, {ours, 1, 0, {}}).value();
    const auto factors = confidence_factors(scenarios, ranks, {ours, 2, 0, {}}).value();
    for (std::size_t i = 0; i < expected.acceptabilities.size(); ++i) {
        CAPTURE(i);
        for (std::size_t r = 0; r < expected.acceptabilities[i].size(); ++r) {
            const double share = expected.acceptabilities[i][r];
            const auto found = ranks.acceptability(i, r + 1);
            const double error = std::hypot(found.standard_error, std::sqrt(share * (1 - share) / theirs));
            CHECK_THAT(found.value, Catch::WithinAbs(share, 4 * error + expected.half_a_digit));
        }
        const double firsts = static_cast<double>(ranks.rank_count(i, 1));
        const double their_firsts = theirs * expected.acceptabilities[i][0];
        const auto weights = ranks.central_weights(i);
        const auto errors = ranks.central_weight_errors(i);
        for (std::size_t j = 0; j < expected.central_weights[i].size(); ++j) {
            const double error = errors[j] * std::sqrt(1 + firsts / their_firsts);
            CHECK_THAT(weights[j], Catch::WithinAbs(expected.central_weights[i][j], 4 * error + expected.half_a_digit));
        }
        REQUIRE(factors[i]);
        CHECK_THAT(factors[i]->value, Catch::WithinAbs(expected.confidence[i], confidence_near));
    }
}

/// A distribution by the middles of so many equally likely slices.
template <class Distribution>
quantity slices_of(const Distribution& distribution, double (*shown)(double)) {
    constexpr int count = 2000;
    empirical_value made;
    for (int k = 0; k < count; ++k)
        made.observations.push_back(shown(boost::math::quantile(distribution, (k + 0.5) / count)));
    return made;
}

double itself(double x) { return x; }

quantity beta(double a, double b) { return slices_of(boost::math::beta_distribution<>(a, b), itself); }

quantity lognormal(double mu, double sigma) {
    return slices_of(boost::math::normal_distribution<>(mu, sigma), [](double x) { return std::exp(x); });
}

/// Where they go on beyond the ends of a scale, ours would hold. So every scale is made longer by the same multiple of
/// itself on both sides: since weights sum to 1, that changes all values alike and no order.
linear_shape beyond(double worst, double best) { return {worst - (best - worst), best + (best - worst)}; }

/// Heparin and enoxaparin against thrombosis: events of three kinds.
performance_table thrombolytics() {
    auto table = tables::of({{beta(20, 116), beta(40, 96), beta(1, 135)}, {beta(8, 121), beta(32, 97), beta(5, 124)}});
    table.criteria[0].value = beyond(0.25, 0);
    table.criteria[1].value = beyond(0.4, 0.15);
    table.criteria[2].value = beyond(0.1, 0);
    return table;
}

using row = std::vector<double>;

/// What is known of one event: on the scale of log-odds, the first option is normal and the others' leads on it are
/// jointly normal.
struct odds {
    double mean = 0;
    double sd = 0;
    row leads;
    std::vector<row> covariance;
};

/// The lower triangle whose square, row by row, is the matrix (Cholesky).
std::vector<row> root(const std::vector<row>& matrix) {
    std::vector<row> made(matrix.size(), row(matrix.size()));
    for (std::size_t i = 0; i < matrix.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = matrix[i][j];
            for (std::size_t k = 0; k < j; ++k) rest -= made[i][k] * made[j][k];
            made[i][j] = i == j ? std::sqrt(rest) : rest / made[j][j];
        }
    return made;
}

double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

/// Scenarios of exact cells; all options' events of a criterion move together.
table_scenarios drawn(const std::vector<odds>& criteria, std::size_t count) {
    const std::size_t options = criteria[0].leads.size() + 1;
    table_scenarios made{tables::of_values(std::vector<row>(options, row(criteria.size(), 0.5))), {}};
    stream s(1, purpose::test, 60);
    const auto standard = [&s] { return draw(normal_value{0, 1}, s.uniform()); };
    made.cells.assign(count, made.table.cells);
    for (std::size_t j = 0; j < criteria.size(); ++j) {
        const auto& given = criteria[j];
        const auto lower = root(given.covariance);
        for (auto& cells : made.cells) {
            const double base = given.mean + given.sd * standard();
            cells[j] = exact_value{probability(base)};
            row noise(options - 1);
            for (auto& each : noise) each = standard();
            for (std::size_t i = 0; i + 1 < options; ++i) {
                double lead = given.leads[i];
                for (std::size_t k = 0; k <= i; ++k) lead += lower[i][k] * noise[k];
                cells[(i + 1) * criteria.size() + j] = exact_value{probability(base + lead)};
            }
        }
    }
    return made;
}

/// Placebo, fluoxetine, paroxetine, sertraline, venlafaxine: diarrhoea, dizziness, response (HAM-D), headache,
/// insomnia, nausea.
std::vector<odds> network_of_antidepressants() {
    return {{-2.189737,
             0.2074509,
             {0.60820293, 0.14088424, 0.93203685, 0.09601785},
             {{0.05366822, 0.04117003, 0.03407600, 0.03788519},
              {0.04117003, 0.08108542, 0.03778130, 0.04324302},
              {0.03407600, 0.03778130, 0.05394404, 0.03338272},
              {0.03788519, 0.04324302, 0.03338272, 0.09859621}}},
            {-2.229952,
             0.6103081,
             {0.1203208, 0.6538699, -0.2203627, 1.1915229},
             {{0.09124249, 0.07387436, 0.08086186, 0.06457527},
              {0.07387436, 0.14080128, 0.10328788, 0.07030520},
              {0.08086186, 0.10328788, 0.14662864, 0.06920427},
              {0.06457527, 0.07030520, 0.06920427, 0.08590214}}},
            {-0.1714358,
             0.1129926,
             {0.4718129, 0.7258847, 0.6715258, 0.8211993},
             {{0.013445532, 0.010394690, 0.009881156, 0.010499559},
              {0.010394690, 0.023006616, 0.008196856, 0.010732709},
              {0.009881156, 0.008196856, 0.019023866, 0.009210099},
              {0.010499559, 0.010732709, 0.009210099, 0.019107243}}},
            {-1.195991,
             0.2926644,
             {0.1964591, 0.1263129, 0.2029933, -0.2254059},
             {{0.03519380, 0.02755068, 0.02189916, 0.02919822},
              {0.02755068, 0.04847513, 0.02374509, 0.03277411},
              {0.02189916, 0.02374509, 0.03259199, 0.02356638},
              {0.02919822, 0.03277411, 0.02356638, 0.05920276}}},
            {-2.607277,
             0.1905852,
             {0.7978386, 0.7486351, 1.0663029, 0.9744811},
             {{0.04388258, 0.03516051, 0.02560003, 0.03283164},
              {0.03516051, 0.06255486, 0.02807280, 0.03474863},
              {0.02560003, 0.02807280, 0.05402063, 0.02592013},
              {0.03283164, 0.03474863, 0.02592013, 0.06738850}}},
            {-2.017171,
             0.1917053,
             {0.3951561, 0.6442827, 0.6469638, 0.9771107},
             {{0.04167875, 0.03492591, 0.02952693, 0.03559971},
              {0.03492591, 0.05629741, 0.03102295, 0.03658295},
              {0.02952693, 0.03102295, 0.04396177, 0.02899487},
              {0.03559971, 0.03658295, 0.02899487, 0.05369960}}}};
}

/// The hull of the options' middle 95 %, on which JSMAA's scales run unless it is told otherwise.
std::pair<double, double> hull(const std::vector<normal_value>& cells) {
    std::pair<double, double> ends{cells[0].mean, cells[0].mean};
    for (const auto& cell : cells) {
        ends.first = std::min(ends.first, cell.mean - 1.96 * cell.sd);
        ends.second = std::max(ends.second, cell.mean + 1.96 * cell.sd);
    }
    return ends;
}

}  // namespace

TEST_CASE("heparin or enoxaparin: acceptabilities as another program's tests have them", "[decide][smaa]") {
    // drugis/mcda-elicitation-web: the example `thrombolytics.json` and what `R/test/thrombo.R` expects of 10,000
    // samples to four digits.
    const auto table = thrombolytics();
    check_agrees({table, {}}, {},
                 {{{0.3381, 0.6619}, {0.6619, 0.3381}},
                  {{0.1976, 0.2780, 0.5244}, {0.4118, 0.3578, 0.2304}},
                  {0.6389, 0.8925},
                  0.00005});
    // Proximal thrombosis matters most, then bleeding, then distal thrombosis.
    check_agrees({table, {}}, tables::ordinal({"C1", "C3", "C2"}),
                 {{{0.1369, 0.8631}, {0.8631, 0.1369}},
                  {{0.5240, 0.1213, 0.3547}, {0.6229, 0.1103, 0.2668}},
                  {0.1914, 0.9174},
                  0.00005});
    // Each swing counts twice as much as the next.
    weight_set ratios;
    ratios.how = elicitation::swing;
    ratios.preferences.push_back({"", {}, {}, {}, {}, {{"C1", "C3", 2}, {"C3", "C2", 2}}});
    check_agrees({table, {}}, ratios,
                 {{{0.1049, 0.8951}, {0.8951, 0.1049}},
                  {{4.0 / 7, 1.0 / 7, 2.0 / 7}, {4.0 / 7, 1.0 / 7, 2.0 / 7}},
                  {0.1049, 0.8951},
                  0.00005});
}

TEST_CASE("placebo and four antidepressants: the published analysis of a network of trials", "[decide][smaa]") {
    // van Valkenhoef, Tervonen, Zhao, de Brock, Hillege and Postmus, "Multicriteria benefit-risk assessment using
    // network meta-analysis", Journal of Clinical Epidemiology 65, 2012. Inputs and results as drugis/addis holds them
    // in NetworkBenefitRiskTestBase.java, there called the exact ones of the paper; the paper itself was not seen.
    auto scenarios = drawn(network_of_antidepressants(), 10'000);
    for (auto& criterion : scenarios.table.criteria) criterion.value = linear_shape{1, 0};
    scenarios.table.criteria[2].value = linear_shape{0, 1};
    check_agrees(scenarios, {},
                 {{{0.6114, 0.1201, 0.0868, 0.0545, 0.1272},
                   {0.0215, 0.2648, 0.3217, 0.3143, 0.0777},
                   {0.1496, 0.3248, 0.2519, 0.2249, 0.0488},
                   {0.0758, 0.1342, 0.1931, 0.2389, 0.3580},
                   {0.1417, 0.1561, 0.1465, 0.1674, 0.3883}},
                  {{0.17986517, 0.17659262, 0.09069475, 0.1618931, 0.19437357, 0.19658082},
                   {0.08646901, 0.24112709, 0.22045918, 0.1362404, 0.10229834, 0.21340600},
                   {0.17593187, 0.12181948, 0.29181468, 0.1293235, 0.13949573, 0.14161473},
                   {0.07495453, 0.31162260, 0.27471687, 0.1266365, 0.09423491, 0.11783455},
                   {0.18030730, 0.07638429, 0.27879293, 0.2584503, 0.11542176, 0.09064338}},
                  {0.9870, 0.1144, 0.5532, 0.5538, 0.6522},
                  0.00005});
}

TEST_CASE("four antidepressants: acceptabilities as JSMAA's tests have them", "[decide][smaa]") {
    // tommite/jsmaa, SMAA2SimulationTest.java and models/smaa2-benefitrisk.jsmaa, to two digits; the model of Tervonen
    // and others, SOM research report 10001, 2010, which was not seen. Efficacy is a ratio to the first option's.
    const std::vector<normal_value> efficacy{{0, 0}, {0.086, 0.056}, {0.095, 0.044}, {0.113, 0.048}};
    const std::vector<std::vector<normal_value>> events{{{11.7, 2.5}, {9.2, 1.86}, {15.4, 2.65}, {5.5, 2.32}},
                                                        {{7.2, 1.45}, {10.6, 1.58}, {7.5, 1.48}, {15.7, 4.44}},
                                                        {{16.6, 3.27}, {21.2, 5.15}, {20.2, 3.78}, {12.8, 2.45}},
                                                        {{13.7, 1.89}, {14.3, 2.93}, {15.0, 3.21}, {11.2, 3.98}},
                                                        {{18.6, 1.79}, {18.3, 3.7}, {19.5, 2.6}, {31.0, 1.68}}};
    std::vector<std::vector<quantity>> rows(4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& [mean, sd] = efficacy[i];
        rows[i].push_back(sd > 0 ? lognormal(mean, sd) : exact_value{std::exp(mean)});
        for (const auto& event : events) rows[i].emplace_back(event[i]);
    }
    auto table = tables::of(rows);
    const auto [least, most] = hull(efficacy);
    table.criteria[0].value = beyond(std::exp(least), std::exp(most));
    for (std::size_t j = 0; j < events.size(); ++j) {
        const auto [low, high] = hull(events[j]);
        table.criteria[j + 1].value = beyond(high, low);
    }
    check_agrees(
        {table, {}}, {},
        {{{0.20, 0.28, 0.30, 0.22}, {0.25, 0.29, 0.27, 0.19}, {0.17, 0.25, 0.29, 0.30}, {0.39, 0.18, 0.15, 0.29}},
         {{0.08, 0.14, 0.23, 0.18, 0.16, 0.22},
          {0.18, 0.17, 0.15, 0.13, 0.15, 0.22},
          {0.21, 0.10, 0.22, 0.13, 0.15, 0.20},
          {0.18, 0.21, 0.12, 0.21, 0.19, 0.09}},
         {0.48, 0.44, 0.34, 0.74},
         0.005});
}
