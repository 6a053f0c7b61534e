// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/ordinal_regression.hpp"

#include "concordat/core/random.hpp"
#include "exact_vertices.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <future>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace concordat;

namespace {

using rows = std::vector<std::vector<double>>;
using statements = std::vector<reference_statement>;

decision_matrix matrix(const rows& values, std::vector<sense> senses = {}, double first_weight = 1) {
    std::vector<std::string> options;
    std::vector<matrix_criterion> criteria;
    std::vector<double> flat;
    for (std::size_t i = 0; i < values.size(); ++i) options.push_back(std::string(1, static_cast<char>('a' + i)));
    senses.resize(values.front().size(), sense::higher);
    for (std::size_t j = 0; j < senses.size(); ++j)
        criteria.push_back({"C" + std::to_string(j + 1), senses[j], j == 0 ? first_weight : 1});
    for (const auto& row : values) flat.insert(flat.end(), row.begin(), row.end());
    return decision_matrix::make(std::move(options), std::move(criteria), flat).value();
}

reference_statement better(std::size_t a, std::size_t b) { return {a, b, reference_judgement::preferred}; }
reference_statement as_good(std::size_t a, std::size_t b) { return {a, b, reference_judgement::indifferent}; }

/// Who is related to whom, as "ab ac …", without each to itself.
std::string pairs(const std::vector<bool>& relation, std::size_t count) {
    std::string found;
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            if (a != b && relation[a * count + b])
                found +=
                    std::string(found.empty() ? "" : " ") + static_cast<char>('a' + a) + static_cast<char>('a' + b);
    return found;
}

/// The steps of value functions by the definition, for `exact::greatest`: a column for each value but the worst.
std::vector<std::vector<exact::fraction>> steps_by_option(const rows& values) {
    std::vector<std::vector<exact::fraction>> options(values.size());
    for (std::size_t j = 0; j < values.front().size(); ++j) {
        std::set<double> levels;
        for (const auto& row : values) levels.insert(row[j]);
        for (auto level = std::next(levels.begin()); level != levels.end(); ++level)
            for (std::size_t i = 0; i < values.size(); ++i) options[i].emplace_back(values[i][j] >= *level ? 1 : 0);
    }
    return options;
}

std::vector<exact::fraction> difference(const std::vector<exact::fraction>& a, const std::vector<exact::fraction>& b) {
    std::vector<exact::fraction> row;
    for (std::size_t j = 0; j < a.size(); ++j) row.push_back(a[j] - b[j]);
    return row;
}

/// The greatest epsilon by which every statement holds where each first of `weak` is at least as good as its second:
/// above 0 exactly when some function agrees with all of it.
exact::fraction exact_epsilon(const rows& values, const statements& said,
                              const std::vector<std::pair<std::size_t, std::size_t>>& weak) {
    const auto options = steps_by_option(values);
    const std::size_t width = options.front().size();
    auto spaces = exact::not_negative(width, 1);
    const auto add = [&](std::size_t a, std::size_t b, exact::fraction epsilon) {
        spaces.push_back({difference(options[a], options[b]), 0});
        spaces.back().row.push_back(epsilon);
    };
    for (const auto& [first, second, judgement] : said) {
        add(first, second, judgement == reference_judgement::preferred ? -1 : 0);
        if (judgement == reference_judgement::indifferent) add(second, first, 0);
    }
    for (const auto& [a, b] : weak) add(a, b, 0);
    std::vector<exact::fraction> objective(width + 1);
    objective.back() = 1;
    spaces.push_back({std::vector<exact::fraction>(width + 1), -1});
    spaces.back().row.back() = -1;
    return exact::greatest(objective, exact::sum_is_one(width, 1), spaces).value_or(exact::fraction(-1));
}

bool agrees(const rows& values, const statements& said, const std::vector<std::pair<std::size_t, std::size_t>>& weak) {
    return exact::fraction(0) < exact_epsilon(values, said, weak);
}

/// The most others, over all their subsets, that the option can be at least as good as; with `reversed`, that are at
/// least as good as it.
std::size_t most_together(const rows& values, const statements& said, std::size_t option, bool reversed) {
    std::size_t most = 0;
    for (std::size_t subset = 0; subset < std::size_t{1} << values.size(); ++subset) {
        if ((subset >> option & 1) != 0) continue;
        std::vector<std::pair<std::size_t, std::size_t>> weak;
        for (std::size_t k = 0; k < values.size(); ++k)
            if ((subset >> k & 1) != 0) weak.push_back(reversed ? std::pair{k, option} : std::pair{option, k});
        if (weak.size() > most && agrees(values, said, weak)) most = weak.size();
    }
    return most;
}

rows random_rows(stream& s, std::size_t options, std::size_t criteria, std::uint32_t levels) {
    rows values(options, std::vector<double>(criteria));
    for (auto& row : values)
        for (auto& value : row) value = s.bits32() % levels;
    return values;
}

statements random_statements(stream& s, std::size_t options, std::size_t count) {
    statements said;
    while (said.size() < count) {
        const std::size_t a = s.bits32() % options;
        const std::size_t b = s.bits32() % options;
        if (a != b) said.push_back(s.bits32() % 4 == 0 ? as_good(a, b) : better(a, b));
    }
    return said;
}

}  // namespace

