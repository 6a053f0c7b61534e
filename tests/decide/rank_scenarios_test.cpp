// SPDX-License-Identifier: Apache-2.0
// Rank probabilities over scenarios, on every instruction set, against the plainest loops.
#include "concordat/decide/rank_probability.hpp"

#include "concordat/impl/decide_lanes.hpp"
#include "rank_oracle.hpp"
#include "tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace concordat;

namespace {

constexpr instruction_set every_set[] = {instruction_set::baseline, instruction_set::avx2, instruction_set::avx512,
                                         instruction_set::best};

rank_sampling with(std::uint64_t samples, unsigned threads = 1, instruction_set set = instruction_set::best) {
    return {samples, 7, threads, {}, set};
}

/// Any kind of cell, on coarse grids so that ties occur.
quantity any_cell(stream& s) {
    const double a = static_cast<double>(s.bits32() % 5) / 4;
    switch (s.bits32() % 9) {
        case 0:
            return interval_value{a / 2, a / 2 + 0.5};
        case 1:
            return triangular_value{a / 2, a / 2 + 0.2, a / 2 + 0.5};
        case 2:
            return normal_value{a, 0.3};
        case 3:
            return discrete_value{{{a, 0.5}, {1 - a, 0.5}}};
        case 4:
            return empirical_value{{a, 0, 0.5}};
        case 5:
            return missing_value{};
        default:
            return exact_value{a};
    }
}

/// Options by criteria, where most cells are the same in all scenarios, some change and some change their kind.
table_scenarios random_scenarios(std::uint64_t seed, std::size_t options, std::size_t criteria, std::size_t count) {
    stream s(seed, purpose::test, 0);
    std::vector<std::vector<quantity>> rows(options);
    for (auto& row : rows)
        for (std::size_t j = 0; j < criteria; ++j) row.push_back(any_cell(s));
    table_scenarios made{tables::of(rows), {}};
    for (auto& criterion : made.table.criteria) criterion.gaps = gap_rule::whole_scale;
    if (criteria > 1) made.table.criteria[1].value = linear_shape{0.9, 0.1};
    if (criteria > 2) made.table.criteria[2].value = peaked_shape{-0.1, 0.4, 1.1};
    for (std::size_t k = 0; k < count; ++k) {
        made.cells.push_back(made.table.cells);
        for (auto& cell : made.cells.back()) {
            const auto kind = s.bits32() % 8;
            if (kind == 0 && std::holds_alternative<exact_value>(cell)) cell = exact_value{s.uniform()};
            if (kind == 1 && count < 50) cell = any_cell(s);
        }
    }
    return check(made).value();
}

void agrees(const rank_probabilities& found, const oracle::counts& expected) {
    const std::size_t n = found.option_count();
    for (std::size_t i = 0; i < n; ++i) {
        double worst = 0;
        for (const auto& each : expected.worst) worst += each[i];
        CHECK(found.among_worst_three(i).value == worst / static_cast<double>(found.samples()));
        for (std::size_t r = 0; r < n; ++r) {
            CHECK(static_cast<double>(found.rank_count(i, r + 1)) == expected.total(expected.ranks, i, r));
            CHECK(static_cast<double>(found.win_count(i, r)) == expected.total(expected.wins, i, r));
        }
        const double firsts = expected.total(expected.ranks, i, 0);
        const auto weights = found.central_weights(i);
        for (std::size_t c = 0; c < weights.size(); ++c)
            CHECK_THAT(weights[c], Catch::WithinAbs(expected.total(expected.first_weights, i, c) / firsts, 1e-8));
    }
}

/// Standard errors from each scenario's own counts.
void errors_agree(const rank_probabilities& found, const oracle::counts& expected) {
    const std::size_t n = found.option_count();
    std::vector<double> totals(expected.sizes.size());
    const auto error_of = [&](const auto& total_of) {
        for (std::size_t j = 0; j < totals.size(); ++j) totals[j] = total_of(j);
        return oracle::clustered(totals, expected.sizes);
    };
    const auto close = [](double value) { return Catch::WithinAbs(value, 1e-9); };
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t r = 0; r < n; ++r)
            CHECK_THAT(found.acceptability(i, r + 1).standard_error,
                       close(error_of([&](std::size_t j) { return expected.ranks[j][i][r]; })));
        CHECK_THAT(found.among_worst_three(i).standard_error,
                   close(error_of([&](std::size_t j) { return expected.worst[j][i]; })));
        CHECK_THAT(found.expected_rank(i).standard_error, close(error_of([&](std::size_t j) {
                       double sum = 0;
                       for (std::size_t r = 0; r < n; ++r) sum += static_cast<double>(r + 1) * expected.ranks[j][i][r];
                       return sum;
                   })));
        for (std::size_t k = 0; k < n; ++k)
            CHECK_THAT(found.beats(i, k).standard_error, close(error_of([&](std::size_t j) {
                           const double ties = expected.sizes[j] - expected.wins[j][i][k] - expected.wins[j][k][i];
                           return expected.wins[j][i][k] + ties / 2;
                       })));
    }
}

