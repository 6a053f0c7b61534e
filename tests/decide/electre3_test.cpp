// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/electre3.hpp"

#include "concordat/decide/dominance.hpp"
#include "outrankings.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <set>
#include <vector>

using namespace concordat;
using outrankings::fraction;

namespace {

using members = std::set<std::size_t>;

/// Distillation as a recursion on sets, in fractions; s(λ) is 3/10 - 3/20 λ.
struct retort {
    std::map<std::pair<std::size_t, std::size_t>, fraction> credible;
    int sign = 1;  ///< 1 for the best first, -1 for the worst

    [[nodiscard]] static fraction s(fraction level) { return fraction(3, 10) - fraction(3, 20) * level; }
    [[nodiscard]] fraction highest(const members& among, fraction below) const {
        fraction found;
        for (const auto& [pair, sigma] : credible)
            if (among.count(pair.first) == 1 && among.count(pair.second) == 1 && sigma < below && found < sigma)
                found = sigma;
        return found;
    }
    [[nodiscard]] bool preferred(std::size_t a, std::size_t b, fraction cut) const {
        const fraction sigma = credible.at({a, b});
        return cut < sigma && s(sigma) < sigma - credible.at({b, a});
    }
    [[nodiscard]] members distil(const members& among, fraction level) const {
        const fraction cut = highest(among, level - s(level));
        int most = std::numeric_limits<int>::min();
        members kept;
        for (const std::size_t a : among) {
            int balance = 0;
            for (const std::size_t b : among)
                if (a != b) balance += sign * ((preferred(a, b, cut) ? 1 : 0) - (preferred(b, a, cut) ? 1 : 0));
            if (balance > most) kept.clear();
            most = std::max(most, balance);
            if (balance == most) kept.insert(a);
        }
        return kept.size() == 1 || cut == fraction(0) ? kept : distil(kept, cut);
    }
    [[nodiscard]] std::vector<members> classes(members left) const {
        if (left.empty()) return {};
        const members first = distil(left, highest(left, fraction(2)));
        for (const std::size_t option : first) left.erase(option);
        auto all = classes(left);
        all.insert(sign > 0 ? all.begin() : all.end(), first);
        return all;
    }
    [[nodiscard]] std::vector<std::size_t> numbers(std::size_t count) const {
        members all;
        for (std::size_t i = 0; i < count; ++i) all.insert(i);
        std::vector<std::size_t> found(count);
        std::size_t number = 0;
        for (const auto& one : classes(all)) {
            ++number;
            for (const std::size_t option : one) found[option] = number;
        }
        return found;
    }
};

/// In no ranking below and in one above.
bool better(const electre3_result& made, std::size_t a, std::size_t b) {
    const bool nowhere_below = made.descending[a] <= made.descending[b] && made.ascending[a] <= made.ascending[b];
    return nowhere_below && made.descending[a] + made.ascending[a] < made.descending[b] + made.ascending[b];
}

void check_intersection(const electre3_result& made, std::size_t count) {
    for (std::size_t a = 0; a < count; ++a) {
        std::size_t above = 0;
        for (std::size_t b = 0; b < count; ++b) {
            above += better(made, b, a) ? 1 : 0;
            const bool level = made.descending[a] == made.descending[b] && made.ascending[a] == made.ascending[b];
            const auto expected = level                ? electre_relation::indifferent
                                  : better(made, a, b) ? electre_relation::better
                                  : better(made, b, a) ? electre_relation::worse
                                                       : electre_relation::incomparable;
            REQUIRE(made.relation[a * count + b] == expected);
        }
        REQUIRE(made.ranks[a] == above + 1);
    }
}

/// The waste incineration strategies; the first row is replaced in the paper's second table.
decision_matrix strategies(const std::vector<double>& first) {
    return outrankings::of({first,
                            {11980, 900, 11.45, 189, 1.45, 452, 303, 12, 1.5, 6, 6},
                            {31054, 883, 9.86, 172, 1.82, 341, 311, 0, 0, 3, 3},
                            {28219, 840, 10.38, 171, 1.95, 339, 318, 0, 0, 3, 3},
                            {31579, 903, 10.74, 165, 1.7, 312, 281, 0, 0, 5, 5},
                            {39364, 922, 13.87, 167, 1.65, 287, 269, 0, 0, 8, 7},
                            {125, 769, 9.33, 182, 1.64, 458, 180, 0, 1.5, 1, 1},
                            {8075, 896, 9.82, 172, 1.7, 408, 121, 0, 1.5, 6, 6},
                            {3089, 770, 9.39, 177, 1.9, 430, 228, 0, 1, 2, 2},
                            {6449, 766, 7.22, 172, 1.65, 401, 157, 0, 1, 4, 4},
                            {12074, 897, 10.61, 169, 1.65, 378, 162, 0, 1, 7, 6}},
                           {-1, 1, -1, -1, -1, 1, 1, -1, -1, -1, -1},
                           {0.16, 0.033, 0.033, 0.097, 0.097, 0.16, 0.097, 0.16, 0.033, 0.033, 0.097});
}

std::vector<thresholds> strategy_limits() {
    const thresholds tenth{{0, 0.1}, {0, 0.2}, {}};
    const thresholds one_step{{0, 0}, {1, 0}, {}};
    return {
        {{1000, 0}, {2000, 0}, {}}, tenth,    tenth,   {{5, 0}, {10, 0}, {}}, tenth, tenth, tenth, {{2, 0}, {4, 0}, {}},
        {{0.2, 0}, {0.4, 0}, {}},   one_step, one_step};
}

void check_row(const std::vector<double>& matrix, std::size_t row, const std::vector<double>& published,
               double within) {
    for (std::size_t b = 0; b < published.size(); ++b)
        CHECK(matrix[row * published.size() + b] == Approx(published[b]).margin(within));
}

}  // namespace