TEST_CASE("twelve options and three statements, as the tests of uta-gms-engine have them", "[decide][programs]") {
    // Its necessary relation, from the fixture `necessary_dummy`; all of it agrees.
    const auto m = matrix({{26, 40, 44},
                           {2, 2, 68},
                           {18, 17, 14},
                           {35, 62, 25},
                           {7, 55, 12},
                           {25, 30, 12},
                           {9, 62, 88},
                           {0, 24, 73},
                           {6, 15, 100},
                           {16, 9, 0},
                           {26, 17, 17},
                           {62, 43, 0}});
    const statements said{better(6, 5), better(5, 4), as_good(3, 6)};
    const auto relations = ordinal_regression(m, said).value();
    CHECK(pairs(relations.necessary, 12) ==
          "ac ae af aj ak cj db dc de df dg dh dj dk fe fj gb gc gd ge gf gh gj gk ib kc kj lj");
}

TEST_CASE("nine cars and twelve statements, as Decision Deck's RORUTA service ranks them", "[decide][programs]") {
    // The output of RORUTA-NecessaryAndPossiblePreferenceRelations 1.0 in diviz; both relations agree in every pair.
    const auto m = matrix({{33080, 3, 5, 365, 110, 3.9, 2014, 5},
                           {19090, 5, 5, 287, 70, 4.0, 2010, 4},
                           {11500, 3, 4, 185, 69, 5.1, 2008, 5},
                           {37790, 5, 5, 505, 150, 4.6, 2015, 5},
                           {30450, 5, 5, 508, 120, 7.2, 2011, 5},
                           {8190, 2, 2, 31, 18, 0, 2012, -1},
                           {17655, 4, 5, 426, 75, 7.8, 2004, 4},
                           {12395, 3, 5, 286, 69, 4.8, 2012, 5},
                           {36350, 5, 5, 256, 115, 10.4, 2000, 3}},
                          {sense::lower, sense::higher, sense::higher, sense::higher, sense::higher, sense::lower});
    const statements said{better(0, 1), better(4, 0), better(4, 6), better(3, 0), better(2, 8), better(0, 5),
                          better(4, 2), better(2, 5), better(7, 8), better(4, 1), better(3, 4), better(3, 5)};
    const auto relations = ordinal_regression(m, said).value();
    CHECK(pairs(relations.necessary, 9) == "ab af cf ci da db dc de df dg di ea eb ec ef eg ei hi");
    CHECK(pairs(relations.possible, 9) ==
          "ab ac af ag ah ai bc bf bg bh bi ca cb cf cg ch ci da db dc de df dg dh di ea eb ec ef eg eh ei fb fg fh "
          "fi ga gb gc gf gh gi ha hb hc hd he hf hg hi ia ib if ig");
}

