// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/electre_tri.hpp"

#include "concordat/decide/electre3.hpp"
#include "outrankings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace concordat;
using outrankings::fraction;

namespace {

/// Each profile is the one before, better by 0 to 2 on each criterion, and by 1 at least on the first.
std::vector<std::vector<int>> random_profiles(stream& s, const outrankings::example& given) {
    std::vector<std::vector<int>> made;
    std::vector<int> profile;
    for (std::size_t j = 0; j < given.criteria(); ++j) profile.push_back(given.higher[j] ? 1 : 4);
    for (int count = 1 + outrankings::below(s, 3); count > 0; --count) {
        made.push_back(profile);
        for (std::size_t j = 0; j < given.criteria(); ++j) {
            const int step = outrankings::below(s, 3) + (j == 0 ? 1 : 0);
            profile[j] += given.higher[j] ? step : -step;
        }
    }
    return made;
}

std::vector<double> flat(const std::vector<std::vector<int>>& rows) {
    std::vector<double> values;
    for (const auto& row : rows) values.insert(values.end(), row.begin(), row.end());
    return values;
}

/// The category above the best profile that is outranked, among all of them.
std::size_t above_the_best(const std::vector<bool>& outranks) {
    std::size_t category = 1;
    for (std::size_t h = 0; h < outranks.size(); ++h)
        if (outranks[h]) category = h + 2;
    return category;
}

/// The category below the worst profile that is preferred.
std::size_t below_the_worst(const std::vector<bool>& outranks, const std::vector<bool>& outranked) {
    std::size_t category = outranks.size() + 1;
    for (std::size_t h = outranks.size(); h > 0; --h)
        if (outranked[h - 1] && !outranks[h - 1]) category = h;
    return category;
}

errc code_of(const result<electre_tri_result>& made) { return made ? errc::internal : made.error().code; }

decision_matrix two_by_two() { return outrankings::of({{1, 1}, {2, 2}}, {1, -1}, {1, 1}); }

}  // namespace

TEST_CASE("ELECTRE TRI sorts the seven sites of Ticino", "[decide][electre]") {
    // The example of Electre_tri in the R package OutrankingTools 1.0 (there with costs turned about), and of the tests
    // of the QGIS plug-in etri, which give both assignments at the cut 0.75: all of them.
    const auto matrix = outrankings::of({{120, 284, 5, 3.5, 18},
                                         {150, 269, 2, 4.5, 24},
                                         {100, 413, 4, 5.5, 17},
                                         {60, 596, 6, 8, 20},
                                         {30, 1321, 8, 7.5, 16},
                                         {80, 734, 5, 4, 21},
                                         {45, 982, 7, 8.5, 13}},
                                        {-1, -1, 1, 1, 1}, {25, 45, 10, 12, 8});
    const std::vector<thresholds> limits{outrankings::constant(15, 40, 100), outrankings::constant(80, 350, 850),
                                         outrankings::constant(1, 3, 5), outrankings::constant(0.5, 3.5, 4.5),
                                         outrankings::constant(1, 5, 8)};
    const auto made =
        electre_tri(matrix, limits, std::vector<double>{100, 1000, 4, 4, 15, 50, 500, 7, 7, 20}, 0.75).value();
    CHECK(made.pessimistic == std::vector<std::size_t>{2, 1, 2, 3, 1, 2, 2});
    CHECK(made.optimistic == std::vector<std::size_t>{2, 3, 2, 3, 2, 2, 2});
}

