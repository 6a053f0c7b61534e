// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/electre2.hpp"

#include "outrankings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <vector>

using namespace concordat;

namespace {

using arcs = std::function<bool(std::size_t, std::size_t)>;

/// In parts of twenty.
struct whole_levels {
    int strong, middle, weak, loose, tight;
};

electre2_levels levels_of(const whole_levels& given) {
    return {given.strong / 20.0, given.middle / 20.0, given.weak / 20.0, given.loose / 20.0, given.tight / 20.0};
}

struct verdict {
    int agreed = 0;  ///< weight of criteria that agree that a is as good as b
    int for_a = 0;   ///< W+
    int for_b = 0;   ///< W-
    int total = 0;
    std::vector<std::pair<int, int>> objections{};  ///< disadvantage and range

    [[nodiscard]] bool holds(int concordance, int discordance) const {
        for (const auto& [by, range] : objections)
            if (by * 20 > discordance * range) return false;
        return agreed * 20 >= concordance * total && for_a >= for_b;
    }
};

verdict judge(const outrankings::example& given, std::size_t a, std::size_t b) {
    verdict found;
    found.total = given.total();
    for (std::size_t j = 0; j < given.criteria(); ++j) {
        const int by = given.worse_by(given.rows[a], given.rows[b], j);
        if (by <= 0) found.agreed += given.weights[j];
        if (by < 0) found.for_a += given.weights[j];
        if (by > 0) found.for_b += given.weights[j];
        if (by > 0) found.objections.emplace_back(by, given.range(j));
    }
    return found;
}

bool reaches(const std::set<std::size_t>& among, const arcs& relation, std::size_t from, std::size_t to) {
    std::set<std::size_t> seen{from};
    for (std::size_t before = 0; before != seen.size();) {
        before = seen.size();
        for (const std::size_t a : std::set<std::size_t>(seen))
            for (const std::size_t b : among)
                if (relation(a, b)) seen.insert(b);
    }
    return seen.count(to) == 1;
}

/// Whatever can reach it, it can reach: nothing beats it but its own circuit.
std::set<std::size_t> unbeaten(const std::set<std::size_t>& among, const arcs& relation) {
    std::set<std::size_t> found;
    for (const std::size_t a : among) {
        bool free = true;
        for (const std::size_t b : among)
            free = free && (!reaches(among, relation, b, a) || reaches(among, relation, a, b));
        if (free) found.insert(a);
    }
    return found;
}

std::vector<std::size_t> ranked(std::size_t count, const arcs& strong, const arcs& weak) {
    std::set<std::size_t> left;
    for (std::size_t i = 0; i < count; ++i) left.insert(i);
    std::vector<std::size_t> numbers(count);
    for (std::size_t number = 1; !left.empty(); ++number)
        for (const std::size_t option : unbeaten(unbeaten(left, strong), weak)) {
            numbers[option] = number;
            left.erase(option);
        }
    return numbers;
}

whole_levels random_levels(stream& s) {
    whole_levels made{};
    made.weak = 8 + outrankings::below(s, 6);
    made.middle = made.weak + outrankings::below(s, 4);
    made.strong = made.middle + outrankings::below(s, 4);
    made.tight = outrankings::below(s, 11);
    made.loose = made.tight + outrankings::below(s, 10);
    return made;
}

void check_by_definition(const outrankings::example& given, const whole_levels& levels) {
    const std::size_t count = given.options();
    const auto made = electre2(outrankings::matrix(given), levels_of(levels)).value();
    const arcs strong = [&](std::size_t a, std::size_t b) {
        const auto found = judge(given, a, b);
        return a != b && (found.holds(levels.strong, levels.loose) || found.holds(levels.middle, levels.tight));
    };
    const arcs weak = [&](std::size_t a, std::size_t b) {
        return a != b && judge(given, a, b).holds(levels.weak, levels.loose);
    };
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            REQUIRE(made.strong[a * count + b] == strong(a, b));
            REQUIRE(made.weak[a * count + b] == weak(a, b));
        }
    REQUIRE(made.forward == ranked(count, strong, weak));
    auto reverse = ranked(
        count, [&](std::size_t a, std::size_t b) { return strong(b, a); },
        [&](std::size_t a, std::size_t b) { return weak(b, a); });
    std::size_t last = 0;
    for (const std::size_t number : reverse) last = std::max(last, number);
    for (std::size_t& number : reverse) number = last + 1 - number;
    REQUIRE(made.reverse == reverse);
}

}  // namespace