TEST_CASE("ELECTRE III ranks the waste strategies as Wang and Triantaphyllou do", "[decide][electre]") {
    // "Ranking irregularities when evaluating alternatives by using some ELECTRE methods", Omega 36 (2008), pp. 51-53,
    // with data from Rogers, Bruen & Maystre, "ELECTRE and Decision Support", 1999: credibilities to the two digits
    // printed, both rankings exactly. Thresholds in tenths of the value are direct.
    const auto made = electre3(strategies({125, 866, 9.81, 218, 1.41, 542, 483, 23, 1.5, 1, 1}), strategy_limits());
    REQUIRE(made);
    CHECK(made->credibility == made->concordance);
    check_row(made->credibility, 0, {1, .74, .71, .71, .71, .71, .74, .74, .71, .68, .71}, 0.005);
    check_row(made->credibility, 8, {.35, .78, .85, .85, .74, .73, .67, .97, 1, .94, .89}, 0.005);
    CHECK(made->descending == std::vector<std::size_t>{6, 7, 5, 2, 5, 8, 3, 5, 1, 4, 5});
    CHECK(made->ascending == std::vector<std::size_t>{1, 5, 6, 3, 5, 8, 1, 7, 2, 4, 6});
    // A7 and A9 lead, and cannot be compared.
    CHECK(made->relation[6 * 11 + 8] == electre_relation::incomparable);
    CHECK(made->ranks[6] == 1);
    CHECK(made->ranks[8] == 1);
    check_intersection(*made, 11);
}

TEST_CASE("a worse A1 puts A7 alone on top, as Wang and Triantaphyllou found", "[decide][electre]") {
    // The same, p. 53. They print A1 above A2 in the descending order, where both are level by its definition.
    const auto made = electre3(strategies({2125, 866, 9.81, 218, 1.41, 452, 483, 23, 1.5, 1, 1}), strategy_limits());
    REQUIRE(made);
    CHECK(made->descending == std::vector<std::size_t>{6, 6, 5, 3, 5, 7, 1, 5, 2, 4, 5});
    CHECK(made->ascending == std::vector<std::size_t>{2, 5, 6, 3, 5, 8, 1, 7, 2, 4, 6});
    CHECK(made->ranks[6] == 1);
    CHECK(made->ranks[8] == 2);
}