TEST_CASE("three options and a statement, as the R package ror prints them", "[decide][programs]") {
    // The example of `utagms` in ror 1.2, and UTAGMSSolverTest.java of tommite/libror: the third option is preferred to
    // the second. Their relations hold of each option with itself too; all of both agrees.
    const auto m = matrix({{1, 1, 1}, {2, 1, 1.1}, {2, 0.5, 3}});
    const auto relations = ordinal_regression(m, statements{better(2, 1)}).value();
    CHECK(relations.necessary == std::vector<bool>{true, false, false, true, true, false, true, true, true});
    CHECK(relations.possible == std::vector<bool>{true, true, false, true, true, false, true, true, true});
}

TEST_CASE("two criteria and three options, by hand", "[decide][programs]") {
    // Steps x1, x2 on the first and y1, y2 on the second: a = x1 + x2, b = y1 + y2, c = x1 + y1.
    const auto m = matrix({{2, 0}, {0, 2}, {1, 1}});
    const auto nothing = ordinal_regression(m, {}).value();
    CHECK(nothing.epsilon == 1);
    CHECK(pairs(nothing.necessary, 3).empty());
    CHECK(pairs(nothing.possible, 3) == "ab ac ba bc ca cb");
    CHECK(extreme_ranks(m, {}).value() == std::vector<extreme_rank>{{1, 3}, {1, 3}, {1, 3}});

    const statements first{better(0, 1)};
    const auto one = ordinal_regression(m, first).value();
    CHECK(one.epsilon == Approx(1).margin(1e-9));
    CHECK(pairs(one.necessary, 3) == "ab");
    CHECK(pairs(one.possible, 3) == "ab ac bc ca cb");
    CHECK(extreme_ranks(m, first).value() == std::vector<extreme_rank>{{1, 2}, {2, 3}, {1, 3}});

    // x1 + x2 - y1 - y2 >= epsilon and y1 - x2 >= epsilon: without x2 and y2, 1/3 is left at x1 = 2/3 and y1 = 1/3.
    const statements both{better(0, 1), better(2, 0)};
    const auto two = ordinal_regression(m, both).value();
    CHECK(two.epsilon == Approx(1.0 / 3).margin(1e-9));
    CHECK(pairs(two.necessary, 3) == "ab ca cb");
    CHECK(pairs(two.possible, 3) == "ab ca cb");
    CHECK(extreme_ranks(m, both).value() == std::vector<extreme_rank>{{2, 2}, {3, 3}, {1, 1}});

    // As good as each other, two options share a place: the better one at best, the other at worst.
    const statements tied{as_good(0, 1), better(2, 0)};
    CHECK(extreme_ranks(m, tied).value() == std::vector<extreme_rank>{{2, 3}, {2, 3}, {1, 1}});
}

TEST_CASE("relations and ranks agree with every vertex and every subset in exact fractions", "[decide][programs]") {
    stream s(1, purpose::test, 0);
    int agreed = 0;
    for (int round = 0; round < 200; ++round) {
        const auto values = random_rows(s, 4, 2, 3);
        const auto said = random_statements(s, 4, s.bits32() % 4);
        if (steps_by_option(values).front().empty()) continue;
        const auto relations = ordinal_regression(matrix(values), said);
        REQUIRE(relations.has_value() == agrees(values, said, {}));
        if (!relations) continue;
        ++agreed;
        CHECK(relations->epsilon == Approx(exact_epsilon(values, said, {}).number()).margin(1e-9));
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < 4; ++b) {
                CHECK(relations->possible[a * 4 + b] == agrees(values, said, {{a, b}}));
                auto reverse = said;
                reverse.push_back(better(b, a));
                CHECK(relations->necessary[a * 4 + b] == !agrees(values, reverse, {}));
            }
        if (round % 4 != 0) continue;
        const auto ranks = extreme_ranks(matrix(values), said).value();
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(ranks[i].best == 4 - most_together(values, said, i, false));
            CHECK(ranks[i].worst == 1 + most_together(values, said, i, true));
        }
    }
    CHECK(agreed > 80);
}

