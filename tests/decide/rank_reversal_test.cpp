// SPDX-License-Identifier: Apache-2.0
#include "concordat/decide/rank_reversal.hpp"

#include "concordat/decide/additive.hpp"
#include "concordat/decide/ranks.hpp"
#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace concordat;

namespace {

using turns = std::vector<turned_pair>;

/// By how many options stand before and after, pair by pair and without positions moving up: names instead.
std::size_t turned_by_name(const performance_table& table, const table_ranks& method, std::size_t removed) {
    const auto before = method(table).value();
    const auto left = without_option(table, removed);
    const auto after = method(left).value();
    std::size_t turned = 0;
    for (std::size_t i = 0; i < left.options.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const auto was = [&](std::size_t at) {
                const auto& key = left.options[at].key;
                return before[static_cast<std::size_t>(
                    std::find_if(table.options.begin(), table.options.end(),
                                 [&](const auto& option) { return option.key == key; }) -
                    table.options.begin())];
            };
            const auto sign = [](std::size_t a, std::size_t b) { return a < b ? -1 : a > b ? 1 : 0; };
            turned += sign(was(i), was(k)) != sign(after[i], after[k]) ? 1 : 0;
        }
    return turned;
}

}  // namespace

TEST_CASE("Belton and Gear: a copy of the best option brings another to the top", "[decide][what_if]") {
    // "On a short-coming of Saaty's method of analytic hierarchies", Omega 11, 1983: three criteria of equal weight, on
    // which A, B and C stand as 1 : 9 : 1, 9 : 1 : 1 and 8 : 9 : 1. Their priorities are 0.45, 0.47 and 0.08; with D, a
    // copy of B, they are 0.37, 0.29, 0.06 and 0.29.
    const auto four = tables::of_values({{1, 9, 8}, {9, 1, 9}, {1, 1, 1}, {9, 1, 9}});
    const auto priorities = [](const performance_table& table) {
        std::vector<double> values;
        const auto scaled = normalise(table, normalisation::sum).value();
        for (const auto& option : additive(scaled, {}).value().options) values.push_back(option.overall);
        return values;
    };
    const auto with_copy = priorities(four);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK_THAT(with_copy[i], Catch::WithinAbs(std::vector{0.37, 0.29, 0.06, 0.29}[i], 5e-3));
    const auto without = priorities(without_option(four, 3));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_THAT(without[i], Catch::WithinAbs(std::vector{0.45, 0.47, 0.08}[i], 5e-3));

    const auto found = rank_reversals(four, normalised_ranks({}, normalisation::sum)).value();
    CHECK(found.ranks == std::vector<std::size_t>{1, 2, 4, 2});
    CHECK(found.removals[3].turned == turns{{0, 1, order_change::reversed}});
    CHECK(found.removals[3].ranks == std::vector<std::size_t>{2, 1, 3});
    CHECK(found.removals[1].turned == turns{{0, 3, order_change::reversed}});
    // With stored ranges, B stays ahead of A whoever else is there.
    auto stored = four;
    for (auto& criterion : stored.criteria) criterion.value = linear_shape{0, 10};
    for (const auto& removal : rank_reversals(stored, additive_ranks({})).value().removals)
        CHECK(removal.turned.empty());
}

TEST_CASE("Borda: the last of four withdraws, and the order of the others turns round", "[decide][what_if]") {
    // Notes of the course Decision Engineering at the Université libre de Bruxelles (alexeygrigorev/mlwiki.org,
    // "Borda's Rule"): three voters rank c b a d, two b a d c and two a d c b. The outcome is a b c d; without d it is
    // c b a.
    const auto four = tables::of_values({{2, 3, 4}, {3, 4, 1}, {4, 1, 2}, {1, 2, 3}});
    const std::vector<double> voters{3, 2, 2};
    const table_ranks borda = [&](const performance_table& table) -> result<std::vector<std::size_t>> {
        std::vector<double> points(table.options.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j = 0; j < voters.size(); ++j)
                for (std::size_t k = 0; k < points.size(); ++k)
                    points[i] += mean(table.cell(i, j)) > mean(table.cell(k, j)) ? voters[j] : 0;
        return ranks_of(points);
    };
    const auto found = rank_reversals(four, borda).value();
    CHECK(found.ranks == std::vector<std::size_t>{1, 2, 3, 4});
    CHECK(found.removals[3].ranks == std::vector<std::size_t>{3, 2, 1});
    CHECK(found.removals[3].turned ==
          turns{{0, 1, order_change::reversed}, {0, 2, order_change::reversed}, {1, 2, order_change::reversed}});
}