/// Of central weights: a ratio of sums over scenarios, or over samples where each is a scenario.
void weight_errors_agree(const rank_probabilities& found, const oracle::counts& expected) {
    const auto groups = static_cast<double>(expected.sizes.size());
    for (std::size_t i = 0; i < found.option_count(); ++i) {
        const auto errors = found.central_weight_errors(i);
        const double firsts = expected.total(expected.ranks, i, 0);
        for (std::size_t c = 0; c < errors.size(); ++c) {
            const double centre = expected.total(expected.first_weights, i, c) / firsts;
            double residuals = 0;
            for (std::size_t j = 0; j < expected.sizes.size(); ++j) {
                const double off = expected.first_weights[j][i][c] - centre * expected.ranks[j][i][0];
                residuals += off * off;
            }
            CHECK_THAT(errors[c], Catch::WithinAbs(std::sqrt(residuals * groups / (groups - 1)) / firsts, 2e-6));
        }
    }
}

}  // namespace

TEST_CASE("lanes draw the words of streams, one by one", "[decide][rank]") {
    const std::uint64_t far = (std::uint64_t{1} << 32) - 5;
    const std::uint64_t seed = 0x299f31d0a4093822;
    for (const auto set : every_set)
        for (const std::uint64_t stride : {std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{1'000'003}}) {
            const detail::lane_streams together(seed, purpose::ratings, far, stride);
            std::vector<stream> alone;
            for (std::size_t s = 0; s < detail::sample_lanes; ++s)
                alone.emplace_back(seed, purpose::ratings, far + s * stride);
            for (std::uint32_t block = 0; block < 3; ++block) {
                detail::lane_block drawn;
                const auto draw = [&](auto compiled) { together.draw<compiled.value>(block, drawn); };
                detail::run_with(detail::usable(set), draw);
                for (const auto& word : drawn.words)
                    for (std::size_t s = 0; s < detail::sample_lanes; ++s)
                        REQUIRE(static_cast<std::uint32_t>(word[s]) == alone[s].bits32());
            }
        }
}

TEST_CASE("a sorting network sorts every row of noughts and ones", "[decide][rank]") {
    for (std::size_t count = 1; count <= 12; ++count) {
        const auto network = detail::sorting_network(count);
        for (std::uint32_t bits = 0; bits < (1u << count); ++bits) {
            std::vector<int> row;
            for (std::size_t i = 0; i < count; ++i) row.push_back(static_cast<int>(bits >> i & 1u));
            for (const auto& [a, b] : network)
                if (row[b] < row[a]) std::swap(row[a], row[b]);
            REQUIRE(std::is_sorted(row.begin(), row.end()));
        }
    }
}