TEST_CASE("ELECTRE II ranks the wastewater plants of Wang and Triantaphyllou", "[decide][electre]") {
    // "Ranking irregularities when evaluating alternatives by using some ELECTRE methods", Omega 36 (2008),
    // section 3.1. Both rankings as the Python packages mcda and scikit-criteria have them for this example in their
    // tests, and the mean of the two, 3, 1, 2, 4, 1.5, as scikit-criteria has it: all exactly.
    const auto matrix = outrankings::of({{1, 2, 1, 5, 2, 2, 4},
                                         {3, 5, 3, 5, 3, 3, 3},
                                         {3, 5, 3, 5, 3, 2, 2},
                                         {1, 2, 2, 5, 1, 1, 1},
                                         {1, 1, 3, 5, 4, 1, 5}},
                                        {1, 1, 1, 1, 1, 1, 1}, {0.078, 0.118, 0.157, 0.314, 0.235, 0.039, 0.059});
    const auto made = electre2(matrix, {0.85, 0.75, 0.65, 0.5, 0.25, discordance_scale::largest_range}).value();
    CHECK(made.weak == std::vector<bool>{false, false, false, true,  false,  //
                                         true,  false, true,  true,  false,  //
                                         true,  false, false, true,  false,  //
                                         false, false, false, false, false,  //
                                         true,  false, false, true,  false});
    CHECK(made.strong == made.weak);
    CHECK(made.forward == std::vector<std::size_t>{3, 1, 2, 4, 1});
    CHECK(made.reverse == std::vector<std::size_t>{3, 1, 2, 4, 2});
    CHECK(made.median == std::vector<double>{3, 1, 2, 4, 1.5});
    CHECK(made.ranks == std::vector<std::size_t>{4, 1, 3, 5, 2});
}

TEST_CASE("six sites: scikit-criteria's ELECTRE II asks for more weight than the other side, and differs in one",
          "[decide][electre]") {
    // Its test `test_ELECTRE2_cebrian2009localizacion`: the data of Cebrián and Porcar, 2009, each criterion divided by
    // its sum; scores 5, 2.5, 2, 4, 1 and 3. It lets a outrank b only where the criteria that agree with a weigh more
    // than those that agree with b. We follow Roy and Bertier, for whom as much is enough. The second site is level
    // with the third and the sixth, 0.5 to 0.5, and nothing else differs.
    std::vector<std::vector<double>> rows{{6, 5, 28, 5, 5}, {4, 2, 25, 10, 9}, {5, 7, 35, 9, 6},
                                          {6, 1, 27, 6, 7}, {6, 8, 30, 7, 9},  {5, 6, 26, 4, 8}};
    for (std::size_t j = 0; j < 5; ++j) {
        double sum = 0;
        for (const auto& row : rows) sum += row[j];
        for (auto& row : rows) row[j] /= sum;
    }
    const electre2_levels levels{0.65, 0.5, 0.35, 0.65, 0.35, discordance_scale::largest_range};
    const auto made = electre2(outrankings::of(rows, {1, 1, -1, 1, 1}, {0.25, 0.25, 0.1, 0.2, 0.2}), levels).value();
    CHECK(made.median == std::vector<double>{5, 3, 2, 4, 1, 3});
    CHECK(made.concordance[1 * 6 + 2] == made.concordance[2 * 6 + 1]);
    CHECK(made.concordance[1 * 6 + 5] == made.concordance[5 * 6 + 1]);

    // The same relations without those pairs that are level give all their scores.
    const auto more = [&](const std::vector<bool>& relation) -> arcs {
        return [&](std::size_t a, std::size_t b) {
            return relation[a * 6 + b] && made.concordance[a * 6 + b] > made.concordance[b * 6 + a] + 1e-9;
        };
    };
    const auto strong = more(made.strong);
    const auto weak = more(made.weak);
    const auto turned = [](const arcs& relation) -> arcs {
        return [&](std::size_t a, std::size_t b) { return relation(b, a); };
    };
    const auto forward = ranked(6, strong, weak);
    const auto backward = ranked(6, turned(strong), turned(weak));
    const std::size_t last = *std::max_element(backward.begin(), backward.end());
    std::vector<double> scores;
    for (std::size_t i = 0; i < 6; ++i) scores.push_back(static_cast<double>(forward[i] + last + 1 - backward[i]) / 2);
    CHECK(scores == std::vector<double>{5, 2.5, 2, 4, 1, 3});
}