TEST_CASE("with stored ranges no removal turns an order", "[decide][what_if]") {
    stream s(1, purpose::test, 44);
    for (int round = 0; round < 100; ++round) {
        const auto table = tables::random(s, 2 + s.bits32() % 5, 4, 3);
        const auto set = tables::direct({{"C1", 1}, {"C2", s.uniform()}, {"C3", s.uniform()}, {"C4", 0}});
        for (const auto& removal : rank_reversals(table, additive_ranks(set)).value().removals)
            CHECK(removal.turned.empty());
    }
}

TEST_CASE("with ranges read off the table it does, and every turn is found", "[decide][what_if]") {
    stream s(1, purpose::test, 45);
    for (const auto how : {normalisation::minmax, normalisation::max, normalisation::sum}) {
        std::size_t reversed = 0;
        for (int round = 0; round < 40; ++round) {
            auto table = tables::random(s, 3 + s.bits32() % 4, 3, 5);
            table.criteria[1].better = sense::lower;
            const auto method = normalised_ranks(tables::direct({{"C1", 3}, {"C2", 2}, {"C3", 2}}), how);
            const auto found = rank_reversals(table, method).value();
            CHECK(found.ranks == method(table).value());
            CHECK(found.removals.size() == table.options.size());
            for (const auto& removal : found.removals) {
                CHECK(removal.turned.size() == turned_by_name(table, method, removal.removed));
                CHECK(removal.ranks == method(without_option(table, removal.removed)).value());
                for (const auto& pair : removal.turned) reversed += pair.change == order_change::reversed ? 1 : 0;
            }
        }
        CHECK(reversed > 0);
    }
}

TEST_CASE("a method of one's own, with ties made and broken", "[decide][what_if]") {
    // Ranks by how many others are left, so that anything can turn.
    const table_ranks odd = [](const performance_table& table) -> result<std::vector<std::size_t>> {
        if (table.options.size() == 3) return std::vector<std::size_t>{1, 1, 3};
        return std::vector<std::size_t>{table.options[0].key == "A1" ? std::size_t{2} : 1, 1};
    };
    const auto found = rank_reversals(tables::of_values({{0.1}, {0.2}, {0.3}}), odd).value();
    CHECK(found.removals[0].turned == turns{{1, 2, order_change::levelled}});
    CHECK(found.removals[1].turned == turns{{0, 2, order_change::reversed}});
    CHECK(found.removals[2].turned == turns{{1, 0, order_change::parted}});
}

TEST_CASE("a criterion left out for want of a value comes back with its removal", "[decide][what_if]") {
    auto table = tables::of({{exact_value{0.6}, exact_value{0.0}},
                             {exact_value{0.5}, exact_value{1.0}},
                             {exact_value{0.1}, missing_value{}}});
    table.criteria[1].gaps = gap_rule::leave_out;
    const auto found = rank_reversals(table, additive_ranks({})).value();
    CHECK(found.removals[2].turned == turns{{0, 1, order_change::reversed}});
    CHECK(found.removals[0].turned.empty());
}

TEST_CASE("what a method says of a table is passed on, with the option that was away", "[decide][what_if]") {
    const auto table = tables::of_values({{0.1}, {0.2}});
    const table_ranks moody = [](const performance_table& given) -> result<std::vector<std::size_t>> {
        if (given.options.size() == 2) return std::vector<std::size_t>{1, 2};
        return fail(errc::missing_value, "too few");
    };
    CHECK(rank_reversals(table, moody).error().message == "without option \"A1\": too few");
    const table_ranks wrong = [](const performance_table&) -> result<std::vector<std::size_t>> {
        return std::vector<std::size_t>{1};
    };
    CHECK(rank_reversals(table, wrong).error().code == errc::bad_parameter);
    CHECK(rank_reversals(tables::of_values({{0.1}}), additive_ranks({})).value().removals.empty());
    CHECK(rank_reversals(performance_table{}, additive_ranks({})).error().code == errc::missing_value);
    const auto crowd = tables::of_values(std::vector<std::vector<double>>(most_compared + 1, {0.5}));
    CHECK(rank_reversals(crowd, additive_ranks({})).error().code == errc::limit_exceeded);
}