TEST_CASE("ELECTRE TRI has the credibilities of the package mcda", "[decide][electre]") {
    // The example of ElectreTri in the tests of the Python package mcda: credibilities to 12 digits, and the categories
    // of its first seven options, counted from 1 here. (Its eighth it leaves unsorted as incomparable; by the
    // definition it is in all categories at once, from the worst to the best.)
    const auto matrix = outrankings::of({{0.720, 3.560, 1.340, 0.62, 44.340},
                                         {0.8, 3.940, 1.430, 0.74, 36.360},
                                         {0.760, 3.630, 1.380, 0.89, 48.750},
                                         {0.780, 3.740, 1.450, 0.72, 42.130},
                                         {0.740, 3.540, 1.370, 0.73, 36.990},
                                         {0.690, 3.740, 1.450, 0.84, 42.430},
                                         {0.7, 3.280, 1.280, 0.83, 47.430},
                                         {0.860, 3.370, 1.150, 0.8, 80.790}},
                                        {1, 1, 1, 1, 1}, {30, 30, 20, 10, 10});
    const std::vector<thresholds> limits{outrankings::constant(0.02, 0.05, 0.15), outrankings::constant(0.05, 0.1, 0.6),
                                         outrankings::constant(0.02, 0.05, 0.25),
                                         outrankings::constant(0.05, 0.1, 0.25), outrankings::constant(2, 8, 15)};
    const std::vector<double> profiles{0.750, 3.500, 1.300, 0.730, 42, 0.800, 3.700, 1.370, 0.790, 43};
    const auto made = electre_tri(matrix, limits, profiles, 0.7).value();
    const std::vector<double> over{0.8,
                                   0.14820415879017004,  //
                                   0.9393333333333334,
                                   0.9226666666666666,  //
                                   1,
                                   0.68,  //
                                   1,
                                   0.96,  //
                                   0.9498333333333333,
                                   0.31316666666666654,  //
                                   0.7,
                                   0.7,  //
                                   0.4,
                                   0.05625,  //
                                   0.5,
                                   0.15};
    const std::vector<double> under{0.801,
                                    1,  //
                                    0.06,
                                    0.5,  //
                                    0.2834355828220857,
                                    0.8375,  //
                                    0.333333333333334,
                                    0.8,  //
                                    0.8,
                                    1,  //
                                    0.3333333333333338,
                                    0.8,  //
                                    0.8428333333333333,
                                    0.9595,  //
                                    0,
                                    0};
    for (std::size_t at = 0; at < over.size(); ++at) {
        CHECK(made.option_over_profile[at] == Approx(over[at]).margin(1e-12));
        CHECK(made.profile_over_option[at] == Approx(under[at]).margin(1e-12));
    }
    CHECK(made.optimistic == std::vector<std::size_t>{2, 3, 2, 3, 2, 3, 1, 3});
    // σ(A6, b2) and the cut are both 0.7, which sums of weights reach but for their rounding.
    CHECK(made.pessimistic == std::vector<std::size_t>{2, 3, 2, 3, 2, 3, 1, 1});
}

TEST_CASE("on random tables options are sorted as the definitions say in exact arithmetic", "[decide][electre]") {
    stream s(48, purpose::test, 0);
    int apart = 0;
    for (int round = 0; round < 400; ++round) {
        const auto given = outrankings::random(s, 6, 4, 6);
        const auto profiles = random_profiles(s, given);
        const int cut = 10 + outrankings::below(s, 11);
        const auto made =
            electre_tri(outrankings::matrix(given), outrankings::thresholds_of(given), flat(profiles), cut / 20.0)
                .value();
        REQUIRE(made.profile_count == profiles.size());
        for (std::size_t i = 0; i < given.options(); ++i) {
            std::vector<bool> outranks;
            std::vector<bool> outranked;
            for (std::size_t h = 0; h < profiles.size(); ++h) {
                const auto over = outrankings::credibility(given, given.rows[i], profiles[h]);
                const auto under = outrankings::credibility(given, profiles[h], given.rows[i]);
                REQUIRE(made.option_over_profile[i * profiles.size() + h] == Approx(over.value()).margin(1e-13));
                REQUIRE(made.profile_over_option[i * profiles.size() + h] == Approx(under.value()).margin(1e-13));
                outranks.push_back(!(over < fraction(cut, 20)));
                outranked.push_back(!(under < fraction(cut, 20)));
            }
            REQUIRE(made.pessimistic[i] == above_the_best(outranks));
            REQUIRE(made.optimistic[i] == below_the_worst(outranks, outranked));
            REQUIRE(made.pessimistic[i] <= made.optimistic[i]);
            apart += made.pessimistic[i] < made.optimistic[i] ? 1 : 0;
        }
    }
    CHECK(apart > 100);
}

TEST_CASE("an option's category does not depend on the others, their order, or the unit of weights",
          "[decide][electre]") {
    stream s(49, purpose::test, 0);
    for (int round = 0; round < 100; ++round) {
        const auto given = outrankings::random(s, 6, 4, 6);
        const auto limits = outrankings::thresholds_of(given);
        const auto profiles = flat(random_profiles(s, given));
        const auto made = electre_tri(outrankings::matrix(given), limits, profiles, 0.7).value();
        const auto thrice =
            electre_tri(outrankings::matrix(given, outrankings::in_order(given.criteria()), 3), limits, profiles, 0.7)
                .value();
        CHECK(thrice.pessimistic == made.pessimistic);
        CHECK(thrice.optimistic == made.optimistic);
        const auto order = outrankings::shuffled(s, given.options());
        const auto moved =
            electre_tri(outrankings::matrix(outrankings::reordered(given, order)), limits, profiles, 0.7).value();
        for (std::size_t i = 0; i < order.size(); ++i) {
            REQUIRE(moved.pessimistic[i] == made.pessimistic[order[i]]);
            auto alone = given;
            alone.rows = {given.rows[order[i]]};
            const auto single = electre_tri(outrankings::matrix(alone), limits, profiles, 0.7).value();
            REQUIRE(single.optimistic.front() == moved.optimistic[i]);
        }
    }
}