TEST_CASE("on random tables ELECTRE II is what its definition says", "[decide][electre]") {
    stream s(43, purpose::test, 0);
    for (int round = 0; round < 300; ++round) check_by_definition(outrankings::random(s, 7, 4, 5), random_levels(s));
}

TEST_CASE("the order of options and criteria and the unit of weights change nothing in ELECTRE II",
          "[decide][electre]") {
    stream s(44, purpose::test, 0);
    for (int round = 0; round < 100; ++round) {
        const auto given = outrankings::random(s, 8, 4, 4);
        const auto levels = levels_of(random_levels(s));
        const auto made = electre2(outrankings::matrix(given), levels).value();
        const auto order = outrankings::shuffled(s, given.options());
        const auto moved = electre2(outrankings::matrix(outrankings::reordered(given, order)), levels).value();
        for (std::size_t i = 0; i < order.size(); ++i) {
            REQUIRE(moved.forward[i] == made.forward[order[i]]);
            REQUIRE(moved.reverse[i] == made.reverse[order[i]]);
            REQUIRE(moved.ranks[i] == made.ranks[order[i]]);
        }
        const auto names = outrankings::shuffled(s, given.criteria());
        const auto turned =
            electre2(outrankings::matrix(outrankings::criteria_reordered(given, names), names, 1), levels).value();
        CHECK(turned.concordance == made.concordance);
        CHECK(turned.median == made.median);
        const auto thrice =
            electre2(outrankings::matrix(given, outrankings::in_order(given.criteria()), 3), levels).value();
        CHECK(thrice.median == made.median);
    }
}

TEST_CASE("equal options, and those on a circuit, stand in one class", "[decide][electre]") {
    const auto equal = electre2(outrankings::of({{1, 2}, {1, 2}, {0, 1}}, {1, 1}, {1, 1}), {}).value();
    CHECK(equal.forward == std::vector<std::size_t>{1, 1, 2});
    CHECK(equal.reverse == std::vector<std::size_t>{1, 1, 2});
    CHECK(equal.ranks == std::vector<std::size_t>{1, 1, 3});

    // Condorcet's circle: each beats the next on two criteria of three.
    const auto circle =
        electre2(outrankings::of({{3, 1, 2}, {2, 3, 1}, {1, 2, 3}}, {1, 1, 1}, {1, 1, 1}), {0.6, 0.6, 0.6, 1, 1})
            .value();
    CHECK(circle.strong[0 * 3 + 1]);
    CHECK_FALSE(circle.strong[1 * 3 + 0]);
    CHECK(circle.ranks == std::vector<std::size_t>{1, 1, 1});
    CHECK(electre2(outrankings::of({{3}}, {1}, {1}), {}).value().ranks == std::vector<std::size_t>{1});
}

TEST_CASE("levels out of order or range are refused by ELECTRE II, all at once", "[decide][electre]") {
    const auto matrix = outrankings::of({{1}, {2}}, {1}, {1});
    const auto crossed = electre2(matrix, {0.6, 0.7, 0.8, 0.1, 0.2});
    REQUIRE_FALSE(crossed);
    CHECK(crossed.error().code == errc::bad_interval);
    CHECK(crossed.error().message == "the strong concordance 0.6 is below the middle one 0.7");
    REQUIRE(crossed.error().more.size() == 2);
    CHECK(crossed.error().more[0].message == "the middle concordance 0.7 is below the weak one 0.8");
    CHECK(crossed.error().more[1].message == "the loose discordance 0.1 is below the tight one 0.2");
    const auto outside = electre2(outrankings::of({{-1e308}, {1e308}}, {1}, {1}), {2, 0.5, 0.5, 0, 0});
    REQUIRE_FALSE(outside);
    CHECK(outside.error().code == errc::out_of_range);
    REQUIRE(outside.error().more.size() == 1);
    CHECK(outside.error().more[0].code == errc::bad_interval);
}