TEST_CASE("necessary implies possible, both are complete together, and necessity is a preorder", "[decide][programs]") {
    stream s(2, purpose::test, 0);
    constexpr std::size_t n = 10;
    for (int round = 0; round < 10; ++round) {
        const auto m = matrix(random_rows(s, n, 3, 6));
        statements said;
        auto before = ordinal_regression(m, said).value();
        for (const auto& next : random_statements(s, n, 6)) {
            said.push_back(next);
            const auto after = ordinal_regression(m, said);
            if (!after) {
                said.pop_back();
                continue;
            }
            CHECK(after->epsilon <= before.epsilon + 1e-9);
            for (std::size_t a = 0; a < n; ++a)
                for (std::size_t b = 0; b < n; ++b) {
                    CHECK((!after->necessary[a * n + b] || after->possible[a * n + b]));
                    CHECK((after->necessary[a * n + b] || after->possible[b * n + a]));
                    CHECK((!before.necessary[a * n + b] || after->necessary[a * n + b]));
                    CHECK((!after->possible[a * n + b] || before.possible[a * n + b]));
                    for (std::size_t c = 0; c < n; ++c)
                        CHECK((!after->necessary[a * n + b] || !after->necessary[b * n + c] ||
                               after->necessary[a * n + c]));
                }
            before = *after;
        }
        const auto ranks = extreme_ranks(m, said).value();
        for (std::size_t i = 0; i < n; ++i) {
            std::size_t above = 0;
            std::size_t below = 0;
            for (std::size_t k = 0; k < n; ++k) {
                above += before.possible[i * n + k] ? 0 : 1;
                below += before.possible[k * n + i] ? 0 : 1;
            }
            CHECK(ranks[i].best > above);
            CHECK(ranks[i].worst <= n - below);
            CHECK(ranks[i].best <= ranks[i].worst);
        }
    }
}

TEST_CASE("only the order of values counts: not their distances, not the weights, not the order of options",
          "[decide][programs]") {
    const rows plain{{1, 5, 2}, {3, 4, 2}, {2, 2, 9}, {4, 1, 1}, {1, 1, 3}};
    const statements said{better(1, 2), as_good(0, 3)};
    const auto relations = ordinal_regression(matrix(plain), said).value();
    const auto ranks = extreme_ranks(matrix(plain), said).value();
    rows stretched = plain;
    for (auto& row : stretched) {
        row[0] = row[0] * row[0] * row[0];
        row[1] = -row[1];
    }
    const auto other = matrix(stretched, {sense::higher, sense::lower, sense::higher}, 7);
    CHECK(ordinal_regression(other, said).value().necessary == relations.necessary);
    CHECK(ordinal_regression(other, said).value().possible == relations.possible);
    CHECK(extreme_ranks(other, said).value() == ranks);

    rows turned(plain.rbegin(), plain.rend());
    const auto turned_ranks = extreme_ranks(matrix(turned), statements{better(3, 2), as_good(4, 1)}).value();
    CHECK(std::vector<extreme_rank>(turned_ranks.rbegin(), turned_ranks.rend()) == ranks);
}