TEST_CASE("constant thresholds are the same wherever they are read, growing ones are the profile's",
          "[decide][electre]") {
    // Options that dominate one another serve as profiles, so ELECTRE III asks the same of the same rows.
    const std::vector<std::vector<double>> rows{{100, 10}, {110, 12}, {125, 20}};
    const auto matrix = outrankings::of(rows, {1, 1}, {3, 1});
    const std::vector<double> profiles{100, 10, 110, 12, 125, 20};
    const std::vector<thresholds> fixed{outrankings::constant(5, 20, 40), outrankings::constant(1, 4, 9)};
    CHECK(electre_tri(matrix, fixed, profiles, 0.6).value().option_over_profile ==
          electre3(matrix, fixed).value().credibility);

    // 10 worse: between 10 and 20 at 100, and between 11 and 22 at 110.
    const std::vector<thresholds> growing{{{0, 0.1}, {0, 0.2}, {}}, {{90, 0}, {90, 0}, {}}};
    CHECK(electre3(matrix, growing).value().credibility[0 * 3 + 2] == 0.25);
    CHECK(electre_tri(matrix, growing, profiles, 0.6).value().option_over_profile[0 * 3 + 2] == 0.25);
    CHECK(electre3(matrix, growing).value().credibility[1 * 3 + 2] == Approx(0.25 + 0.75 * 7 / 11));
    CHECK(electre_tri(matrix, growing, profiles, 0.6).value().option_over_profile[1 * 3 + 2] ==
          Approx(0.25 + 0.75 * 10 / 12.5));
}

TEST_CASE("an option that equals a profile is in the category above it", "[decide][electre]") {
    const auto made = electre_tri(outrankings::of({{5}, {4}, {9}}, {1}, {1}), std::vector<thresholds>(1),
                                  std::vector<double>{5, 8}, 1)
                          .value();
    CHECK(made.pessimistic == std::vector<std::size_t>{2, 1, 3});
    CHECK(made.optimistic == made.pessimistic);
}

TEST_CASE("profiles out of order are refused with the place", "[decide][electre]") {
    const std::vector<thresholds> limits(2);
    const auto crossed = electre_tri(two_by_two(), limits, std::vector<double>{1, 2, 0, 3, 0, 3}, 0.75);
    REQUIRE_FALSE(crossed);
    CHECK(crossed.error().code == errc::bad_interval);
    CHECK(crossed.error().message == "profile 2, criterion \"C1\": 0 is worse than 1 of profile 1");
    REQUIRE(crossed.error().more.size() == 2);
    CHECK(crossed.error().more[0].message == "profile 2, criterion \"C2\": 3 is worse than 2 of profile 1");
    CHECK(crossed.error().more[1].message == "profile 3 is the same as profile 2, so nothing lies between them");
}

TEST_CASE("what ELECTRE TRI cannot work with is refused, all at once", "[decide][electre]") {
    const std::vector<thresholds> limits(2);
    CHECK(code_of(electre_tri(two_by_two(), limits, {}, 0.75)) == errc::missing_value);
    CHECK(code_of(electre_tri(two_by_two(), limits, std::vector<double>{1, 2, 3}, 0.75)) == errc::bad_parameter);
    CHECK(code_of(electre_tri(two_by_two(), limits, std::vector<double>{1, 2}, 0.4)) == errc::out_of_range);
    const auto several = electre_tri(two_by_two(), std::vector<thresholds>{{{2, 0}, {1, 0}, {}}},
                                     std::vector<double>{1, std::numeric_limits<double>::infinity()},
                                     std::numeric_limits<double>::quiet_NaN());
    REQUIRE_FALSE(several);
    CHECK(several.error().message == "the cut is not a number; a finite number was expected");
    REQUIRE(several.error().more.size() == 2);
    CHECK(several.error().more[0].message ==
          "profile 1, criterion \"C2\": the value is infinite; a finite number was expected");
    CHECK(several.error().more[1].message == "1 sets of thresholds for 2 criteria; one for each was expected");
    // Between options and profiles: the thresholds cross at 3, which only the profile reaches.
    CHECK(code_of(electre_tri(two_by_two(), std::vector<thresholds>{{{1, 0.5}, {2, 0}, {}}, {}},
                              std::vector<double>{3, 1}, 0.75)) == errc::bad_interval);
    CHECK(code_of(electre_tri(outrankings::of({{-1e308}}, {1}, {1}), std::vector<thresholds>(1),
                              std::vector<double>{1e308}, 0.75)) == errc::bad_interval);
}