TEST_CASE("credibilities with vetoes agree with those of the packages mcda and pyDecision", "[decide][electre]") {
    // The example of pyDecision's electre_iii, with the values that the tests of the Python package mcda expect of it:
    // concordance to two digits, credibility to the eight printed, discordance to 12.
    const auto matrix = outrankings::of({{8.84, 8.79, 6.43, 6.95},
                                         {8.57, 8.51, 5.47, 6.91},
                                         {7.76, 7.75, 5.34, 8.76},
                                         {7.97, 9.12, 5.93, 8.09},
                                         {9.03, 8.97, 8.19, 8.10},
                                         {7.41, 7.87, 6.77, 7.23}},
                                        {1, 1, 1, 1}, {9, 8.24, 5.98, 8.48});
    const std::vector<thresholds> limits(4, outrankings::constant(0.3, 0.5, 0.7));
    const auto made = electre3(matrix, limits).value();
    check_row(made.concordance, 0, {1, 1, .73, .69, .54, .96}, 0.006);
    check_row(made.concordance, 1, {.81, 1, .73, .32, .11, .78}, 0.006);
    check_row(made.concordance, 5, {.46, .46, .66, .19, 0, 1}, 0.006);
    check_row(made.credibility, 0, {1, 1, 0, 0, 0, 0.96227129}, 1e-8);
    check_row(made.credibility, 1, {0, 1, 0, 0, 0, 0}, 1e-8);
    check_row(made.credibility, 2, {0, 0, 1, 0, 0, 0}, 1e-8);
    check_row(made.credibility, 3, {0, 0.71608833, 0.41073113, 1, 0, 0}, 1e-8);
    check_row(made.credibility, 4, {1, 1, 0.54764151, 1, 1, 1}, 1e-8);
    check_row(made.credibility, 5, {0, 0, 0, 0, 0, 1}, 1e-8);
    check_row(electre3_discordance(matrix, limits, 0).value(), 5, {1, 1, 0, 0.3, 1, 0}, 1e-12);
    check_row(electre3_discordance(matrix, limits, 3).value(), 4, {0, 0, 0.8, 0, 0, 0}, 1e-12);
}

TEST_CASE("credibilities agree with those of the R package MCDA", "[decide][electre]") {
    // Its example of ELECTRE3, four schools, with what its tests expect: the concordance exactly, and the sum of all
    // credibilities to the seven digits given.
    const auto made =
        electre3(outrankings::of({{-0.2, 3}, {-2.3, 9}, {-2.4, 10}, {-1, 7}}, {1, 1}, {0.25, 0.75}),
                 std::vector<thresholds>{outrankings::constant(0.2, 1, 3.5), outrankings::constant(1, 2, 4)})
            .value();
    check_row(made.concordance, 0, {1, 0.25, 0.25, 0.25}, 1e-12);
    check_row(made.concordance, 1, {0.75, 1, 1, 0.75}, 1e-12);
    check_row(made.concordance, 2, {0.75, 1, 1, 0.75}, 1e-12);
    check_row(made.concordance, 3, {0.8125, 0.25, 0.25, 1}, 1e-12);
    double sum = 0;
    for (const double sigma : made.credibility) sum += sigma;
    CHECK(sum == Approx(10.2291667).margin(5e-8));
}

TEST_CASE("on random tables credibilities and both rankings are those of exact arithmetic", "[decide][electre]") {
    stream s(45, purpose::test, 0);
    int lessened = 0;
    int contradicted = 0;
    for (int round = 0; round < 500; ++round) {
        const auto given = outrankings::random(s, 8, 4, 6);
        const std::size_t count = given.options();
        const auto made = electre3(outrankings::matrix(given), outrankings::thresholds_of(given)).value();
        retort still;
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b) {
                const auto exact = outrankings::credibility(given, given.rows[a], given.rows[b]);
                REQUIRE(made.credibility[a * count + b] == Approx(exact.value()).margin(1e-13));
                lessened += made.credibility[a * count + b] < made.concordance[a * count + b] ? 1 : 0;
                contradicted += made.relation[a * count + b] == electre_relation::incomparable ? 1 : 0;
                if (a != b) still.credible[{a, b}] = exact;
            }
        REQUIRE(made.descending == still.numbers(count));
        still.sign = -1;
        REQUIRE(made.ascending == still.numbers(count));
        check_intersection(made, count);
    }
    CHECK(lessened > 500);
    CHECK(contradicted > 100);
}

