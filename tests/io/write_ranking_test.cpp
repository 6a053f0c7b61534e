// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_ranking.hpp"

#include "concordat/core/random.hpp"
#include "concordat/core/text.hpp"
#include "concordat/io/json.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;

namespace {

/// One criterion a column, values between 0 and 1, all weights possible.
performance_table table_of(const std::vector<std::vector<quantity>>& rows) {
    performance_table table;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        table.criteria.push_back({std::string(1, static_cast<char>('a' + c)), "", "share", sense::higher,
                                  linear_shape{}, "", gap_rule::whole_scale});
    }
    for (std::size_t o = 0; o < rows.size(); ++o) {
        table.options.push_back({"o" + std::to_string(o), ""});
        table.cells.insert(table.cells.end(), rows[o].begin(), rows[o].end());
    }
    return table;
}

rank_probabilities sampled(const performance_table& table, std::uint64_t samples = 2000) {
    return rank_probability(table, {}, {samples, 1, 1, {}}).value();
}

ranked_table ranked(const performance_table& table) {
    ranked_table out;
    out.key = "tables.test";
    out.title = "A test";
    out.table = table;
    out.central = additive(table, {}).value();
    out.probabilities = sampled(table);
    out.dominates = dominance(table, dominance_basis::expected).value();
    out.seed = 1;
    return out;
}

}  // namespace

TEST_CASE("equal options are one group, and those told apart are none") {
    const auto ranks =
        sampled(table_of({{exact_value{0.2}}, {exact_value{0.9}}, {exact_value{0.2}}, {exact_value{0.5}}}));
    const std::vector<std::vector<std::size_t>> expected = {{0, 2}};
    CHECK(unseparated_groups(ranks) == expected);
    CHECK(unseparated_groups(sampled(table_of({{exact_value{0.2}}, {exact_value{0.9}}}))).empty());
}

TEST_CASE("within a group no two options are separated, and every pair that is not stands in a group") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        stream source(seed, purpose::test, 0);
        std::vector<std::vector<quantity>> rows;
        for (int option = 0; option < 8; ++option) {
            // Overlapping intervals and few samples, so that some pairs are separated and some are not.
            const double low = source.uniform() * 0.2;
            rows.push_back({interval_value{low, low + 0.8}});
        }
        const auto ranks = sampled(table_of(rows), 200);
        const auto groups = unseparated_groups(ranks);
        const auto together = [&](std::size_t a, std::size_t b) {
            return std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
                return std::count(group.begin(), group.end(), a) == 1 && std::count(group.begin(), group.end(), b) == 1;
            });
        };
        for (std::size_t a = 0; a < 8; ++a)
            for (std::size_t b = 0; b < 8; ++b)
                if (a != b) CHECK(together(a, b) == !ranks.separated(a, b));
    }
}

TEST_CASE("a quantity keeps its kind: missing is null, never zero") {
    CHECK(to_document(quantity{missing_value{}}).is_null());
    CHECK(to_document(quantity{exact_value{0.5}}) == document(0.5));
    CHECK(to_document(quantity{interval_value{1, 2}}) == document(document::object{{"low", 1.0}, {"high", 2.0}}));
    CHECK(to_document(quantity{triangular_value{1, 2, 3}}).find("mode")->as_double() != nullptr);
    CHECK(to_document(quantity{discrete_value{{{1, 0.5}, {2, 0.5}}}}).find("outcomes")->as_array()->size() == 2);
    CHECK(to_document(quantity{empirical_value{{1, 2, 2}}}).find("observations")->as_array()->size() == 3);
}

TEST_CASE("counts in the document sum to the samples, and no rank stands without its probability") {
    const auto table = table_of({{interval_value{0, 1}}, {interval_value{0, 1}}, {missing_value{}}});
    const auto written = to_document(table, sampled(table));
    for (const auto& option : *written.find("options")->as_array()) {
        std::uint64_t sum = 0;
        for (const auto& count : *option.find("rank_counts")->as_array()) sum += count.as_unsigned().value();
        CHECK(sum == 2000);
        const auto share =
            static_cast<double>(option.find("rank_counts")->as_array()->front().as_unsigned().value()) / 2000;
        CHECK(*option.find("first")->find("value")->as_double() == share);
        CHECK(*option.find("first")->find("standard_error")->as_double() > 0);
    }
    const auto scores = to_document(table, additive(table, {}).value());
    for (const auto& score : *scores.as_array()) CHECK(score.find("rank") == nullptr);
}

TEST_CASE("a ranked table is written as a whole, and shows errors beside estimates") {
    const auto one = ranked(table_of({{exact_value{0.2}}, {interval_value{0, 1}}}));
    const auto written = to_document(one);
    CHECK(*written.find("format")->as_string() == "concordat/rank@1");
    CHECK(written.find("options")->as_array()->size() == 2);
    CHECK(to_json(written).has_value());

    const auto sheets = to_sheets(one);
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].rows[1][1].text == "0 to 1");
    CHECK(sheets[1].columns.size() == 8);
    CHECK(sheets[1].rows[0][2].exact == shortest(one.probabilities.first(0).standard_error));
}