TEST_CASE("scenarios are sampled in turn, and counted as the plainest loops count", "[decide][rank]") {
    struct size {
        std::size_t options, criteria, scenarios;
        std::uint64_t samples;
    };
    // One scenario; few and long; as many as lanes; many and short; more than samples.
    for (const auto& [options, criteria, scenarios, samples] :
         {size{5, 3, 1, 2500}, size{4, 4, 3, 3000}, size{9, 2, 7, 500}, size{5, 3, 40, 1000}, size{3, 5, 33, 700},
          size{6, 3, 100, 2345}, size{4, 2, 900, 300}}) {
        const auto given = random_scenarios(samples, options, criteria, scenarios);
        const auto found = rank_probability(given, {}, with(samples)).value();
        const auto expected = oracle::ranks(given, {}, samples, 7);
        agrees(found, expected);
        if (scenarios > 1) errors_agree(found, expected);
        if (scenarios > 1) weight_errors_agree(found, expected);
    }
}

TEST_CASE("weights in an order are drawn side by side as they are one by one", "[decide][rank]") {
    const auto given = random_scenarios(3, 6, 5, 1);
    const auto set = tables::ordinal({"C3", "C1", "C5", "C2", "C4"});
    agrees(rank_probability(given, set, with(2000)).value(), oracle::ranks(given, set, 2000, 7));
}

TEST_CASE("every result has the same bits on every instruction set and with any number of threads", "[decide][rank]") {
    for (const std::size_t scenarios : {1u, 3u, 200u}) {
        const auto given = random_scenarios(11, 9, 4, scenarios);
        const auto one = rank_probability(given, {}, with(9001, 1, instruction_set::baseline)).value();
        const auto factors = confidence_factors(given, one, with(3001, 1, instruction_set::baseline)).value();
        for (const auto set : every_set) {
            CHECK(rank_probability(given, {}, with(9001, 1, set)).value() == one);
            CHECK(confidence_factors(given, one, with(3001, 1, set)).value() == factors);
        }
        for (const unsigned threads : {2u, 3u, 7u, 16u}) {
            CHECK(rank_probability(given, {}, with(9001, threads)).value() == one);
            CHECK(confidence_factors(given, one, with(3001, threads)).value() == factors);
        }
    }
}

TEST_CASE("scenarios that are all the same count as one table, with samples that depend on their scenario alone",
          "[decide][rank]") {
    const auto one = random_scenarios(4, 5, 3, 1);
    table_scenarios many = one;
    for (int k = 1; k < 64; ++k) many.cells.push_back(one.cells.front());
    const auto alone = rank_probability(one, {}, with(6400)).value();
    const auto together = rank_probability(many, {}, with(6400)).value();
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(together.rank_count(i, 1) == alone.rank_count(i, 1));
        // Scenarios that differ in nothing add no variance: the two errors estimate one number.
        CHECK_THAT(together.first(i).standard_error, Catch::WithinAbs(alone.first(i).standard_error, 0.003));
    }
}

TEST_CASE("what moves from scenario to scenario widens the standard error and blurs separation", "[decide][rank]") {
    // The first option leads in six scenarios of eight, whatever the weights.
    table_scenarios given{tables::of_values({{0.6, 0.6}, {0.5, 0.5}}), {}};
    for (int k = 0; k < 8; ++k)
        given.cells.push_back(
            {exact_value{k < 6 ? 0.6 : 0.4}, exact_value{k < 6 ? 0.6 : 0.4}, exact_value{0.5}, exact_value{0.5}});
    const auto found = rank_probability(given, {}, with(80'000)).value();
    CHECK(found.first(0).value == 0.75);
    // The standard error of a share of 3/4 among eight: sqrt(3/16 / 7).
    CHECK_THAT(found.first(0).standard_error, Catch::WithinAbs(std::sqrt(3.0 / 16 / 7), 1e-12));
    CHECK_FALSE(found.separated(0, 1));
    CHECK(found.uncertain());
    // Among two hundred, so large a share is no accident.
    table_scenarios many{given.table, {}};
    for (int k = 0; k < 200; ++k) many.cells.push_back(given.cells[static_cast<std::size_t>(k % 8)]);
    CHECK(rank_probability(many, {}, with(80'000)).value().separated(0, 1));
}