TEST_CASE("thresholds that grow are read at the value of the option that is to be as good", "[decide][electre]") {
    // 15 worse than 115 on the way from q = 10 to p = 20 at 100; where less is better, from 11.5 to 23 at 115.
    const std::vector<thresholds> limits{{{0, 0.1}, {0, 0.2}, {}}};
    const auto more = electre3(outrankings::of({{100}, {115}}, {1}, {1}), limits).value();
    CHECK(more.concordance[0 * 2 + 1] == 0.5);
    CHECK(more.concordance[1 * 2 + 0] == 1);
    const auto less = electre3(outrankings::of({{115}, {100}}, {-1}, {1}), limits).value();
    CHECK(less.concordance[0 * 2 + 1] == Approx(8 / 11.5));

    stream s(46, purpose::test, 0);
    for (int round = 0; round < 200; ++round) {
        const auto given = outrankings::random(s, 6, 4, 9);
        const std::size_t count = given.options();
        auto grown = outrankings::thresholds_of(given);
        for (auto& limit : grown) {
            limit.indifference.relative = outrankings::below(s, 3) / 10.0;
            limit.preference.relative = limit.indifference.relative + outrankings::below(s, 3) / 10.0;
            if (limit.veto) limit.veto->relative = limit.preference.relative + outrankings::below(s, 3) / 10.0;
        }
        const auto made = electre3(outrankings::matrix(given), grown).value();
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b) {
                double agreed = 0;
                for (std::size_t j = 0; j < given.criteria(); ++j) {
                    const double at = given.rows[a][j];
                    const double by = given.worse_by(given.rows[a], given.rows[b], j);
                    const double q = grown[j].indifference.absolute + grown[j].indifference.relative * at;
                    const double p = grown[j].preference.absolute + grown[j].preference.relative * at;
                    const double part = by <= q ? 1 : by >= p ? 0 : 1 - (by - q) / (p - q);
                    agreed += part * given.weights[j] / given.total();
                }
                REQUIRE(made.concordance[a * count + b] == Approx(agreed).margin(1e-12));
            }
    }
}

TEST_CASE("the order of options and criteria and the unit of weights change nothing in ELECTRE III",
          "[decide][electre]") {
    stream s(47, purpose::test, 0);
    for (int round = 0; round < 150; ++round) {
        const auto given = outrankings::random(s, 9, 4, 6);
        const std::size_t count = given.options();
        const auto limits = outrankings::thresholds_of(given);
        const auto made = electre3(outrankings::matrix(given), limits).value();

        const auto order = outrankings::shuffled(s, count);
        const auto moved = electre3(outrankings::matrix(outrankings::reordered(given, order)), limits).value();
        for (std::size_t a = 0; a < count; ++a) {
            REQUIRE(moved.descending[a] == made.descending[order[a]]);
            REQUIRE(moved.ascending[a] == made.ascending[order[a]]);
            REQUIRE(moved.ranks[a] == made.ranks[order[a]]);
            for (std::size_t b = 0; b < count; ++b)
                REQUIRE(moved.credibility[a * count + b] == made.credibility[order[a] * count + order[b]]);
        }

        const auto names = outrankings::shuffled(s, given.criteria());
        const auto turned = outrankings::criteria_reordered(given, names);
        CHECK(electre3(outrankings::matrix(turned, names, 1), outrankings::thresholds_of(turned)).value().credibility ==
              made.credibility);
        const auto thrice =
            electre3(outrankings::matrix(given, outrankings::in_order(given.criteria()), 3), limits).value();
        CHECK(thrice.descending == made.descending);
        CHECK(thrice.ascending == made.ascending);
    }
}