TEST_CASE("statements that no function agrees with are named, and no others", "[decide][programs]") {
    const auto m = matrix({{2, 0}, {0, 2}, {1, 1}, {2, 1}});
    const auto circle = ordinal_regression(m, statements{better(3, 1), better(0, 1), better(1, 2), better(2, 0)});
    REQUIRE_FALSE(circle);
    CHECK(circle.error().code == errc::conflicting_keys);
    CHECK(circle.error().message ==
          "no additive value function agrees with: \"a\" is better than \"b\", \"b\" is better "
          "than \"c\", \"c\" is better than \"a\"");
    // Whatever d has, a has no more of it.
    CHECK(extreme_ranks(m, statements{better(0, 1), better(0, 3)}).error().message ==
          "no additive value function agrees with: \"a\" is better than \"d\"");
    CHECK(ordinal_regression(m, statements{as_good(0, 1), better(0, 1)}).error().message ==
          "no additive value function agrees with: \"a\" is as good as \"b\", \"a\" is better than \"b\"");
    CHECK(ordinal_regression(m, statements{better(2, 2)}).error().code == errc::conflicting_keys);
    CHECK(ordinal_regression(m, statements{as_good(2, 2)}).has_value());
    // The best on everything cannot be as good as the worst on everything.
    CHECK(ordinal_regression(matrix({{1, 1}, {0, 0}}), statements{as_good(0, 1)}).error().code ==
          errc::conflicting_keys);
}

TEST_CASE("one option, and options equal on some or all criteria", "[decide][programs]") {
    const auto alone = ordinal_regression(matrix({{1, 2}}), {}).value();
    CHECK(alone.necessary == std::vector<bool>{true});
    CHECK(extreme_ranks(matrix({{1, 2}}), {}).value() == std::vector<extreme_rank>{{1, 1}});

    const auto equal = matrix({{1, 2}, {1, 2}, {1, 2}});
    CHECK(pairs(ordinal_regression(equal, {}).value().necessary, 3) == "ab ac ba bc ca cb");
    CHECK(extreme_ranks(equal, {}).value() == std::vector<extreme_rank>{{1, 3}, {1, 3}, {1, 3}});
    CHECK(ordinal_regression(equal, statements{better(0, 1)}).error().code == errc::conflicting_keys);

    const auto flat = matrix({{1, 2}, {1, 3}, {1, 2}});
    CHECK(pairs(ordinal_regression(flat, {}).value().necessary, 3) == "ac ba bc ca");
    CHECK(extreme_ranks(flat, {}).value() == std::vector<extreme_rank>{{2, 3}, {1, 1}, {2, 3}});
}

TEST_CASE("positions that are no option, and too much of anything, are refused together", "[decide][programs]") {
    const auto m = matrix({{2, 0}, {0, 2}});
    const auto wrong = ordinal_regression(m, statements{better(0, 2), better(0, 1), as_good(7, 1)});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == errc::dangling_reference);
    CHECK(wrong.error().message == "statement 0 speaks of option 2, but there are 2");
    CHECK(wrong.error().more.size() == 1);
    CHECK(ordinal_regression(m, statements(most_statements + 1, better(0, 1))).error().code == errc::limit_exceeded);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i <= most_regressed; ++i) keys.push_back("A" + std::to_string(i));
    const auto many =
        decision_matrix::make(keys, {{"C1", sense::higher, 1}}, std::vector<double>(keys.size(), 1)).value();
    CHECK(extreme_ranks(many, {}).error().code == errc::limit_exceeded);
}

TEST_CASE("several threads at once find what one finds", "[decide][programs]") {
    stream s(3, purpose::test, 0);
    const auto m = matrix(random_rows(s, 8, 3, 5));
    const auto ranks = extreme_ranks(m, {}).value();
    const auto leads = ordinal_regression(m, {}).value();
    std::vector<std::future<std::vector<extreme_rank>>> others;
    for (int thread = 0; thread < 4; ++thread)
        others.push_back(std::async(std::launch::async, [&] { return extreme_ranks(m, {}).value(); }));
    for (auto& other : others) CHECK(other.get() == ranks);
    CHECK(ordinal_regression(m, {}).value().possible == leads.possible);
}