TEST_CASE("where preference and veto are one, just so much is no objection and more a full one", "[decide][electre]") {
    const std::vector<thresholds> limits{outrankings::constant(2, 2, 2), outrankings::constant(0, 0, 9)};
    const auto made = electre3(outrankings::of({{0, 5}, {2, 5}, {3, 5}}, {1, 1}, {1, 1}), limits).value();
    CHECK(made.credibility[0 * 3 + 1] == 1);
    CHECK(made.credibility[0 * 3 + 2] == 0);
    CHECK(made.concordance[0 * 3 + 2] == 0.5);
    CHECK(electre3_discordance(outrankings::of({{0}, {2}, {3}}, {1}, {1}), std::vector<thresholds>{limits[0]}, 0)
              .value() == std::vector<double>{0, 0, 1, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("a criterion without weight may still veto", "[decide][electre]") {
    // The concordance of the first is 1, but the second criterion objects: in full to 9, and in part, which is less
    // than all that agree, to 4.
    const std::vector<thresholds> limits{outrankings::constant(0, 1, 9), outrankings::constant(0, 1, 7)};
    const auto made = electre3(outrankings::of({{1, 0}, {1, 9}, {1, 4}}, {1, 1}, {1, 0}), limits).value();
    CHECK(made.concordance[0 * 3 + 1] == 1);
    CHECK(made.credibility[0 * 3 + 1] == 0);
    CHECK(made.credibility[0 * 3 + 2] == 1);
    CHECK(made.descending == std::vector<std::size_t>{2, 1, 2});
    CHECK(made.ascending == std::vector<std::size_t>{2, 1, 1});
}

TEST_CASE("one option, equal options and no differences at all", "[decide][electre]") {
    const auto one = electre3(outrankings::of({{3}}, {1}, {1}), std::vector<thresholds>(1)).value();
    CHECK(one.descending == std::vector<std::size_t>{1});
    CHECK(one.ascending == std::vector<std::size_t>{1});
    CHECK(one.relation == std::vector<electre_relation>{electre_relation::indifferent});
    CHECK(one.ranks == std::vector<std::size_t>{1});
    const auto level =
        electre3(outrankings::of({{3, 0}, {3, 0}, {3, 0}}, {1, 1}, {1, 2}), std::vector<thresholds>(2)).value();
    CHECK(level.credibility == std::vector<double>(9, 1));
    CHECK(level.ranks == std::vector<std::size_t>{1, 1, 1});
    const auto twins = electre3(outrankings::of({{3}, {5}, {5}}, {1}, {1}), std::vector<thresholds>(1)).value();
    CHECK(twins.descending == std::vector<std::size_t>{2, 1, 1});
    CHECK(twins.ascending == std::vector<std::size_t>{2, 1, 1});
    CHECK(twins.ranks == std::vector<std::size_t>{3, 1, 1});
}

TEST_CASE("what ELECTRE III cannot work with is refused, all at once", "[decide][electre]") {
    const auto matrix = outrankings::of({{1, 1}, {2, 2}}, {1, 1}, {1, 1});
    const auto few = electre3(matrix, std::vector<thresholds>(1));
    REQUIRE_FALSE(few);
    CHECK(few.error().code == errc::bad_parameter);
    CHECK(few.error().message == "1 sets of thresholds for 2 criteria; one for each was expected");

    const auto several =
        electre3(matrix, std::vector<thresholds>{{{2, 0}, {1, 0}, {}}, {{-1, 0}, {1, 0}, {}}}, {0.3, -0.5});
    REQUIRE_FALSE(several);
    CHECK(several.error().message == "criterion \"C1\": q against p: 2 is above 1 at the value 1");
    REQUIRE(several.error().more.size() == 2);
    CHECK(several.error().more[0].message == "criterion \"C2\": q: absolute is -1, below 0");
    CHECK(several.error().more[1].message == "the discrimination at the level 1 is -0.2; between 0 and 1 was expected");

    const std::vector<thresholds> steep{{{0, 1e10}, {0, 1e300}, {}}};
    const auto overflowing = electre3(outrankings::of({{1e10}, {0}}, {1}, {1}), steep);
    REQUIRE_FALSE(overflowing);
    CHECK(overflowing.error().code == errc::not_a_number);
    CHECK(electre3(outrankings::of({{-1e308}, {1e308}}, {1}, {1}), std::vector<thresholds>(1)).error().code ==
          errc::bad_interval);
    const std::vector<std::vector<double>> many(most_compared + 1, {0});
    CHECK(electre3(outrankings::of(many, {1}, {1}), std::vector<thresholds>(1)).error().code == errc::limit_exceeded);
    CHECK(electre3_discordance(matrix, std::vector<thresholds>(1), 0).error().code == errc::bad_parameter);
}
